package import Records

/// Writes `report.html`: one page that needs nothing beside it, reads on screen and prints on A4.
///
/// No script, no font, no picture and no address outside the page; the content security policy says so too. Ids
/// appear on it (the pairs are there to be read), names of people do not.
package enum HTMLReport {
    /// Most pairs that the page shows; beyond them it points to `matches.csv`.
    package static let mostPairs = 500
    /// Most problems of the exports that the page shows one by one.
    package static let mostIssues = 20
    /// Most groups of a breakdown that the page shows.
    package static let mostGroups = 20

    /// The bytes of the page in one language.
    package static func bytes(
        for report: MatchReport, figures: ReportFigures, language: Language
    ) -> [UInt8] {
        ReportPage(report: report, figures: figures, language: language).markup.document()
    }
}
