package import Records

/// Two numbers lie at most so far apart, the bound itself included: ages, levels, hours.
package struct GapRule: PairRule {
    package let field: String
    package let atMost: Int
    /// Whether a pair passes of whom one gave no number.
    package let unknownPasses: Bool

    package init(field: String, atMost: Int, unknownPasses: Bool) {
        self.field = field
        self.atMost = atMost
        self.unknownPasses = unknownPasses
    }

    package var id: String { "gap-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        return Bilingual(ja: "\(name.ja)の差が\(atMost)以内", en: "\(name.en): at most \(atMost) apart")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let volunteers = cohort.volunteers.numbers(field)
        let residents = cohort.residents.numbers(field)
        let atMost = atMost
        let unknownPasses = unknownPasses
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else {
                return unknownPasses
            }
            return GapRule.gap(mine, theirs) <= UInt(atMost)
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        guard let mine = cohort.volunteers.numbers(field)[volunteer],
            let theirs = cohort.residents.numbers(field)[resident]
        else { return Bilingual(ja: "\(name.ja)がわからない", en: "\(name.en) not known") }
        let gap = GapRule.gap(mine, theirs)
        return Bilingual(
            ja: "\(name.ja)の差が\(gap)（\(atMost)以内が条件）",
            en: "\(name.en): \(gap) apart (at most \(atMost) allowed)")
    }

    /// The distance of two numbers, which may be larger than any signed number.
    private static func gap(_ a: Int, _ b: Int) -> UInt {
        UInt(bitPattern: max(a, b) &- min(a, b))
    }
}
