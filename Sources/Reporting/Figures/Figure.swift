package import Evidence
package import Records

/// A share that may be printed: never without its counts, definition, as-of date and interval.
package struct Figure: Sendable {
    /// Stable name: `proposed-of-eligible`.
    package let id: String
    package let label: Bilingual
    /// What is divided by what.
    package let definition: Bilingual
    package let numerator: Int
    package let denominator: Int
    /// The day on which the counts were taken.
    package let asOf: CivilDate

    package init(
        id: String, label: Bilingual, definition: Bilingual, numerator: Int, denominator: Int, asOf: CivilDate
    ) {
        self.id = id
        self.label = label
        self.definition = definition
        self.numerator = numerator
        self.denominator = denominator
        self.asOf = asOf
    }

    /// How the interval of every figure is computed.
    package static let method = Bilingual(
        ja: "ウィルソンのスコア法による95%信頼区間（Wilson 1927、Newcombe 1998）",
        en: "95% Wilson score interval (Wilson 1927, Newcombe 1998)")

    /// Numerator ÷ denominator, 0 to 1; `nil` where it cannot be computed.
    package var share: Double? { Proportion(successes: numerator, trials: denominator)?.share }

    /// The 95% interval of the share; `nil` where it cannot be computed.
    package var interval: WilsonInterval? { Proportion(successes: numerator, trials: denominator)?.interval }

    /// Why there is no share; `nil` where there is one.
    package var obstacle: Bilingual? {
        if share != nil { return nil }
        if numerator == 0, denominator == 0 {
            return Bilingual(
                ja: "計算できません: 対象者が0人",
                en: "cannot be computed: nobody in the denominator")
        }
        return Bilingual(
            ja: "計算できません: 分子と分母の人数が矛盾しています",
            en: "cannot be computed: the counts contradict each other")
    }
}
