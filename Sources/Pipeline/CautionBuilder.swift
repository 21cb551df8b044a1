import Compatibility
import Programmes
import Records
import Reporting

/// What only warns, for the lists and the report of one run; and whose profiles are old.
struct CautionBuilder {
    private let cohort: Cohort
    private let programme: Programme
    private let kinds: [Cautions.Kind]
    private let people: [Side: [[Cautions.Warning]]]
    private let pairs: @Sendable (Int, Int) -> [Cautions.Warning]

    init(_ cohort: Cohort, _ programme: Programme) {
        let cautions = programme.cautions
        self.cohort = cohort
        self.programme = programme
        kinds = cautions.kinds(in: cohort)
        people = Dictionary(
            uniqueKeysWithValues: Side.allCases.map { ($0, cautions.people($0, in: cohort)) })
        pairs = cautions.pairs(in: cohort)
    }

    /// Every warning about two people and their pair, or `nil` for none.
    func sentence(volunteer: Int, resident: Int) -> Bilingual? {
        join(warnings(.resident, resident) + warnings(.volunteer, volunteer) + pairs(volunteer, resident))
    }

    /// Every warning about one resident, or `nil` for none.
    func sentence(resident: Int) -> Bilingual? { join(warnings(.resident, resident)) }

    private func warnings(_ side: Side, _ person: Int) -> [Cautions.Warning] { people[side]?[person] ?? [] }

    private func join(_ warnings: [Cautions.Warning]) -> Bilingual? {
        warnings.isEmpty
            ? nil : Bilingual.join(warnings.map(\.text), by: Bilingual(ja: "、", en: "; "))
    }

    /// How often each kind came: people of the export, or proposed pairs.
    func figures(_ proposed: [(volunteer: Int, resident: Int)]) -> [CautionFigure] {
        var counts = Array(repeating: 0, count: kinds.count)
        for warning in people.values.joined().joined() { counts[warning.kind] += 1 }
        for pair in proposed {
            for warning in pairs(pair.volunteer, pair.resident) { counts[warning.kind] += 1 }
        }
        return zip(kinds, counts).map { kind, count in
            CautionFigure(id: kind.id, label: kind.label, side: kind.side, count: count)
        }
    }

    /// The profiles to be brought up to date, where the programme asks for the list.
    func refresh(
        details: (Side) -> [[String]], isProposed: (Side, Int) -> Bool
    ) -> RefreshList? {
        guard let refresh = programme.lists.refresh else { return nil }
        let bound = refresh.olderThan.days(before: cohort.asOf)
        let profiles = Side.allCases.filter { cohort.fields[refresh.field]?.headers[$0] != nil }
            .flatMap { side in
                let columns = details(side)
                return cohort[side].dates(refresh.field).enumerated()
                    .filter { $0.element.map { cohort.asOf - $0 > bound } ?? true }
                    .map { person, date in
                        StaleProfile(
                            side: side, person: cohort[side].ids[person], row: cohort[side].rows[person],
                            details: columns.map { $0[person] }, date: date,
                            days: date.map { max(0, cohort.asOf - $0) },
                            isProposed: isProposed(side, person))
                    }
            }
        // Sides in their order, ids in theirs: a stable sort by the days keeps both.
        let sorted = profiles.enumerated().sorted {
            ($1.element.days ?? .max, $0.offset) < ($0.element.days ?? .max, $1.offset)
        }
        return RefreshList(
            label: cohort.label(ofField: refresh.field), olderThan: refresh.olderThan.label,
            profiles: sorted.map(\.element))
    }
}
