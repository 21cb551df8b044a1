/// What the format of a cell says its number stands for.
enum NumberFormat: Hashable {
    /// A number: the format changes only how it is shown.
    case number
    /// A day, perhaps with a time.
    case date
    /// A time of the day.
    case time
    /// A length of time, which may be longer than a day: `[h]:mm`.
    case elapsed
    /// A code with leading zeros: `0000000`.
    case padded(digits: Int)
    /// A Japanese postal code, Excel's own format of that name: `000\-0000`.
    case postalCode

    /// The format of an identifier that needs no definition (ECMA-376 part 1, 18.8.30, with those of East Asia).
    init(builtIn id: Int) {
        self =
            switch id {
            case 14...17, 22, 27...31, 34...36, 50...58: .date
            case 18...21, 32, 33, 45, 47: .time
            case 46: .elapsed
            default: .number
            }
    }

    /// The meaning of a format code, such as `yyyy/m/d`, `[$-411]ggge"年"m"月"d"日"` or `0.0%`.
    init(code: String) {
        let section = NumberFormat.positiveSection(code)
        if code.contains(#"[<=999]000"#), code.hasSuffix(#"000\-0000"#) || code.hasSuffix("000-0000") {
            self = .postalCode
        } else if section.count > 1, section.allSatisfy({ $0 == "0" }) {
            self = .padded(digits: section.count)
        } else {
            self = NumberFormat.timeKind(section)
        }
    }

    /// The first section of a code in lower case, without literal text, fill characters, colours, conditions
    /// and languages; what is left of a bracket is that of a length of time.
    private static func positiveSection(_ code: String) -> [Character] {
        var section: [Character] = []
        var rest = Substring(code)
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"":
                while let inner = rest.popFirst(), inner != "\"" {}
            case "\\", "_", "*", "!":
                _ = rest.popFirst()
            case "[":
                let word = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.dropFirst(word.count + 1)
                if ["h", "hh", "m", "mm", "s", "ss"].contains(word) { section += "[" + word + "]" }
            default:
                section += character.lowercased()
            }
        }
        return section
    }

    private static func timeKind(_ section: [Character]) -> NumberFormat {
        let text = String(section)
        if text.contains("general") || text.contains("標準") { return .number }
        // The letter e is a year, but behind a digit it begins an exponent.
        let letters = text.replacing("0e+", with: "").replacing("0e-", with: "").replacing("#e+", with: "")
        let isClock = letters.contains { "hs".contains($0) }
        let clock = letters.replacing("am/pm", with: "").replacing("a/p", with: "")
        if clock.contains(where: { "ydgeab".contains($0) }) { return .date }
        if letters.contains("[") { return .elapsed }
        if isClock { return .time }
        return clock.contains("m") ? .date : .number
    }
}
