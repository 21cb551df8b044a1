package import Records

/// The two live at most so far apart; the bound itself is near enough.
///
/// A missing place is too far.
package struct WithinRule: PairRule {
    package let field: String
    /// Largest distance in metres, inclusive.
    package let metres: Int
    /// Who need not be near.
    package let exemption: DistanceExemption?

    package init(field: String, metres: Int, unless exemption: DistanceExemption? = nil) {
        self.field = field
        self.metres = metres
        self.exemption = exemption
    }

    package var id: String { "within-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let bound = Wording.bound(metres: metres)
        switch exemption {
        case nil: return Bilingual(ja: "\(bound.ja)以内", en: "at most \(bound.en) apart")
        case .both(let condition)?:
            let value = condition.valueLabel(in: cohort)
            return Bilingual(
                ja: "\(bound.ja)以内（双方が\(value.ja)可なら不問）",
                en: "at most \(bound.en) apart, unless both accept \(value.en)")
        case .resident(let condition)?:
            let value = condition.valueLabel(in: cohort)
            return Bilingual(
                ja: "\(bound.ja)以内（\(value.ja)なら不問）", en: "at most \(bound.en) apart, unless \(value.en)")
        }
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let volunteers = cohort.volunteers.places(field).map { $0?.coordinate }
        let residents = cohort.residents.places(field).map { $0?.coordinate }
        let volunteersExempt = exempt(cohort.volunteers, cohort)
        let residentsExempt = exempt(cohort.residents, cohort)
        let metres = metres
        return { volunteer, resident in
            if volunteersExempt[volunteer], residentsExempt[resident] { return true }
            guard let a = volunteers[volunteer], let b = residents[resident] else { return false }
            return a.metres(to: b) <= metres
        }
    }

    package func rows(in cohort: Cohort) -> any RuleRows {
        Rows(
            volunteers: SpherePoints(cohort.volunteers.places(field)),
            residents: SpherePoints(cohort.residents.places(field)), bound: DistanceBound(metres: metres),
            volunteersExempt: BitRow(exempt(cohort.volunteers, cohort)),
            residentsExempt: exempt(cohort.residents, cohort))
    }

    package func nearby(in cohort: Cohort) -> NearbyVolunteers? {
        NearbyVolunteers(
            volunteers: cohort.volunteers.places(field), residents: cohort.residents.places(field),
            metres: metres, exempt: (exempt(cohort.volunteers, cohort), exempt(cohort.residents, cohort)))
    }

    private struct Rows: RuleRows {
        let volunteers: SpherePoints
        let residents: SpherePoints
        let bound: DistanceBound
        let volunteersExempt: BitRow
        let residentsExempt: [Bool]

        var effort: RowEffort { .volunteers }

        func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
            if residents.isKnown(resident) {
                for stretch in scope.stretches {
                    for word in stretch {
                        let asked = scope.asked.words[word]
                        row.setWord(
                            word,
                            asked == 0
                                ? 0
                                : volunteers.farther(
                                    than: bound, from: resident, of: residents, word: word, asked: asked))
                    }
                }
            } else {
                row.fill(scope.stretches, with: true)
            }
            if residentsExempt[resident] { row.subtract(volunteersExempt, in: scope.stretches) }
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        guard let a = cohort.volunteers.places(field)[volunteer],
            let b = cohort.residents.places(field)[resident]
        else { return Bilingual(ja: "住まいがわからない", en: "where they live is not known") }
        let distance = Wording.distance(metres: a.coordinate.metres(to: b.coordinate))
        let bound = Wording.bound(metres: metres)
        return Bilingual(
            ja: "\(distance.ja)離れている（\(bound.ja)以内が条件）",
            en: "\(distance.en) apart (at most \(bound.en) allowed)")
    }

    private func exempt(_ table: PersonTable, _ cohort: Cohort) -> [Bool] {
        exemption?.part(of: table, in: cohort) ?? Array(repeating: false, count: table.count)
    }
}
