import Intake
import Programmes
import Records
import Reporting

/// Adds up a year of activities by person and by kind.
struct PointsReportBuilder {
    let reading: PointsTables
    let fiscalYear: FiscalYear
    let asOf: CivilDate
    let version: String

    func report() -> PointsReport {
        let programme = reading.programme
        let all = reading.activities.activities
        let counted = all.filter { fiscalYear.contains($0.date) }
        let persons = self.persons(counted)
        let tags = programme.activities.kinds.tags
        return PointsReport(
            programmeID: programme.id, programmeName: programme.name, people: programme.people, asOf: asOf,
            version: version, fiscalYear: fiscalYear, yenPerPoint: programme.yenPerPoint, persons: persons,
            kinds: tags.indices.map { kind($0, counted) },
            outside: all.filter { !fiscalYear.contains($0.date) }
                .sorted { ($0.date, $0.row) < ($1.date, $1.row) },
            kindLabels: tags.map(\.label), recipients: programme.recipients,
            participation: participation(persons), eligibleSource: source,
            groups: reading.programme.roster.group.isEmpty ? [] : groups(persons),
            groupLabel: programme.roster.groupLabel, expected: programme.expected, issues: reading.issues,
            rowCount: reading.activities.rowCount, quarantined: reading.activities.quarantinedRows.count)
    }

    private func points(_ activity: Activity) -> Int {
        reading.programme.rates[activity.kind].points(minutes: activity.minutes)
    }

    /// Everybody with an activity, by id.
    private func persons(_ activities: [Activity]) -> [PointsReport.Person] {
        let entries = reading.roster?.entries ?? []
        let known = Dictionary(entries.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        return Dictionary(grouping: activities, by: \.person).sorted { $0.key < $1.key }.map { id, own in
            PointsReport.Person(
                id: id, group: known[id]?.group, events: own.count,
                minutes: own.reduce(0) { $0 + $1.minutes }, points: own.reduce(0) { $0 + points($1) },
                isListed: reading.roster == nil || known[id] != nil)
        }
    }

    private func kind(_ index: Int, _ activities: [Activity]) -> PointsReport.Kind {
        let own = activities.filter { $0.kind == index }
        let tag = reading.programme.activities.kinds.tags[index]
        return PointsReport.Kind(
            name: tag.key, label: tag.label, rate: reading.programme.rates[index], events: own.count,
            minutes: own.reduce(0) { $0 + $1.minutes }, points: own.reduce(0) { $0 + points($1) })
    }

    // MARK: Participation

    private var source: PointsReport.EligibleSource {
        if reading.roster != nil { return .list }
        return reading.programme.eligible == nil ? .unknown : .programme
    }

    private func participation(_ persons: [PointsReport.Person]) -> PointsReport.Participation {
        let eligible = reading.roster?.entries.count ?? reading.programme.eligible ?? 0
        return PointsReport.Participation(
            name: "participation", label: Bilingual(ja: "参加率", en: "participation"),
            active: persons.count(where: \.isListed), eligible: eligible)
    }

    /// The same rate for each group of the list, largest first.
    private func groups(_ persons: [PointsReport.Person]) -> [PointsReport.Participation] {
        guard let roster = reading.roster else { return [] }
        let active = Set(persons.map(\.id))
        let groups = Dictionary(grouping: roster.entries) { $0.group ?? "" }
        let sorted = groups.sorted {
            $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
        }
        return sorted.map { name, entries in
            PointsReport.Participation(
                name: name.isEmpty ? "not-stated" : name,
                label: name.isEmpty ? Bilingual(ja: "記載なし", en: "not stated") : Bilingual(name),
                active: entries.count { active.contains($0.person) }, eligible: entries.count)
        }
    }
}
