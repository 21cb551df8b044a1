import Foundation
import Intake
import Records
import Reporting
import TestSupport
import Testing

@Suite("MatchWorkbook")
struct MatchWorkbookTests {
    private let run = "family-friend-2026-11-01-0123abcd"

    private func bytes(_ report: MatchReport, _ language: Language) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        return try MatchWorkbook(report, language: language, run: run).file(scratch: folder.path("")).bytes
    }

    /// The cells of a sheet by row; the header first.
    private func rows(_ bytes: [UInt8], sheet: String? = nil) throws -> [[String]] {
        let reader = try WorkbookReader(bytes: bytes, path: "matches.xlsx", sheet: sheet)
        var rows: [[String]] = []
        while try reader.next() {
            rows.append((0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) })
        }
        return rows
    }

    @Test("the proposals that are read back are those of matches.csv", arguments: Language.allCases)
    func roundTrip(language: Language) throws {
        var report = SampleReports.small()
        // What Excel would run, change, cut or drop.
        report.pairs[0].residentDetails = ["=HYPERLINK(\"http://example.org\")"]
        report.pairs[0].volunteerDetails = ["  007  "]
        report.pairs[1].residentDetails = ["_x000D_ 髙﨑\n\u{1}😀 <b>&amp;"]
        report.pairs[1].volunteerDetails = ["1E5"]
        let expected = MatchLists(report, language: language).matches
        let read = try rows(bytes(report, language))
        let header = try #require(read.first)
        let places = try expected[0].map { try #require(header.firstIndex(of: $0)) }
        #expect(read.map { row in places.map { row[$0] } } == expected)
        #expect(header.count == expected[0].count + 4)
        let pairs = try reread(report, language)
        #expect(
            pairs.map(\.pair) == report.pairs.map { PairKey(volunteer: $0.volunteer, resident: $0.resident) })
    }

    private func reread(_ report: MatchReport, _ language: Language) throws -> [ListedPair] {
        let folder = try TemporaryFolder()
        let path = folder.path("matches.xlsx")
        let file = try MatchWorkbook(report, language: language, run: run).file(scratch: folder.path(""))
        try file.bytes.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
        return try PairListReader().read(path: path).pairs
    }

    @Test("every list is a sheet of its own with the same rows", arguments: Language.allCases)
    func sheets(language: Language) throws {
        let report = SampleReports.small()
        let lists = MatchLists(report, language: language)
        let names: [(sheet: Bilingual, rows: [[String]])] = [
            (Bilingual(ja: "提案のない人", en: "unmatched"), lists.unmatched),
            (Bilingual(ja: "枠が残る人", en: "unused volunteers"), lists.unused),
            (Bilingual(ja: "ほかの候補", en: "alternatives"), lists.candidates),
            (Bilingual(ja: "除外と注意", en: "quarantine"), lists.quarantine),
        ]
        let bytes = try bytes(report, language)
        for (sheet, expected) in names {
            // In another order: what is not printed stands behind.
            let read = try rows(bytes, sheet: sheet[language])
            let places = try expected[0].map { title in
                try #require(read[0].firstIndex(of: title), "\(sheet.en): \(title)")
            }
            #expect(places.count == read[0].count && Set(places).count == places.count)
            #expect(read.map { row in places.map { row[$0] } } == expected, "\(sheet.en)")
        }
        let summary = try rows(bytes, sheet: Bilingual(ja: "まとめ", en: "summary")[language])
        #expect(summary.contains { $0[1] == run })
        let proposed = Bilingual(ja: "提案したペア", en: "proposed pairs")[language]
        #expect(summary.contains([proposed, "2"]))
        #expect(summary.contains { $0[1] == report.certificate.sentence[language] })
    }

    @Test("every proposal carries the name of the run, and room for decision, reason and day")
    func entries() throws {
        let read = try rows(bytes(SampleReports.small(), .en))
        let header = try #require(read.first)
        #expect(header.last == "run" && read.dropFirst().allSatisfy { $0.last == run })
        let place = try #require(header.firstIndex(of: "decision"))
        #expect(header[place..<(place + 3)] == ["decision", "decision_reason", "decided_on"])
        #expect(read.dropFirst().allSatisfy { $0[place..<(place + 3)].allSatisfy(\.isEmpty) })
    }

    @Test("the words that are offered are those that are read back", arguments: Language.allCases)
    func choices(language: Language) throws {
        let sheet = try #require(
            MatchWorkbook(SampleReports.small(), language: language, run: run).spreadsheet.sheets.first)
        let offered = sheet.columns.compactMap { column -> [String]? in
            if case .choice(let words) = column.kind { words } else { nil }
        }
        #expect(
            offered == [
                Decision.allCases.map { $0.label[language] },
                DecisionReason.allCases.map { $0.label[language] },
            ])
        // Excel takes lists of at most 255 characters, split at commas.
        #expect(offered.allSatisfy { $0.joined(separator: ",").count <= 255 })
        #expect(offered.joined().allSatisfy { !$0.contains(",") })
    }

    @Test("ids are hidden where names stand beside them, and shown where not; the run is always hidden")
    func hiddenColumns() throws {
        func hidden(_ report: MatchReport) throws -> [String] {
            let sheet = try #require(MatchWorkbook(report, language: .en, run: run).spreadsheet.sheets.first)
            return sheet.columns.filter { $0.kind == .hidden }.map(\.title)
        }
        var report = SampleReports.small()
        #expect(try hidden(report) == ["resident_id", "volunteer_id", "run"])
        report.header = SampleReports.header(details: false)
        #expect(try hidden(report) == ["run"])
    }

    @Test(
        "row numbers and points stand aside, behind all that is printed; decision, fit and reason are printed"
    )
    func printed() throws {
        let report = SampleReports.small()
        let sheets = MatchWorkbook(report, language: .en, run: run).spreadsheet.sheets
        func aside(_ sheet: Spreadsheet.Sheet) -> [String] {
            sheet.columns.filter { $0.kind == .aside }.map(\.title)
        }
        let proposals = try #require(sheets.first)
        let points = report.criteria.map { "points: \($0.label.en)" }
        #expect(!points.isEmpty && aside(proposals) == ["resident_row", "volunteer_row"] + points)
        let unmatched = try #require(sheets.first { $0.name == "unmatched" })
        #expect(aside(unmatched).first == "resident_row")
        #expect(aside(unmatched).count == 1 + report.rules.count { $0.scope != .residentGate })
        for sheet in sheets {
            let titles = sheet.columns.map(\.title)
            let last = sheet.columns.lastIndex { ![.aside, .hidden].contains($0.kind) } ?? 0
            #expect(sheet.columns[...last].allSatisfy { $0.kind != .aside }, "\(sheet.name)")
            #expect(sheet.rows.allSatisfy { $0.count == titles.count })
        }
        let titles = proposals.columns.prefix { $0.kind != .aside }.map(\.title)
        for title in ["decision", "decision_reason", "decided_on", "fit", "locked", "reason"] {
            #expect(titles.contains(title))
        }
    }

    @Test("the same run gives the same bytes, another day gives others", arguments: Language.allCases)
    func deterministic(language: Language) throws {
        let first = try bytes(SampleReports.small(), language)
        #expect(try bytes(SampleReports.small(), language) == first)
        var later = SampleReports.small()
        later.header.asOf = CivilDate(dayNumber: later.header.asOf.dayNumber + 1)
        #expect(try bytes(later, language) != first)
    }

    @Test("nothing is left in the folder that the library worked in")
    func scratchIsEmpty() throws {
        let folder = try TemporaryFolder()
        _ = try MatchWorkbook(SampleReports.small(), language: .ja, run: run).file(scratch: folder.path(""))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).isEmpty)
    }

    @Test("a folder that is not there is an error and not an empty workbook")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SpreadsheetError.self) {
            try MatchWorkbook(SampleReports.small(), language: .en, run: run).file(
                scratch: folder.path("nowhere"))
        }
    }

    @Test("a run without proposals and without any list has a workbook too")
    func empty() throws {
        var report = SampleReports.small()
        report.pairs = []
        report.unmatched = []
        report.unused = []
        report.alternatives = []
        report.issues = []
        #expect(try rows(bytes(report, .ja)).count == 1)
        #expect(try reread(report, .ja).isEmpty)
    }

    @Test("a text beyond what Excel takes is cut, and says so")
    func longText() throws {
        var report = SampleReports.small()
        report.pairs[0].residentDetails = [String(repeating: "😀", count: 20_000)]
        let read = try rows(bytes(report, .en))
        let cell = try #require(read[1].first { $0.hasPrefix("😀") })
        #expect(cell.utf16.count < 32_767)
        #expect(cell.hasSuffix("😀… (cut; the CSV list has all of it)"))
    }
}

