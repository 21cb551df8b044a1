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

    package func rows(in cohort: Cohort) -> any RuleRows {
        Rows(
            offers: offers.rows(in: cohort),
            needs: needs.sets(in: cohort.residents, of: cohort).map { $0?.indices ?? [] }, atLeast: atLeast)
    }

    private struct Rows: RuleRows {
        let offers: OfferRows
        let needs: [[Int]]
        let atLeast: Int?

        var effort: RowEffort { .words }

        func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
            let needs = needs[resident]
            let least = atLeast ?? needs.count
            guard least <= needs.count else { return row.fill(scope.stretches, with: true) }
            row.fill(scope.stretches, with: false)
            guard least > 0 else { return }
            guard let offered = offers.rows(for: resident) else {
                return row.fill(scope.stretches, with: true)
            }
            if least == needs.count {
                for tag in needs { row.formUnion(ofOthersThan: offered[tag], in: scope.stretches) }
                return
            }
            // Who offers at least 1, 2, … of the needs seen so far.
            var counted = Array(repeating: row, count: least)
            for tag in needs {
                for level in counted.indices.reversed() {
                    var more = offered[tag]
                    if level > 0 { more.formIntersection(counted[level - 1], in: scope.stretches) }
                    counted[level].formUnion(more, in: scope.stretches)
                }
            }
            row.formUnion(counted[least - 1], in: scope.stretches)
            row.invert(scope.stretches)
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
