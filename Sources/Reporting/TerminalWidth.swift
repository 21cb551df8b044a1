/// How much room a text takes on a terminal: East Asian characters take two columns.
package enum TerminalWidth {
    /// Columns of a text.
    ///
    /// Wide and full-width characters by https://www.unicode.org/reports/tr11/, in blocks; marks that sit on
    /// another character take none.
    package static func columns(of text: String) -> Int {
        plainColumns(of: text) ?? text.reduce(0) { $0 + columns(of: $1) }
    }

    /// Columns of the longest line of a text.
    package static func widestLine(of text: String) -> Int {
        plainColumns(of: text)
            ?? text.split(whereSeparator: \.isNewline).map { columns(of: String($0)) }.max() ?? 0
    }

    /// Lines that a text takes where a line has room for so many columns.
    package static func lines(of text: String, in room: Int) -> Int {
        func lines(_ columns: Int) -> Int { max(1, (columns + room - 1) / room) }
        if let columns = plainColumns(of: text) { return lines(columns) }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .reduce(0) { $0 + lines(columns(of: String($1))) }
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

    /// Columns of a text on one line, by its bytes alone; `nil` where only the tables of Unicode tell what is one
    /// character.
    ///
    /// That is needed for nearly no cell of a list: letters of Europe, kana, kanji and their signs join with none of
    /// their kind.
    private static func plainColumns(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { bytes in
            var columns = 0
            var index = 0
            while index < bytes.count {
                let first = bytes[index]
                if (0x20...0x7E).contains(first) {
                    columns += 1
                    index += 1
                } else if (0xC3...0xC9).contains(first) {
                    // U+00C0 to U+024F.
                    columns += 1
                    index += 2
                } else if first >= 0xE1, first < 0xF0 {
                    let value =
                        UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                        | UInt32(bytes[index + 2] & 0x3F)
                    guard let width = plainWidth(value) else { return nil }
                    columns += width
                    index += 3
                } else {
                    return nil
                }
            }
            return columns
        }
    }

    /// Columns of a character of three bytes that never joins with its neighbours.
    private static func plainWidth(_ value: UInt32) -> Int? {
        switch value {
        case 0x1E00...0x1EFF, 0x2010...0x2027: 1  // Vietnamese letters; dashes, quotation marks, …
        case 0x3000...0x3029, 0x3041...0x3096, 0x309B...0x30FF: 2  // 、 「 」, hiragana, katakana
        case 0x4E00...0x9FFF, 0xFF01...0xFF60: 2  // kanji, full-width forms
        default: nil
        }
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
