import Records

/// What a cell of a workbook can hold.
enum SpreadsheetText {
    /// Excel allows 32,767 UTF-16 units; what is longer is refused by the library and would be lost.
    static let limit = 32_000

    /// The text as it can be written: cut where it is too long, and without what XML cannot carry.
    static func writable(_ text: String, language: Language) -> String {
        if isWritable(text) { return text }
        var kept = String.UnicodeScalarView()
        var units = 0
        for scalar in escaped(text).unicodeScalars {
            units += UTF16.width(scalar)
            if units > limit {
                let note = Bilingual(ja: "…（以下省略。全文はCSVの一覧にあります）", en: "… (cut; the CSV list has all of it)")
                return String(kept) + note[language]
            }
            // Not characters of XML; nor is NUL, at which the library would stop.
            kept.append([0x0, 0xFFFE, 0xFFFF].contains(scalar.value) ? "\u{FFFD}" : scalar)
        }
        return String(kept)
    }

    /// Whether a text can be written as it is: nearly all can, and it takes one look at their bytes to know.
    private static func isWritable(_ text: String) -> Bool {
        // A UTF-16 unit takes a byte of UTF-8 or more.
        guard text.utf8.count <= limit else { return false }
        var last: UInt8 = 0
        for byte in text.utf8 {
            // NUL, what may be U+FFFE or U+FFFF, and what may be an escaped character.
            switch (last, byte) {
            case (_, 0), (0xEF, 0xBF), (UInt8(ascii: "_"), UInt8(ascii: "x")): return false
            default: last = byte
            }
        }
        return true
    }

    /// A text that looks like an escaped character, `_x000D_`, gets its first line escaped, so that it stays what
    /// it is.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.count >= 7, text.contains("_x") else { return text }
        let units = Array(text.utf8)
        var result: [UInt8] = []
        for (index, unit) in units.enumerated() {
            result.append(unit)
            guard unit == UInt8(ascii: "_"), index + 7 <= units.count, units[index + 1] == UInt8(ascii: "x"),
                units[index + 6] == UInt8(ascii: "_"),
                units[(index + 2)..<(index + 6)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
            else { continue }
            result += "x005F_".utf8
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A name of at most 31 characters for a sheet, without those that Excel forbids.
    static func sheetName(_ name: String) -> String {
        let allowed = name.filter { !"[]:*?/\\".contains($0) }
        return String(allowed.prefix(31))
    }

    /// A text of a chart, where `=` at the beginning would make a reference of it.
    static func chartText(_ text: String, language: Language) -> String {
        let text = writable(text, language: language)
        return text.hasPrefix("=") ? "＝" + text.dropFirst() : text
    }

    /// A text for the head or foot of a page, where `&` begins a code and 255 characters are the most.
    static func pageText(_ text: String) -> String {
        String(text.prefix(80)).replacing("&", with: "&&")
    }
}
