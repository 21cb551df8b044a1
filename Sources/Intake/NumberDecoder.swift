import Records

/// A whole number, with full-width or mixed digits, thousands separators and the field's own suffix.
package struct NumberDecoder: CellDecoder {
    /// More digits than any count, age or amount has, and still far from overflowing a sum.
    private static let digitLimit = 15

    private let suffix: String?
    private let shownSuffix: String

    /// - Parameter suffix: What may follow the number (`人`, `. Klasse`); widths and case do not matter.
    package init(suffix: String? = nil) {
        let key = suffix.map(Normalisation.key) ?? ""
        self.suffix = key.isEmpty ? nil : key
        shownSuffix = suffix ?? ""
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<Int> {
        var key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        if let suffix, key.hasSuffix(suffix) {
            key = Normalisation.folded(String(key.dropLast(suffix.count)))
        }
        var scanner = ScalarScanner(key)
        let isNegative = scanner.takeAny(["-", "−", "▲"]) != nil
        if !isNegative { _ = scanner.take("+") }
        guard let value = NumberDecoder.digits(&scanner), scanner.isAtEnd else { throw defect }
        return Decoded(isNegative ? -value : value)
    }

    /// Digits without separators, or in groups of three after a first group of one to three.
    private static func digits(_ scanner: inout ScalarScanner) -> Int? {
        guard let first = scanner.digitRun() else { return nil }
        var value = first.value
        var count = first.count
        while scanner.next == "," {
            guard first.count <= 3, scanner.take(","), let group = scanner.digitRun(), group.count == 3 else {
                return nil
            }
            count += 3
            guard count <= digitLimit else { return nil }
            value = value * 1000 + group.value
        }
        return count <= digitLimit ? value : nil
    }

    private var defect: Defect {
        let example = "12" + shownSuffix
        return Defect(
            problem: Bilingual(ja: "整数として読み取れません。", en: "This is not a whole number."),
            cure: Bilingual(
                ja: "12 や 1,200" + (suffix == nil ? "" : "、\(example)") + " のように、一つの整数だけを書いてください。",
                en: "Write one whole number, as 12 or 1,200" + (suffix == nil ? "" : " or \(example)") + "."))
    }
}
