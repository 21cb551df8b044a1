import Evidence
import Records

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The layout of the `report.json` of sessions, schema 1: every figure, every key always present.
struct SessionJSON: Encodable {
    struct Counts: Encodable {
        let sessions, participations, minutes, personMinutes, sessionsWithoutTime: Int
        /// Exact to the printed digit; for arithmetic take `personMinutes`.
        let personHours: String
        @Nullable var mean: Double?
        @Nullable var median: Double?
        @Nullable var smallest: Int?
        @Nullable var largest: Int?

        init(_ figures: SessionFigures) {
            sessions = figures.sessions
            participations = figures.participations
            minutes = figures.minutes
            personMinutes = figures.personMinutes
            sessionsWithoutTime = figures.untimed
            personHours = SessionWords.hours(figures.personMinutes)
            mean = figures.attendance.map { ($0.mean * 1e6).rounded() / 1e6 }
            median = figures.attendance?.median
            smallest = figures.attendance?.minimum
            largest = figures.attendance?.maximum
        }
    }

    struct Line: Encodable {
        let name: String
        let label: JSONDocument.Text
        let counts: Counts

        init(_ line: SessionReportFigures.Line) {
            name = line.name
            label = JSONDocument.Text(line.label)
            counts = Counts(line.figures)
        }
    }

    struct Table: Encodable {
        let name: String
        let label: JSONDocument.Text
        let rows: [Line]
    }

    struct Absent: Encodable {
        @Nullable var value: Int?
        let reason: JSONDocument.Text
    }

    struct Split: Encodable {
        struct Part: Encodable {
            let label: JSONDocument.Text
            let participations: Int
        }

        let name: String
        let label: JSONDocument.Text
        let isInFile: Bool
        let sessions: Int
        let parts: [Part]
        let unstated: Int
    }

    struct Project: Encodable {
        let id: String
        let title: String
        @Nullable var status: JSONDocument.Text?
        @Nullable var outputs: String?
        let sessions: [String]
        @Nullable var date: String?
        @Nullable var minutes: Int?
        @Nullable var participants: Int?
    }

    struct Total: Encodable {
        let quantity: String
        let place: JSONDocument.Text
        let printed: Int
        let counted: Int
        let holds: Bool
        let rowsMissing: Int
    }

    struct Reach: Encodable {
        let label: JSONDocument.Text
        let count: Int
        let isApproximate: Bool
        let asOf: String
    }

    struct Programme: Encodable {
        let id: String
        let name: JSONDocument.Text
    }

    let schema = 1
    let kind = "sessions"
    let version: String
    let asOf: String
    let programme: Programme
    @Nullable var fiscalYear: Int?
    let counts: Counts
    let differentPeople: Absent
    let classes: [Line]
    let fiscalYears: [Line]
    let months: [Line]
    let breakdowns: [Table]
    let splits: [Split]
    @Nullable var projects: [Project]?
    let totals: [Total]
    let reach: [Reach]
    let weekdaysWritten: Int
    let sessionsOutside: Int
    let rows: Int
    let quarantined: Int
    let issues: [IssueCount]

    init(_ report: SessionReport, _ figures: SessionReportFigures) {
        version = report.version
        asOf = report.asOf.description
        programme = Programme(id: report.programmeID, name: JSONDocument.Text(report.programmeName))
        fiscalYear = report.fiscalYear?.firstYear
        counts = Counts(figures.total)
        differentPeople = Absent(value: nil, reason: JSONDocument.Text(SessionWords.noHeads))
        classes = figures.classes.map(Line.init)
        fiscalYears = figures.fiscalYears.map(Line.init)
        months = figures.months.map(Line.init)
        breakdowns = figures.breakdowns.map {
            Table(name: $0.name, label: JSONDocument.Text($0.label), rows: $0.lines.map(Line.init))
        }
        splits = report.splits.map { split in
            Split(
                name: split.name, label: JSONDocument.Text(split.label), isInFile: split.isPresent,
                sessions: split.sessions,
                parts: split.parts.map {
                    Split.Part(label: JSONDocument.Text($0.label), participations: $0.count)
                }, unstated: split.unstated)
        }
        projects = report.projects?.map { line in
            Project(
                id: line.project.id, title: line.project.title,
                status: line.project.status.map(JSONDocument.Text.init), outputs: line.project.outputs,
                sessions: line.sessions, date: line.project.date?.description,
                minutes: line.project.hours?.minutes, participants: line.project.participants)
        }
        totals = report.totals.map {
            Total(
                quantity: $0.quantity.rawValue, place: JSONDocument.Text($0.place), printed: $0.printed,
                counted: $0.counted, holds: $0.holds, rowsMissing: $0.rowsMissing)
        }
        reach = report.reach.map {
            Reach(
                label: JSONDocument.Text($0.label), count: $0.count, isApproximate: $0.isApproximate,
                asOf: $0.asOf.description)
        }
        weekdaysWritten = figures.weekdaysWritten
        sessionsOutside = report.outside.count
        rows = report.rowCount
        quarantined = report.quarantined
        issues = IssueCount.counts(of: report.issues)
    }

    static func bytes(of report: SessionReport, figures: SessionReportFigures) throws -> [UInt8] {
        try JSONLayout.bytes(of: SessionJSON(report, figures))
    }
}
