package import Records

/// Something wrong in one cell: what, and what to do.
///
/// Its texts never hold the cell's content; `part` names the piece that is meant where it is not the whole
/// cell.
package struct Defect: Error, Hashable, Sendable {
    package let problem: Bilingual
    package let cure: Bilingual
    package let part: String?

    package init(problem: Bilingual, cure: Bilingual, part: String? = nil) {
        self.problem = problem
        self.cure = cure
        self.part = part
    }
}

/// What a cell says: a value, or `nil` where nothing usable was written, and what was ignored or interpreted.
package struct Decoded<Value: Sendable>: Sendable {
    package var value: Value?
    package var warnings: [Defect]

    package init(_ value: Value?, warnings: [Defect] = []) {
        self.value = value
        self.warnings = warnings
    }
}

/// Reads the cells of one kind of field.
///
/// The same cell always gives the same result, so that results may be kept; only an open vocabulary grows.
package protocol CellDecoder<Value> {
    associatedtype Value: Sendable

    /// Reads a cell; an empty one gives no value and no warning.
    ///
    /// - Throws: why the cell cannot be read; the row is then not used.
    func decode(_ cell: String) throws(Defect) -> Decoded<Value>
}
