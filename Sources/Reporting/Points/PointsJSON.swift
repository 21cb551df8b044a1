import Records

/// The layout of the `report.json` of points, schema 1: sums only, no id of a person; every key always present.
struct PointsJSON: Encodable {
    struct Programme: Encodable {
        let id: String
        let name: JSONDocument.Text
    }

    struct Donation: Encodable {
        let id: String
        let name: JSONDocument.Text
        /// Hundredths of a percent.
        let share: Int
        let yen: Int
    }

    struct Kind: Encodable {
        let kind: String
        let label: JSONDocument.Text
        let perEvent, perHour, events, minutes, points: Int
    }

    struct Expected: Encodable {
        /// Hundredths of a percent.
        let from, to: Int
        @Nullable var verdict: String?
    }

    let schema = 1
    let kind = "points"
    let version: String
    let asOf: String
    let programme: Programme
    let fiscalYear: Int
    let isClosed: Bool
    let people, events, minutes, points, yenPerPoint, yen: Int
    let donations: [Donation]
    let kinds: [Kind]
    let participation: JSONDocument.Share
    let eligibleSource: String
    let groups: [JSONDocument.Share]
    @Nullable var expected: Expected?
    let unlisted, outside, rows, quarantined: Int
    let issues: [IssueCount]

    init(_ report: PointsReport, _ figures: PointsFigures) {
        version = report.version
        asOf = report.asOf.description
        programme = Programme(id: report.programmeID, name: JSONDocument.Text(report.programmeName))
        fiscalYear = report.fiscalYear.firstYear
        isClosed = figures.isClosed
        people = report.persons.count
        events = figures.events
        minutes = figures.minutes
        points = figures.points
        yenPerPoint = report.yenPerPoint
        yen = figures.yen
        donations = zip(report.recipients, figures.donations).map { recipient, yen in
            Donation(
                id: recipient.id, name: JSONDocument.Text(recipient.name), share: recipient.share, yen: yen)
        }
        kinds = report.kinds.map {
            Kind(
                kind: $0.name, label: JSONDocument.Text($0.label), perEvent: $0.rate.perEvent,
                perHour: $0.rate.perHour, events: $0.events, minutes: $0.minutes, points: $0.points)
        }
        participation = JSONDocument.Share(figures.participation)
        eligibleSource = report.eligibleSource.rawValue
        groups = figures.groups.map(JSONDocument.Share.init)
        expected = report.expected.map {
            Expected(from: $0.lowerBound, to: $0.upperBound, verdict: figures.verdict?.rawValue)
        }
        unlisted = figures.unlisted
        outside = report.outside.count
        rows = report.rowCount
        quarantined = report.quarantined
        issues = IssueCount.counts(of: report.issues)
    }
}
