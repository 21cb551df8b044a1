/// A whole number as programs write it: an optional sign and ASCII digits, nothing else.
enum WholeNumber {
    /// `nil` where the cell is anything else or does not fit.
    static func parse(_ cell: ArraySlice<UInt8>) -> Int? {
        let isNegative = cell.first == UInt8(ascii: "-")
        let digits = isNegative || cell.first == UInt8(ascii: "+") ? cell.dropFirst() : cell
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            guard (48...57).contains(byte) else { return nil }
            let (shifted, overflows) = value.multipliedReportingOverflow(by: 10)
            let (next, overflowsToo) = shifted.subtractingReportingOverflow(Int(byte - 48))
            if overflows || overflowsToo { return nil }
            value = next
        }
        if isNegative { return value }
        return value == Int.min ? nil : -value
    }
}
