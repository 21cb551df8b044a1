package import Records

/// The volunteer offers what the resident needs: all of it, or at least so many of it.
///
/// A resident without needs is covered by everybody when all are asked for, by nobody when some are.
package struct CoversRule: PairRule {
    package let needs: TagSource
    package let offers: OfferSource
    /// How many needs must be covered; `nil` for all of them.
    package let atLeast: Int?

    package init(needs: TagSource, offers: OfferSource, atLeast: Int?) {
        self.needs = needs
        self.offers = offers
        self.atLeast = atLeast
    }

    package var id: String { "covers-\(needs.field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: needs.field)
        guard let atLeast else {
            return Bilingual(ja: "\(name.ja)をすべて満たす", en: "covers all \(name.en)")
        }
        return Bilingual(ja: "\(name.ja)を\(atLeast)つ以上満たす", en: "covers at least \(atLeast) of \(name.en)")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let needed = needs.sets(in: cohort.residents, of: cohort).map { $0 ?? TagSet() }
        let offers = offers.offers(in: cohort)
        let atLeast = atLeast
        return { volunteer, resident in
            let needs = needed[resident]
            if let atLeast {
                return needs.sharedCount(with: offers(volunteer, resident) ?? TagSet()) >= atLeast
            }
            return needs.isSubset(of: offers(volunteer, resident) ?? TagSet())
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: needs.field)
        let needed = needs.sets(in: cohort.residents, of: cohort)[resident] ?? TagSet()
        let offered = offers.offers(in: cohort)(volunteer, resident) ?? TagSet()
        let missing = cohort.vocabulary(ofField: needs.field).names(of: needed.subtracting(offered))
        return Bilingual(
            ja: "\(name.ja)のうち\(missing.ja)に対応できない", en: "\(name.en): \(missing.en) not offered")
    }
}
