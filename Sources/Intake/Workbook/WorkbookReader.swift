package import Records

/// Reads the rows of one sheet of an Excel workbook (.xlsx) one after the other.
///
/// Cells come as text, as a CSV export would hold them: days as `2025-04-01`, times as `18:30`, whole numbers without a decimal
/// point, `TRUE` and `FALSE`, and of a formula the value that was last worked out. Rows that hold nothing are left out; `rowNumber` is
/// the sheet's own. The memory needed is that of the shared texts and one row.
package final class WorkbookReader: RowSource {
    /// The path as it was given.
    package let path: String
    /// Warnings about the whole workbook.
    package let issues: [DataIssue]
    private let strings: SharedStrings
    private let rows: SheetRows
    private let parser: XMLPart
    /// Place of each column's cell in the current row, -1 for none.
    private var places: [Int] = []
    /// Cells of the first row that holds something: further rows count as at least as wide.
    private var width = 0

    /// Opens a sheet: the one with this name, or the first that is not hidden.
    ///
    /// - Throws: `readFailed` or `workbook`.
    convenience init(_ source: ByteSource, sheet: String?) throws(IntakeError) {
        guard let descriptor = source.regularFile else {
            try self.init(bytes: WorkbookReader.bytes(of: source), path: source.path, sheet: sheet)
            return
        }
        do throws(WorkbookDefect) {
            try self.init(ZipArchive(descriptor: descriptor), path: source.path, sheet: sheet)
        } catch {
            throw .workbook(path: source.path, error)
        }
    }

    /// Opens a sheet of a workbook that is in memory.
    ///
    /// - Throws: `workbook`.
    package convenience init(bytes: [UInt8], path: String, sheet: String? = nil) throws(IntakeError) {
        do throws(WorkbookDefect) {
            try self.init(ZipArchive(bytes: bytes), path: path, sheet: sheet)
        } catch {
            throw .workbook(path: path, error)
        }
    }

    /// What a pipe holds: the list of an archive's parts stands at its end.
    private static func bytes(of source: ByteSource) throws(IntakeError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = try source.next()
            if piece.isEmpty { return bytes }
            bytes += piece
            if bytes.count > WorkbookLimits.pipe {
                throw .workbook(path: source.path, .archiveTooLarge(limit: WorkbookLimits.pipe))
            }
        }
    }

    private init(_ archive: ZipArchive, path: String, sheet: String?) throws(WorkbookDefect) {
        self.path = path
        let layout = try WorkbookLayout(archive)
        let sheetPart = try layout.part(ofSheet: sheet)
        guard let part = try archive.part(sheetPart, limit: WorkbookLimits.sheet) else {
            throw .missingPart(part: sheetPart)
        }
        var styles = CellStyles()
        if let name = layout.stylesPart {
            guard let part = try archive.part(name, limit: WorkbookLimits.smallPart) else {
                throw .missingPart(part: name)
            }
            styles = try CellStyles(part)
        }
        var strings = SharedStrings()
        if let name = layout.stringsPart {
            guard let part = try archive.part(name, limit: WorkbookLimits.strings) else {
                throw .missingPart(part: name)
            }
            strings = try SharedStrings(part)
        }
        self.strings = strings
        issues = layout.issues(file: IntakeError.fileName(ofPath: path))
        rows = SheetRows(
            part: sheetPart, strings: strings, styles: styles,
            numbers: NumberCell(startsIn1904: layout.startsIn1904))
        parser = try XMLPart(part, handler: rows)
    }

    /// Moves to the next row that holds something; `false` at the end of the sheet.
    ///
    /// - Throws: `workbook`; after that the reader is of no more use.
    package func next() throws(IntakeError) -> Bool {
        for cell in rows.cells { places[cell.column] = -1 }
        do throws(WorkbookDefect) {
            guard try parser.advance() else { return false }
        } catch {
            throw .workbook(path: path, error)
        }
        let last = (rows.cells.last?.column ?? -1) + 1
        if width == 0 { width = last }
        if places.count < last { places += Array(repeating: -1, count: last - places.count) }
        for (index, cell) in rows.cells.enumerated() { places[cell.column] = index }
        return true
    }

    /// Row of the sheet, from 1.
    package var rowNumber: Int { rows.number }

    /// Cells in the current row, empty ones included.
    package var cellCount: Int { max(width, (rows.cells.last?.column ?? -1) + 1) }

    /// The text of a cell of the current row, in UTF-8.
    package func cell(_ index: Int) -> ArraySlice<UInt8> {
        guard index < places.count, places[index] >= 0 else { return [] }
        let cell = rows.cells[places[index]]
        return cell.isShared ? strings.bytes[cell.range] : rows.bytes[cell.range]
    }

    package var isBlank: Bool {
        rows.cells.allSatisfy { CellBytes.trimmed(cell($0.column)).isEmpty }
    }
}
