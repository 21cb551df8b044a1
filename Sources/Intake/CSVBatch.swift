/// The cells of one or more rows as libcsv hands them over: all bytes in one array, with the ends of cells
/// and rows.
///
/// A row that is not complete yet stands at the end, after the last entry of `rowEnds`.
struct CSVBatch {
    /// The bytes of every cell, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    private(set) var cellEnds: [Int] = []
    /// Where each complete row ends in `cellEnds`.
    private(set) var rowEnds: [Int] = []
    /// Rows that were complete before this batch, blank ones included.
    private(set) var rowsBefore = 0
    /// The first cell that is larger than the limit, by row and column (both from 1).
    private(set) var oversized: (row: Int, column: Int)?

    private let cellLimit: Int
    /// Whether the row before ended with a carriage return and nothing came since: a line feed belongs to it.
    private var awaitsLineFeed = false

    init(cellLimit: Int) {
        self.cellLimit = cellLimit
    }

    /// The number of the row that is not complete yet, from 1.
    var openRow: Int { rowsBefore + rowEnds.count + 1 }

    /// Cells of the row that is not complete yet.
    var openCellCount: Int { cellEnds.count - (rowEnds.last ?? 0) }

    /// Bytes of the row that is not complete yet.
    var openByteCount: Int {
        let cells = rowEnds.last ?? 0
        return bytes.count - (cells == 0 ? 0 : cellEnds[cells - 1])
    }

    mutating func append(cell: UnsafeRawBufferPointer) {
        awaitsLineFeed = false
        if cell.count > cellLimit, oversized == nil { oversized = (openRow, openCellCount + 1) }
        bytes.append(contentsOf: cell)
        cellEnds.append(bytes.count)
    }

    /// Ends a row at the terminator `byte` (-1 at the end of the file).
    ///
    /// libcsv reports the CR and the LF of a line ending as two rows when it reports blank lines.
    mutating func endRow(byte: Int32) {
        if byte == 0x0A, awaitsLineFeed {
            awaitsLineFeed = false
            return
        }
        awaitsLineFeed = byte == 0x0D
        rowEnds.append(cellEnds.count)
    }

    /// Drops the complete rows and keeps the open one.
    mutating func dropCompleteRows() {
        guard let cells = rowEnds.last else { return }
        let dropped = cells == 0 ? 0 : cellEnds[cells - 1]
        bytes.removeSubrange(..<dropped)
        cellEnds.removeSubrange(..<cells)
        for index in cellEnds.indices { cellEnds[index] -= dropped }
        rowsBefore += rowEnds.count
        rowEnds.removeAll(keepingCapacity: true)
    }
}
