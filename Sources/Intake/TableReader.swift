import Records

/// A table with a header: its rows without the blank ones, and its cells by wanted column.
struct TableReader {
    let path: String
    let header: HeaderMatch
    private let reader: any RowSource
    /// The same, where one record may stand on several rows.
    private let records: RecordRows?
    /// Wanted columns that may have several values in one record.
    private let joinable: Set<Int>
    /// Whether any wanted column comes as several.
    private let hasOptions: Bool
    /// The columns without a header.
    private let unnamed: [Int]
    private let state = TableState()

    /// Matches the header of a table, the first row that is not blank.
    ///
    /// - Parameters:
    ///   - source: The rows.
    ///   - wanted: The columns to look for.
    ///   - reportsUnknown: Whether headers that nobody wants are worth a warning.
    ///   - joinable: The wanted columns that may have several values where a record stands on several rows.
    /// - Throws: what the source and `HeaderMatcher` throw, and `empty`.
    init(
        _ source: any RowSource, wanted: [WantedColumn], reportsUnknown: Bool = false,
        joinable: Set<Int> = []
    ) throws(IntakeError) {
        path = source.path
        self.joinable = joinable
        repeat {
            guard try source.next() else { throw .empty(path: source.path) }
        } while source.isBlank
        var headers = (0..<source.cellCount).map { CellBytes.text(CSVGuard.unguarded(source.cell($0))) }
        let row = source.rowNumber
        let mark = RecordMark(headers: headers)
        records = mark.map { RecordRows(source, mark: $0) }
        // The column of the marks is nobody's.
        if let mark { headers[mark.column] = "" }
        reader = records ?? source
        header = try HeaderMatcher(wanted: wanted, reportsUnknown: reportsUnknown)
            .match(headers, row: row, path: path)
        hasOptions = header.options.contains { $0 != nil }
        unnamed = header.headers.indices.filter { [header] in header.headers[$0].isEmpty }
    }

    /// Moves to the next row that is not blank; `false` at the end.
    func next() throws(IntakeError) -> Bool {
        repeat {
            guard try reader.next() else { return false }
        } while reader.isBlank
        if hasOptions { compose() }
        if reader.mayHoldPrivateUse { notePrivateUse() }
        return true
    }

    /// Warnings about the file as a whole, and what was noticed on the way so far.
    var issues: [DataIssue] { encodingNote + header.issues + reader.issues + state.issues }

    /// A guessed encoding, where no header proves it: one that was recognised and is not plain ASCII does.
    private var encodingNote: [DataIssue] {
        let isProven = header.columns.indices.contains { wanted in
            header.name(of: wanted)?.utf8.contains { $0 >= 0x80 } ?? false
        }
        guard reader.isEncodingGuessed, !isProven else { return [] }
        return [
            DataIssue(
                severity: .warning, file: IntakeError.fileName(ofPath: path), row: nil, column: nil,
                value: nil,
                problem: Bilingual(
                    ja: "UTF-8ではないため、CP932（シフトJIS）として読みました。",
                    en: "The file is not UTF-8 and was read as CP932 (Shift JIS)."),
                cure: Bilingual(
                    ja: "名前が文字化けしていないか確かめ、違っていればUTF-8で書き出し直してください。",
                    en: "Look whether names are garbled; if so, export the file again as UTF-8."))
        ]
    }

    /// Warns of every wanted cell of the current row that holds a character of the private use area.
    private func notePrivateUse() {
        for wanted in header.columns.indices where cell(wanted).withUnsafeBytes(PrivateUse.isIn) {
            state.issues.append(issue(.warning, wanted: wanted, PrivateUse.defect))
        }
    }

    /// Puts the cells of option columns together.
    private func compose() {
        for (wanted, columns) in header.options.enumerated() {
            guard let columns else { continue }
            let chosen = columns.chosen(in: reader)
            state.composed[wanted] = chosen.cell
            state.issues += chosen.unclear.map { column in
                DataIssue(
                    severity: .warning, file: IntakeError.fileName(ofPath: path), row: row,
                    column: header.headers[column], value: CellBytes.text(reader.cell(column)),
                    problem: Bilingual(
                        ja: "この選択肢が選ばれたかどうか、読み取れません。",
                        en: "Whether this answer was chosen cannot be told."),
                    cure: Bilingual(
                        ja: "選ばれていないものとして扱いました。選ばれていれば 1、そうでなければ空欄にしてください。",
                        en: "Taken as not chosen; write 1 where it was, and nothing where it was not."))
            }
        }
    }

