/// How a table of people is to be read, where the file itself does not say it or says it wrongly.
package struct TableOptions: Hashable, Sendable {
    /// Name of the sheet of a workbook; the first one where it is `nil`.
    package var sheet: String?

    package init(sheet: String? = nil) {
        self.sheet = sheet
    }
}
