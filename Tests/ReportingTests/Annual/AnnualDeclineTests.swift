import Foundation
import Records
import Reporting
import Testing

@Suite("annual report: declines by month")
struct AnnualDeclineTests {
    private func proposal(_ day: String, _ decision: CaseProposal.Decision?) throws -> CaseProposal {
        CaseProposal(
            volunteer: 1, resident: 0, date: try #require(CivilDate(iso: day)), decision: decision)
    }

    /// Declined on the first and the last day of months, and before and after the year.
    private func history() throws -> CaseHistory {
        var history = CaseHistory()
        history.people = [CasePerson(number: 0, side: .resident), CasePerson(number: 1, side: .volunteer)]
        let schedule = CaseProposal.Decision.declined(by: "resident", reason: "schedule")
        let distance = CaseProposal.Decision.declined(by: "volunteer", reason: "distance")
        history.proposals = try [
            proposal("2025-03-31", schedule), proposal("2025-04-01", schedule),
            proposal("2025-04-30", distance), proposal("2025-05-01", schedule),
            proposal("2025-05-31", schedule), proposal("2025-07-15", .accepted), proposal("2025-08-01", nil),
            proposal("2026-02-28", distance), proposal("2026-03-31", schedule),
            proposal("2026-04-01", schedule),
        ]
        return history
    }

    @Test(
        "each decline is in the month of its proposal, the months add up to the year, months without one say 0"
    )
    func byHand() throws {
        let report = try yearReport(try history(), asOf: "2026-06-30")
        func count(_ id: String) -> Int? { report["declined.\(id)"]?.numerator }
        #expect(count("month-2025-04") == 2 && count("month-2025-05") == 2 && count("month-2025-06") == 0)
        #expect(count("month-2026-02") == 1 && count("month-2026-03") == 1)
        #expect(count("month-2025-03") == nil && count("month-2026-04") == nil)
        #expect(count("schedule.month-2025-04") == 1 && count("distance.month-2025-04") == 1)
        #expect(count("schedule.month-2025-05") == 2 && count("distance.month-2025-05") == 0)
        for reason in ["schedule", "distance"] {
            let months = report.figures.filter { $0.id.hasPrefix("declined.\(reason).month-") }
            #expect(months.count == 12)
            #expect(months.compactMap(\.numerator).reduce(0, +) == count(reason))
        }
        #expect(report["declined.month-2025-04"]?.label == Bilingual(ja: "2025年4月", en: "April 2025"))
        #expect(report["declined.month-2026-02"]?.label == Bilingual(ja: "2026年2月", en: "February 2026"))
    }

    @Test("months that have not begun by the as-of date are not told, nor is a single month")
    func untilToday() throws {
        let report = try yearReport(try history(), asOf: "2025-06-01")
        let months = report.figures.filter { $0.id.hasPrefix("declined.month-") }.map(\.id)
        #expect(
            months == ["declined.month-2025-04", "declined.month-2025-05", "declined.month-2025-06"])
        let first = try yearReport(try history(), asOf: "2025-04-30")
        #expect(!first.figures.contains { $0.id.contains("month-") })
        #expect(first["declined.schedule"]?.numerator == 1)
    }

    @Test(
        "the months stand in the section of the reasons, on the page and in the definitions of figures.json alone"
    )
    func places() throws {
        let report = try yearReport(try history())
        let section = try #require(report.sections.first { $0.id == "reasons" })
        let captions = section.blocks.compactMap { block -> String? in
            if case .table(let table) = block { table.caption.en } else { nil }
        }
        #expect(captions.contains { $0.contains("by month") })
        let page = String(decoding: AnnualFiles.page(of: report, language: .ja), as: UTF8.self)
        // Once, in the table: not again among the definitions.
        #expect(page.components(separatedBy: "2025年4月<").count == 2)
    }

    @Test("in a published edition the months are there whole, with no count from 1 to 9, or not at all")
    func published() throws {
        var shown = 0
        let sizes = [300, 1200, 4000, 12_000]
        for seed in 1...8 as ClosedRange<UInt64> {
            var made = MadeUpHistory()
            made.seed = seed
            made.size = sizes[Int(seed % 4)]
            let asOf = try #require(CivilDate(iso: "2026-03-31"))
            let report = try yearReport(made.history(asOf: asOf), .public)
            let cells = report.figures.filter { $0.id.hasPrefix("declined.") && $0.id.contains("month-") }
            #expect(cells.count == 12 * 4)
            let published = cells.filter { $0.state == .published }
            #expect(published.isEmpty || published.count == cells.count, "seed \(seed)")
            for cell in published {
                #expect(cell.numerator == 0 || (cell.numerator ?? 0) >= 10, "\(cell.id)")
            }
            let page = String(decoding: AnnualFiles.page(of: report, language: .en), as: UTF8.self)
            #expect(page.contains(">April 2025<") == !published.isEmpty)
            if !published.isEmpty { shown += 1 }
        }
        #expect(shown > 0 && shown < 8)
    }
}
