/// Something in an export that a person should look at, with the place, the reason and the cure.
package struct DataIssue: Hashable, Sendable {
    /// What happened to the row.
    package enum Severity: String, Hashable, Sendable, Codable {
        /// The row was not used.
        case error
        /// The row was used; the value was ignored or interpreted.
        case warning
    }

    package let severity: Severity
    /// Name of the file, without its folder.
    package let file: String
    /// Row as the user's spreadsheet numbers it (the header is row 1), or `nil` for the whole file.
    package let row: Int?
    /// Header of the column as the file writes it, or `nil` for the whole row.
    package let column: String?
    /// The value as written; for the coordinator's list, never for a log.
    package let value: String?
    /// What is wrong.
    package let problem: Bilingual
    /// What to do about it.
    package let cure: Bilingual

    package init(
        severity: Severity, file: String, row: Int?, column: String?, value: String?,
        problem: Bilingual, cure: Bilingual
    ) {
        self.severity = severity
        self.file = file
        self.row = row
        self.column = column
        self.value = value
        self.problem = problem
        self.cure = cure
    }
}
