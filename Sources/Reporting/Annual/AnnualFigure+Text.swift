package import Evidence
package import Records

extension AnnualFigure {
    /// Which part of a figure is printed.
    package enum Part: Hashable, Sendable, CaseIterable {
        case value, interval, counts, numerator, denominator, verdict
    }

    /// What stands for a number that is hidden.
    static let hidden = "‥"
    /// What stands for a number that there is not.
    static let absent = "—"

    /// A part as it is printed everywhere; all numbers of a report come from here.
    package func text(_ part: Part, in language: Language) -> String {
        switch state {
        case .suppressed: return Self.hidden
        case .unavailable: return Self.absent
        case .published: break
        }
        switch part {
        case .value: return text?[language] ?? value.map { printed($0, in: language) } ?? Self.absent
        case .interval:
            return interval.map { bounds($0) } ?? Self.absent
        case .counts:
            guard let numerator, let denominator else { return Self.absent }
            return NumberText.grouped(numerator) + " / " + NumberText.grouped(denominator)
        case .numerator: return numerator.map(NumberText.grouped) ?? Self.absent
        case .denominator: return denominator.map(NumberText.grouped) ?? Self.absent
        case .verdict: return verdict.map { $0.label[language] } ?? Self.absent
        }
    }

    private func printed(_ value: Double, in language: Language) -> String {
        switch unit {
        case .share: method == .given ? setting(value) : NumberText.percent(value)
        case .points: signed(value * 100) + (language == .ja ? "ポイント" : " points")
        case .count: NumberText.decimal(value, places: 0)
        case .days:
            NumberText.decimal(value, places: 0) + (language == .ja ? "日" : value == 1 ? " day" : " days")
        case .minutes:
            // Two decimals where one would not tell the minutes: 28 h 15 min are 28.25 h.
            NumberText.decimal(value / 60, places: value.remainder(dividingBy: 6) == 0 ? 1 : 2)
                + (language == .ja ? "時間" : " h")
        case .mean: NumberText.decimal(value, places: 2)
        case .yen:
            (language == .ja ? "" : "¥") + NumberText.decimal(value, places: 0) + (language == .ja ? "円" : "")
        case .text: Self.absent
        }
    }

    /// A target or a level: without decimals where it has none.
    private func setting(_ share: Double) -> String {
        let tenths = (share * 1000).rounded()
        return NumberText.decimal(share * 100, places: tenths.remainder(dividingBy: 10) == 0 ? 0 : 1) + "%"
    }

    /// What it is called where a line begins: with a capital in English.
    package func title(in language: Language) -> String {
        let text = label[language]
        guard language == .en, let first = text.unicodeScalars.first, ("a"..."z").contains(first) else {
            return text
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func bounds(_ interval: ConfidenceInterval) -> String {
        switch unit {
        case .share:
            NumberText.decimal(interval.lower * 100) + "–" + NumberText.decimal(interval.upper * 100) + "%"
        case .points: signed(interval.lower * 100) + " … " + signed(interval.upper * 100)
        case .mean: signed(interval.lower, places: 2) + " … " + signed(interval.upper, places: 2)
        default:
            NumberText.decimal(interval.lower, places: 0) + "–"
                + NumberText.decimal(interval.upper, places: 0)
        }
    }

    private func signed(_ value: Double, places: Int = 1) -> String {
        let text = NumberText.decimal(value, places: places)
        let isZero = !text.contains { ("1"..."9").contains($0) }
        if isZero { return NumberText.decimal(0, places: places) }
        return value > 0 ? "+" + text : text
    }

    /// Every text that the figure prints in a language; the numbers of a page are among these.
    package func texts(in language: Language) -> [String] {
        guard state == .published else { return [] }
        return Part.allCases.map { text($0, in: language) }.filter { $0 != Self.absent }
    }
}

extension TargetVerdict {
    /// The verdict in words.
    package var label: Bilingual {
        switch self {
        case .supported: Bilingual(ja: "目標達成を支持", en: "target supported")
        case .notSupported: Bilingual(ja: "目標達成を支持しない", en: "target not supported")
        case .notDistinguishable: Bilingual(ja: "目標との差があるとは言えない", en: "not distinguishable from the target")
        }
    }
}
