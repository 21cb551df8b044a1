import Records

/// The rows of a file of people while they are read: ids, issues, and which rows can be used.
struct PeopleIntake {
    private(set) var ids: [PersonID] = []
    private(set) var rows: [Int] = []
    private var isUsable: [Bool] = []
    /// Issues with the place where they belong in the list: row, then wanted column.
    private var issues: [(row: Int, wanted: Int, issue: DataIssue)] = []
    private var reportedUnnamed: Set<Int> = []
    /// Whether the current row has too few or too many cells, so that its cells cannot be told apart.
    private(set) var isMisshapen = false

    /// Adds issues of the file or of rows that concern no wanted column.
    mutating func add(_ issues: [DataIssue]) {
        self.issues = issues.map { ($0.row ?? 0, 0, $0) } + self.issues
    }

    /// Starts a row: its shape and its id.
    mutating func begin(_ table: TableReader) {
        rows.append(table.row)
        isUsable.append(true)
        if let defect = table.shapeDefect {
            isMisshapen = true
            ids.append(PersonID(""))
            fail(table.issue(.error, wanted: nil, defect), wanted: 0, table)
            return
        }
        isMisshapen = false
        let id = table.text(0)
        ids.append(PersonID(id))
        if id.isEmpty { fail(table.issue(.error, wanted: 0, PeopleIntake.noID), wanted: 0, table) }
        if let column = table.valueWithoutHeader, reportedUnnamed.insert(column).inserted {
            let defect = PeopleIntake.unnamedColumn(column + 1)
            issues.append((table.row, 0, table.issue(.warning, wanted: nil, defect)))
        }
    }

    /// Takes note of what became of a cell of the current row.
    mutating func judge(_ verdict: CellVerdict, wanted: Int, isRequired: Bool, _ table: TableReader) {
        var isMissing = false
        switch verdict {
        case .value: return
        case .missing: isMissing = true
        case .flawed(let hasValue, let warnings, let problem):
            for warning in warnings {
                issues.append((table.row, wanted, table.issue(.warning, wanted: wanted, warning)))
            }
            if let problem { fail(table.issue(.error, wanted: wanted, problem), wanted: wanted, table) }
            isMissing = !hasValue && problem == nil
        }
        if isMissing, isRequired {
            fail(table.issue(.error, wanted: wanted, PeopleIntake.required), wanted: wanted, table)
        }
    }

    private mutating func fail(_ issue: DataIssue, wanted: Int, _ table: TableReader) {
        issues.append((table.row, wanted, issue))
        isUsable[isUsable.count - 1] = false
    }

    /// The usable rows (as indices) by id and row, after rows that share an id were taken out.
    mutating func order(repeats: Bool, _ table: TableReader) -> [Int] {
        var order = ids.indices.filter { !ids[$0].text.isEmpty }
        // Many exports are sorted by id already.
        if !zip(order, order.dropFirst()).allSatisfy({ ids[$0] <= ids[$1] }) {
            order.sort { ids[$0] == ids[$1] ? rows[$0] < rows[$1] : ids[$0] < ids[$1] }
        }
        if !repeats {
            var start = 0
            while start < order.count {
                var end = start + 1
                while end < order.count, ids[order[end]] == ids[order[start]] { end += 1 }
                if end - start > 1 { quarantine(order[start..<end], table) }
                start = end
            }
        }
        return order.filter { isUsable[$0] }
    }

    private mutating func quarantine(_ group: ArraySlice<Int>, _ table: TableReader) {
        let numbers = group.prefix(10).map { String(rows[$0]) }.joined(separator: ", ")
        let more = group.count > 10 ? Bilingual(ja: "ほか", en: " and more") : Bilingual("")
        let column = table.header.name(of: 0)
        for index in group {
            isUsable[index] = false
            let issue = DataIssue(
                severity: .error, file: IntakeError.fileName(ofPath: table.path), row: rows[index],
                column: column, value: ids[index].text,
                problem: Bilingual(
                    ja: "同じIDの行があります（\(numbers)行目\(more.ja)）。",
                    en: "Several rows have this id (rows \(numbers)\(more.en))."),
                cure: Bilingual(
                    ja: "どの行が正しいか決められないため、どれも使いませんでした。正しい行だけを残してください。",
                    en:
                        "None was used, because nobody can know which is right. Keep only the right one."
                ))
            issues.append((rows[index], 0, issue))
        }
    }

    /// Issues by row, then by column; those of the whole file first.
    var sortedIssues: [DataIssue] {
        issues.enumerated()
            .sorted {
                ($0.element.row, $0.element.wanted, $0.offset) < (
                    $1.element.row, $1.element.wanted, $1.offset
                )
            }
            .map(\.element.issue)
    }

    var quarantinedRows: [Int] {
        rows.indices.filter { !isUsable[$0] }.map { rows[$0] }
    }

    private static let noID = Defect(
        problem: Bilingual(ja: "IDがありません。", en: "The row has no id."),
        cure: Bilingual(ja: "一人ひとりに違うIDを入れてください。", en: "Give every person an id of their own."))

    private static let required = Defect(
        problem: Bilingual(ja: "必須の欄に使える値がありません。", en: "This cell is required and holds no usable value."),
        cure: Bilingual(ja: "本人に確かめて記入してください。", en: "Ask the person and fill it in."))

    private static func unnamedColumn(_ number: Int) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "左から\(number)列目は見出しがないのに値があります。この列は使いませんでした。",
                en: "Column \(number) has values but no header; it was not used."),
            cure: Bilingual(
                ja: "必要な列なら見出しを付け、不要なら消してください。", en: "Give the column a header, or delete it."))
    }
}
