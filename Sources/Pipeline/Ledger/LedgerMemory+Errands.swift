import CaseLedger
import Compatibility
import Intake
import Programmes
import Records

extension CohortReading {
    /// The times that the ledger holds as taken, for programmes of errands.
    var takenTimes: TakenTimes {
        var times = TakenTimes()
        for taken in memory?.history.errands ?? [] {
            guard let window = ClockWindow(start: taken.plan.start, end: taken.plan.end) else { continue }
            times.add(
                Errand(
                    date: taken.plan.date, window: window, minutes: taken.plan.end - taken.plan.start,
                    place: place(of: taken)), of: taken.volunteer)
        }
        return times
    }

    /// What keeps volunteers from being in two places at once; `nil` for programmes without errands.
    var errandConflicts: ErrandConflicts? {
        programme.errands.map { ErrandConflicts($0.spec, in: cohort, taken: takenTimes) }
    }

    /// Where an errand is that was agreed on before: as this month's export says, else the centre of its municipality;
    /// `nil` online.
    func place(of taken: TakenErrand) -> Place? {
        guard let code = taken.plan.municipality, let spec = programme.errands?.spec else { return nil }
        let row = cohort.residents.ids.firstIndex(of: taken.request)
        return row.flatMap { cohort.residents.places(spec.place)[$0] } ?? places?.place(municipality: code)
    }
}
