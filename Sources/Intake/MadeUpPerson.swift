package import Records

extension PeopleReader {
    /// A table of one person from cells by field, read as those of an export; fields without a cell are empty.
    ///
    /// - Throws: the first cell that cannot be read, with its field.
    package func madeUp(
        _ cells: [String: String], id: String, vocabularies: inout [String: Vocabulary]
    ) throws(MadeUpCellError) -> PersonTable {
        let indexes = vocabularies.mapValues(VocabularyIndex.init)
        var columns: [String: Column] = [:]
        for field in fields {
            var column: FieldColumn
            do { column = try self.column(of: field, indexes: indexes) } catch {
                throw MadeUpCellError(field: field.name, problem: error.message)
            }
            let cell = Array((cells[field.name] ?? "").utf8)
            if case .flawed(_, _, let problem?) = cell.withUnsafeBufferPointer({ column.append($0) }) {
                throw MadeUpCellError(field: field.name, problem: problem.problem)
            }
            columns[field.name] = column.column(of: [0])
        }
        for (name, index) in indexes { vocabularies[name] = index.vocabulary }
        return PersonTable(side: side, ids: [PersonID(id)], rows: [2], columns: columns)
    }
}

/// A cell of a made-up person that cannot be read.
package struct MadeUpCellError: Error, Hashable, Sendable {
    package let field: String
    package let problem: Bilingual
}
