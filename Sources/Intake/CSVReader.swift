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
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let source: ByteSource
    private let parser: UnsafeMutablePointer<csv_parser>
    /// The callbacks of libcsv reach the batch through this pointer.
    private let batch: UnsafeMutablePointer<CSVBatch>
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    /// Bytes at the front of `chunk` that were read but not parsed: the beginning of a character.
    private var pending = 0
    /// Bytes of the file that were given to the parser.
    private var parsedBytes = 0
    private var isAtStart = true
    private var isAtEnd = false
    /// Index of the current row in the batch.
    private var current = -1

    /// Opens a file, or standard input for `-`.
    ///
    /// - Throws: `missing`, `folder`, `unreadable` or `readFailed`.
    package convenience init(path: String) throws(IntakeError) {
        self.init(try ByteSource(path: path))
    }

    init(_ source: ByteSource) {
        self.source = source
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        // csv_init fails only for a null pointer.
        csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL))
        csv_set_blk_size(parser, CSVReader.chunkSize)
        batch = .allocate(capacity: 1)
        batch.initialize(to: CSVBatch(cellLimit: CSVReader.cellLimit))
        chunk = .allocate(capacity: CSVReader.chunkSize)
        chunk.initialize(repeating: 0)
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
    package var path: String { source.path }

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

    /// Reads, checks and parses one chunk, or finishes at the end of the file.
    private func fill() throws(IntakeError) {
        var filled = pending
        // A pipe may hand over less than a byte order mark at once.
        repeat {
            let count = try read(into: filled)
            if count == 0 {
                isAtEnd = true
                break
            }
            filled += count
        } while isAtStart && filled < CSVReader.byteOrderMark.count
        pending = 0

        var start = 0
        if isAtStart {
            isAtStart = false
            if chunk.prefix(filled).starts(with: CSVReader.byteOrderMark) {
                start = CSVReader.byteOrderMark.count
                parsedBytes = start
            }
        }
        let valid = try parseValidPrefix(start..<filled)
        pending = filled - valid
        for index in 0..<pending { chunk[index] = chunk[valid + index] }
        if isAtEnd { try finish() }
    }

    private func read(into offset: Int) throws(IntakeError) -> Int {
        try source.read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(chunk)[offset...]))
    }

    /// Parses everything that is good UTF-8 without NUL and returns where the incomplete last character
    /// begins.
    private func parseValidPrefix(_ range: Range<Int>) throws(IntakeError) -> Int {
        var end = range.upperBound
        var isBroken = false
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: chunk.span.extracting(range))
        } catch {
            end = range.lowerBound + error.byteOffsets.lowerBound
            let reachesEnd = range.lowerBound + error.byteOffsets.upperBound == range.upperBound
            isBroken = isAtEnd || error.kind != .truncatedScalar || !reachesEnd
        }
        let clean = chunk[range.lowerBound..<end].firstIndex(of: 0) ?? end
        try parse(range.lowerBound..<clean)
        if clean < end { throw .nulByte(path: path, row: batch.pointee.openRow, byteOffset: parsedBytes) }
        if isBroken { throw .notUTF8(path: path, row: batch.pointee.openRow, byteOffset: parsedBytes) }
        return end
    }

    private func parse(_ range: Range<Int>) throws(IntakeError) {
        guard !range.isEmpty, let base = chunk.baseAddress else { return }
        let consumed = csv_parse(
            parser, base + range.lowerBound, range.count, CSVReader.takeCell, CSVReader.endRow, batch)
        parsedBytes += consumed
        if consumed < range.count {
            if csv_error(parser) == CSV_EPARSE {
                throw .strayQuote(path: path, row: batch.pointee.openRow, byteOffset: parsedBytes)
            }
            throw .readFailed(path: path, code: ENOMEM)
        }
        try checkLimits()
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

    private func finish() throws(IntakeError) {
        if csv_fini(parser, CSVReader.takeCell, CSVReader.endRow, batch) != 0 {
            throw .unclosedQuote(path: path, row: batch.pointee.openRow)
        }
        try checkLimits()
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
