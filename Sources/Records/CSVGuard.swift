/// Keeps spreadsheets from running a cell as a formula.
///
/// A cell that starts with `=` `+` `-` `@`, their full-width forms, a tab, a line break or a NUL gets an
/// apostrophe in front (OWASP, “CSV Injection”, https://owasp.org/www-community/attacks/CSV_Injection). Negative
/// numbers such as `-5` and `-3.5` are data and stay. A cell that already starts with apostrophes before such a
/// character gets one more, so that `unguarded` gives back every cell exactly.
package enum CSVGuard {
    /// The cell as it is written.
    package static func guarded(_ cell: String) -> String {
        isDangerous(cell.utf8.drop { $0 == apostrophe }) ? "'" + cell : cell
    }

    /// How many bytes `guarded` put in front of a cell.
    package static func guardLength(of cell: UnsafeBufferPointer<UInt8>) -> Int {
        isGuarded(cell) ? 1 : 0
    }

    /// The bytes of a cell as they were before `guarded`.
    package static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        isGuarded(cell) ? cell.dropFirst() : cell
    }

    /// The cell as it was before `guarded`; other cells stay as they are.
    package static func unguarded(_ cell: String) -> String {
        isGuarded(cell.utf8) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    private static func isGuarded(_ cell: some Collection<UInt8>) -> Bool {
        cell.first == apostrophe && isDangerous(cell.drop { $0 == apostrophe })
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func isDangerous(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D, 0x00:
            return true
        case UInt8(ascii: "-"):
            return !isNumber(text.dropFirst())
        case 0xEF:
            // ＝ U+FF1D, ＋ U+FF0B, － U+FF0D, ＠ U+FF20.
            let fullWidth: [[UInt8]] = [
                [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0],
            ]
            return fullWidth.contains { text.starts(with: $0) }
        default:
            return false
        }
    }

    /// Digits, with decimals after a point or without; nothing else.
    private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
        let whole = text.prefix { isDigit($0) }
        let rest = text.dropFirst(whole.count)
        if whole.isEmpty { return false }
        if rest.isEmpty { return true }
        return rest.first == UInt8(ascii: ".") && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
