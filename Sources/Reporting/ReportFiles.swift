package import Records

/// A file of a run, in memory.
package struct ReportFile: Hashable, Sendable {
    /// Name without folder: `matches.csv`.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// All files that a report is written as.
package enum ReportFiles {
    /// The five lists, `report.html` and `report.json`; the same report and language give the same bytes.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot express, which no figure is.
    package static func all(for report: MatchReport, language: Language) throws -> [ReportFile] {
        let figures = ReportFigures(report)
        let lists = MatchLists(report, language: language).all.map {
            ReportFile(name: $0.name, bytes: CSVWriter.bytes(of: $0.rows))
        }
        return lists + [
            ReportFile(
                name: "report.html",
                bytes: HTMLReport.bytes(for: report, figures: figures, language: language)),
            ReportFile(
                name: "report.json",
                bytes: try JSONReport.bytes(of: figures, certificate: report.certificate)),
        ]
    }
}
