package import Intake
package import Records
import Reporting

/// The rows in quarantine of every table of a run, each as a file that can be corrected and read again.
///
/// A table that came through a pipe has none, because a pipe cannot be read twice; the list of issues names its
/// rows and values all the same.
package struct QuarantineFiles: Sendable {
    /// A table that was read.
    private struct Table {
        let kind: TableOptions.Table
        let path: String
        let rows: [Int]
        let issues: [DataIssue]
    }

    private let options: TableOptions
    private var tables: [Table] = []

    package init(options: TableOptions) {
        self.options = options
    }

    /// Takes note of a table.
    package mutating func add(_ kind: TableOptions.Table, path: String, rows: [Int], issues: [DataIssue]) {
        guard !rows.isEmpty else { return }
        tables.append(Table(kind: kind, path: path, rows: rows, issues: issues))
    }

    /// `quarantine-volunteers.csv` and so on, for the tables that have rows in quarantine.
    ///
    /// - Throws: `PipelineError.intake` where a file cannot be read a second time.
    func all(language: Language) throws(PipelineError) -> [ReportFile] {
        var files: [ReportFile] = []
        for table in tables where QuarantinedRowReader.canRead(table.path) {
            let found: QuarantinedTable
            do {
                found = try QuarantinedRowReader.read(
                    path: table.path, options: options.of(table.kind), rows: table.rows, issues: table.issues)
            } catch {
                throw .intake(error)
            }
            files.append(
                ReportFile(
                    name: "quarantine-\(table.kind.rawValue).csv",
                    bytes: CSVWriter.bytes(of: QuarantineList.rows(of: found, language: language))))
        }
        return files
    }

    /// Writes the list of issues to `path`, and beside it the rows in quarantine: for `Q.csv` also
    /// `Q-volunteers.csv` and so on.
    ///
    /// - Throws: `PipelineError`.
    func write(
        issues: [DataIssue], to path: String, replacing: Bool, language: Language
    ) throws(PipelineError) {
        let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
        let list = CSVWriter.bytes(of: QuarantineList.rows(of: issues, language: language))
        let rows = try all(language: language).map { file in
            (path: stem + file.name.dropFirst("quarantine".count), bytes: file.bytes)
        }
        do {
            for file in [(path: path, bytes: list)] + rows {
                try AtomicFile.write(file.bytes, to: file.path, replacing: replacing)
            }
        } catch {
            throw .runFolder(error)
        }
    }
}
