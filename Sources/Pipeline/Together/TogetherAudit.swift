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
            let regular = always[id] ?? 0
            let own = days[id] ?? [:]
            var findings = regular > most ? ["\(id): \(regular) minutes every week for \(most)"] : []
            for monday in Set(own.keys.map { $0.dayNumber - $0.weekday.rawValue }).sorted() {
                let week = (monday..<monday + 7).reduce(regular) { $0 + (own[CivilDate(dayNumber: $1)] ?? 0) }
                if week > most {
                    findings.append("\(id): \(week) minutes in the week of \(monday) for \(most)")
                }
            }
            return findings
        }
    }
}
