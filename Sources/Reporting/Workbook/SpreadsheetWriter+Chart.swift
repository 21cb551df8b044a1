import CXLSXWriter
import Foundation
import Records

extension SpreadsheetWriter {
    private static let chartWidth = 640.0

    /// Draws a chart from the cells that it names; dark, grey and broken lines, so that it prints without colour.
    func insert(
        _ chart: Spreadsheet.Chart, at row: lxw_row_t, in worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        let type = chart.kind == .bars ? LXW_CHART_BAR : LXW_CHART_SCATTER_STRAIGHT
        guard let drawn = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
            throw SpreadsheetError(step: "workbook_add_chart", reason: chart.title)
        }
        chart_title_set_name(drawn, SpreadsheetText.chartText(chart.title, language: spreadsheet.language))
        for series in chart.series { try add(series, of: chart, to: drawn) }
        setAxes(of: chart, drawn)
        if chart.series.count == 1 {
            chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        }
        // The library copies the words, and wants them writable all the same.
        let words = strdup(SpreadsheetText.writable(chart.description, language: spreadsheet.language))
        defer { free(words) }
        var options = lxw_chart_options()
        options.description = words
        // Of the library's usual 480 by 288.
        options.x_scale = Self.chartWidth / 480
        options.y_scale = Double(chart.height) / 288
        try Self.check(
            worksheet_insert_chart_opt(worksheet, row, 0, drawn, &options), "worksheet_insert_chart")
    }

    private func add(
        _ series: Spreadsheet.Chart.Series, of chart: Spreadsheet.Chart,
        to drawn: UnsafeMutablePointer<lxw_chart>
    ) throws(SpreadsheetError) {
        guard let added = chart_add_series(drawn, nil, nil) else {
            throw SpreadsheetError(step: "chart_add_series", reason: chart.title)
        }
        let sheet = SpreadsheetText.sheetName(chart.sheet)
        let (first, last) = (lxw_row_t(chart.rows.lowerBound), lxw_row_t(chart.rows.upperBound))
        let column = lxw_col_t(series.column)
        chart_series_set_name(added, SpreadsheetText.chartText(series.name, language: spreadsheet.language))
        chart_series_set_categories(added, sheet, first, 0, last, 0)
        chart_series_set_values(added, sheet, first, column, last, column)
        if chart.kind == .bars {
            var fill = lxw_chart_fill()
            fill.color = 0x1F3A5F
            chart_series_set_fill(added, &fill)
            chart_series_set_labels(added)
            return
        }
        var line = lxw_chart_line()
        switch series.look {
        case .main: (line.color, line.width) = (0x1F3A5F, 2.25)
        case .bound: (line.color, line.width) = (0x8C8C8C, 1)
        case .target:
            (line.color, line.width) = (0x404040, 1)
            line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
        }
        chart_series_set_line(added, &line)
        chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    }

    private func setAxes(of chart: Spreadsheet.Chart, _ drawn: UnsafeMutablePointer<lxw_chart>) {
        // Bars lie: their values are on the axis across, their names on the one upright.
        let isLying = chart.kind == .bars
        let values = isLying ? drawn.pointee.x_axis : drawn.pointee.y_axis
        chart_axis_set_min(values, 0)
        if chart.isShare {
            chart_axis_set_max(values, 1)
            chart_axis_set_num_format(values, "0%")
        }
        guard !isLying else {
            // The names run downwards, and the scale stays below them.
            chart_axis_set_label_position(values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
            chart_axis_set_reverse(drawn.pointee.y_axis)
            return
        }
        let days = Bilingual(ja: "日数", en: "Days")
        chart_axis_set_name(drawn.pointee.x_axis, days[spreadsheet.language])
        chart_axis_set_min(drawn.pointee.x_axis, 0)
        chart_axis_set_major_unit(drawn.pointee.x_axis, 30)
    }
}
