package import Records

/// What a table of sessions came to.
package struct SessionReading: Sendable {
    /// The sessions whose rows were used, by day, time and row.
    package let sessions: [Session]
    /// Rows that add up others, as printed.
    package let totals: [PrintedTotal]
    package let issues: [DataIssue]
    /// Rows of sessions, blank ones and totals not counted.
    package let rowCount: Int
    package let quarantinedRows: [Int]
    /// Splits for which the file has a column, by their place in the specification.
    package let presentSplits: [Bool]
}

/// Reads a table of sessions with one row each, and perhaps a row that adds them up.
///
/// A row with a value that cannot be read, without a day, a title or a number of participants, or with a number
/// that another row has too, is not used; each defect is an issue of its own.
package struct SessionReader {
    enum Wanted: Int, CaseIterable {
        case number, when, time, title, participants, projects
    }

    /// More people than a session has, and far from overflowing a sum.
    static let mostParticipants = 1_000_000

    private let spec: SessionTableSpec
    /// Sessions after this day have not been yet.
    private let asOf: CivilDate

    package init(spec: SessionTableSpec, asOf: CivilDate) {
        self.spec = spec
        self.asOf = asOf
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: why the file cannot be used at all.
    package func read(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> SessionReading {
        let table = try TableReader(
            RowSources.open(path: path, options: options), wanted: wantedColumns, reportsUnknown: true)
        let rows = SessionRows(table: table, spec: spec, asOf: asOf, firstExtra: Wanted.allCases.count)
        while try table.next() { rows.read() }
        guard rows.rowCount > 0 else { throw .noRows(path: path) }
        rows.quarantineRepeatedNumbers()
        rows.warnOfRepeatedSessions()
        var column = Wanted.allCases.count + spec.words.count
        let present = spec.splits.map { split in
            defer { column += split.parts.count }
            return split.parts.indices.contains { table.header.name(of: column + $0) != nil }
        }
        return SessionReading(
            sessions: rows.sorted, totals: rows.totals, issues: rows.sortedIssues, rowCount: rows.rowCount,
            quarantinedRows: rows.quarantined.sorted(), presentSplits: present)
    }

    /// The own columns in the order of `Wanted`, then the words, then the parts of every split.
    private var wantedColumns: [WantedColumn] {
        func column(_ ja: String, _ en: String, _ headers: [String], isRequired: Bool = false) -> WantedColumn
        {
            WantedColumn(
                label: Bilingual(ja: ja, en: en), headers: headers, isRequired: isRequired, isExpected: false)
        }
        let own = [
            column("番号", "number", spec.number),
            column("日時", "day and time", spec.when, isRequired: true),
            column("時間", "time", spec.time),
            column("テーマ", "title", spec.title, isRequired: true),
            column("参加者", "participants", spec.participants, isRequired: true),
            column("プロジェクト", "projects", spec.projects),
        ]
        let words = spec.words.map {
            WantedColumn(label: $0.label, headers: $0.headers, isRequired: false, isExpected: false)
        }
        let parts = spec.splits.flatMap(\.parts).map {
            WantedColumn(label: $0.label, headers: $0.headers, isRequired: false, isExpected: false)
        }
        return own + words + parts
    }
}
