import Records

/// One side of a made-up cohort, as the table of an export.
package struct SimulatedExport: Hashable, Sendable {
    /// The first header of every column, the id first.
    package let header: [String]
    /// One row for each person, as wide as the header.
    package let rows: [[String]]
    /// The mistakes that were made on purpose, in the order of the rows.
    package let defects: [PlantedDefect]

    /// The table as Excel writes “CSV UTF-8”: a byte-order mark, commas, CRLF after every row.
    ///
    /// A cell is quoted where it holds a comma, a quotation mark or a line break (RFC 4180).
    package func csv() -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [header] + rows { CSVQuoting.append(row: row, lineEnd: [0x0D, 0x0A], to: &bytes) }
        return bytes
    }
}
