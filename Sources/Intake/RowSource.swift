package import Records

/// The rows of a table, one after the other: a CSV file, the sheet of a workbook, or another source that was
/// put into shape.
///
/// Readers of tables see nothing else of a file. After `next()` threw, a source is of no more use.
package protocol RowSource: AnyObject {
    /// The path as it was given.
    var path: String { get }

    /// Moves to the next row; `false` at the end.
    ///
    /// - Throws: what is wrong with the file, or `readFailed`.
    func next() throws(IntakeError) -> Bool

    /// Row of the spreadsheet, from 1.
    var rowNumber: Int { get }

    /// Cells in the current row; 0 on a blank line.
    var cellCount: Int { get }

    /// A cell of the current row as UTF-8, not trimmed.
    func cell(_ index: Int) -> ArraySlice<UInt8>

    /// Lends out all cells of the current row; for readers that look at most of them.
    func withRow(_ body: (RowCells) -> Void)

    /// Whether no cell of the current row holds anything but white space.
    var isBlank: Bool { get }

    /// Whether nothing but the bytes of the file speaks for the encoding in which it was read.
    var isEncodingGuessed: Bool { get }

    /// Whether the current row may hold characters of the private use area; not set where that is certain not
    /// to be so.
    var mayHoldPrivateUse: Bool { get }

    /// What the source itself has noticed up to the current row: how the file was read, values that a table
    /// cannot hold.
    var issues: [DataIssue] { get }
}

extension RowSource {
    package func withRow(_ body: (RowCells) -> Void) {
        var bytes: [UInt8] = []
        var bounds: [Int32] = [0]
        for index in 0..<cellCount {
            bytes += cell(index)
            bounds.append(Int32(bytes.count))
        }
        RowCells.use(bytes, bounds: bounds[...], body)
    }

    package var isBlank: Bool {
        (0..<cellCount).allSatisfy { CellBytes.trimmed(cell($0)).isEmpty }
    }

    package var isEncodingGuessed: Bool { false }

    package var mayHoldPrivateUse: Bool { true }

    package var issues: [DataIssue] { [] }
}
