package import Intake
import Programmes
package import Records
import Reporting

/// One execution of `sessions`: from a table of sessions to its report.
package struct SessionRun {
    package let programme: String
    package let sessions: String
    /// Table of action projects, or `nil`.
    package let projects: String?
    package let asOf: CivilDate
    /// The only fiscal year to count, or `nil` for all.
    package let fiscalYear: FiscalYear?
    package let language: Language
    package let version: String
    package let isStrict: Bool
    /// How the tables are to be read, where they do not say it themselves.
    package let options: TableOptions

    package init(
        programme: String, sessions: String, projects: String?, asOf: CivilDate, fiscalYear: FiscalYear?,
        language: Language, version: String, isStrict: Bool, options: TableOptions = TableOptions()
    ) {
        self.programme = programme
        self.sessions = sessions
        self.projects = projects
        self.asOf = asOf
        self.fiscalYear = fiscalYear
        self.language = language
        self.version = version
        self.isStrict = isStrict
        self.options = options
    }

    /// Reads, adds up and puts the folder in place.
    ///
    /// - Throws: `PipelineError`; what was in the folder before is then untouched.
    package func run(into folder: RunFolder, replacing: Bool) throws(PipelineError) -> TableResult {
        do { try folder.prepare(replacing: replacing) } catch { throw .runFolder(error) }
        let result = try result()
        do { try folder.write(result.files, replacing: replacing) } catch { throw .runFolder(error) }
        return result
    }

    /// Reads, adds up and renders; writes nothing.
    func result() throws(PipelineError) -> TableResult {
        let reading = try SessionTables.read(
            programme: programme, sessions: sessions, projects: projects, asOf: asOf, options: options)
        let run = TableRun(
            programmeID: reading.programme.id, kind: "sessions", asOf: asOf, language: language,
            version: version, isStrict: isStrict)
        try run.refuse(reading.issues)
        let report = SessionReportBuilder(
            reading: reading, asOf: asOf, fiscalYear: fiscalYear, version: version
        ).report()
        if isStrict, report.totals.contains(where: { !$0.holds }) { throw .contradictedTotals(report.totals) }
        var inputs = [
            TableRun.Input(role: "programme", path: programme),
            TableRun.Input(
                role: "sessions", path: sessions, rows: reading.sessions.rowCount,
                quarantined: reading.sessions.quarantinedRows.count),
        ]
        if let projects {
            inputs.append(
                TableRun.Input(
                    role: "projects", path: projects, rows: reading.projects?.rowCount,
                    quarantined: reading.projects?.quarantinedRows.count))
        }
        var files: [ReportFile]
        do { files = try SessionFiles.all(for: report, language: language) } catch {
            throw .checkFailed(["\(error)"])
        }
        files += try reading.quarantine.all(language: language)
        return try run.result(
            files, lines: SessionText.lines(for: report, language: language), inputs: inputs)
    }
}

/// Everything that the files of a session programme say.
struct SessionTables {
    let programme: SessionProgramme
    let sessions: SessionReading
    let projects: ProjectReading?
    let issues: [DataIssue]
    let quarantine: QuarantineFiles

    static func read(
        programme: String, sessions: String, projects: String?, asOf: CivilDate, options: TableOptions
    ) throws(PipelineError) -> SessionTables {
        let description: SessionProgramme
        do { description = try ProgrammeReader.sessions(path: programme) } catch { throw .programme(error) }
        if projects != nil, description.projects == nil { throw .programme(noProjects(programme)) }
        do {
            let reading = try SessionReader(spec: description.table, asOf: asOf)
                .read(path: sessions, options: options.of(.sessions))
            var quarantine = QuarantineFiles(options: options)
            quarantine.add(
                .sessions, path: sessions, rows: reading.quarantinedRows, issues: reading.issues)
            var projectReading: ProjectReading?
            if let projects, let spec = description.projects {
                projectReading = try ProjectReader(spec: spec).read(
                    path: projects, options: options.of(.projects))
            }
            var issues = reading.issues + (projectReading?.issues ?? [])
            if let projects, let projectReading {
                quarantine.add(
                    .projects, path: projects, rows: projectReading.quarantinedRows,
                    issues: projectReading.issues)
                issues += strangers(
                    reading.sessions, projectReading.projects, file: CohortReading.fileName(projects))
            }
            return SessionTables(
                programme: description, sessions: reading, projects: projectReading, issues: issues,
                quarantine: quarantine)
        } catch {
            throw .intake(error)
        }
    }

    private static func noProjects(_ path: String) -> ProgrammeError {
        .unfit(
            path: path,
            Bilingual(
                ja: "--projects の列名を決める「projects」がありません",
                en: "'projects' is missing, which says how the table of --projects is read"))
    }

    /// Projects that name sessions which the table does not have: perhaps a mistyped number.
    private static func strangers(
        _ sessions: [Session], _ projects: [Project], file: String
    ) -> [DataIssue] {
        let known = Set(sessions.compactMap(\.number).map(Normalisation.key))
        return projects.flatMap { project in
            project.sessions.filter { !known.contains(Normalisation.key($0)) }.map { number in
                DataIssue(
                    severity: .warning, file: file, row: project.row, column: nil, value: number,
                    problem: Bilingual(
                        ja: "セッションの表にない番号です。", en: "The table of sessions has no such number."),
                    cure: Bilingual(
                        ja: "番号を確かめてください。この回とのつながりは載せていません。",
                        en: "Check the number; this link is not shown."))
            }
        }
    }
}
