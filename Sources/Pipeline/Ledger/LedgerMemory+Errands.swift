import CaseLedger
import Compatibility
import Intake
import Programmes
import Records

extension CohortReading {
    /// The times that the ledger holds as taken, for programmes of errands.
    var takenTimes: TakenTimes {
        var times = TakenTimes()
        let all = memory?.history.errands ?? []
        for (taken, place) in zip(all, places(of: all)) {
            guard let window = ClockWindow(start: taken.plan.start, end: taken.plan.end) else { continue }
            times.add(
                Errand(
                    date: taken.plan.date, window: window, minutes: taken.plan.end - taken.plan.start,
                    place: place), of: taken.volunteer)
        }
        return times
    }

    /// What keeps volunteers from being in two places at once; `nil` for programmes without errands.
    var errandConflicts: ErrandConflicts? {
        programme.errands.map { ErrandConflicts($0.spec, in: cohort, taken: takenTimes) }
    }

    /// Where errands are that were agreed on before: as this month's export says, else the centre of the municipality;
    /// `nil` online.
    func places(of errands: [TakenErrand]) -> [Place?] {
        guard let spec = programme.errands?.spec, !errands.isEmpty else { return errands.map { _ in nil } }
        let known = Dictionary(
            zip(cohort.residents.ids, cohort.residents.places(spec.place)),
            uniquingKeysWith: { first, _ in first })
        return errands.map { taken in
            taken.plan.municipality.flatMap { code in
                (known[taken.request] ?? nil) ?? places?.place(municipality: code)
            }
        }
    }
}
