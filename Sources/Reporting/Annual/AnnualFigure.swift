package import Evidence
package import Records

/// A figure of the annual report: a number that may be printed, with everything that makes it one.
///
/// Made by `FigureBook` only, which decides what is hidden: a hidden figure holds no number, so that no page, file or
/// picture can give it away.
package struct AnnualFigure: Sendable {
    /// In what a value is counted, which decides how it is printed.
    package enum Unit: String, Sendable {
        case share, points = "percentage-points", count, days
        /// Whole minutes; pages print them as hours.
        case minutes
        case mean, yen, text
    }

    /// How value and interval were found.
    package enum Method: String, Sendable, CaseIterable {
        case count, wilson, newcombe, survival = "kaplan-meier", incidence = "aalen-johansen"
        case quantile, pairedT = "paired-t", sum, given
    }

    /// Whether it is printed.
    package enum State: Hashable, Sendable {
        case published
        /// Hidden, because it is small or would give a small count away.
        case suppressed
        /// There is no such number, and this is why.
        case unavailable(Bilingual)
    }

    package let id: String
    package let label: Bilingual
    /// What is divided by what, or counted.
    package let definition: Bilingual
    package let unit: Unit
    package let method: Method
    package let asOf: CivilDate
    package let state: State
    package let numerator: Int?
    package let denominator: Int?
    package let value: Double?
    package let interval: ConfidenceInterval?
    package let verdict: TargetVerdict?
    /// The text of a figure that is no number: a date, the name of a version.
    package let text: Bilingual?

    init(
        id: String, label: Bilingual, definition: Bilingual, unit: Unit, method: Method, asOf: CivilDate,
        state: State, numerator: Int? = nil, denominator: Int? = nil, value: Double? = nil,
        interval: ConfidenceInterval? = nil, verdict: TargetVerdict? = nil, text: Bilingual? = nil
    ) {
        let isShown = state == .published
        self.id = id
        self.label = label
        self.definition = definition
        self.unit = unit
        self.method = method
        self.asOf = asOf
        self.state = state
        self.numerator = isShown ? numerator : nil
        self.denominator = isShown ? denominator : nil
        self.value = isShown ? value : nil
        self.interval = isShown ? interval : nil
        self.verdict = isShown ? verdict : nil
        self.text = isShown ? text : nil
    }

    /// Why the interval is missing or a share is at an end of its scale, which readers take for certainty.
    var isAtEnd: Bool { unit == .share && (value == 0 || value == 1) }
}

extension AnnualFigure.Method {
    /// The method in words.
    package var label: Bilingual {
        switch self {
        case .count: Bilingual(ja: "実数", en: "count")
        case .wilson: Bilingual(ja: "割合とウィルソンのスコア区間", en: "share with Wilson score interval")
        case .newcombe: Bilingual(ja: "差とニューカムの区間", en: "difference with Newcombe hybrid score interval")
        case .survival:
            Bilingual(ja: "カプラン・マイヤー推定と log-log 区間", en: "Kaplan–Meier estimate with log-log interval")
        case .incidence:
            Bilingual(ja: "アーレン・ヨハンセン推定（競合する出来事あり）", en: "Aalen–Johansen estimate with competing events")
        case .quantile: Bilingual(ja: "四分位点", en: "quartile")
        case .pairedT: Bilingual(ja: "同じ人の前後の差とt区間", en: "paired difference with t interval")
        case .sum: Bilingual(ja: "合計", en: "sum")
        case .given: Bilingual(ja: "設定値", en: "setting")
        }
    }
}
