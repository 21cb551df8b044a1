import Evidence
package import Records

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of an annual report, in memory.
package enum AnnualFiles {
    /// `impact.html`: one page that needs nothing beside it.
    package static func page(of report: AnnualReport, language: Language) -> [UInt8] {
        AnnualPage(report: report, language: language).markup.document()
    }

    /// `impact.xlsx`: the sections as sheets with charts, and all figures.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - language: The language of the workbook.
    ///   - scratch: A private folder for temporary files.
    /// - Returns: The bytes of the file.
    /// - Throws: `SpreadsheetError`.
    package static func workbook(
        of report: AnnualReport, language: Language, scratch: String
    ) throws(SpreadsheetError) -> [UInt8] {
        let spreadsheet = AnnualWorkbook.spreadsheet(of: report, language: language)
        return try SpreadsheetWriter.bytes(of: spreadsheet, scratch: scratch)
    }

    /// `figures.json`: every figure with everything about it.
    ///
    /// - Throws: What the encoder throws; numbers that are not finite do not occur.
    package static func json(of report: AnnualReport) throws -> [UInt8] {
        try JSONLayout.bytes(of: AnnualJSON(report))
    }

    /// `figures.csv`: one row for each figure.
    package static func csv(of report: AnnualReport) -> [UInt8] {
        let header = [
            "id", "指標", "figure", "state", "value", "unit", "numerator", "denominator", "lower", "upper",
            "verdict",
            "method", "as-of", "定義", "definition",
        ]
        func number(_ value: Double?) -> String { value.map { "\(AnnualJSON.rounded($0))" } ?? "" }
        return CSVWriter.bytes(
            of: [header]
                + report.figures.map { figure in
                    [
                        figure.id, figure.label.ja, figure.label.en, figure.stateName,
                        figure.text?.ja ?? number(figure.value), figure.unit.rawValue,
                        figure.numerator.map(String.init) ?? "", figure.denominator.map(String.init) ?? "",
                        number(figure.interval?.lower), number(figure.interval?.upper),
                        figure.verdict?.rawValue ?? "", figure.method.rawValue, figure.asOf.description,
                        figure.definition.ja, figure.definition.en,
                    ]
                })
    }
}

/// The layout of `figures.json`, schema 1: every key always present.
struct AnnualJSON: Encodable {
    struct Interval: Encodable {
        let lower, upper, confidence: Double
    }

    struct Printed: Encodable {
        let ja, en: [String]
    }

    struct Figure: Encodable {
        let id: String
        let label, definition: JSONDocument.Text
        let state: String
        @Nullable var reason: JSONDocument.Text?
        let unit, method, asOf: String
        @Nullable var numerator: Int?
        @Nullable var denominator: Int?
        @Nullable var value: Double?
        @Nullable var text: JSONDocument.Text?
        @Nullable var interval: Interval?
        @Nullable var verdict: String?
        /// The value at 0 or 1: all or none of those counted, which is no certainty.
        let isAtEnd: Bool
        /// How pages and texts print it.
        let printed: Printed
    }

    let schema = 1
    let kind = "annual"
    let programme: String
    let programmeName: JSONDocument.Text
    let fiscalYear: Int
    let asOf, edition, version: String
    @Nullable var threshold: Int?
    let figures: [Figure]

    init(_ report: AnnualReport) {
        let request = report.request
        programme = request.programmeID
        programmeName = JSONDocument.Text(request.programmeName)
        fiscalYear = request.fiscalYear.firstYear
        asOf = request.asOf.description
        edition = request.edition.name
        version = request.version
        threshold = request.edition.isPublished ? request.threshold : nil
        figures = report.figures.map { figure in
            var reason: JSONDocument.Text?
            if case .unavailable(let words) = figure.state { reason = JSONDocument.Text(words) }
            return Figure(
                id: figure.id, label: JSONDocument.Text(figure.label),
                definition: JSONDocument.Text(figure.definition), state: figure.stateName, reason: reason,
                unit: figure.unit.rawValue, method: figure.method.rawValue, asOf: figure.asOf.description,
                numerator: figure.numerator, denominator: figure.denominator,
                value: figure.value.map(Self.rounded), text: figure.text.map(JSONDocument.Text.init),
                interval: figure.interval.map {
                    Interval(lower: Self.rounded($0.lower), upper: Self.rounded($0.upper), confidence: 0.95)
                },
                verdict: figure.verdict?.rawValue, isAtEnd: figure.isAtEnd,
                printed: Printed(ja: figure.texts(in: .ja), en: figure.texts(in: .en)))
        }
    }

    /// Ten digits after the point: the same text on every machine.
    static func rounded(_ value: Double) -> Double { (value * 1e10).rounded() / 1e10 }
}

extension AnnualFigure {
    /// `published`, `suppressed`, `unavailable`.
    var stateName: String {
        switch state {
        case .published: "published"
        case .suppressed: "suppressed"
        case .unavailable: "unavailable"
        }
    }
}
