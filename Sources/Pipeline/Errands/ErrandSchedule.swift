import Compatibility
import Programmes
import Records
import Reporting

/// When each chosen errand takes place, and what its requester pays for the way.
struct ErrandSchedule {
    /// By chosen edge.
    private(set) var visits: [Int: Visit] = [:]
    /// The chosen errands of each volunteer by day, as rows of the residents.
    private(set) var days: [DayKey: [Int]] = [:]

    /// A volunteer's day.
    struct DayKey: Hashable {
        let volunteer: Int
        let date: CivilDate
    }

    /// Plans every volunteer's days; an errand that the limits should not have let through gets no time.
    init(
        _ programme: ErrandProgramme, _ conflicts: ErrandConflicts, cohort: Cohort,
        edges: Candidates.EdgeList,
        chosen: [Int]
    ) {
        let spec = programme.spec
        let homes = cohort.volunteers.places(spec.place)
        let requesters = spec.requester.map(cohort.residents.texts) ?? cohort.residents.ids.map { _ in nil }
        var numbers: [DayKey: [Int]] = [:]
        for number in chosen {
            guard let errand = conflicts.errands[edges[number].resident] else { continue }
            numbers[DayKey(volunteer: edges[number].volunteer, date: errand.date), default: []].append(number)
        }
        days = numbers.mapValues { $0.map { edges[$0].resident } }
        for (key, day) in numbers {
            let errands = day.compactMap { conflicts.errands[edges[$0].resident] }
            let free = conflicts.free[key.volunteer][key.date.weekday.rawValue]
            guard
                let plan = DayPlan(
                    errands, around: conflicts.taken(key.volunteer, key.date), free: free, travel: spec.travel
                )
            else { continue }
            for visit in plan.visits {
                let errand = errands[visit.index]
                let metres = errand.place.flatMap { place in
                    homes[key.volunteer].map { $0.coordinate.metres(to: place.coordinate) }
                }
                let requester = requesters[edges[day[visit.index]].resident]
                visits[day[visit.index]] = Visit(
                    requester: requester.map { PersonID($0) }, date: key.date, start: visit.start,
                    end: visit.end, isOnline: errand.place == nil,
                    metres: metres, yen: Self.yen(errand, metres, programme.expenses))
            }
        }
    }

    /// Nothing to pay online; not known where the volunteer's home is not.
    private static func yen(_ errand: Errand, _ metres: Int?, _ expenses: Expenses?) -> Int? {
        guard let expenses else { return nil }
        return errand.place == nil ? 0 : metres.map(expenses.yen)
    }

    /// Names a spare for an errand.
    mutating func setSpare(_ volunteer: PersonID, ofEdge edge: Int) {
        visits[edge]?.spare = volunteer
    }
}
