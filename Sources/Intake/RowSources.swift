/// The one place where a path becomes rows.
package enum RowSources {
    /// Opens a table of people, sessions, activities or pairs, or standard input for `-`.
    ///
    /// - Throws: `missing`, `folder`, `unreadable`, `readFailed`, or what is wrong with the beginning.
    package static func open(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> any RowSource {
        let source = try ByteSource(path: path)
        let beginning = try source.peek(longestSignature)
        if zipSignatures.contains(where: beginning.starts) {
            return try WorkbookReader(source, sheet: options.sheet)
        }
        if beginning.starts(with: compoundSignature) { throw .workbook(path: path, .protectedOrOld) }
        if let sheet = options.sheet { throw .workbook(path: path, .noWorkbook(sheet: sheet)) }
        return try CSVReader(source, options: options)
    }

    private static let longestSignature = 8
    /// How a ZIP file begins, with and without parts.
    private static let zipSignatures: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    /// How the files of Excel 97–2003 begin, and those with a password.
    private static let compoundSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
}
