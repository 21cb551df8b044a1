import CXLSXWriter
import Records

/// How lists are set out on the screen and on paper.
extension SpreadsheetWriter {
    /// Columns of the screen that a column takes at most; longer texts are wrapped.
    private static let widest = 48
    /// Columns of the screen that fill the width of A4 across at four fifths of their size.
    private static let paperWidth = 185
    /// Rows whose texts decide how wide a column is.
    private static let measuredRows = 500

    /// A4 across, one page wide, the header on every page; what it is and which page it is at the edges.
    func setUpPage(
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>, name: String
    ) throws(SpreadsheetError) {
        let a4: UInt8 = 9
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, a4)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_margins(worksheet, 0.4, 0.4, 0.75, 0.6)
        worksheet_freeze_panes(worksheet, 1, 0)
        try Self.check(worksheet_repeat_rows(worksheet, 0, 0), "worksheet_repeat_rows")
        let title = SpreadsheetText.pageText(spreadsheet.title)
        try Self.check(
            worksheet_set_header(worksheet, "&L\(title)&R\(SpreadsheetText.pageText(name))"),
            "worksheet_set_header")
        try Self.check(worksheet_set_footer(worksheet, "&C&P / &N"), "worksheet_set_footer")
    }

    /// Prints what a reader takes to a meeting: neither hidden columns nor those that stand aside.
    func setPrintArea(
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>, of sheet: Spreadsheet.Sheet
    ) throws(SpreadsheetError) {
        guard sheet.columns.contains(where: { $0.kind == .aside }) else { return }
        try Self.check(
            worksheet_print_area(
                worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.lastPrinted)),
            "worksheet_print_area")
    }

    /// Columns as wide as their texts, within reason; what is then left of the paper goes to the texts that had to be
    /// wrapped.
    func widths(of sheet: Spreadsheet.Sheet) -> [Int] {
        let wanted = sheet.columns.indices.map { width(of: sheet.columns[$0], $0, sheet) }
        var widths = wanted.map { min($0, Self.widest) }
        let printed = sheet.columns.indices.filter {
            sheet.columns[$0].kind != .hidden && $0 <= sheet.lastPrinted
        }
        let wrapped = printed.filter { wanted[$0] > Self.widest }
        var rest = Self.paperWidth - printed.reduce(0) { $0 + widths[$1] }
        for (index, column) in wrapped.enumerated() where rest > 0 {
            let more = min(rest / (wrapped.count - index), wanted[column] - widths[column])
            widths[column] += more
            rest -= more
        }
        return widths
    }

    /// As wide as the longest of its texts or words to choose from; a header may take two lines.
    private func width(of column: Spreadsheet.Column, _ index: Int, _ sheet: Spreadsheet.Sheet) -> Int {
        var columns = (TerminalWidth.columns(of: column.title) + 1) / 2 + 3
        switch column.kind {
        case .choice(let words): columns = max(columns, words.map(TerminalWidth.columns).max() ?? 0)
        case .day: columns = max(columns, 11)
        case .plain, .hidden, .aside: break
        }
        for row in sheet.rows.prefix(Self.measuredRows) {
            guard case .text(let text) = row[index] else { continue }
            columns = max(columns, TerminalWidth.widestLine(of: text))
        }
        return max(columns + 2, 7)
    }
}
