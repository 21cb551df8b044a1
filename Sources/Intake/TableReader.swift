import Records

/// A table with a header: its rows without the blank ones, and its cells by wanted column.
struct TableReader {
    let path: String
    let header: HeaderMatch
    private let reader: any RowSource
    private let notes = TableNotes()

    /// Matches the header of a table, the first row that is not blank.
    ///
    /// - Throws: what the source and `HeaderMatcher` throw, and `empty`.
    init(
        _ reader: any RowSource, wanted: [WantedColumn], reportsUnknown: Bool = false
    ) throws(IntakeError) {
        path = reader.path
        self.reader = reader
        repeat {
            guard try reader.next() else { throw .empty(path: path) }
        } while reader.isBlank
        let headers = (0..<reader.cellCount).map { CellBytes.text(reader.cell($0)) }
        header = try HeaderMatcher(wanted: wanted, reportsUnknown: reportsUnknown)
            .match(headers, row: reader.rowNumber, path: path)
    }

    /// Moves to the next row that is not blank; `false` at the end.
    func next() throws(IntakeError) -> Bool {
        repeat {
            guard try reader.next() else { return false }
        } while reader.isBlank
        if reader.mayHoldPrivateUse { notePrivateUse() }
        return true
    }

    /// Warnings about the file as a whole, and what was noticed on the way so far.
    var issues: [DataIssue] { encodingNote + header.issues + reader.issues + notes.issues }

    /// A guessed encoding, where no header proves it: one that was recognised and is not plain ASCII does.
    private var encodingNote: [DataIssue] {
        let isProven = header.columns.contains { column in
            column.map { header.headers[$0].utf8.contains { $0 >= 0x80 } } ?? false
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
            notes.issues.append(issue(.warning, wanted: wanted, PrivateUse.defect))
        }
    }

    /// Row of the spreadsheet, from 1.
    var row: Int { reader.rowNumber }

    /// A cell by wanted column, trimmed; empty where the file has no such column or the row no such cell.
    func cell(_ wanted: Int) -> ArraySlice<UInt8> {
        guard let column = header.columns[wanted], column < reader.cellCount else { return [] }
        return CellBytes.trimmed(reader.cell(column))
    }

    /// The same cell as a string.
    func text(_ wanted: Int) -> String { String(decoding: cell(wanted), as: UTF8.self) }

    /// The first column without a header in which the current row has a value.
    var valueWithoutHeader: Int? {
        (0..<min(reader.cellCount, header.headers.count)).first {
            header.headers[$0].isEmpty && !CellBytes.trimmed(reader.cell($0)).isEmpty
        }
    }

    /// What is wrong with the number of cells: too few, or more than there are headers and not empty.
    var shapeDefect: Defect? {
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

    private static let shapeCure = Bilingual(
        ja: "カンマを含むセルを引用符（\"）で囲むか、表計算ソフトからCSVを書き出し直してください。",
        en: "Quote cells that hold a comma, or export the CSV file again from the spreadsheet.")

    /// An issue of the current row; `wanted` is `nil` for the whole row, `value` where it is the whole cell.
    func issue(
        _ severity: DataIssue.Severity, wanted: Int?, value: String? = nil, problem: Bilingual,
        cure: Bilingual
    ) -> DataIssue {
        let column = wanted.flatMap { header.columns[$0] }
        return DataIssue(
            severity: severity, file: IntakeError.fileName(ofPath: path), row: row,
            column: column.map { header.headers[$0] }, value: value ?? wanted.map(text), problem: problem,
            cure: cure)
    }

    /// An issue of the current row from a decoder's defect.
    func issue(_ severity: DataIssue.Severity, wanted: Int?, _ defect: Defect) -> DataIssue {
        issue(severity, wanted: wanted, value: defect.part, problem: defect.problem, cure: defect.cure)
    }
}

/// What a table noticed on the way; an object, because the reader of a table is a value.
private final class TableNotes {
    var issues: [DataIssue] = []
}
