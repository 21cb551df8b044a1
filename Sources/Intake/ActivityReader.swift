package import Records

/// What a table of activities came to.
package struct ActivityReading: Sendable {
    /// The activities whose rows were used, by person, day and row.
    package let activities: [Activity]
    package let issues: [DataIssue]
    /// Rows of data, blank ones not counted.
    package let rowCount: Int
    package let quarantinedRows: [Int]
}

/// Reads a table of volunteers' activities, one row for each person and event.
///
/// The same person, day and event twice is reported. Rows that agree in everything are one activity written
/// several times: the first counts. Where they differ in kind or hours none counts, because nobody can know
/// which is right.
package struct ActivityReader {
    private let spec: ActivityTableSpec
    /// Nothing has been done yet after this day.
    private let asOf: CivilDate

    package init(spec: ActivityTableSpec, asOf: CivilDate) {
        self.spec = spec
        self.asOf = asOf
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: why the file cannot be used at all.
    package func read(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> ActivityReading {
        let table = try TableReader(
            RowSources.open(path: path, options: options), wanted: wantedColumns, reportsUnknown: true)
        let kinds = CategoryDecoder(index: VocabularyIndex(spec.kinds))
        var activities: [Activity] = []
        var issues: [DataIssue] = []
        var quarantined: Set<Int> = []
        var rowCount = 0
        while try table.next() {
            rowCount += 1
            var defects: [(Int?, Defect)] = []
            func value<T>(_ wanted: Int, _ read: (String) throws(Defect) -> T?) -> T? {
                do throws(Defect) {
                    if let value = try read(table.text(wanted)) { return value }
                    throw ActivityReader.missing
                } catch {
                    defects.append((wanted, error))
                    return nil
                }
            }
            if let defect = table.shapeDefect {
                issues.append(table.issue(.error, wanted: nil, defect))
                quarantined.insert(table.row)
                continue
            }
            let person = value(0) { cell throws(Defect) in cell.isEmpty ? nil : PersonID(cell) }
            let date = value(1) { cell throws(Defect) in
                let date = try DateDecoder().decode(cell).value
                if let date, date > asOf { throw SessionReader.inFuture(asOf) }
                return date
            }
            let event = value(2) { cell throws(Defect) in cell.isEmpty ? nil : cell }
            let kind = value(3) { cell throws(Defect) in try kinds.decode(cell).value }
            let minutes = value(4) { cell throws(Defect) in
                try DurationDecoder(plainIsHours: true).decode(cell).value
            }
            issues += defects.map { table.issue(.error, wanted: $0.0, $0.1) }
            guard let person, let date, let event, let kind, let minutes else {
                quarantined.insert(table.row)
                continue
            }
            activities.append(
                Activity(
                    row: table.row, person: person, date: date, event: event, kind: kind, minutes: minutes))
        }
        guard rowCount > 0 else { throw .noRows(path: path) }
        let repeated = repetitions(among: activities, table)
        quarantined.formUnion(repeated.map(\.row))
        issues += repeated.map(\.issue)
        return ActivityReading(
            activities: activities.filter { !quarantined.contains($0.row) }
                .sorted { ($0.person, $0.date, $0.row) < ($1.person, $1.date, $1.row) },
            issues: (table.issues + issues).byRow, rowCount: rowCount, quarantinedRows: quarantined.sorted())
    }

    private struct Key: Hashable {
        let person: PersonID
        let date: CivilDate
        let event: String
    }

    /// Rows that are not used because another one has the same person, day and event.
    private func repetitions(
        among activities: [Activity], _ table: TableReader
    ) -> [(row: Int, issue: DataIssue)] {
        let groups = Dictionary(grouping: activities) {
            Key(person: $0.person, date: $0.date, event: Normalisation.key($0.event))
        }
        return groups.values.filter { $0.count > 1 }.flatMap { group -> [(row: Int, issue: DataIssue)] in
            let rows = group.map(\.row).sorted()
            let agree = Set(group.map { [$0.kind, $0.minutes] }).count == 1
            let unused = agree ? Array(rows.dropFirst()) : rows
            let numbers = rows.prefix(10).map(String.init).joined(separator: ", ")
            let defect = agree ? ActivityReader.again(rows[0]) : ActivityReader.differing(numbers)
            return unused.map { row -> (row: Int, issue: DataIssue) in
                let issue = DataIssue(
                    severity: .error, file: IntakeError.fileName(ofPath: table.path), row: row, column: nil,
                    value: nil, problem: defect.problem, cure: defect.cure)
                return (row, issue)
            }
        }.sorted { $0.row < $1.row }
    }

    private var wantedColumns: [WantedColumn] {
        let columns: [(String, String, [String])] = [
            ("ID", "id", spec.person), ("活動日", "day", spec.date), ("活動", "event", spec.event),
            ("種別", "kind", spec.kind), ("時間", "hours", spec.hours),
        ]
        return columns.map { ja, en, headers in
            WantedColumn(label: Bilingual(ja: ja, en: en), headers: headers, isRequired: true)
        }
    }

    private static let missing = Defect(
        problem: Bilingual(ja: "空欄です。", en: "The cell is empty."),
        cure: Bilingual(ja: "記入してください。", en: "Fill it in."))

    private static func again(_ row: Int) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "\(row)行目と同じ人・日・活動です。", en: "Person, day and event are those of row \(row)."),
            cure: Bilingual(
                ja: "1回だけ数えました。別の活動なら、活動の名前で区別してください。",
                en: "It was counted once. If it is another activity, tell them apart by the event's name."))
    }

    private static func differing(_ rows: String) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "同じ人・日・活動の行が、種別か時間の違うまま複数あります（\(rows)行目）。",
                en:
                    "Several rows have this person, day and event, with another kind or other hours (rows \(rows))."
            ),
            cure: Bilingual(
                ja: "どれが正しいか決められないため、どれも数えませんでした。正しい行だけを残してください。",
                en: "None was counted, because nobody can know which is right. Keep only the right one."))
    }
}