    /// Row of the spreadsheet, from 1.
    var row: Int { reader.rowNumber }

    /// A cell by wanted column, trimmed; empty where the file has no such column or the row no such cell.
    func cell(_ wanted: Int) -> ArraySlice<UInt8> {
        guard let column = header.columns[wanted] else { return state.composed[wanted] ?? [] }
        guard column < reader.cellCount else { return [] }
        return CellBytes.trimmed(CSVGuard.unguarded(reader.cell(column)))
    }

    /// The same cell as a string.
    func text(_ wanted: Int) -> String { String(decoding: cell(wanted), as: UTF8.self) }

    /// Lends out the wanted cells of the current row, trimmed as `cell` has them.
    func withRow(_ body: (WantedCells) -> Void) {
        if hasOptions {
            var bytes: [UInt8] = []
            var bounds: [Int32] = [0]
            for wanted in header.columns.indices {
                bytes += cell(wanted)
                bounds.append(Int32(bytes.count))
            }
            RowCells.use(bytes, bounds: bounds[...]) { body(WantedCells(composed: $0)) }
        } else {
            reader.withRow { body(WantedCells($0, columns: header.columns)) }
        }
    }

    /// The first column without a header in which the current row has a value.
    var valueWithoutHeader: Int? {
        unnamed.first { $0 < reader.cellCount && !CellBytes.trimmed(reader.cell($0)).isEmpty }
    }

    /// What is wrong with the row as a whole: cells that are too few, or more than there are headers and not
    /// empty; or the rows of one record that differ where they should not.
    var shapeDefect: Defect? {
        if let contradiction { return contradiction }
        if reader.cellCount < header.width {
            return Defect(
                problem: Bilingual(
                    ja: "セルが\(reader.cellCount)個しかありません（見出しは\(header.width)個）。",
                    en: "The row has \(reader.cellCount) cells, the header \(header.width)."),
                cure: TableReader.shapeCure)
        }
        let extra = header.headers.count..<max(reader.cellCount, header.headers.count)
        guard extra.contains(where: { !CellBytes.trimmed(reader.cell($0)).isEmpty }) else { return nil }
        return Defect(
            problem: Bilingual(
                ja: "セルが\(reader.cellCount)個あり、見出しの\(header.headers.count)個より多くなっています。",
                en: "The row has \(reader.cellCount) cells, more than the header's \(header.headers.count)."),
            cure: TableReader.shapeCure)
    }

    /// What is wrong where the rows of one record differ in a column that can hold only one value.
    var contradiction: Defect? {
        guard let records else { return nil }
        let wanted = header.columns.indices.first { wanted in
            guard let column = header.columns[wanted], !joinable.contains(wanted) else { return false }
            return records.isJoined(column)
        }
        guard let wanted else { return nil }
        let name = header.name(of: wanted) ?? ""
        return Defect(
            problem: Bilingual(
                ja: "一件のレコードの行どうしで、「\(name)」の値が違っています。",
                en: "The rows of this record have different values in '\(name)'."),
            cure: Bilingual(
                ja: "値を一つにそろえるか、別のレコードなら先頭の列に * を付けてください。",
                en: "Keep one of the values, or mark the row with * if it is a record of its own."))
    }

    private static let shapeCure = Bilingual(
        ja: "カンマを含むセルを引用符（\"）で囲むか、表計算ソフトからCSVを書き出し直してください。",
        en: "Quote cells that hold a comma, or export the CSV file again from the spreadsheet.")

    /// An issue of the current row; `wanted` is `nil` for the whole row, `value` where it is the whole cell.
    func issue(
        _ severity: DataIssue.Severity, wanted: Int?, value: String? = nil, problem: Bilingual,
        cure: Bilingual
    ) -> DataIssue {
        DataIssue(
            severity: severity, file: IntakeError.fileName(ofPath: path), row: row,
            column: wanted.flatMap { header.name(of: $0) }, value: value ?? wanted.map(text),
            problem: problem,
            cure: cure)
    }

    /// An issue of the current row from a decoder's defect.
    func issue(_ severity: DataIssue.Severity, wanted: Int?, _ defect: Defect) -> DataIssue {
        issue(severity, wanted: wanted, value: defect.part, problem: defect.problem, cure: defect.cure)
    }
}

/// What changes from row to row; an object, because the reader of a table is a value.
private final class TableState {
    /// What was noticed so far.
    var issues: [DataIssue] = []
    /// Cells of the current row that are put together of several, by wanted column.
    var composed: [Int: ArraySlice<UInt8>] = [:]
}
