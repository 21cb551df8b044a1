/// The one place where a path becomes rows.
package enum RowSources {
    /// Opens a table of people, sessions, activities or pairs, or standard input for `-`.
    ///
    /// - Throws: `missing`, `folder`, `unreadable`, `readFailed`, or what is wrong with the beginning.
    package static func open(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> any RowSource {
        let source = try ByteSource(path: path)
        return try CSVReader(source, options: options)
    }
}
