import CLibCSV
import Glibc

/// Cuts a text into rows with libcsv, some at a time.
///
/// The memory needed is that of one chunk and one row; a cell or row over the limits is refused as soon as
/// the limit is passed.
///
/// - Note: Sendable unchecked, because it may move to another thread; only one ever uses it at a time.
final class CSVCutter: @unchecked Sendable {
    private static let chunkSize = 1 << 16

    let path: String
    let isEncodingGuessed: Bool
    private let text: TextSource
    /// What stands between two cells, once it is known.
    private var delimiter: Delimiter?
    private let parser: UnsafeMutablePointer<csv_parser>
    /// The callbacks of libcsv reach the rows through this pointer.
    private let rows: UnsafeMutablePointer<CSVRowCollector>
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    private var mayHoldPrivateUse = false
    private var isAtEnd = false

    init(_ text: TextSource, delimiter: Delimiter?) {
        self.text = text
        path = text.path
        isEncodingGuessed = text.form.isGuess
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        // csv_init fails only for a null pointer.
        csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL))
        csv_set_blk_size(parser, CSVCutter.chunkSize)
        rows = .allocate(capacity: 1)
        rows.initialize(to: CSVRowCollector(cellLimit: CSVReader.cellLimit))
        chunk = .allocate(capacity: CSVCutter.chunkSize)
        chunk.initialize(repeating: 0)
        if let delimiter { choose(delimiter: delimiter) }
    }

    deinit {
        csv_free(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
        rows.pointee.deallocate()
        rows.deinitialize(count: 1)
        rows.deallocate()
        chunk.deallocate()
    }

    /// The next rows, at least one; `nil` at the end of the file.
    ///
    /// - Throws: what is wrong with the bytes, or `readFailed`; after that the cutter is of no more use.
    func next() throws(IntakeError) -> CSVBatch? {
        while !rows.pointee.hasRows {
            if isAtEnd { return nil }
            try fill()
        }
        var batch = rows.pointee.takeRows()
        batch.mayHoldPrivateUse = mayHoldPrivateUse
        return batch
    }

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
                row: rows.pointee.openRow, byteOffset: text.usedBytes)
        }
        isAtEnd = true
        if csv_fini(parser, CSVCutter.takeCell, CSVCutter.endRow, rows) != 0 {
            throw .unclosedQuote(path: path, row: rows.pointee.openRow)
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
        let consumed = csv_parse(parser, base, clean, CSVCutter.takeCell, CSVCutter.endRow, rows)
        func offset() -> Int { text.offset(after: UnsafeRawBufferPointer(start: base, count: consumed)) }
        if consumed < clean {
            if csv_error(parser) == CSV_EPARSE {
                throw .strayQuote(path: path, row: rows.pointee.openRow, byteOffset: offset())
            }
            throw .readFailed(path: path, code: ENOMEM)
        }
        try checkLimits()
        if nul != nil { throw .nulByte(path: path, row: rows.pointee.openRow, byteOffset: offset()) }
    }

    private func checkLimits() throws(IntakeError) {
        if let cell = rows.pointee.oversized {
            throw .cellTooLarge(path: path, row: cell.row, column: cell.column, limit: CSVReader.cellLimit)
        }
        // The parser's own buffer holds the cell that is not complete yet.
        if parser.pointee.entry_pos > CSVReader.cellLimit {
            throw .cellTooLarge(
                path: path, row: rows.pointee.openRow, column: rows.pointee.openCellCount + 1,
                limit: CSVReader.cellLimit)
        }
        if rows.pointee.openByteCount > CSVReader.rowLimit {
            throw .rowTooLarge(path: path, row: rows.pointee.openRow, limit: CSVReader.rowLimit)
        }
        if rows.pointee.openCellCount > CSVReader.columnLimit {
            throw .tooManyCells(path: path, row: rows.pointee.openRow, limit: CSVReader.columnLimit)
        }
    }

    private static let takeCell:
        @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void =
            { cell, count, context in
                context?.assumingMemoryBound(to: CSVRowCollector.self).pointee
                    .append(cell: UnsafeRawBufferPointer(start: cell, count: count))
            }

    private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { byte, context in
        context?.assumingMemoryBound(to: CSVRowCollector.self).pointee.endRow(byte: byte)
    }
}
