import Records
import Reporting
import Testing

/// The report of fiscal year 2025 for a programme of no particular name.
func yearReport(
    _ history: CaseHistory, _ edition: AnnualRequest.Edition = .internal, asOf: String = "2026-03-31"
) throws -> AnnualReport {
    try AnnualReport(
        history,
        AnnualRequest(
            programmeID: "p", programmeName: Bilingual("P"), fiscalYear: try #require(FiscalYear(2025)),
            asOf: try #require(CivilDate(iso: asOf)), edition: edition, version: "1.0.0"))
}
