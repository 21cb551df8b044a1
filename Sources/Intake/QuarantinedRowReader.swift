package import Records

/// Reads the rows in quarantine once more, as the file has them.
///
/// They are not kept while the file is read: its memory is that of the typed columns, and a row may turn out
/// to share its id with another one at the very end.
package enum QuarantinedRowReader {
    /// Whether a path can be read twice, which a pipe cannot.
    package static func canRead(_ path: String) -> Bool { ByteSource.isRegularFile(path) }

    /// Finds the rows with these numbers; of a record on several rows all of them.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - options: As it was read before.
    ///   - rows: Numbers of the rows in quarantine, ascending.
    ///   - issues: What was found in the file; each row gets its own.
    /// - Returns: The rows with the file's header.
    /// - Throws: what a `RowSource` throws.
    package static func read(
        path: String, options: TableOptions, rows: [Int], issues: [DataIssue]
    ) throws(IntakeError) -> QuarantinedTable {
        let source = try RowSources.open(path: path, options: options)
        let byRow = Dictionary(grouping: issues) { $0.row ?? 0 }
        repeat {
            guard try source.next() else { throw .empty(path: path) }
        } while source.isBlank
        let headers = cells(of: source)
        let notes = QuarantineNotes(headers: headers)
        let mark = RecordMark(headers: headers)
        var found: [QuarantinedRow] = []
        var pending = rows[...]
        var isInside = false
        while !pending.isEmpty || isInside, try source.next() {
            if source.isBlank { continue }
            let isWanted = source.rowNumber == pending.first
            if isWanted { pending.removeFirst() }
            isInside = isWanted || (isInside && mark.map { !$0.begins(source) } == true)
            if isInside {
                found.append(
                    QuarantinedRow(
                        row: source.rowNumber, cells: notes.dropped(from: cells(of: source)),
                        issues: isWanted ? byRow[source.rowNumber] ?? [] : []))
            }
        }
        return QuarantinedTable(headers: notes.dropped(from: headers), rows: found)
    }

    private static func cells(of source: any RowSource) -> [String] {
        (0..<source.cellCount).map {
            CSVGuard.unguarded(String(decoding: source.cell($0), as: UTF8.self))
        }
    }
}

/// The columns that an earlier run put in front of the rows in quarantine.
struct QuarantineNotes {
    private static let keys = Set(
        QuarantinedTable.notes.flatMap { [Normalisation.key($0.ja), Normalisation.key($0.en)] })

    private let columns: Set<Int>

    init(headers: [String]) {
        columns = Set(headers.indices.filter { QuarantineNotes.isNote(headers[$0]) })
    }

    /// Whether a header is one of them.
    static func isNote(_ header: String) -> Bool { keys.contains(Normalisation.key(header)) }

    /// The cells without those of these columns.
    func dropped(from cells: [String]) -> [String] {
        columns.isEmpty ? cells : cells.indices.filter { !columns.contains($0) }.map { cells[$0] }
    }
}
