import Records

/// The cells of one row by wanted column, lent out as `RowCells` are.
struct WantedCells {
    private let cells: RowCells
    /// The column of each wanted one; `nil` where the cells are the wanted ones already, guard and spaces taken off.
    private let columns: [Int?]?

    /// The cells of a file with the column of each wanted one.
    init(_ cells: RowCells, columns: [Int?]) {
        self.cells = cells
        self.columns = columns
    }

    /// The wanted cells themselves.
    init(composed cells: RowCells) {
        self.cells = cells
        columns = nil
    }

    /// A cell by wanted column, trimmed; empty where the file has no such column or the row no such cell.
    subscript(_ wanted: Int) -> UnsafeBufferPointer<UInt8> {
        guard let columns else { return cells[wanted] }
        guard let column = columns[wanted], column < cells.count else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let cell = cells[column]
        guard cell.first == UInt8(ascii: "'") else { return CellBytes.trimmed(cell) }
        return CellBytes.trimmed(
            UnsafeBufferPointer(rebasing: cell.dropFirst(CSVGuard.guardLength(of: cell))))
    }
}
