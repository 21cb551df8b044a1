import Records

/// The rows of an export that writes one record on several rows, put together: kintone's tables.
///
/// The first column marks the row where a record begins with `*`; the rows without the mark belong to the
/// record before them. The cells of a column are joined with line breaks, equal ones once, because a record's
/// own values are repeated or left empty on its further rows. Row numbers are those of the first row.
final class RecordRows: RowSource {
    private let source: any RowSource
    private let mark: RecordMark
    /// Whether the first column marks records; decided by the first row of data where its header is empty.
    private var isMarked: Bool?
    /// The cells of the current record; of each column the different values of its rows.
    private var cells: [[ArraySlice<UInt8>]] = []
    private var isAtEnd = false
    private var hasRowAhead = false

    private(set) var rowNumber = 0
    private(set) var cellCount = 0

    init(_ source: any RowSource, mark: RecordMark) {
        self.source = source
        self.mark = mark
        isMarked = mark.isCertain ? true : nil
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
        if isMarked == nil { isMarked = mark.begins(source) }
        cells = []
        rowNumber = source.rowNumber
        cellCount = source.cellCount
        take()
        while isMarked == true, try advance() {
            if mark.begins(source) {
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

    /// Adds the cells of the source's row to the record; the mark is no value.
    private func take() {
        while cells.count < source.cellCount { cells.append([]) }
        for index in 0..<source.cellCount where isMarked != true || index != mark.column {
            let cell = CellBytes.trimmed(source.cell(index))
            if !cell.isEmpty, !cells[index].contains(where: { $0.elementsEqual(cell) }) {
                cells[index].append(ArraySlice(Array(cell)))
            }
        }
    }
}
