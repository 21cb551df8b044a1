import Records

/// A column of text as it is written.
///
/// Long texts that come again and again (an answer of a form, a standing remark) share their memory. Where they
/// hardly ever do, as names and addresses, the column stops looking for them.
struct TextColumn {
    /// The longest text that Swift keeps without memory of its own.
    private static let longestSmall = 15
    /// Texts that are remembered, each at a place that its bytes decide.
    private static let placeCount = 1 << 12
    /// Long texts after which it shows whether they repeat: at least one in eight has to.
    private static let trial = 1 << 13

    private var values: [String?] = []
    /// The row of the text that was last at each place, -1 for none.
    private var places = [Int32](repeating: -1, count: placeCount)
    private var looked = 0
    private var found = 0

    /// Reads the trimmed cell of the next row.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>) -> CellVerdict {
        if cell.isEmpty {
            appendMissing()
            return .missing
        }
        values.append(
            cell.count > TextColumn.longestSmall ? long(cell) : String(decoding: cell, as: UTF8.self))
        return .value
    }

    mutating func appendMissing() {
        values.append(nil)
    }

    /// The values of some rows, in their order.
    func column(of rows: [Int]) -> Column {
        // An export that is sorted by id and whose rows are all used, as most are, needs no copy.
        .text(rows.elementsEqual(values.indices) ? values : rows.map { values[$0] })
    }

    /// A text with memory of its own, or that of the same text in an earlier row.
    private mutating func long(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        if places.isEmpty { return String(decoding: cell, as: UTF8.self) }
        let place = Int(truncatingIfNeeded: ByteInterner.hash(cell)) & (places.count - 1)
        looked += 1
        if places[place] >= 0, let known = values[Int(places[place])], TextColumn.isEqual(known, cell) {
            found += 1
            return known
        }
        places[place] = Int32(values.count)
        if looked >= TextColumn.trial, found * 8 < looked { places = [] }
        return String(decoding: cell, as: UTF8.self)
    }

    private static func isEqual(_ text: String, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.utf8.count == cell.count else { return false }
        return text.utf8.withContiguousStorageIfAvailable { ByteInterner.isEqual($0, cell) }
            ?? text.utf8.elementsEqual(cell)
    }
}
