/// Keeps spreadsheets from running a cell as a formula.
///
/// A cell that starts with `=` `+` `-` `@`, their full-width forms, a tab, a line break or a NUL gets an
/// apostrophe in front (OWASP, “CSV Injection”, https://owasp.org/www-community/attacks/CSV_Injection). Whole
/// numbers such as `-5` are data and stay. A cell that already starts with apostrophes before such a character
/// gets one more, so that `unguarded` gives back every cell exactly.
package enum CSVGuard {
    /// The cell as it is written.
    package static func guarded(_ cell: String) -> String {
        isDangerous(cell.utf8.drop { $0 == apostrophe }) ? "'" + cell : cell
    }

    /// The bytes of a cell as they were before `guarded`.
    package static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == apostrophe, isDangerous(cell.drop { $0 == apostrophe }) else { return cell }
        return cell.dropFirst()
    }

    /// The cell as it was before `guarded`; other cells stay as they are.
    package static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == apostrophe, isDangerous(cell.utf8.drop { $0 == apostrophe }) else {
            return cell
        }
        return String(cell.unicodeScalars.dropFirst())
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func isDangerous(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D, 0x00:
            return true
        case UInt8(ascii: "-"):
            let rest = text.dropFirst()
            return rest.isEmpty || !rest.allSatisfy { (0x30...0x39).contains($0) }
        default:
            // ＝ U+FF1D, ＋ U+FF0B, － U+FF0D, ＠ U+FF20.
            let fullWidth: [[UInt8]] = [
                [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0],
            ]
            return fullWidth.contains { text.starts(with: $0) }
        }
    }
}
