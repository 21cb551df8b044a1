package import Records

/// Makes up a list of people and what they did as volunteers in a fiscal year; everybody in it is invented.
///
/// The same arguments give the same tables on every platform. A few rows have a mistake on purpose, as exports
/// have: an activity of the year before, one written twice, hours that cannot be read.
package struct ActivitySimulator: Sendable {
    private let sample: ActivitySample
    private let spec: ActivityTableSpec
    private let roster: RosterSpec
    private let fiscalYear: FiscalYear
    private let seed: UInt64

    /// - Parameters:
    ///   - sample: How everything is spread.
    ///   - spec: The columns of activities; their first headers are written.
    ///   - roster: The columns of the list of people.
    ///   - fiscalYear: When the activities were.
    ///   - seed: Any number; another one gives other people.
    package init(
        sample: ActivitySample, spec: ActivityTableSpec, roster: RosterSpec, fiscalYear: FiscalYear,
        seed: UInt64
    ) {
        self.sample = sample
        self.spec = spec
        self.roster = roster
        self.fiscalYear = fiscalYear
        self.seed = seed
    }

    /// The list of `count` people.
    package func people(_ count: Int) -> SimulatedExport {
        let groups = WeightedChoice(sample.groups.map { ($0.value, $0.weight) })
        let header = [roster.person.first ?? "id"] + (roster.group.first.map { [$0] } ?? [])
        let rows = (0..<max(0, count)).map { person in
            var stream = stream(person, "group")
            return [id(person)] + (roster.group.isEmpty ? [] : [groups?.draw(from: &stream) ?? ""])
        }
        return SimulatedExport(header: header, rows: rows, defects: [])
    }

    /// What `count` people did, in the order of the days.
    package func activities(_ count: Int) -> SimulatedExport {
        var done: [(date: CivilDate, cells: [String])] = []
        for person in 0..<max(0, count) {
            var stream = stream(person, "activities")
            guard stream.chance(percent: sample.participation) else { continue }
            let events = WeightedChoice(equally: Array(sample.events.indices))
            let count = stream.number(in: sample.activities)
            done += (events?.draw(count, from: &stream) ?? []).map { activity(person, event: $0) }
        }
        let sorted = done.enumerated().sorted {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }.map(\.element)
        let header = [spec.person, spec.date, spec.event, spec.kind, spec.hours].map { $0.first ?? "" }
        return SimulatedExport(header: header, rows: spoiled(sorted.map(\.cells)), defects: [])
    }

    private func stream(_ person: Int, _ name: String) -> RandomStream {
        RandomStream(seed: seed, name: ["points", String(person), name])
    }

    /// `E0001`.
    private func id(_ person: Int) -> String {
        let digits = String(person + 1)
        return "E" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private func activity(_ person: Int, event: Int) -> (date: CivilDate, cells: [String]) {
        let (name, kind) = sample.events[event]
        var stream = stream(person, name)
        // An event is on one day and of one length for everybody.
        var fixed = RandomStream(seed: seed, name: ["points", "event", name])
        let halfHours = fixed.number(in: sample.halfHours)
        let length = fiscalYear.lastDay - firstDay + 1
        let date = CivilDate(dayNumber: firstDay.dayNumber + fixed.below(length))
        let label = spec.kinds.tags.first { $0.key == kind }?.label.ja ?? kind
        return (date, [id(person), written(date, &stream), name, label, written(halfHours, &stream)])
    }

    private var firstDay: CivilDate {
        CivilDate(dayNumber: fiscalYear.lastDay.adding(months: -12).dayNumber + 1)
    }

    private func written(_ date: CivilDate, _ stream: inout RandomStream) -> String {
        let (year, month, day) = date.components
        return stream.chance(percent: 70) ? date.description : "\(year)/\(month)/\(day)"
    }

    private func written(_ halfHours: Int, _ stream: inout RandomStream) -> String {
        let (hours, half) = (halfHours / 2, halfHours % 2)
        switch stream.below(3) {
        case 0: return half == 0 ? "\(hours)時間" : "\(hours)時間30分"
        case 1: return "\(halfHours * 30)分"
        default: return half == 0 ? "\(hours)" : "\(hours).5"
        }
    }

    /// A few mistakes that the report has to deal with, the same in every sample.
    private func spoiled(_ rows: [[String]]) -> [[String]] {
        guard rows.count >= 20, rows[0].count == 5 else { return rows }
        var rows = rows
        // An activity of the year before that came late.
        rows[3][1] = CivilDate(dayNumber: firstDay.dayNumber - 20).description
        rows[11][4] = "半日"
        // The same row sent twice.
        rows.insert(rows[7], at: 16)
        return rows
    }
}
