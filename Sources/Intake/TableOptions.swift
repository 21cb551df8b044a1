/// How a table of people is to be read, where the file itself does not say it or says it wrongly.
package struct TableOptions: Hashable, Sendable {
    /// The encoding; found out where it is `nil`.
    package var encoding: TextEncoding?
    /// What stands between two cells; found out where it is `nil`.
    package var delimiter: Delimiter?
    /// Name of the sheet of a workbook; the first one where it is `nil`.
    package var sheet: String?

    package init(encoding: TextEncoding? = nil, delimiter: Delimiter? = nil, sheet: String? = nil) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.sheet = sheet
    }
}
