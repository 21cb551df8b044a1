import CXLSXWriter
import Foundation
import Records

/// Why a workbook could not be written.
package struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The step that failed.
    package let step: String
    /// The library's words.
    package let reason: String

    package var description: String { "\(step): \(reason)" }
}

/// Writes a workbook (.xlsx) with libxlsxwriter.
///
/// The library works through files. They stand in a folder that the caller gives, never in the system's folder for
/// temporary files: what is in them is personal data.
package struct SpreadsheetWriter {
    /// The most lines that a row shows; Excel allows 409 points.
    static let mostLines = 20

    let spreadsheet: Spreadsheet
    let workbook: UnsafeMutablePointer<lxw_workbook>
    let formats: Formats

    struct Formats {
        let header: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let number: UnsafeMutablePointer<lxw_format>?
        let choice: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?
        /// The formats of pages and of measures; what is never used is not in the file.
        let title: UnsafeMutablePointer<lxw_format>?
        let heading: UnsafeMutablePointer<lxw_format>?
        let paragraph: UnsafeMutablePointer<lxw_format>?
        let mark: UnsafeMutablePointer<lxw_format>?
        let measures: [Spreadsheet.NumberFormat: UnsafeMutablePointer<lxw_format>?]
    }

    /// The workbook's bytes; the same sheets give the same bytes.
    ///
    /// - Parameters:
    ///   - spreadsheet: What to write.
    ///   - scratch: A private folder for the library's files, which are gone afterwards.
    /// - Returns: The bytes of the file.
    /// - Throws: `SpreadsheetError`.
    package static func bytes(
        of spreadsheet: Spreadsheet, scratch: String
    ) throws(SpreadsheetError) -> [UInt8] {
        let path = scratch + "/workbook.xlsx"
        defer { unlink(path) }
        let opened = scratch.withCString { folder in
            var options = lxw_workbook_options()
            // The library copies the name and does not write to it.
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let opened else { throw SpreadsheetError(step: "workbook_new_opt", reason: "no memory") }
        do throws(SpreadsheetError) {
            try SpreadsheetWriter(spreadsheet, opened).fill()
        } catch {
            lxw_workbook_free(opened)
            throw error
        }
        // Closing frees the workbook, also when it fails.
        try check(workbook_close(opened), "workbook_close")
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw SpreadsheetError(step: "read", reason: path)
        }
        return Array(bytes)
    }

    private init(_ spreadsheet: Spreadsheet, _ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.spreadsheet = spreadsheet
        self.workbook = workbook
        let language = spreadsheet.language
        func format(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<
            lxw_format
        >? {
            let format = workbook_add_format(workbook)
            if language == .ja { format_set_font_name(format, "Yu Gothic") }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            change(format)
            return format
        }
        let frame = { (format: UnsafeMutablePointer<lxw_format>?) in
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xBFBFBF)
        }
        let fill = { (format: UnsafeMutablePointer<lxw_format>?, colour: UInt32) in
            format_set_bg_color(format, colour)
            frame(format)
        }
        formats = Formats(
            header: format {
                format_set_bold($0)
                format_set_text_wrap($0)
                fill($0, 0xE7E6E6)
            },
            text: format {
                // The format of text keeps Excel from making a number of a code that is typed over.
                format_set_num_format($0, "@")
                format_set_text_wrap($0)
                frame($0)
            },
            number: format { frame($0) },
            choice: format {
                format_set_text_wrap($0)
                fill($0, 0xFFF9E5)
            },
            day: format {
                format_set_num_format($0, "yyyy/mm/dd")
                fill($0, 0xFFF9E5)
            },
            title: format {
                format_set_bold($0)
                format_set_font_size($0, 16)
            },
            heading: format {
                format_set_bold($0)
                format_set_font_size($0, 12)
            },
            paragraph: format {
                format_set_text_wrap($0)
                format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
            },
            mark: format {
                format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
                frame($0)
            },
            measures: Dictionary(
                uniqueKeysWithValues: Spreadsheet.NumberFormat.allCases.map { measure in
                    let made = format {
                        format_set_num_format($0, measure.code(in: language))
                        frame($0)
                    }
                    return (measure, made)
                }))
    }

    private func fill() throws(SpreadsheetError) {
        var properties = lxw_doc_properties()
        // Noon in Greenwich is the same day in most of the world.
        properties.created = time_t(spreadsheet.created.dayNumber) * 86_400 + 43_200
        let code = spreadsheet.title.withCString { title in
            "Musubi".withCString { author in
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                return workbook_set_properties(workbook, &properties)
            }
        }
        try Self.check(code, "workbook_set_properties")
        for page in spreadsheet.pages { try add(page) }
        for sheet in spreadsheet.sheets { try add(sheet) }
    }

    private func add(_ sheet: Spreadsheet.Sheet) throws(SpreadsheetError) {
        guard let worksheet = workbook_add_worksheet(workbook, SpreadsheetText.sheetName(sheet.name)) else {
            throw SpreadsheetError(step: "workbook_add_worksheet", reason: sheet.name)
        }
        try setUpPage(worksheet, name: sheet.name)
        try Self.check(
            worksheet_autofilter(
                worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(max(1, sheet.columns.count) - 1)),
            "worksheet_autofilter")
        try setPrintArea(worksheet, of: sheet)
        let widths = widths(of: sheet)
        for (index, column) in sheet.columns.enumerated() {
            try add(column, at: lxw_col_t(index), width: widths[index], rows: sheet.rows.count, to: worksheet)
        }
        let titles = sheet.columns.map { Spreadsheet.Cell.text($0.title) }
        for (index, row) in ([titles] + sheet.rows).enumerated() {
            try setHeight(of: row, lxw_row_t(index), widths, sheet, worksheet)
        }
        for (index, row) in sheet.rows.enumerated() {
            let number = lxw_row_t(index + 1)
            for (column, cell) in row.enumerated() {
                try write(cell, number, lxw_col_t(column), sheet.columns[column].kind, to: worksheet)
            }
        }
    }

    /// Makes a row as high as its wrapped texts need: not every program does so by itself.
    private func setHeight(
        of row: [Spreadsheet.Cell], _ index: lxw_row_t, _ widths: [Int], _ sheet: Spreadsheet.Sheet,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        var lines = 1
        for (column, cell) in row.enumerated() where sheet.columns[column].kind != .hidden {
            guard case .text(let text) = cell else { continue }
            // A line is broken where a word ends, so that it is not filled to the edge.
            let room = max(1, widths[column] - 3)
            lines = max(lines, TerminalWidth.lines(of: text, in: room))
        }
        guard lines > 1 else { return }
        let line = spreadsheet.language == .ja ? 18.0 : 15.0
        try Self.check(
            worksheet_set_row(worksheet, index, line * Double(min(lines, Self.mostLines)), nil),
            "worksheet_set_row")
    }

    private func add(
        _ column: Spreadsheet.Column, at index: lxw_col_t, width: Int, rows: Int,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        var options = lxw_row_col_options()
        if column.kind == .hidden { options.hidden = 1 }
        if column.kind == .aside { options.level = 1 }
        try Self.check(
            worksheet_set_column_opt(worksheet, index, index, Double(width), nil, &options),
            "worksheet_set_column")
        try Self.check(
            worksheet_write_string(
                worksheet, 0, index, SpreadsheetText.writable(column.title, language: spreadsheet.language),
                formats.header),
            "worksheet_write_string")
        if case .choice(let words) = column.kind, rows > 0 {
            try offer(words, column: index, rows: rows, in: worksheet)
        }
    }

    /// A list to choose from in every row; other words are refused with a message.
    private func offer(
        _ words: [String], column: lxw_col_t, rows: Int, in worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        let language = spreadsheet.language
        let texts = [
            Bilingual(ja: "一覧から選んでください", en: "Choose from the list")[language],
            Bilingual(ja: "この列には、一覧の言葉だけを入れられます。", en: "This column takes only words of the list.")[language],
        ]
        // The library copies every text, and wants them writable all the same.
        let list = words.map { strdup($0) }
        let messages = texts.map { strdup($0) }
        defer { (list + messages).forEach { free($0) } }
        var entries: [UnsafeMutablePointer<CChar>?] = list + [nil]
        let code = entries.withUnsafeMutableBufferPointer { entries in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.value_list = entries.baseAddress
            validation.error_title = messages[0]
            validation.error_message = messages[1]
            return worksheet_data_validation_range(worksheet, 1, column, lxw_row_t(rows), column, &validation)
        }
        try Self.check(code, "worksheet_data_validation_range")
    }

    func write(
        _ cell: Spreadsheet.Cell, _ row: lxw_row_t, _ column: lxw_col_t, _ kind: Spreadsheet.Column.Kind,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        switch cell {
        case .empty:
            guard let format = inputFormat(kind) else { return }
            try Self.check(worksheet_write_blank(worksheet, row, column, format), "worksheet_write_blank")
        case .text(let text):
            let words = SpreadsheetText.writable(text, language: spreadsheet.language)
            try Self.check(
                worksheet_write_string(worksheet, row, column, words, inputFormat(kind) ?? formats.text),
                "worksheet_write_string")
        case .number(let number):
            try Self.check(
                worksheet_write_number(worksheet, row, column, number, inputFormat(kind) ?? formats.number),
                "worksheet_write_number")
        case .measure(let number, let measure):
            try Self.check(
                worksheet_write_number(
                    worksheet, row, column, number, formats.measures[measure] ?? formats.number),
                "worksheet_write_number")
        }
    }

    private func inputFormat(_ kind: Spreadsheet.Column.Kind) -> UnsafeMutablePointer<lxw_format>? {
        switch kind {
        case .plain, .hidden, .aside: nil
        case .day: formats.day
        case .choice: formats.choice
        }
    }

    static func check(_ code: lxw_error, _ step: String) throws(SpreadsheetError) {
        guard code != LXW_NO_ERROR else { return }
        throw SpreadsheetError(step: step, reason: String(cString: lxw_strerror(code)))
    }
}
