package import Records

/// What a table of projects came to.
package struct ProjectReading: Sendable {
    /// The projects in the order of the file.
    package let projects: [Project]
    package let issues: [DataIssue]
    /// Rows of data, blank ones not counted.
    package let rowCount: Int
    package let quarantinedRows: [Int]
}

/// Reads a table of action projects, one a row.
///
/// A project without a title or with a value that cannot be read is not used.
package struct ProjectReader {
    private let spec: ProjectTableSpec

    package init(spec: ProjectTableSpec) {
        self.spec = spec
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: why the file cannot be used at all.
    package func read(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> ProjectReading {
        let table = try TableReader(
            RowSources.open(path: path, options: options), wanted: wantedColumns, reportsUnknown: true)
        let statuses = VocabularyIndex(spec.statuses)
        var years = YearCarrying()
        var projects: [Project] = []
        var issues: [DataIssue] = []
        var quarantined: Set<Int> = []
        var rowCount = 0
        while try table.next() {
            rowCount += 1
            var defects: [(Int?, Defect)] = []
            func value<T>(_ wanted: Int, _ read: (String) throws(Defect) -> T?) -> T? {
                do throws(Defect) { return try read(table.text(wanted)) } catch {
                    defects.append((wanted, error))
                    return nil
                }
            }
            if let defect = table.shapeDefect {
                issues.append(table.issue(.error, wanted: nil, defect))
                quarantined.insert(table.row)
                continue
            }
            let title = table.text(1)
            if title.isEmpty { defects.append((1, ProjectReader.noTitle)) }
            let status = value(2) { cell throws(Defect) in
                try CategoryDecoder(index: statuses).decode(cell).value
            }
            let meeting = value(5) { cell throws(Defect) in try MeetingTimeDecoder().decode(cell).value }
            let date = value(5) { _ throws(Defect) in
                guard let meeting else { return CivilDate?.none }
                return try years.date(of: meeting)
            }
            let participants = value(6) { cell throws(Defect) in
                try NumberDecoder(suffix: "人").decode(cell).value
            }
            issues += defects.map { table.issue(.error, wanted: $0.0, $0.1) }
            guard defects.isEmpty else {
                quarantined.insert(table.row)
                continue
            }
            let outputs = table.text(3)
            projects.append(
                Project(
                    row: table.row, id: table.text(0), title: title,
                    status: status.map { statuses.vocabulary.tags[$0].label },
                    outputs: outputs.isEmpty ? nil : outputs, sessions: SessionReader.list(table.text(4)),
                    date: date, hours: meeting?.hours, participants: participants))
        }
        guard rowCount > 0 else { throw .noRows(path: path) }
        return ProjectReading(
            projects: projects, issues: (table.issues + issues).byRow, rowCount: rowCount,
            quarantinedRows: quarantined.sorted())
    }

    private var wantedColumns: [WantedColumn] {
        let columns: [(String, String, [String], Bool)] = [
            ("番号", "id", spec.id, true), ("プロジェクト", "project", spec.title, true),
            ("状況", "status", spec.status, false), ("成果", "outputs", spec.outputs, false),
            ("関連する回", "sessions", spec.sessions, false), ("日時", "day and time", spec.when, false),
            ("参加者", "participants", spec.participants, false),
        ]
        return columns.map { ja, en, headers, isRequired in
            WantedColumn(
                label: Bilingual(ja: ja, en: en), headers: headers, isRequired: isRequired, isExpected: false)
        }
    }

    private static let noTitle = Defect(
        problem: Bilingual(ja: "プロジェクトの名前がありません。", en: "The project has no title."),
        cure: Bilingual(ja: "名前を入れてください。", en: "Enter its name."))
}
