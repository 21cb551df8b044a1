import CaseLedger
import Programmes
import Records
import Reporting

/// Checks the hours of everybody's weeks over the finished reports of all parts, day by day.
enum TogetherAudit {
    /// What is wrong; empty when all is well.
    static func findings(_ reports: [MatchReport], _ parts: [TogetherPart], hours: [PersonID: Int])
        -> [String]
    {
        var always: [PersonID: Int] = [:]
        var days: [PersonID: [CivilDate: Int]] = [:]
        for (report, part) in zip(reports, parts) {
            for pair in report.pairs {
                switch (part.load, pair.visit) {
                case (.everyWeek(let minutes), _): always[pair.volunteer, default: 0] += minutes
                case (.errand, let visit?):
                    days[pair.volunteer, default: [:]][visit.date, default: 0] += visit.end - visit.start
                case (.errand, nil): continue
                }
            }
        }
        return hours.sorted { $0.key < $1.key }.flatMap { id, most -> [String] in
            let (new, held) = (always[id] ?? 0, held(id, parts))
            let (own, regular) = (days[id] ?? [:], new + held.always)
            var findings =
                regular > most && new > 0 ? ["\(id): \(regular) minutes every week for \(most)"] : []
            // Of weeks that are over nothing is asked any more.
            let first = (parts.first?.reading.cohort.asOf).map { $0.dayNumber - $0.weekday.rawValue }
            let mondays = Set(own.keys.map { $0.dayNumber - $0.weekday.rawValue })
            let before = Set(
                held.days.keys.map { $0.dayNumber - $0.weekday.rawValue }.filter { $0 >= first ?? 0 })
            for monday in mondays.union(new > 0 ? before : []).sorted() {
                let week = (monday..<monday + 7).map(CivilDate.init(dayNumber:)).reduce(regular) {
                    $0 + (own[$1] ?? 0) + (held.days[$1] ?? 0)
                }
                if week > most {
                    findings.append("\(id): \(week) minutes in the week of \(monday) for \(most)")
                }
            }
            return findings
        }
    }

    /// What the ledger had of somebody's weeks before the run, added up from its rows.
    private static func held(
        _ id: PersonID, _ parts: [TogetherPart]
    ) -> (always: Int, days: [CivilDate: Int]) {
        var always = 0
        var days: [CivilDate: Int] = [:]
        for part in parts {
            guard let history = part.reading.memory?.history else { continue }
            if case .everyWeek(let minutes) = part.load {
                always += minutes * (history.running[.volunteer]?[id] ?? 0)
                continue
            }
            var planned: [CivilDate: Int] = [:]
            for errand in history.errands where errand.volunteer == id {
                planned[errand.plan.date, default: 0] += errand.plan.end - errand.plan.start
            }
            let recorded = history.minutes[id] ?? [:]
            for date in Set(planned.keys).union(recorded.keys) {
                days[date, default: 0] += max(planned[date] ?? 0, recorded[date] ?? 0)
            }
        }
        return (always, days)
    }
}
