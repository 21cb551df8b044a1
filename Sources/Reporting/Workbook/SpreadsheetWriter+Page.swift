import CXLSXWriter
import Records

extension SpreadsheetWriter {
    /// Columns of the screen that a page is wide at least, so that its sentences have room.
    private static let pageWidth = 96
    private static let fewestColumns = 5
    /// What a printed page holds at full size: columns of the screen, also where a wider font stands in for the usual
    /// one, and points below the repeated title.
    private static let paperWidth = 98
    private static let paperHeight = 590
    /// The height of a row without wrapped text, in points of the screen.
    private static let plainRow = 20

    /// A page: what it holds, row by row, and charts in the room below them.
    func add(_ page: Spreadsheet.Page) throws(SpreadsheetError) {
        guard let worksheet = workbook_add_worksheet(workbook, SpreadsheetText.sheetName(page.name)) else {
            throw SpreadsheetError(step: "workbook_add_worksheet", reason: page.name)
        }
        try setUpPage(worksheet, name: page.name)
        let widths = widths(of: page)
        for (index, width) in widths.enumerated() {
            try Self.check(
                worksheet_set_column(
                    worksheet, lxw_col_t(index), lxw_col_t(index), Double(width), nil),
                "worksheet_set_column")
        }
        // Pages are broken by us, which Excel does not allow together with "fit to width".
        let scale = max(40, min(100, Self.paperWidth * 100 / max(1, widths.reduce(0, +))))
        worksheet_set_print_scale(worksheet, UInt16(scale))
        var breaks: [lxw_row_t] = []
        var used = 0
        try text(page.title, 0, 0, formats.title, worksheet)
        try Self.check(worksheet_set_row(worksheet, 0, 27, nil), "worksheet_set_row")
        var row: lxw_row_t = 1
        for (index, line) in page.rows.enumerated() {
            if case .heading = line {
                let room = Self.paperHeight * 100 / scale
                let rest = page.rows[(index + 1)...]
                let next = rest.firstIndex { if case .heading = $0 { true } else { false } }
                // A table and its chart stay together where they fit on a page.
                let group = page.rows[index..<(next ?? page.rows.endIndex)].reduce(0) {
                    $0 + Self.height(of: $1)
                }
                if used > 0, used % room + group > room, used % room > room / 3 || group <= room {
                    breaks.append(row)
                    used = 0
                }
            }
            used += Self.height(of: line)
            switch line {
            case .heading(let words):
                try text(words, row, 0, formats.heading, worksheet)
            case .paragraph(let words):
                let last = lxw_col_t(widths.count - 1)
                let writable = SpreadsheetText.writable(words, language: spreadsheet.language)
                try Self.check(
                    worksheet_merge_range(worksheet, row, 0, row, last, writable, formats.paragraph),
                    "worksheet_merge_range")
                try setHeight([(words, widths.reduce(0, +))], row, worksheet)
            case .header(let words):
                for (column, word) in words.enumerated() {
                    try text(word, row, lxw_col_t(column), formats.header, worksheet)
                }
                try setHeight(Array(zip(words, widths)), row, worksheet)
            case .cells(let cells):
                try write(cells, row, widths, worksheet)
            case .chart(let chart):
                try insert(chart, at: row, in: worksheet)
                row += lxw_row_t(chart.height / Self.plainRow + 1)
            case .blank: break
            }
            row += 1
        }
        guard !breaks.isEmpty else { return }
        // A zero ends the list.
        breaks.append(0)
        try Self.check(worksheet_set_h_pagebreaks(worksheet, &breaks), "worksheet_set_h_pagebreaks")
    }

    /// About how high a row is in points of the screen.
    private static func height(of line: Spreadsheet.Page.Row) -> Int {
        switch line {
        case .chart(let chart): (chart.height / plainRow + 2) * plainRow
        case .paragraph, .header: 2 * plainRow
        case .heading, .cells, .blank: plainRow + 2
        }
    }

    private func write(
        _ cells: [Spreadsheet.Cell], _ row: lxw_row_t, _ widths: [Int],
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        var texts: [(String, Int)] = []
        for (column, cell) in cells.enumerated() {
            guard case .text(let words) = cell else {
                try write(cell, row, lxw_col_t(column), .plain, to: worksheet)
                continue
            }
            texts.append((words, widths[column]))
            // What stands for a number stands where numbers do.
            let isMark = words == AnnualFigure.hidden || words == AnnualFigure.absent
            try text(words, row, lxw_col_t(column), isMark ? formats.mark : formats.text, worksheet)
        }
        try setHeight(texts, row, worksheet)
    }

    private func text(
        _ words: String, _ row: lxw_row_t, _ column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>?,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        let writable = SpreadsheetText.writable(words, language: spreadsheet.language)
        try Self.check(
            worksheet_write_string(worksheet, row, column, writable, format), "worksheet_write_string")
    }

    private func setHeight(
        _ texts: [(text: String, width: Int)], _ row: lxw_row_t,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        let lines =
            texts.map { text, width in
                let room = max(1, width - 3)
                return (TerminalWidth.columns(of: text) + room - 1) / room
            }.max() ?? 1
        guard lines > 1 else { return }
        let line = spreadsheet.language == .ja ? 18.0 : 15.0
        try Self.check(
            worksheet_set_row(worksheet, row, line * Double(min(lines, Self.mostLines)), nil),
            "worksheet_set_row")
    }

    /// The first column as wide as its names, the others as their numbers; the last takes what is left.
    private func widths(of page: Spreadsheet.Page) -> [Int] {
        var widths = Array(repeating: 12, count: Self.fewestColumns)
        for line in page.rows {
            let cells: [(text: String, most: Int)]
            switch line {
            case .header(let words):
                cells = words.enumerated().map { ($0.element, $0.offset == 0 ? 32 : 14) }
            case .cells(let row):
                cells = row.enumerated().map { index, cell in
                    guard case .text(let words) = cell else { return ("", 0) }
                    return (words, index == 0 ? 32 : 24)
                }
            default: continue
            }
            for (index, cell) in cells.enumerated() {
                if index == widths.count { widths.append(12) }
                widths[index] = max(widths[index], min(cell.most, TerminalWidth.columns(of: cell.text) + 3))
            }
        }
        let rest = Self.pageWidth - widths.reduce(0, +)
        if rest > 0 {
            let share = rest / widths.count
            for index in widths.indices { widths[index] += share }
        }
        return widths
    }
}
