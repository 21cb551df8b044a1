/// How much room a text takes on a terminal: East Asian characters take two columns.
package enum TerminalWidth {
    /// Columns of a text.
    ///
    /// Wide and full-width characters by https://www.unicode.org/reports/tr11/, in blocks; marks that sit on
    /// another character take none.
    package static func columns(of text: String) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The text, cut with `…` where it takes more than so many columns.
    package static func fitted(_ text: String, to limit: Int) -> String {
        guard columns(of: text) > limit else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += columns(of: character)
            if used > limit { break }
            kept.append(character)
        }
        return limit > 0 ? kept + "…" : ""
    }

    private static func columns(of character: Character) -> Int {
        character.unicodeScalars.first.map { isWide($0) ? 2 : 1 } ?? 0
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
