import Foundation
import TestSupport
import Testing

/// Workbooks of the built command, read by a library that shares nothing with the one that writes them.
///
/// `MUSUBI_PYTHON` names the interpreter that has openpyxl; else it is `python3`.
@Suite("workbooks in openpyxl") struct OpenpyxlTests {
    private static let python = ProcessInfo.processInfo.environment["MUSUBI_PYTHON"] ?? "python3"

    /// What openpyxl finds in a sheet.
    private struct Sheet: Decodable {
        let name: String
        let header: [String?]
        let rows, charts: Int
        let frozen, filter, area, titles, footer, orientation: String?
        let paper: Int?
        let isFitted: Bool
        let hidden, aside: [String]
        let choices: [String: String]
    }

    /// Prints the sheets as JSON; a warning of the library is an error.
    private static let script = """
        import json, sys, warnings
        warnings.simplefilter("error")
        import openpyxl
        def titles(sheet, wanted):
            return [str(sheet.cell(1, index).value) for column in sheet.column_dimensions.values()
                    if wanted(column) for index in range(column.min, column.max + 1)]
        def facts(sheet):
            page, fit = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
            return {
                "name": sheet.title, "header": [None if cell.value is None else str(cell.value) for cell in sheet[1]],
                "rows": sheet.max_row, "charts": len(sheet._charts), "frozen": sheet.freeze_panes,
                "filter": sheet.auto_filter.ref, "area": sheet.print_area or None, "titles": sheet.print_title_rows,
                "footer": sheet.oddFooter.center.text, "orientation": page.orientation, "paper": page.paperSize,
                "isFitted": bool(fit and fit.fitToPage) and page.fitToWidth in (None, 1) and page.fitToHeight == 0,
                "hidden": titles(sheet, lambda column: column.hidden),
                "aside": titles(sheet, lambda column: column.outlineLevel and not column.hidden),
                "choices": {str(sheet.cell(1, list(rule.sqref.ranges)[0].min_col).value): rule.formula1
                            for rule in sheet.data_validations.dataValidation},
            }
        if len(sys.argv) > 1:
            print(json.dumps([facts(sheet) for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets]))
        """

