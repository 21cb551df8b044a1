import Records

/// The rows of an export that writes one record on several rows, put together: kintone's tables.
///
/// The first column marks the row where a record begins with `*`; the rows without the mark belong to the
/// record before them. The cells of a column are joined with line breaks, equal ones once, because a record's
/// own values are repeated or left empty on its further rows. Row numbers are those of the first row.
final class RecordRows: RowSource {
    /// Headers of the first column of such a file, compared as other headers; it may also be empty.
    private static let markHeaders: Set<String> = ["*", "レコードの開始行"]
    private static let mark = [UInt8(ascii: "*")]

    private let source: any RowSource
    /// Whether the first column marks records; decided by the first row of data where its header is empty.
    private var isMarked: Bool?
    /// The cells of the current record; of each column the different values of its rows.
    private var cells: [[ArraySlice<UInt8>]] = []
    private var isAtEnd = false
    private var hasRowAhead = false

    private(set) var rowNumber = 0
    private(set) var cellCount = 0

    /// - Returns: `nil` where the first header is not one of a file of this kind.
    init?(_ source: any RowSource, headers: [String]) {
        guard headers.count > 1 else { return nil }
        let first = Normalisation.key(headers[0])
        guard first.isEmpty || RecordRows.markHeaders.contains(first) else { return nil }
        self.source = source
        isMarked = first.isEmpty ? nil : true
    }

    var path: String { source.path }
    var isEncodingGuessed: Bool { source.isEncodingGuessed }
    var mayHoldPrivateUse: Bool { source.mayHoldPrivateUse }
    var issues: [DataIssue] { source.issues }

    func next() throws(IntakeError) -> Bool {
        if !hasRowAhead {
            guard try advance() else { return false }
        }
        hasRowAhead = false
        if isMarked == nil { isMarked = beginsRecord }
        cells = []
        rowNumber = source.rowNumber
        cellCount = source.cellCount
        take()
        while isMarked == true, try advance() {
            if beginsRecord {
                hasRowAhead = true
                break
            }
            // A row of another length than the first is what the record is judged by.
            if source.cellCount != cells.count { cellCount = source.cellCount }
            take()
        }
        return true
    }

    func cell(_ index: Int) -> ArraySlice<UInt8> {
        guard index < cells.count else { return [] }
        if cells[index].count < 2 { return cells[index].first ?? [] }
        return Array(cells[index].joined(separator: [0x0A]))[...]
    }

    /// Whether the rows of the current record say different things in a column.
    func isJoined(_ index: Int) -> Bool { index < cells.count && cells[index].count > 1 }

    /// Moves the source to its next row that is not blank.
    private func advance() throws(IntakeError) -> Bool {
        if isAtEnd { return false }
        repeat {
            guard try source.next() else {
                isAtEnd = true
                return false
            }
        } while source.isBlank
        return true
    }

    private var beginsRecord: Bool {
        source.cellCount > 0 && CellBytes.trimmed(source.cell(0)).elementsEqual(RecordRows.mark)
    }

    /// Adds the cells of the source's row to the record; the mark is no value.
    private func take() {
        while cells.count < source.cellCount { cells.append([]) }
        for index in (isMarked == true ? 1 : 0)..<max(1, source.cellCount) where index < source.cellCount {
            let cell = CellBytes.trimmed(source.cell(index))
            if !cell.isEmpty, !cells[index].contains(where: { $0.elementsEqual(cell) }) {
                cells[index].append(ArraySlice(Array(cell)))
            }
        }
    }
}
