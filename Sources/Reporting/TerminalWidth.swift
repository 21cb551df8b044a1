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

    /// Whether a text surely takes one line of so many columns, as its bytes alone tell; short texts do.
    ///
    /// A character takes at most a column for an ASCII byte, or two for every three other bytes. Bytes that a line break
    /// may have are not looked into.
    package static func fitsOneLine(_ text: String, in room: Int) -> Bool {
        var thirds = 0
        for byte in text.utf8 {
            if (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2 { return false }
            thirds += byte < 0x80 ? 3 : 2
        }
        return thirds <= 3 * room
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
