/// What stands between two cells of a CSV file.
package struct Delimiter: Hashable, Sendable {
    package static let comma = Delimiter(byte: UInt8(ascii: ","))
    package static let tab = Delimiter(byte: 0x09)
    package static let semicolon = Delimiter(byte: UInt8(ascii: ";"))

    package let byte: UInt8

    private init(byte: UInt8) {
        self.byte = byte
    }

    /// By its name (`comma`, `tab`, `semicolon`) or as itself.
    package init?(_ text: String) {
        switch text {
        case "comma", ",": self = .comma
        case "tab", "\t", "\\t": self = .tab
        case "semicolon", ";": self = .semicolon
        default: return nil
        }
    }

    /// The delimiter of a file by its first row that is not blank: the one that stands there most often
    /// outside of quotation marks.
    ///
    /// Among equals a tab comes first, because nobody types one into a header; then a comma.
    static func inspected(_ text: some Collection<UInt8>) -> Delimiter {
        var counts = [Int](repeating: 0, count: 3)
        let candidates = [Delimiter.tab, .comma, .semicolon]
        var isQuoted = false
        var isBlank = true
        for byte in text {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                isBlank = false
            } else if !isQuoted, byte == 0x0D || byte == 0x0A {
                if !isBlank { break }
            } else {
                if byte != 0x20 { isBlank = false }
                if !isQuoted, let place = candidates.firstIndex(where: { $0.byte == byte }) {
                    counts[place] += 1
                }
            }
        }
        let most = counts.max() ?? 0
        guard most > 0, let place = counts.firstIndex(of: most) else { return .comma }
        return candidates[place]
    }
}
