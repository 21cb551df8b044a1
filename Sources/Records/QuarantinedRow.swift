/// A row that was not used, as the file has it, to be corrected and read again.
package struct QuarantinedRow: Hashable, Sendable {
    /// Row of the user's spreadsheet.
    package let row: Int
    /// Its cells, as many as it has.
    package let cells: [String]
    /// Why it was not used; empty for the further rows of a record that stands on several.
    package let issues: [DataIssue]

    package init(row: Int, cells: [String], issues: [DataIssue]) {
        self.row = row
        self.cells = cells
        self.issues = issues
    }
}

/// The rows in quarantine of one table.
package struct QuarantinedTable: Hashable, Sendable {
    /// The table's headers as the file has them.
    package let headers: [String]
    package let rows: [QuarantinedRow]

    package init(headers: [String], rows: [QuarantinedRow]) {
        self.headers = headers
        self.rows = rows
    }

    /// Headers of the columns that say why a row is here, in front of its own.
    ///
    /// Readers pass over them.
    package static let notes = [
        Bilingual(ja: "［隔離］元の行", en: "[quarantine] row"),
        Bilingual(ja: "［隔離］問題", en: "[quarantine] problem"),
        Bilingual(ja: "［隔離］対処", en: "[quarantine] cure"),
    ]
}
