import CaseLedger
import Compatibility
import Programmes
import Records
import Reporting

/// Checks the times of a finished report of errands against the tables, minute by minute, without the code that
/// planned them.
enum ErrandAudit {
    /// What is wrong; empty when all is well, and for programmes without errands.
    static func findings(
        in report: MatchReport, reading: CohortReading, ruleset: Ruleset
    ) -> [String] {
        guard let errands = reading.programme.errands else { return [] }
        let check = Check(reading: reading, errands: errands)
        let before = reading.memory?.history.errands ?? []
        let taken = Dictionary(grouping: zip(before, reading.places(of: before))) { errand, _ in
            PairKey(volunteer: errand.volunteer, resident: PersonID(errand.plan.date.description))
        }.mapValues { $0.map { check.visit($0, at: $1) } }
        var findings: [String] = []
        var days: [PersonID: [CivilDate: [(visit: Visit, place: Place?)]]] = [:]
        for pair in report.pairs {
            guard let visit = pair.visit, let row = check.residents[pair.residentRow],
                let volunteer = check.volunteers[pair.volunteer]
            else {
                findings.append("\(pair.volunteer) × \(pair.resident): without a time")
                continue
            }
            findings += check.findings(visit, row: row, volunteer: volunteer).map {
                "\(pair.volunteer) × \(pair.resident): \($0)"
            }
            days[pair.volunteer, default: [:]][visit.date, default: []].append(
                (visit, visit.isOnline ? nil : check.places[row]))
        }
        for (volunteer, dates) in days.sorted(by: { $0.key < $1.key }) {
            for (date, day) in dates.sorted(by: { $0.key < $1.key }) {
                let key = PairKey(volunteer: volunteer, resident: PersonID(date.description))
                findings += check.findings(ofDay: day + (taken[key] ?? [])).map {
                    "\(volunteer) on \(date): \($0)"
                }
            }
        }
        for (key, day) in taken {
            guard let date = CivilDate(iso: key.resident.text) else { continue }
            days[key.volunteer, default: [:]][date, default: []] += day
        }
        return findings + check.spares(report, ruleset, busy: days)
    }

    private struct Check {
        let spec: ErrandSpec
        let expenses: Expenses?
        let cohort: Cohort
        /// Index of a resident by row, and of a volunteer by id.
        let residents: [Int: Int]
        let volunteers: [PersonID: Int]
        let places: [Place?]
        let homes: [Place?]

        init(reading: CohortReading, errands: ErrandProgramme) {
            spec = errands.spec
            expenses = errands.expenses
            cohort = reading.cohort
            residents = Dictionary(uniqueKeysWithValues: cohort.residents.rows.enumerated().map { ($1, $0) })
            volunteers = Dictionary(
                cohort.volunteers.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            places = cohort.residents.places(spec.place)
            homes = cohort.volunteers.places(spec.place)
        }

        /// A visit that was agreed on before this run, with its place.
        func visit(_ taken: TakenErrand, at place: Place?) -> (visit: Visit, place: Place?) {
            (
                Visit(
                    date: taken.plan.date, start: taken.plan.start, end: taken.plan.end,
                    isOnline: taken.plan.municipality == nil, metres: nil, yen: nil), place
            )
        }

        /// One visit against the row of its errand and the free time of its volunteer.
        func findings(_ visit: Visit, row: Int, volunteer: Int) -> [String] {
            var findings: [String] = []
            if cohort.residents.dates(spec.date)[row] != visit.date { findings.append("on another day") }
            if cohort.residents.numbers(spec.duration)[row] != visit.end - visit.start {
                findings.append("of another length")
            }
            if let window = cohort.residents.windows(spec.window)[row] {
                if visit.start < window.start || visit.end > window.end {
                    findings.append("outside its window")
                }
            }
            if visit.start < spec.hours.start || visit.end > spec.hours.end {
                findings.append("outside the opening hours")
            }
            if !isFree(volunteer, visit) { findings.append("the volunteer is not free") }
            if visit.yen != yen(visit, row, volunteer) { findings.append("other expenses") }
            return findings
        }

        /// Whether every quarter hour that a visit touches is free.
        func isFree(_ volunteer: Int, _ visit: Visit) -> Bool {
            guard let week = cohort.volunteers.weeklies(spec.freeTime)[volunteer] else { return false }
            return (visit.start / 15..<(visit.end + 14) / 15).allSatisfy {
                week.contains(visit.date.weekday, quarter: $0)
            }
        }

        private func yen(_ visit: Visit, _ row: Int, _ volunteer: Int) -> Int? {
            guard let expenses else { return nil }
            if visit.isOnline { return 0 }
            guard let here = homes[volunteer]?.coordinate, let there = places[row]?.coordinate else {
                return nil
            }
            let way = expenses.base * 1000 + expenses.perKilometre * here.metres(to: there)
            let tens = way * 2 / 10_000
            return (tens * 10_000 < way * 2 ? tens + 1 : tens) * 10
        }

        /// The visits of one volunteer on one day.
        func findings(ofDay day: [(visit: Visit, place: Place?)]) -> [String] {
            var findings = day.count > spec.mostPerDay ? ["\(day.count) errands"] : []
            let sorted = day.sorted { $0.visit.start < $1.visit.start }
            for (first, second) in zip(sorted, sorted.dropFirst())
            where first.visit.end + minutes(first.place, second.place) > second.visit.start {
                findings.append("too little time between \(first.visit.time) and \(second.visit.time)")
            }
            return findings
        }

        /// Minutes that somebody needs at least from one place to another.
        private func minutes(_ first: Place?, _ second: Place?) -> Int {
            guard first != nil || second != nil else { return 0 }
            guard let first, let second else { return spec.travel.buffer }
            let metres = first.coordinate.metres(to: second.coordinate)
            let way = metres * 60 / spec.travel.metresPerHour
            return spec.travel.buffer + way
        }

        /// Spares pass every rule, are free at that time or another of the window, and stand by once a day.
        func spares(
            _ report: MatchReport, _ ruleset: Ruleset,
            busy: [PersonID: [CivilDate: [(visit: Visit, place: Place?)]]]
        ) -> [String] {
            var findings: [String] = []
            var standsBy: Set<PairKey> = []
            let tests = ruleset.pairRules.map { $0.test(in: cohort) }
            let passes = ruleset.gates.map { $0.passes(cohort.volunteers, of: cohort) }
            for pair in report.pairs {
                guard let visit = pair.visit, let spare = visit.spare, let row = residents[pair.residentRow]
                else {
                    continue
                }
                guard let volunteer = volunteers[spare] else {
                    findings.append("\(pair.resident): spare \(spare) is not in the tables")
                    continue
                }
                if spare == pair.volunteer { findings.append("\(pair.resident): the spare is the volunteer") }
                if !passes.allSatisfy({ $0[volunteer] }) || !tests.allSatisfy({ $0(volunteer, row) }) {
                    findings.append("\(pair.resident): spare \(spare) fails a rule")
                }
                let key = PairKey(volunteer: spare, resident: PersonID(visit.date.description))
                if !standsBy.insert(key).inserted {
                    findings.append("\(spare): stands by twice on \(visit.date)")
                }
                let others = busy[spare]?[visit.date] ?? []
                if others.count >= spec.mostPerDay, !others.isEmpty {
                    findings.append("\(pair.resident): spare \(spare) has a full day")
                }
            }
            return findings
        }
    }
}
