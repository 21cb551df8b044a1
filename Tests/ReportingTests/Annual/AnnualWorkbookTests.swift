import Foundation
import Intake
import Records
import Reporting
import TestSupport
import Testing

@Suite("AnnualWorkbook")
struct AnnualWorkbookTests {
    private static let editions = [AnnualRequest.Edition.internal, .public, .company("acme")]

    private func report(
        _ edition: AnnualRequest.Edition, size: Int = 300, seed: UInt64 = 1
    ) throws -> AnnualReport {
        let asOf = try #require(CivilDate(iso: "2026-03-31"))
        var made = MadeUpHistory()
        made.size = size
        made.seed = seed
        return try AnnualReport(
            made.history(asOf: asOf),
            AnnualRequest(
                programmeID: "family-friend", programmeName: Bilingual(ja: "家族の友", en: "Family friend"),
                fiscalYear: try #require(FiscalYear(2025)), asOf: asOf, edition: edition, version: "1.0.0"))
    }

    private func bytes(_ report: AnnualReport, _ language: Language) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        return try AnnualFiles.workbook(of: report, language: language, scratch: folder.path(""))
    }

    private func rows(_ bytes: [UInt8], _ sheet: String) throws -> [[String]] {
        let reader = try WorkbookReader(bytes: bytes, path: "impact.xlsx", sheet: sheet)
        var rows: [[String]] = []
        while try reader.next() {
            rows.append((0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) })
        }
        return rows
    }

    private func name(_ ja: String, _ en: String, _ language: Language) -> String {
        Bilingual(ja: ja, en: en)[language]
    }

    /// The sheets that are not the list of figures.
    private func pages(_ report: AnnualReport, _ language: Language) -> [String] {
        [name("この報告について", "About", language)] + report.sections.map { $0.title[language] }
            + [name("図の数字", "Chart data", language)]
    }

