import CaseLedger
import Programmes
import Records

/// What the ledger holds of everybody's weeks over all parts of a run: running pairs take their hours in every week, errands
/// and hours on record of the programme of errands in their own.
struct HeldWeeks {
    /// Minutes of every week.
    private(set) var always: [PersonID: Int] = [:]
    /// Minutes by Monday, as a day number.
    private(set) var weeks: [PersonID: [Int: Int]] = [:]

    init(_ parts: [TogetherPart], of people: [PersonID]) {
        for part in parts {
            guard let history = part.reading.memory?.history else { continue }
            switch part.load {
            case .everyWeek(let minutes):
                for (id, count) in history.running[.volunteer] ?? [:] {
                    always[id, default: 0] += count * minutes
                }
            case .errand:
                let used = Used(history)
                let first = part.reading.cohort.asOf.monday
                for id in people {
                    for (start, minutes) in used.minutes(of: id, .week) where start >= first {
                        weeks[id, default: [:]][start.dayNumber, default: 0] += minutes
                    }
                }
            }
        }
    }

    /// What is left of somebody's minutes in every week, and in one week.
    func left(_ id: PersonID, of most: Int, week: Int? = nil) -> Int {
        max(0, most - (always[id] ?? 0) - (week.flatMap { weeks[id]?[$0] } ?? 0))
    }
}
