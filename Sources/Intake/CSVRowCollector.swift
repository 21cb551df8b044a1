/// What libcsv hands over, cell by cell and row by row, until it is taken away as a batch.
///
/// A row that is not complete yet stands at the end. The memory is its own and unchecked, because two calls for
/// every cell of a file pass through here; it grows with the rows of one chunk and is released by `deallocate`.
struct CSVRowCollector {
    private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 17)
    private var byteCount = 0
    /// Where each cell begins in `bytes`, and at last where the last one ends.
    private var bounds = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 1 << 14)
    private var cellCount = 0
    /// Where each complete row ends among the cells.
    private var rowEnds: [Int32] = []
    /// Rows that were taken away before, blank ones included.
    private var rowsBefore = 0
    /// The first cell that is larger than the limit, by row and column (both from 1).
    private(set) var oversized: (row: Int, column: Int)?

    private let cellLimit: Int
    /// Whether the row before ended with a carriage return and nothing came since: a line feed belongs to it.
    private var awaitsLineFeed = false

    init(cellLimit: Int) {
        self.cellLimit = cellLimit
        bounds[0] = 0
    }

    /// Releases the memory; the collector is of no more use.
    func deallocate() {
        bytes.deallocate()
        bounds.deallocate()
    }

    /// Whether there is a complete row.
    var hasRows: Bool { !rowEnds.isEmpty }

    /// The number of the row that is not complete yet, from 1.
    var openRow: Int { rowsBefore + rowEnds.count + 1 }

    /// Cells of the row that is not complete yet.
    var openCellCount: Int { cellCount - Int(rowEnds.last ?? 0) }

    /// Bytes of the row that is not complete yet.
    var openByteCount: Int { byteCount - Int(bounds[Int(rowEnds.last ?? 0)]) }

    mutating func append(cell: UnsafeRawBufferPointer) {
        awaitsLineFeed = false
        if cell.count > cellLimit, oversized == nil { oversized = (openRow, openCellCount + 1) }
        if byteCount + cell.count > bytes.count {
            CSVRowCollector.grow(&bytes, used: byteCount, needed: byteCount + cell.count)
        }
        if cellCount + 1 >= bounds.count {
            CSVRowCollector.grow(&bounds, used: cellCount + 1, needed: cellCount + 2)
        }
        if let from = cell.baseAddress, let to = bytes.baseAddress {
            UnsafeMutableRawPointer(to + byteCount).copyMemory(from: from, byteCount: cell.count)
        }
        byteCount += cell.count
        cellCount += 1
        bounds[cellCount] = Int32(byteCount)
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
        rowEnds.append(Int32(cellCount))
    }

    /// Takes the complete rows away and keeps the open one.
    mutating func takeRows() -> CSVBatch {
        let cells = Int(rowEnds.last ?? 0)
        let taken = Int(bounds[cells])
        let batch = CSVBatch(
            bytes: Array(UnsafeBufferPointer(rebasing: bytes[..<taken])),
            bounds: Array(UnsafeBufferPointer(rebasing: bounds[...cells])), rowEnds: rowEnds,
            rowsBefore: rowsBefore)
        rowsBefore += rowEnds.count
        rowEnds.removeAll(keepingCapacity: true)
        if let base = bytes.baseAddress {
            base.update(from: base + taken, count: byteCount - taken)
        }
        byteCount -= taken
        cellCount -= cells
        for cell in 0...cellCount { bounds[cell] = bounds[cell + cells] - Int32(taken) }
        return batch
    }

    /// Moves what is used to a place with room for at least `needed`.
    private static func grow<Element>(
        _ buffer: inout UnsafeMutableBufferPointer<Element>, used: Int, needed: Int
    ) {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(needed, buffer.count * 2))
        _ = larger.moveInitialize(fromContentsOf: buffer[..<used])
        buffer.deallocate()
        buffer = larger
    }
}
