import CLibCSV
import Glibc

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
/// The memory needed is that of one chunk and one row; a cell or row over the limits is refused as soon as
/// the limit is passed.
package final class CSVReader: RowSource {
    /// The largest cell, in bytes.
    package static let cellLimit = 1 << 20
    /// The largest row, in bytes.
    package static let rowLimit = 16 << 20
    /// The largest number of cells in a row: the columns of an Excel sheet.
    package static let columnLimit = 16_384
    private static let chunkSize = 1 << 16
    /// Whether the current rows may hold characters of the private use area.
    package private(set) var mayHoldPrivateUse = false

    private let text: TextSource
    /// What stands between two cells, once it is known.
    private var delimiter: Delimiter?
    private let parser: UnsafeMutablePointer<csv_parser>
    /// The callbacks of libcsv reach the batch through this pointer.
    private let batch: UnsafeMutablePointer<CSVBatch>
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    private var isAtEnd = false
    /// Index of the current row in the batch.
    private var current = -1

    /// Opens a file, or standard input for `-`.
    ///
    /// - Throws: `missing`, `folder`, `unreadable` or `readFailed`.
    package convenience init(path: String, options: TableOptions = TableOptions()) throws(IntakeError) {
        try self.init(ByteSource(path: path), options: options)
    }

    /// Reads what is left of a source.
    package init(_ source: ByteSource, options: TableOptions) throws(IntakeError) {
        text = try TextSource(source, encoding: options.encoding)
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        // csv_init fails only for a null pointer.
        csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL))
        csv_set_blk_size(parser, CSVReader.chunkSize)
        batch = .allocate(capacity: 1)
        batch.initialize(to: CSVBatch(cellLimit: CSVReader.cellLimit))
        chunk = .allocate(capacity: CSVReader.chunkSize)
        chunk.initialize(repeating: 0)
        if let delimiter = options.delimiter { choose(delimiter: delimiter) }
    }

    deinit {
        csv_free(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
        batch.deinitialize(count: 1)
        batch.deallocate()
        chunk.deallocate()
    }

    /// The path as it was given.
    package var path: String { text.path }

    package var isEncodingGuessed: Bool { text.form.isGuess }

    /// Moves to the next row; `false` at the end of the file.
    ///
    /// - Throws: what is wrong with the bytes, or `readFailed`; after that the reader is of no more use.
    package func next() throws(IntakeError) -> Bool {
        current += 1
        while current >= batch.pointee.rowEnds.count {
            if isAtEnd { return false }
            batch.pointee.dropCompleteRows()
            current = 0
            try fill()
        }
        if cellCount > CSVReader.columnLimit {
            throw .tooManyCells(path: path, row: rowNumber, limit: CSVReader.columnLimit)
        }
        return true
    }

    /// Row of the spreadsheet, from 1.
    package var rowNumber: Int { batch.pointee.rowsBefore + current + 1 }

    /// Cells in the current row; 0 on a blank line.
    package var cellCount: Int { batch.pointee.rowEnds[current] - firstCell }

    /// The bytes of a cell of the current row, without its quotation marks.
    package func cell(_ index: Int) -> ArraySlice<UInt8> {
        let cell = firstCell + index
        let start = cell == 0 ? 0 : batch.pointee.cellEnds[cell - 1]
        return batch.pointee.bytes[start..<batch.pointee.cellEnds[cell]]
    }

    private var firstCell: Int { current == 0 ? 0 : batch.pointee.rowEnds[current - 1] }

    /// Reads and parses one chunk, or finishes at the end of the file.
    private func fill() throws(IntakeError) {
        let count = try text.read(into: UnsafeMutableRawBufferPointer(chunk))
        // A row may have begun in an earlier chunk, so that what was seen once counts for the rest.
        if !mayHoldPrivateUse {
            mayHoldPrivateUse = PrivateUse.isIn(
                UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: chunk[..<count])))
        }
        if delimiter == nil { choose(delimiter: Delimiter.inspected(chunk[..<count])) }
        try parse(count)
        if count > 0 { return }
        if text.isBroken {
            throw .undecodable(
                path: path, encoding: text.form.scheme.encoding, isGuess: text.form.isGuess,
                row: batch.pointee.openRow, byteOffset: text.usedBytes)
        }
        isAtEnd = true
        if csv_fini(parser, CSVReader.takeCell, CSVReader.endRow, batch) != 0 {
            throw .unclosedQuote(path: path, row: batch.pointee.openRow)
        }
        try checkLimits()
    }

    private func choose(delimiter: Delimiter) {
        self.delimiter = delimiter
        csv_set_delim(parser, delimiter.byte)
    }

    /// Parses the first bytes of the chunk, up to a NUL, which no table has.
    private func parse(_ count: Int) throws(IntakeError) {
        guard count > 0, let base = chunk.baseAddress else { return }
        let nul = memchr(base, 0, count).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
        let clean = nul ?? count
        let consumed = csv_parse(parser, base, clean, CSVReader.takeCell, CSVReader.endRow, batch)
        func offset() -> Int { text.offset(after: UnsafeRawBufferPointer(start: base, count: consumed)) }
        if consumed < clean {
            if csv_error(parser) == CSV_EPARSE {
                throw .strayQuote(path: path, row: batch.pointee.openRow, byteOffset: offset())
            }
            throw .readFailed(path: path, code: ENOMEM)
        }
        try checkLimits()
        if nul != nil { throw .nulByte(path: path, row: batch.pointee.openRow, byteOffset: offset()) }
    }

    private func checkLimits() throws(IntakeError) {
        if let cell = batch.pointee.oversized {
            throw .cellTooLarge(path: path, row: cell.row, column: cell.column, limit: CSVReader.cellLimit)
        }
        // The parser's own buffer holds the cell that is not complete yet.
        if parser.pointee.entry_pos > CSVReader.cellLimit {
            throw .cellTooLarge(
                path: path, row: batch.pointee.openRow, column: batch.pointee.openCellCount + 1,
                limit: CSVReader.cellLimit)
        }
        if batch.pointee.openByteCount > CSVReader.rowLimit {
            throw .rowTooLarge(path: path, row: batch.pointee.openRow, limit: CSVReader.rowLimit)
        }
        if batch.pointee.openCellCount > CSVReader.columnLimit {
            throw .tooManyCells(path: path, row: batch.pointee.openRow, limit: CSVReader.columnLimit)
        }
    }

    private static let takeCell:
        @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void =
            { cell, count, context in
                context?.assumingMemoryBound(to: CSVBatch.self).pointee
                    .append(cell: UnsafeRawBufferPointer(start: cell, count: count))
            }

    private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { byte, context in
        context?.assumingMemoryBound(to: CSVBatch.self).pointee.endRow(byte: byte)
    }
}
