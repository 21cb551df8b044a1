import Assignment
import Compatibility
import Programmes
import Records

extension LimitBuilder {
    /// The edges of each volunteer, apart by the period of the errand's date, with its first day; one group, from the
    /// as-of date, where there is no period.
    func edgesByVolunteer(per period: Period?) -> [(volunteer: Int, start: CivilDate, edges: [Int])] {
        guard let period, let spec = programme.errands?.spec else {
            return edgesByPerson(.volunteer).enumerated().map { ($0, cohort.asOf, $1) }
        }
        let dates = cohort.residents.dates(spec.date)
        return edgesByPerson(.volunteer).enumerated().flatMap { volunteer, list in
            let groups = Dictionary(grouping: list.filter { dates[candidates.edges[$0].resident] != nil }) {
                dates[candidates.edges[$0].resident].map(period.start(of:))
            }
            return groups.sorted { ($0.key?.dayNumber ?? 0) < ($1.key?.dayNumber ?? 0) }.map {
                (volunteer, $0 ?? cohort.asOf, $1)
            }
        }
    }

    /// One row for each volunteer and period with more candidates than the volunteer's number.
    func rows(_ count: ErrandCount, _ index: Int, id: String) throws(PipelineError) -> [LimitRow] {
        let most = try mostOf(count)
        return edgesByVolunteer(per: count.period).compactMap { volunteer, start, list in
            let left = memory?.reduced.left(ofLimit: index, volunteer: volunteer, start: start)
            guard let most = left ?? most[volunteer], !list.isEmpty else { return nil }
            return LimitRow(
                id: id, label: count.label, group: Bilingual(cohort.volunteers.ids[volunteer].text),
                isGroupPublic: false, asks: LimitText.bound(most, .pairs, isLower: false), scale: .pairs,
                limit: Limit(name: id, terms: list.map { Limit.Term(edge: $0) }, atMost: most),
                isPersonal: true, isRedundant: list.count <= most, period: count.period,
                isReduced: left != nil)
        }
    }

    private func mostOf(_ count: ErrandCount) throws(PipelineError) -> [Int?] {
        let numbers = cohort.volunteers.numbers(count.field)
        if let person = numbers.firstIndex(where: { ($0 ?? 0) < 0 }) {
            throw .negativeAmount(
                cohort.volunteers.ids[person], field: cohort.label(ofField: count.field),
                value: numbers[person] ?? 0)
        }
        return numbers
    }
}
