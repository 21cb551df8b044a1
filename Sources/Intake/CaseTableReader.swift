package import Records

/// What a column of a table of cases holds.
package enum CaseColumnKind: Hashable, Sendable {
    case id
    case text
    case day
    /// A whole number within bounds, with what may follow it in the cell.
    case number(ClosedRange<Int>, suffix: String)
    /// One word of a vocabulary; the value is its key.
    case word(Vocabulary)
    case yesNo
    /// A length of time; a number without a unit is refused.
    case length
}

/// A column of a table of cases: decisions, contacts, outcomes, surveys, sessions, hours.
package struct CaseColumn: Hashable, Sendable {
    package let wanted: WantedColumn
    package let kind: CaseColumnKind
    /// Whether each row must say something.
    package let isFilled: Bool

    /// - Parameters:
    ///   - label: How messages call the column.
    ///   - headers: Accepted headers.
    ///   - kind: What its cells hold.
    ///   - isFilled: Whether each row must say something; a file without the column is then refused.
    ///   - isThere: Whether a file without the column is refused although its cells may be empty.
    ///   - elsewhere: Headers that mean something else in files of another kind.
    package init(
        _ label: Bilingual, _ headers: [String], _ kind: CaseColumnKind, isFilled: Bool = false,
        isThere: Bool = false, elsewhere: HeadersElsewhere? = nil
    ) {
        wanted = WantedColumn(
            label: label, headers: headers, isRequired: isFilled || isThere, isExpected: false,
            elsewhere: elsewhere)
        self.kind = kind
        self.isFilled = isFilled
    }
}

/// A cell of such a table.
package enum CaseCell: Hashable, Sendable {
    case text(String)
    case day(CivilDate)
    /// Also minutes.
    case number(Int)
    case flag(Bool)

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var day: CivilDate? { if case .day(let day) = self { day } else { nil } }
    package var number: Int? { if case .number(let number) = self { number } else { nil } }
    package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
}

/// A row of such a table; the cells stand in the order of the columns asked for.
package struct CaseRow: Hashable, Sendable {
    /// Row as the user's spreadsheet numbers it.
    package let number: Int
    package let cells: [CaseCell?]

    package init(number: Int, cells: [CaseCell?]) {
        self.number = number
        self.cells = cells
    }
}

/// What a table of cases came to.
package struct CaseTableReading: Sendable {
    /// Rows without a defect.
    package let rows: [CaseRow]
    package let issues: [DataIssue]
    /// Rows of data, blank ones not counted.
    package let rowCount: Int
}

/// Reads a table of cases with a header.
///
/// Columns are found by their headers; further ones are named in a warning where that is wanted.
package struct CaseTableReader {
    private let columns: [CaseColumn]
    private let indexes: [VocabularyIndex?]
    private let reportsUnknown: Bool

    /// With `reportsUnknown` headers that nobody asked for are named; not for lists of ours that were filled in.
    package init(columns: [CaseColumn], reportsUnknown: Bool = true) {
        self.columns = columns
        self.reportsUnknown = reportsUnknown
        indexes = columns.map {
            if case .word(let vocabulary) = $0.kind { VocabularyIndex(vocabulary) } else { nil }
        }
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: why the file cannot be used at all.
    package func read(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> CaseTableReading {
        let table = try TableReader(
            RowSources.open(path: path, options: options), wanted: columns.map(\.wanted),
            reportsUnknown: reportsUnknown)
        var rows: [CaseRow] = []
        var issues: [DataIssue] = []
        var rowCount = 0
        while try table.next() {
            rowCount += 1
            if let defect = table.shapeDefect {
                issues.append(table.issue(.error, wanted: nil, defect))
                continue
            }
            var cells: [CaseCell?] = []
            var isSound = true
            for number in columns.indices {
                do throws(Defect) {
                    let cell = try cell(table.text(number), number)
                    if cell == nil, columns[number].isFilled { throw CaseTableReader.missing }
                    cells.append(cell)
                } catch {
                    isSound = false
                    issues.append(table.issue(.error, wanted: number, error))
                }
            }
            if isSound { rows.append(CaseRow(number: table.row, cells: cells)) }
        }
        guard rowCount > 0 else { throw .noRows(path: path) }
        return CaseTableReading(rows: rows, issues: (table.issues + issues).byRow, rowCount: rowCount)
    }

    /// What a cell says; `nil` for an empty one.
    private func cell(_ cell: String, _ number: Int) throws(Defect) -> CaseCell? {
        switch columns[number].kind {
        case .id:
            return cell.isEmpty ? nil : .text(cell)
        case .text:
            let text = Normalisation.folded(cell)
            return text.isEmpty ? nil : .text(text)
        case .day: return try DateDecoder().decode(cell).value.map(CaseCell.day)
        case .number(let bounds, let suffix):
            guard let value = try NumberDecoder(suffix: suffix).decode(cell).value else { return nil }
            guard bounds.contains(value) else { throw CaseTableReader.outside(bounds) }
            return .number(value)
        case .word(let vocabulary):
            guard let index = indexes[number] else { return nil }
            return try CategoryDecoder(index: index).decode(cell).value.map {
                CaseCell.text(vocabulary.tags[$0].key)
            }
        case .yesNo:
            guard let flag = try FlagDecoder().decode(cell).value else { return nil }
            if flag == .negotiable { throw CaseTableReader.neither }
            return .flag(flag == .yes)
        case .length: return try DurationDecoder().decode(cell).value.map(CaseCell.number)
        }
    }

    private static let missing = Defect(
        problem: Bilingual(ja: "空欄です。", en: "The cell is empty."),
        cure: Bilingual(ja: "記入してください。", en: "Fill it in."))

    private static let neither = Defect(
        problem: Bilingual(ja: "「はい・いいえ」のどちらでもありません。", en: "This is neither yes nor no."),
        cure: Bilingual(ja: "はい・いいえ、○・× のどちらかで書いてください。", en: "Write yes or no, ○ or ×."))

    private static func outside(_ bounds: ClosedRange<Int>) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "\(bounds.lowerBound)以上\(bounds.upperBound)以下の整数ではありません。",
                en: "The number is not from \(bounds.lowerBound) to \(bounds.upperBound)."),
            cure: Bilingual(ja: "数を確かめてください。", en: "Check the number."))
    }
}