    private static func run(_ arguments: [String]) -> (code: Int32, output: Data, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", script] + arguments
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        do { try process.run() } catch { return (-1, Data(), "\(error)") }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, data, words)
    }

    private static let isThere = run([]).code == 0

    private func sheets(_ path: String) throws -> [Sheet] {
        let result = Self.run([path])
        try #require(result.code == 0, "\(path): \(result.errors)")
        return try JSONDecoder().decode([Sheet].self, from: result.output)
    }

    /// A month of the sample, with every proposal accepted but each tenth, and half-years that end.
    private func year(in folder: TemporaryFolder, _ language: String) throws {
        let ledger = folder.path("l.sqlite")
        let match = try Command.match(
            out: folder.path("run"), ["--ledger", ledger, "--lang", language])
        #expect(match.code == 0, "\(match.errors)")
        let pairs = Command.rows(of: try folder.text(of: "run/matches.csv")).compactMap { row in
            let ids = [row["volunteer_id"] ?? row["ボランティアID"], row["resident_id"] ?? row["住民ID"]]
            return ids.compactMap(\.self).count == 2 ? ids.compactMap(\.self).joined(separator: ",") : nil
        }
        #expect(pairs.count > 100)
        var decisions = "volunteer_id,resident_id,decision,decision_reason,date\n"
        var outcomes = "volunteer_id,resident_id,date,outcome,end_reason\n"
        for (index, pair) in pairs.enumerated() {
            let isDeclined = index % 10 == 9
            decisions +=
                pair + (isDeclined ? ",declined by resident,schedule" : ",accepted,") + ",2026-11-05\n"
            if isDeclined { continue }
            outcomes +=
                pair + (index % 7 == 0 ? ",2027-02-01,ended early,moved away\n" : ",2027-05-05,completed,\n")
        }
        try folder.write(decisions, to: "decisions.csv")
        try folder.write(outcomes, to: "outcomes.csv")
        for kind in ["decisions", "outcomes"] {
            let recorded = try Command.musubi([
                "record", kind, folder.path("\(kind).csv"), "--ledger", ledger,
            ])
            #expect(recorded.code == 0, "\(recorded.errors)")
        }
    }

    private static let absent: Comment = "no openpyxl: name an interpreter that has it in MUSUBI_PYTHON"

    @Test(
        "matches.xlsx: sheets, header in sight, filters, words to choose from, hidden ids, a page's width on paper",
        .enabled(if: OpenpyxlTests.isThere, OpenpyxlTests.absent), arguments: ["ja", "en"])
    func matches(language: String) throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("run"), ["--lang", language]).code == 0)
        let isJapanese = language == "ja"
        let sheets = try sheets(folder.path("run/matches.xlsx"))
        #expect(
            sheets.map(\.name)
                == (isJapanese
                    ? ["提案", "提案のない人", "枠が残る人", "ほかの候補", "除外と注意", "まとめ"]
                    : [
                        "proposals", "unmatched", "unused volunteers", "alternatives", "quarantine",
                        "summary",
                    ]))
        for sheet in sheets {
            #expect(sheet.frozen == "A2" && sheet.titles == "$1:$1", "\(sheet.name)")
            #expect(sheet.filter?.hasPrefix("A1:") ?? false, "\(sheet.name)")
            #expect(sheet.filter?.hasSuffix("\(sheet.rows)") ?? false, "\(sheet.name)")
            #expect(sheet.orientation == "landscape" && sheet.paper == 9 && sheet.isFitted, "\(sheet.name)")
            #expect(sheet.footer == "&P / &N", "\(sheet.name)")
            #expect(sheet.charts == 0)
        }
        let lists = ["matches", "unmatched", "unused", "candidates", "quarantine"]
        for (sheet, list) in zip(sheets, lists) {
            #expect(
                try sheet.rows == Command.rows(of: folder.text(of: "run/\(list).csv")).count + 1, "\(list)")
        }
        let proposals = try #require(sheets.first)
        #expect(
            Set(proposals.hidden)
                == (isJapanese
                    ? ["住民ID", "ボランティアID", "実行ID"] : ["resident_id", "volunteer_id", "run"]))
        #expect(proposals.aside.count == 10, "\(proposals.aside)")
        #expect(
            proposals.choices
                == (isJapanese
                    ? [
                        "結果": "\"成立,ボランティアが辞退,住民が辞退,担当者の判断で見送り,返事待ち\"",
                        "辞退の理由": "\"日程が合わない,遠い,言語,相手についての希望,参加の取りやめ,転居,返事がない,その他\"",
                    ]
                    : [
                        "decision":
                            "\"accepted,declined by volunteer,declined by resident,declined by coordinator,pending\"",
                        "decision_reason":
                            "\"schedule,distance,language,wishes about the partner,withdrawn,moved away,no answer,other\"",
                    ]))
        // Printed up to the reason: what stands aside begins behind it.
        let last = try #require(proposals.header.firstIndex(of: isJapanese ? "理由" : "reason"))
        let letter = String(UnicodeScalar(UInt8(0x41 + last)))
        #expect(
            proposals.area?.replacing("$", with: "").hasSuffix("A1:\(letter)\(proposals.rows)") ?? false,
            "\(proposals.area ?? "none")")
    }

    @Test(
        "impact.xlsx: a sheet for each section, charts, all figures with filters",
        .enabled(if: OpenpyxlTests.isThere, OpenpyxlTests.absent), arguments: ["internal", "public"])
    func impact(edition: String) throws {
        let folder = try TemporaryFolder()
        try year(in: folder, "ja")
        let report = try Command.musubi([
            "report", "--ledger", folder.path("l.sqlite"), "--fiscal-year", "2026", "--as-of", "2027-06-30",
            "--edition", edition, "--lang", "both", "--out", folder.path("report"),
        ])
        #expect(report.code == 0, "\(report.errors)")
        let figures = Command.rows(of: try folder.text(of: "report/figures.csv"))
        let books = try ["impact.xlsx", "impact.en.xlsx"].map { try sheets(folder.path("report/\($0)")) }
        for sheets in books {
            for sheet in sheets {
                #expect(sheet.frozen == "A2" && sheet.titles == "$1:$1", "\(sheet.name)")
                #expect(sheet.paper == 9 && sheet.footer == "&P / &N", "\(sheet.name)")
            }
            #expect(Set(sheets.map(\.name)).count == sheets.count)
            let all = try #require(sheets.first { ["全指標", "All figures"].contains($0.name) })
            #expect(all.rows == figures.count + 1 && all.header.first == "id")
            #expect(all.filter == "A1:\(String(UnicodeScalar(UInt8(0x40 + all.header.count))))\(all.rows)")
            #expect(all.isFitted && all.orientation == "landscape")
            // A section is a sheet, with the sheet about the report before and those of data and figures behind.
            let page = try folder.text(of: "report/impact.html")
            let sections = page.components(separatedBy: "<section id=").count - 1
            #expect(sections > 8 && sheets.count == sections + 1)
        }
        let charts = books.map { $0.map(\.charts) }
        // In both languages the same; the curves of completion and waiting, the funnel, the groups.
        #expect(charts[0] == charts[1])
        #expect(charts[0].reduce(0, +) > (edition == "internal" ? 6 : 3), "\(charts[0])")
        #expect(books[0].flatMap(\.header).allSatisfy { $0 == nil || $0 != "" })
    }
}
