package import Intake
import Programmes
package import Records
import Reporting

/// The tables that a programme of kind `sessions` or `points` reads; each may be left out of a check.
package struct TableFiles: Sendable {
    package var sessions: String?
    package var projects: String?
    package var activities: String?
    package var people: String?
    /// How the tables are to be read, where they do not say it themselves.
    package var options: TableOptions

    package init(
        sessions: String?, projects: String?, activities: String?, people: String?,
        options: TableOptions = TableOptions()
    ) {
        self.sessions = sessions
        self.projects = projects
        self.activities = activities
        self.people = people
        self.options = options
    }
}

/// What `check` finds in a programme with nothing to match: the mistakes of its file, and those of its tables.
package struct TableCheck: Sendable {
    package let issues: [DataIssue]
    private let quarantine: QuarantineFiles
    private let programme: Bilingual
    private let warnings: [ConfigIssue]
    /// Rows of each table by its role, and of them those in quarantine.
    private let tables: [(role: Bilingual, rows: Int, quarantined: Int)]
    private let totals: [SessionReport.TotalCheck]

    /// Checks a programme and the tables that are given; `nil` where the programme pairs people.
    ///
    /// - Throws: `PipelineError`.
    package static func run(
        programme path: String, tables: TableFiles, asOf: CivilDate
    ) throws(PipelineError) -> TableCheck? {
        let file: ProgrammeFile
        do { file = try ProgrammeReader.file(path: path) } catch { throw .programme(error) }
        switch file {
        case .pairs: return nil
        case .sessions(let programme): return try sessions(programme, path, tables, asOf)
        case .points(let programme): return try points(programme, path, tables, asOf)
        case .together(let programme):
            for part in programme.parts {
                do { _ = try ProgrammeReader.read(path: part.path) } catch { throw .programme(error) }
            }
            return TableCheck(
                issues: [], quarantine: QuarantineFiles(options: TableOptions()), programme: programme.name,
                warnings: programme.warnings, tables: [], totals: [])
        }
    }

    private static func sessions(
        _ programme: SessionProgramme, _ path: String, _ files: TableFiles, _ asOf: CivilDate
    ) throws(PipelineError) -> TableCheck {
        guard let sessions = files.sessions else {
            return TableCheck(
                issues: [], quarantine: QuarantineFiles(options: TableOptions()), programme: programme.name,
                warnings: programme.warnings, tables: [], totals: [])
        }
        let reading = try SessionTables.read(
            programme: path, sessions: sessions, projects: files.projects, asOf: asOf, options: files.options)
        var tables = [
            (
                role: Bilingual(ja: "セッション", en: "sessions"), rows: reading.sessions.rowCount,
                quarantined: reading.sessions.quarantinedRows.count
            )
        ]
        if let projects = reading.projects {
            tables.append(
                (
                    Bilingual(ja: "プロジェクト", en: "projects"), projects.rowCount,
                    projects.quarantinedRows.count
                ))
        }
        let report = SessionReportBuilder(reading: reading, asOf: asOf, fiscalYear: nil, version: "")
            .report()
        return TableCheck(
            issues: reading.issues, quarantine: reading.quarantine, programme: programme.name,
            warnings: programme.warnings, tables: tables,
            totals: report.totals)
    }

    private static func points(
        _ programme: PointsProgramme, _ path: String, _ files: TableFiles, _ asOf: CivilDate
    ) throws(PipelineError) -> TableCheck {
        guard let activities = files.activities else {
            return TableCheck(
                issues: [], quarantine: QuarantineFiles(options: TableOptions()), programme: programme.name,
                warnings: programme.warnings, tables: [], totals: [])
        }
        let reading = try PointsTables.read(
            programme: path, activities: activities, people: files.people, asOf: asOf, options: files.options)
        var tables = [
            (
                role: Bilingual(ja: "活動", en: "activities"), rows: reading.activities.rowCount,
                quarantined: reading.activities.quarantinedRows.count
            )
        ]
        if let roster = reading.roster {
            tables.append((programme.people, roster.rowCount, roster.quarantinedRows.count))
        }
        return TableCheck(
            issues: reading.issues, quarantine: reading.quarantine, programme: programme.name,
            warnings: programme.warnings, tables: tables,
            totals: [])
    }

    /// Writes every issue of the tables as a list for a spreadsheet, and beside it the rows in quarantine.
    ///
    /// - Throws: `PipelineError`.
    package func writeQuarantine(
        to path: String, replacing: Bool, language: Language
    ) throws(PipelineError) {
        try quarantine.write(issues: issues, to: path, replacing: replacing, language: language)
    }

    /// The findings as lines.
    package func lines(in language: Language) -> [String] {
        var lines = [
            Bilingual(
                ja: "\(programme.ja): プログラムのファイルに誤りはありません",
                en: "\(programme.en): no mistake in the programme file")[language]
        ]
        lines += tables.map { table in
            Bilingual(
                ja: "\(table.role.ja): \(table.rows)行、うち使えない行 \(table.quarantined)",
                en: "\(table.role.en): \(table.rows) rows, \(table.quarantined) in quarantine")[language]
        }
        lines += warnings.map { $0.text(in: language) }
        lines += totals.map { $0.sentence[language] }
        return lines + issues.map { CohortCheck.line($0, language) }
    }
}
