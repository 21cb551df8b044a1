import Intake

extension WorkbookFile {
    /// Every row that is read as `number: cell|cell`.
    func rows(sheet: String? = nil) throws -> [String] {
        try WorkbookFile.rows(of: WorkbookReader(bytes: bytes(), path: "book.xlsx", sheet: sheet))
    }

    static func rows(of reader: any RowSource) throws -> [String] {
        var rows: [String] = []
        while try reader.next() {
            let cells = (0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) }
            rows.append("\(reader.rowNumber): " + cells.joined(separator: "|"))
        }
        return rows
    }

    /// Why the workbook is refused; `nil` where it is read.
    func defect(sheet: String? = nil) throws -> WorkbookDefect? {
        try WorkbookFile.defect(of: bytes(), sheet: sheet)
    }

    static func defect(of bytes: [UInt8], sheet: String? = nil) throws -> WorkbookDefect? {
        do {
            _ = try rows(of: WorkbookReader(bytes: bytes, path: "book.xlsx", sheet: sheet))
            return nil
        } catch IntakeError.workbook(_, let defect) {
            return defect
        }
    }
}
