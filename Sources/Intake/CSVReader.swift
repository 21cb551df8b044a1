/// Reads the rows of a CSV file one after the other, with libcsv.
///
/// UTF-8 with or without a byte order mark; rows end with CRLF, LF or a lone CR; quoted cells may hold line
/// breaks, commas and doubled quotation marks. `rowNumber` is the row of a spreadsheet: the first row is 1,
/// blank lines count, and a cell with line breaks does not make more rows.
///
/// libcsv drops spaces and tabs around an unquoted cell, and outside of the quotation marks of a quoted one;
/// inside of the marks everything stays. Every reader of this module trims its cells anyway, so nothing that
/// has a meaning is lost.
///
/// A large file is cut on another thread (`CSVCuttingAhead`), a pipe and a small file when rows are asked for; the
/// memory needed is that of some chunks and one row.
package final class CSVReader: RowSource {
    /// The largest cell, in bytes.
    package static let cellLimit = 1 << 20
    /// The largest row, in bytes.
    package static let rowLimit = 16 << 20
    /// The largest number of cells in a row: the columns of an Excel sheet.
    package static let columnLimit = 16_384
    /// Bytes of a file from which on a second thread is worth its while.
    private static let largeFile = 1 << 20

    private let cutter: CSVCutter
    /// Takes over after the first rows of a large file.
    private var ahead: CSVCuttingAhead?
    private let isLarge: Bool
    private var batch = CSVBatch()
    private var isAtEnd = false
    /// Index of the current row in the batch.
    private var current = -1
    /// The cells of the current row among those of the batch.
    private var cells = 0..<0

    /// Opens a file, or standard input for `-`.
    ///
    /// - Throws: `missing`, `folder`, `unreadable` or `readFailed`.
    package convenience init(path: String, options: TableOptions = TableOptions()) throws(IntakeError) {
        try self.init(ByteSource(path: path), options: options)
    }

    /// Reads what is left of a source.
    package init(_ source: ByteSource, options: TableOptions) throws(IntakeError) {
        isLarge = source.fileSize.map { $0 >= CSVReader.largeFile } ?? false
        cutter = CSVCutter(
            try TextSource(source, encoding: options.encoding), delimiter: options.delimiter)
    }

    /// The path as it was given.
    package var path: String { cutter.path }

    package var isEncodingGuessed: Bool { cutter.isEncodingGuessed }

    package var mayHoldPrivateUse: Bool { batch.mayHoldPrivateUse }

    /// Moves to the next row; `false` at the end of the file.
    ///
    /// - Throws: what is wrong with the bytes, or `readFailed`; after that the reader is of no more use.
    package func next() throws(IntakeError) -> Bool {
        if current + 1 < batch.rowEnds.count {
            current += 1
        } else {
            guard try advance() else { return false }
        }
        cells = batch.cells(ofRow: current)
        if cells.count > CSVReader.columnLimit {
            throw .tooManyCells(path: path, row: rowNumber, limit: CSVReader.columnLimit)
        }
        return true
    }

    /// Moves to the next batch, of which there is a row.
    private func advance() throws(IntakeError) -> Bool {
        if isAtEnd { return false }
        let isFirst = current < 0
        let rows = if let ahead { try ahead.next() } else { try cutter.next() }
        guard let rows else {
            isAtEnd = true
            return false
        }
        batch = rows
        current = 0
        if isFirst, isLarge { ahead = CSVCuttingAhead(cutter) }
        return true
    }

    /// Row of the spreadsheet, from 1.
    package var rowNumber: Int { batch.rowsBefore + current + 1 }

    /// Cells in the current row; 0 on a blank line.
    package var cellCount: Int { cells.count }

    /// The bytes of a cell of the current row, without its quotation marks.
    package func cell(_ index: Int) -> ArraySlice<UInt8> {
        let cell = cells.lowerBound + index
        return batch.bytes[Int(batch.bounds[cell])..<Int(batch.bounds[cell + 1])]
    }

    package func withRow(_ body: (RowCells) -> Void) {
        RowCells.use(batch.bytes, bounds: batch.bounds[cells.lowerBound...cells.upperBound], body)
    }
}
