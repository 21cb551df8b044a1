import Records
import Yams

/// Walks a YAML document and collects every mistake with line and column.
///
/// Scalars are read from their text and never as YAML's own numbers or truth values: `0131` is a postal prefix
/// and not octal 89, `12:30` is a time and not 750, `no` is a word.
final class ConfigReader {
    let file: String
    private(set) var issues: [ConfigIssue] = []
    /// Nodes that may still be visited.
    ///
    /// Aliases are expanded by the parser, so that nine lines can stand for billions of nodes.
    private var budget = 20_000

    init(file: String) {
        self.file = file
    }

    var hasErrors: Bool { issues.contains { $0.severity == .error } }

    func report(_ message: Bilingual, at node: Node?, severity: ConfigIssue.Severity = .error) {
        let issue = ConfigIssue(
            severity: severity, file: file, line: node?.mark?.line, column: node?.mark?.column,
            message: message)
        if !issues.contains(issue) { issues.append(issue) }
    }

    /// Whether the document is small enough to be walked; reports it where it is not.
    func isWithinBudget(_ root: Node) -> Bool {
        var pending = [root]
        while let node = pending.popLast() {
            budget -= 1
            if budget < 0 {
                report(
                    Bilingual(
                        ja: "ファイルが大きすぎます（別名 & * の展開を含め2万項目まで）",
                        en: "the file is too large (20,000 nodes at most, expanded aliases & * included)"),
                    at: nil)
                return false
            }
            switch node {
            case .mapping(let mapping): pending += mapping.map(\.value)
            case .sequence(let sequence): pending += sequence
            default: break
            }
        }
        return true
    }

    /// The entries of a mapping in the order of the file, or `nil` (reported) for anything else.
    func entries(_ node: Node, _ what: String) -> [(key: String, keyNode: Node, value: Node)]? {
        guard case .mapping(let mapping) = node else {
            reportKind(node, expected: Bilingual(ja: "「キー: 値」の組", en: "a mapping of keys and values"), what)
            return nil
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                report(Bilingual(ja: "キーが文字ではありません", en: "a key must be a word"), at: key)
                return nil
            }
            return (name, key, value)
        }
    }

    /// The values of a mapping by key.
    ///
    /// Unknown keys are reported with the nearest known one, missing required keys with their names.
    func mapping(
        _ node: Node, _ what: String, keys: [String], required: [String] = []
    ) -> [String: Node]? {
        guard let entries = entries(node, what) else { return nil }
        var values: [String: Node] = [:]
        for (key, keyNode, value) in entries {
            if keys.contains(key) {
                values[key] = value
            } else {
                reportUnknown(key, at: keyNode, known: keys, noun: Bilingual(ja: "キー", en: "key"))
            }
        }
        for key in required where values[key] == nil {
            report(
                Bilingual(ja: "\(what): 「\(key)」がありません", en: "\(what): '\(key)' is missing"), at: node)
        }
        return values
    }

    func list(_ node: Node, _ what: String) -> [Node]? {
        guard case .sequence(let sequence) = node else {
            reportKind(node, expected: Bilingual(ja: "一覧 […]", en: "a list […]"), what)
            return nil
        }
        return Array(sequence)
    }

    /// The text of a scalar, exactly as written.
    func text(_ node: Node, _ what: String) -> String? {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            reportKind(node, expected: Bilingual(ja: "一つの値", en: "a single value"), what)
            return nil
        }
        return scalar.string
    }

    /// A path of the file, resolved against the folder of the programme file.
    func resolved(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let slash = file.lastIndex(of: "/") else { return path }
        return String(file[...slash]) + path
    }

    func texts(_ node: Node, _ what: String) -> [String]? {
        list(node, what)?.compactMap { text($0, what) }
    }

    func integer(_ node: Node, _ what: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(node, what) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            report(
                Bilingual(
                    ja: "\(what): 「\(text)」は使えません（\(range.lowerBound)〜\(range.upperBound)の整数）",
                    en:
                        "\(what): '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"
                ),
                at: node)
            return nil
        }
        return value
    }

    /// A decimal number as hundredths: `2.5` is 250.
    func hundredths(_ node: Node, _ what: String, atMost: Int) -> Int? {
        guard let text = text(node, what) else { return nil }
        guard let value = Quantity.hundredths(text), value >= 0, value <= atMost * 100 else {
            report(
                Bilingual(
                    ja: "\(what): 「\(text)」は使えません（0〜\(atMost)の数、小数は2桁まで）",
                    en: "\(what): '\(text)' is not a number from 0 to \(atMost) with at most two decimals"),
                at: node)
            return nil
        }
        return value
    }

    func yesOrNo(_ node: Node, _ what: String) -> Bool? {
        guard let text = text(node, what) else { return nil }
        switch text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            report(
                Bilingual(
                    ja: "\(what): 「\(text)」は使えません（yes または no）", en: "\(what): '\(text)' is not yes or no"),
                at: node)
            return nil
        }
    }

    /// A quantity with its unit, read by `read`; `example` shows how it is written.
    func quantity(
        _ node: Node, _ what: String, example: String, _ read: (String) -> Int?
    ) -> Int? {
        guard let text = text(node, what) else { return nil }
        guard let value = read(text) else {
            report(
                Bilingual(
                    ja: "\(what): 「\(text)」は使えません（例: \(example)）",
                    en: "\(what): '\(text)' cannot be read; write it as \(example)"),
                at: node)
            return nil
        }
        return value
    }

    /// `{ja: …, en: …}`, or one text for both.
    func bilingual(_ node: Node, _ what: String) -> Bilingual? {
        if case .scalar(let scalar) = node { return Bilingual(scalar.string) }
        guard let values = mapping(node, what, keys: ["ja", "en"], required: ["ja", "en"]),
            let ja = values["ja"].flatMap({ text($0, what) }),
            let en = values["en"].flatMap({ text($0, what) })
        else { return nil }
        return Bilingual(ja: ja, en: en)
    }

    /// One of a closed list of words.
    func choice(_ node: Node, _ what: String, of words: [String]) -> String? {
        guard let text = text(node, what) else { return nil }
        if words.contains(text) { return text }
        reportUnknown(text, at: node, known: words, noun: Bilingual(ja: "「\(what)」の値", en: what))
        return nil
    }

    func reportUnknown(_ word: String, at node: Node?, known: [String], noun: Bilingual) {
        let guess = Spelling.nearest(to: word, in: known)
        let hint =
            guess.map { Bilingual(ja: "「\($0)」のことですか？", en: "did you mean '\($0)'?") }
            ?? Bilingual(
                ja: "使えるのは: \(known.joined(separator: "、"))",
                en: "known are: \(known.joined(separator: ", "))")
        report(
            Bilingual(
                ja: "不明な\(noun.ja)「\(word)」。\(hint.ja)", en: "unknown \(noun.en) '\(word)'; \(hint.en)"),
            at: node)
    }

    private func reportKind(_ node: Node, expected: Bilingual, _ what: String) {
        report(
            Bilingual(ja: "\(what): \(expected.ja)が必要です", en: "\(what): expected \(expected.en)"), at: node)
    }
}

