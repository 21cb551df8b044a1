package import Intake
import Programmes
package import Records
import Reporting

/// One execution of `points`: from a table of activities to a year's points and donations.
package struct PointsRun {
    package let programme: String
    package let activities: String
    /// The people who may take part, or `nil`.
    package let people: String?
    package let fiscalYear: FiscalYear
    package let asOf: CivilDate
    package let language: Language
    package let version: String
    package let isStrict: Bool
    /// How the tables are to be read, where they do not say it themselves.
    package let options: TableOptions

    package init(
        programme: String, activities: String, people: String?, fiscalYear: FiscalYear, asOf: CivilDate,
        language: Language, version: String, isStrict: Bool, options: TableOptions = TableOptions()
    ) {
        self.programme = programme
        self.activities = activities
        self.people = people
        self.fiscalYear = fiscalYear
        self.asOf = asOf
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
        let reading = try PointsTables.read(
            programme: programme, activities: activities, people: people, asOf: asOf, options: options)
        let run = TableRun(
            programmeID: reading.programme.id, kind: "points", asOf: asOf, language: language,
            version: version, isStrict: isStrict)
        try run.refuse(reading.issues)
        let report = PointsReportBuilder(
            reading: reading, fiscalYear: fiscalYear, asOf: asOf, version: version
        ).report()
        var inputs = [
            TableRun.Input(role: "programme", path: programme),
            TableRun.Input(
                role: "activities", path: activities, rows: reading.activities.rowCount,
                quarantined: reading.activities.quarantinedRows.count),
        ]
        if let people {
            inputs.append(
                TableRun.Input(
                    role: "people", path: people, rows: reading.roster?.rowCount,
                    quarantined: reading.roster?.quarantinedRows.count))
        }
        var files: [ReportFile]
        do { files = try PointsFiles.all(for: report, language: language) } catch {
            throw .checkFailed(["\(error)"])
        }
        files += try reading.quarantine.all(language: language)
        return try run.result(files, lines: PointsText.lines(for: report, language: language), inputs: inputs)
    }
}

/// Everything that the files of a points programme say.
struct PointsTables {
    let programme: PointsProgramme
    let activities: ActivityReading
    let roster: RosterReading?
    let issues: [DataIssue]
    let quarantine: QuarantineFiles

    static func read(
        programme: String, activities: String, people: String?, asOf: CivilDate, options: TableOptions
    ) throws(PipelineError) -> PointsTables {
        let description: PointsProgramme
        do { description = try ProgrammeReader.points(path: programme) } catch { throw .programme(error) }
        do {
            let reading = try ActivityReader(spec: description.activities, asOf: asOf)
                .read(path: activities, options: options.of(.activities))
            var quarantine = QuarantineFiles(options: options)
            quarantine.add(
                .activities, path: activities, rows: reading.quarantinedRows, issues: reading.issues)
            var roster: RosterReading?
            if let people {
                let list = try RosterReader(spec: description.roster).read(
                    path: people, options: options.of(.people))
                quarantine.add(.people, path: people, rows: list.quarantinedRows, issues: list.issues)
                roster = list
            }
            var issues = reading.issues + (roster?.issues ?? [])
            if let roster {
                issues += strangers(
                    reading.activities, roster.entries, file: CohortReading.fileName(activities))
            }
            return PointsTables(
                programme: description, activities: reading, roster: roster, issues: issues,
                quarantine: quarantine)
        } catch {
            throw .intake(error)
        }
    }

    /// People with activities who are not on the list: the first row of each.
    private static func strangers(
        _ activities: [Activity], _ entries: [RosterEntry], file: String
    ) -> [DataIssue] {
        var known = Set(entries.map(\.person))
        return activities.sorted { $0.row < $1.row }.filter { known.insert($0.person).inserted }.map {
            DataIssue(
                severity: .warning, file: file, row: $0.row, column: nil, value: $0.person.text,
                problem: Bilingual(ja: "名簿にないIDです。", en: "The id is not on the list of people."),
                cure: Bilingual(
                    ja: "IDか名簿を確かめてください。ポイントは数え、参加率には入れていません。",
                    en:
                        "Check the id or the list. The points count, the rate of participation leaves them out."
                ))
        }
    }
}
