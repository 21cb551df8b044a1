/// Some rows of a CSV file: all bytes of their cells in one array, with the ends of cells and rows.
///
/// A value, so that it may be made on one thread and read on another.
struct CSVBatch: Sendable {
    /// The bytes of every cell, one after the other.
    var bytes: [UInt8] = []
    /// Where each cell begins in `bytes`, and at last where the last one ends.
    var bounds: [Int32] = [0]
    /// Where each row ends among the cells.
    var rowEnds: [Int32] = []
    /// Rows that came before these, blank ones included.
    var rowsBefore = 0
    /// Whether these rows may hold characters of the private use area.
    var mayHoldPrivateUse = false

    /// The cells of a row.
    func cells(ofRow row: Int) -> Range<Int> {
        (row == 0 ? 0 : Int(rowEnds[row - 1]))..<Int(rowEnds[row])
    }
}