    /// What `figures.json` says of every figure.
    private func figures(_ report: AnnualReport) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(AnnualFiles.json(of: report)))
        return try #require((json as? [String: Any])?["figures"] as? [[String: Any]])
    }

    @Test("every figure of figures.json stands in the workbook with the same numbers", arguments: editions)
    func sameNumbers(edition: AnnualRequest.Edition) throws {
        let report = try report(edition)
        let known = try figures(report)
        for language in Language.allCases {
            let rows = try rows(bytes(report, language), name("全指標", "All figures", language))
            #expect(rows.count == known.count + 1)
            for (row, figure) in zip(rows.dropFirst(), known) {
                let id = try #require(figure["id"] as? String)
                #expect(row[0] == id)
                let interval = figure["interval"] as? [String: Any]
                let numbers = [
                    figure["value"], interval?["lower"], interval?["upper"], figure["numerator"],
                    figure["denominator"],
                ].map { ($0 as? NSNumber)?.doubleValue }
                let hidden = figure["state"] as? String == "suppressed" ? "‥" : "—"
                let text = (figure["text"] as? [String: String])?[language.rawValue]
                for (column, number) in numbers.enumerated() {
                    let cell = row[column + 2]
                    if let number {
                        #expect(
                            Double(cell).map { abs($0 - number) < 1e-9 } == true, "\(id) \(cell) \(number)")
                    } else {
                        #expect(cell == (column == 0 ? text ?? hidden : hidden), "\(id)")
                    }
                }
                let definition = try #require(figure["definition"] as? [String: String])
                #expect(row.last == definition[language.rawValue])
                #expect(row[10] == figure["asOf"] as? String)
            }
        }
    }

    /// Every number of a report as a sheet may show it.
    private func shown(_ report: AnnualReport) throws -> [Double] {
        var numbers: [Double] = []
        for figure in try figures(report) {
            let interval = figure["interval"] as? [String: Any]
            let values = [figure["value"], interval?["lower"], interval?["upper"]].compactMap {
                ($0 as? NSNumber)?.doubleValue
            }
            switch figure["unit"] as? String {
            case "percentage-points": numbers += values.map { $0 * 100 }
            case "minutes": numbers += values.map { $0 / 60 }
            default: numbers += values
            }
            numbers += ["numerator", "denominator"].compactMap { (figure[$0] as? NSNumber)?.doubleValue }
        }
        return numbers
    }

    @Test(
        "every number of a section is one of figures.json, so that what the page hides is in no cell and no chart",
        arguments: editions)
    func onlyFigures(edition: AnnualRequest.Edition) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let report = try report(edition, size: [25, 80, 300, 900][Int(seed) - 1], seed: seed)
            let numbers = try shown(report)
            let book = try bytes(report, .ja)
            // Days of curves in the first column are their axis; a curve begins at none or all.
            for page in pages(report, .ja) {
                for row in try rows(book, page).dropFirst() {
                    for (column, cell) in row.enumerated() {
                        guard let number = Double(cell) else { continue }
                        let isDay = column == 0
                        let isStart = column == 1 && row[0] == "0" && (number == 0 || number == 1)
                        #expect(
                            isDay || isStart || numbers.contains { abs($0 - number) < 1e-8 },
                            "\(edition.name) \(seed) \(page): \(row)")
                    }
                }
            }
        }
    }

    @Test("a published workbook holds no count from 1 to 9 anywhere, also not in the numbers of a chart")
    func smallCounts() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let report = try report(.public, size: [25, 80, 300, 900, 60, 150][Int(seed) - 1], seed: seed)
            // A date, a number of months or of meetings held and a mean are no counts of people.
            let harmless = Set(
                report.figures.filter {
                    $0.method == .given || $0.unit != .count || $0.id.hasSuffix(".held")
                }
                .flatMap { figure in
                    // Hours are minutes in the files, and hours on a sheet.
                    [
                        figure.numerator.map(Double.init), figure.value,
                        figure.unit == .minutes ? figure.value.map { $0 / 60 } : nil,
                    ].compactMap(\.self)
                })
            let book = try bytes(report, .en)
            for page in pages(report, .en) {
                for row in try rows(book, page).dropFirst() {
                    // The first column holds names, and days of curves.
                    for cell in row.dropFirst() {
                        guard let number = Double(cell), (1.0...9.0).contains(number),
                            number.rounded() == number
                        else { continue }
                        #expect(harmless.contains(number), "\(seed) \(page): \(row)")
                    }
                }
            }
        }
    }

    @Test("a section's table shows the mark of the page for what is hidden, and the chart leaves it out")
    func hidden() throws {
        let report = try report(.public, size: 80)
        let book = try bytes(report, .ja)
        let cells = try report.sections.flatMap { try rows(book, $0.title.ja).joined() }
        #expect(cells.contains("‥"))
        #expect(try !rows(book, "図の数字").joined().contains("‥"))
    }

    @Test("every sentence, table and headline of the page is in the workbook", arguments: Language.allCases)
    func complete(language: Language) throws {
        let report = try report(.internal)
        let book = try bytes(report, language)
        for section in report.sections {
            let cells = try Set(rows(book, section.title[language]).joined())
            for block in section.blocks {
                switch block {
                case .table(let table):
                    #expect(cells.contains(table.caption[language]))
                    for case .figure(let id, .value) in table.rows.joined() {
                        #expect(report[id] != nil)
                    }
                case .cards(let ids):
                    for id in ids { #expect(cells.contains(report[id]?.title(in: language) ?? "?")) }
                case .curve(let curve): #expect(cells.contains(curve.title[language]))
                case .funnel(let title, _): #expect(cells.contains(title[language]))
                case .prose, .note: #expect(cells.count > 1)
                }
            }
        }
    }

    @Test("the same report gives the same bytes, and nobody at all still gives a workbook")
    func deterministic() throws {
        let report = try report(.public)
        #expect(try bytes(report, .ja) == bytes(report, .ja))
        let asOf = try #require(CivilDate(iso: "2026-03-31"))
        let empty = try AnnualReport(
            CaseHistory(),
            AnnualRequest(
                programmeID: "none", programmeName: Bilingual("=none"),
                fiscalYear: try #require(FiscalYear(2025)), asOf: asOf, edition: .internal, version: "1.0.0"))
        #expect(try rows(bytes(empty, .en), "All figures").count == empty.figures.count + 1)
    }

    @Test("what a name of a group holds stays text: no formula in a cell and none in the title of a chart")
    func formulas() throws {
        let asOf = try #require(CivilDate(iso: "2026-03-31"))
        var history = MadeUpHistory().history(asOf: asOf)
        let evil = "=HYPERLINK(\"http://example.org\")"
        history.dimensions = history.dimensions.map { dimension in
            CaseDimension(
                key: dimension.key, label: Bilingual(evil + dimension.key),
                values: dimension.values.map {
                    CaseDimension.Value(key: $0.key, label: Bilingual(evil + $0.key))
                },
                isExclusive: dimension.isExclusive)
        }
        let report = try AnnualReport(
            history,
            AnnualRequest(
                programmeID: "p", programmeName: Bilingual(evil),
                fiscalYear: try #require(FiscalYear(2025)), asOf: asOf, edition: .internal, version: "1.0.0"))
        let book = try bytes(report, .ja)
        let cells = try pages(report, .ja).flatMap { try rows(book, $0).joined() }
        #expect(cells.contains { $0.hasPrefix(evil) })
    }
}
