/// How a table of people is to be read, where the file itself does not say it or says it wrongly.
package struct TableOptions: Hashable, Sendable {
    /// The encoding; found out where it is `nil`.
    package var encoding: TextEncoding?
    /// What stands between two cells; found out where it is `nil`.
    package var delimiter: Delimiter?
    /// Name of the sheet of a workbook; the first one where it is `nil`.
    package var sheet: String?
    /// Sheets of single tables, which go before `sheet`.
    package var sheets: [Table: String] = [:]

    /// What a table is, by the name of the option that gives its file.
    package enum Table: String, Hashable, Sendable, CaseIterable {
        case volunteers, residents, sessions, projects, activities, people
        case history, lock, forbid, previous

        /// Whether it is a list of pairs, which has a workbook and a sheet of its own.
        fileprivate var isPairList: Bool {
            switch self {
            case .volunteers, .residents, .sessions, .projects, .activities, .people: false
            case .history, .lock, .forbid, .previous: true
            }
        }
    }

    package init(encoding: TextEncoding? = nil, delimiter: Delimiter? = nil, sheet: String? = nil) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.sheet = sheet
    }

    /// How one of the tables of a command is to be read: the sheet that is named for no table in particular is that of every
    /// export, but not that of lists of pairs.
    package func of(_ table: Table) -> TableOptions {
        var options = self
        options.sheet = sheets[table] ?? (table.isPairList ? nil : sheet)
        options.sheets = [:]
        return options
    }
}
