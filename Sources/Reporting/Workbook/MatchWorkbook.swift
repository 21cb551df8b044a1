package import Records

/// The workbook of a run: the lists as sheets, with room for what became of each proposal.
///
/// The first sheet is that of the proposals, which `record decisions` and readers of pair lists take. It has the columns of
/// `matches.csv` and those to be filled in; the ids and the run's name are there but hidden, where names stand beside
/// them. Row numbers and points stand aside: on the screen, and not on paper.
package struct MatchWorkbook {
    package static let fileName = "matches.xlsx"
    /// Rows of a sheet; what a list has beyond them stands only in its CSV file, and the summary says so.
    static let rowLimit = 20_000

    private let report: MatchReport
    private let language: Language
    private let run: String

    /// - Parameters:
    ///   - report: The run's report.
    ///   - language: The language of the sheets.
    ///   - run: The name of the run, which comes back with the decisions.
    package init(_ report: MatchReport, language: Language, run: String) {
        self.report = report
        self.language = language
        self.run = run
    }

    /// The file, for the run folder.
    ///
    /// - Parameter scratch: A private folder for temporary files.
    /// - Returns: `matches.xlsx`.
    /// - Throws: `SpreadsheetError`.
    package func file(scratch: String) throws(SpreadsheetError) -> ReportFile {
        ReportFile(
            name: MatchWorkbook.fileName,
            bytes: try SpreadsheetWriter.bytes(of: spreadsheet, scratch: scratch))
    }

    package var spreadsheet: Spreadsheet {
        let lists = MatchLists(report, language: language)
        let header = report.header
        // The columns of each list that hold codes or words of people, which stay text.
        let details = (resident: header.residentDetails.count, volunteer: header.volunteerDetails.count)
        var sheets = [
            proposals(lists.matches, details: details.resident + details.volunteer),
            unmatched(lists.unmatched, details: details.resident),
            sheet(unusedName, lists.unused, texts: [0...0, 2...(2 + details.volunteer)], aside: [1]),
            sheet(say("ほかの候補", "alternatives"), lists.candidates, texts: [0...1], aside: [2, 3]),
            sheet(say("除外と注意", "quarantine"), lists.quarantine, texts: [0...1, 3...6]),
        ]
        if report.refresh != nil {
            sheets.append(sheet(say("情報の更新", "refresh"), lists.refresh, texts: [0...1, 3...4]))
        }
        let cut = lists.all.filter { $0.rows.count - 1 > MatchWorkbook.rowLimit }
            .map { (list: $0.name, rows: $0.rows.count - 1 - MatchWorkbook.rowLimit) }
        sheets.append(WorkbookSummary(report, language: language, run: run, cut: cut).sheet)
        let name = header.programmeName[language]
        return Spreadsheet(
            title: say("\(name)（\(header.asOf)）", "\(name), \(header.asOf)"), created: header.asOf,
            language: language, sheets: sheets)
    }

    private var unmatchedName: String { say("提案のない人", "unmatched") }

    private var unusedName: String { say("枠が残る人", "unused volunteers") }

    /// Those without a proposal; how many each rule alone removed stands aside.
    private func unmatched(_ list: [[String]], details: Int) -> Spreadsheet.Sheet {
        let columns = list.first?.count ?? 0
        let removing = report.rules.count { $0.scope != .residentGate }
        return sheet(
            unmatchedName, list, texts: [0...0, 2...(2 + details)],
            aside: [1] + ((columns - removing)..<columns))
    }

    /// The proposals, with the columns to be filled in before the fit; the points that make it up stand aside, so that
    /// what is printed is what a coordinator reads.
    private func proposals(_ list: [[String]], details: Int) -> Spreadsheet.Sheet {
        let texts: [ClosedRange<Int>] = [0...1] + (details == 0 ? [] : [4...(3 + details)])
        var sheet = sheet(say("提案", "proposals"), list, texts: texts)
        let hasNames = !report.header.residentDetails.isEmpty && !report.header.volunteerDetails.isEmpty
        if hasNames { for index in 0...1 { sheet.columns[index].kind = .hidden } }
        let entries = [
            Spreadsheet.Column(say("結果", "decision"), .choice(Decision.allCases.map { $0.label[language] })),
            Spreadsheet.Column(
                say("辞退の理由", "decision_reason"),
                .choice(DecisionReason.allCases.map { $0.label[language] })),
            Spreadsheet.Column(say("決定日", "decided_on"), .day),
        ]
        let place = 4 + details
        sheet.columns.insert(contentsOf: entries, at: place)
        for index in sheet.rows.indices {
            sheet.rows[index].insert(contentsOf: entries.map { _ in .empty }, at: place)
        }
        // Behind the points: whether the pair was locked, the reason and, where the programme warns of anything, that.
        let end = sheet.columns.count - (report.cautions.isEmpty ? 2 : 3)
        sheet.putAside([2, 3] + ((end - report.criteria.count)..<end))
        sheet.columns.append(Spreadsheet.Column(say("実行ID", "run"), .hidden))
        for index in sheet.rows.indices { sheet.rows[index].append(.text(run)) }
        return sheet
    }

    /// A list as a sheet; columns that are not texts hold numbers where their cells are some.
    private func sheet(
        _ name: String, _ list: [[String]], texts: [ClosedRange<Int>], aside: [Int] = []
    ) -> Spreadsheet.Sheet {
        let header = list.first ?? []
        let body = list.dropFirst()
        let rows = body.prefix(MatchWorkbook.rowLimit).map { row in
            row.enumerated().map { index, cell in
                texts.contains { $0.contains(index) }
                    ? (cell.isEmpty ? Spreadsheet.Cell.empty : .text(cell)) : .figure(cell)
            }
        }
        var sheet = Spreadsheet.Sheet(
            name: name, columns: header.map { Spreadsheet.Column($0) }, rows: rows)
        sheet.putAside(aside)
        return sheet
    }

    private func say(_ ja: String, _ en: String) -> String { Bilingual(ja: ja, en: en)[language] }
}