/// Reads quantities with units.
enum Quantity {
    /// `2.5` → 250; at most two decimals, no sign.
    static func hundredths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = digits(parts[0]), whole <= 1_000_000 else {
            return nil
        }
        guard parts.count == 2 else { return whole * 100 }
        guard (1...2).contains(parts[1].utf8.count), let decimals = digits(parts[1]) else { return nil }
        return whole * 100 + decimals * (parts[1].utf8.count == 1 ? 10 : 1)
    }

    /// `8 km`, `1.5 km`, `800 m` → metres.
    static func metres(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let value = hundredths(String(parts[0])) else { return nil }
        switch parts[1] {
        case "km": return value * 10
        case "m" where value % 100 == 0: return value / 100
        default: return nil
        }
    }

    /// `2 hours`, `90 minutes`, `1.5 h` → quarter hours; nothing finer.
    static func quarters(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let value = hundredths(String(parts[0])) else { return nil }
        switch parts[1] {
        case "hours", "hour", "h": return value * 4 % 100 == 0 ? value * 4 / 100 : nil
        case "minutes", "minute", "min": return value % 1500 == 0 ? value / 1500 : nil
        default: return nil
        }
    }

    /// `90%`, `33.3 %` → hundredths of a percent.
    static func share(_ text: String) -> Int? {
        guard let last = text.unicodeScalars.last, last == "%" || last == "％" else { return nil }
        let number = text.unicodeScalars.dropLast().reversed().drop { $0 == " " }.reversed()
        return hundredths(String(String.UnicodeScalarView(number)))
    }

    /// `3 hours`, `90 minutes`, `1.5 h` → minutes.
    static func length(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let value = hundredths(String(parts[0])) else { return nil }
        switch parts[1] {
        case "hours", "hour", "h": return value * 60 % 100 == 0 ? value * 60 / 100 : nil
        case "minutes", "minute", "min": return value % 100 == 0 ? value / 100 : nil
        default: return nil
        }
    }

    /// `3 days` → 3.
    static func days(_ text: String) -> Int? { count(text, ["days", "day"], atMost: 365) }

    /// `15 minutes` → 15.
    static func minutes(_ text: String) -> Int? {
        count(text, ["minutes", "minute", "min"], atMost: 24 * 60)
    }

    /// `8:30` → 510 minutes after midnight.
    static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, let hour = digits(parts[0]),
            let minute = digits(parts[1]),
            hour <= 24, minute < 60, hour * 60 + minute <= 24 * 60
        else { return nil }
        return hour * 60 + minute
    }

    private static func count(_ text: String, _ units: [String], atMost: Int) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, units.contains(String(parts[1])), let value = digits(parts[0]),
            value <= atMost
        else {
            return nil
        }
        return value
    }

    /// `6 months` → 6.
    static func months(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[1] == "months" || parts[1] == "month", let value = digits(parts[0]),
            (1...120).contains(value)
        else { return nil }
        return value
    }

    private static func digits(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
