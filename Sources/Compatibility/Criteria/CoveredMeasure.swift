package import Records

/// How much of what the resident needs the volunteer offers: the share of the needs, or their number.
package struct CoveredMeasure: Measure {
    package let needs: TagSource
    package let offers: OfferSource
    /// Needs that make a full measure; `nil` for all that the resident has.
    package let fullAt: Int?

    package init(needs: TagSource, offers: OfferSource, fullAt: Int?) {
        self.needs = needs
        self.offers = offers
        self.fullAt = fullAt
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let needed = needs.sets(in: cohort.residents, of: cohort)
        let offers = offers.offers(in: cohort)
        let fullAt = fullAt
        return { volunteer, resident in
            guard let needs = needed[resident], !needs.isEmpty, let offered = offers(volunteer, resident)
            else {
                return nil
            }
            return min(1000, needs.sharedCount(with: offered) * 1000 / (fullAt ?? needs.count))
        }
    }

    package func rows(in cohort: Cohort) -> any MeasureRows {
        let needed = needs.sets(in: cohort.residents, of: cohort).map { $0.flatMap { $0.isEmpty ? nil : $0 } }
        let (offered, positions) = offers.setsPerNumber(in: cohort)
        let fullAt = fullAt.map { Int32($0) }
        return Rows(
            offers: offered.map { sets in
                SharedTagRows(volunteers: sets, residents: needed) { common, _, needs in
                    min(1000, common * 1000 / (fullAt ?? needs))
                }
            }, positions: positions)
    }

    private struct Rows: MeasureRows {
        let offers: [SharedTagRows]
        let positions: [Int?]

        func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
            if let position = positions[resident] {
                offers[position].measure(resident, with: volunteers, into: &values)
            } else {
                for index in volunteers.indices { values[index] = MissingValue.mark }
            }
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let needed = needs.sets(in: cohort.residents, of: cohort)
        let offered = offers.offers(in: cohort)
        let field = offers.field
        let label = cohort.label(ofField: field)
        let vocabulary = cohort.vocabulary(ofField: field)
        return { volunteer, resident in
            guard let needs = needed[resident],
                let offered = offered(volunteer, resident)
            else { return nil }
            let covered = needs.intersection(offered)
            if covered.isEmpty { return nil }
            let names = vocabulary.names(of: covered)
            return Bilingual(ja: "\(label.ja): \(names.ja)", en: "\(label.en): \(names.en)")
        }
    }
}
