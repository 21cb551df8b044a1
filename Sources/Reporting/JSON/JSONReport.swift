/// Writes `report.json`: every figure of a run, for programs.
///
/// Holds no name, no id and no cell of an export. Keys are sorted and every key is always present; a figure
/// that cannot be computed is `null` with the reason beside it. The layout is `JSONReport.schema`; a change that
/// a reader could notice raises it.
package enum JSONReport {
    /// Version of the layout.
    package static let schema = 1

    /// The bytes of the file.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot express, which no figure is.
    package static func bytes(of figures: ReportFigures, certificate: ReportCertificate) throws -> [UInt8] {
        try JSONLayout.bytes(of: JSONDocument(figures, certificate: certificate))
    }
}