@Suite("Spreadsheet")
struct SpreadsheetTests {
    @Test(
        "only numbers as the lists write them become numbers",
        arguments: [
            ("12", 12.0), ("0", 0), ("-3", -3), ("3.5", 3.5), ("0.0", 0), ("007", nil), ("1e5", nil),
            ("1,000", nil),
            ("+5", nil), ("-", nil), ("5.", nil), (".5", nil), ("はい", nil), ("１２", nil), ("1.2.3", nil),
            ("1234567890", nil), ("0x1", nil), (" 1", nil), ("nan", nil),
        ] as [(String, Double?)])
    func figures(text: String, number: Double?) {
        #expect(Spreadsheet.Cell.figure(text) == number.map { .number($0) } ?? .text(text))
    }

    @Test("an empty figure is an empty cell")
    func emptyFigure() {
        #expect(Spreadsheet.Cell.figure("") == .empty)
    }

    @Test("names of sheets and page heads with forbidden characters or too long ones are still written")
    func names() throws {
        let folder = try TemporaryFolder()
        let name = "a/b[c]:*?\\ " + String(repeating: "長", count: 40)
        let sheet = Spreadsheet.Sheet(
            name: name, columns: [Spreadsheet.Column("x")], rows: [[.text("1")], [.number(2.5)]])
        let bytes = try SpreadsheetWriter.bytes(
            of: Spreadsheet(
                title: String(repeating: "A & B &D ", count: 60), created: CivilDate(dayNumber: 20_000),
                language: .ja, sheets: [sheet]), scratch: folder.path(""))
        let reader = try WorkbookReader(
            bytes: bytes, path: "x.xlsx", sheet: "abc " + String(repeating: "長", count: 27))
        var cells: [String] = []
        while try reader.next() { cells.append(String(decoding: reader.cell(0), as: UTF8.self)) }
        #expect(cells == ["x", "1", "2.5"])
    }

    @Test("two sheets of one name are an error of the library that is passed on")
    func sameNames() throws {
        let folder = try TemporaryFolder()
        let sheet = Spreadsheet.Sheet(name: "a", columns: [Spreadsheet.Column("x")], rows: [])
        #expect(throws: SpreadsheetError.self) {
            try SpreadsheetWriter.bytes(
                of: Spreadsheet(
                    title: "", created: CivilDate(dayNumber: 0), language: .en, sheets: [sheet, sheet]),
                scratch: folder.path(""))
        }
    }
}
