import Evidence
import Records

extension AnnualWorkbook {
    /// A table of the report as a table of the sheet; shares that the page draws become a chart below it.
    mutating func rows(of table: AnnualTable) -> [Spreadsheet.Page.Row] {
        let caption = table.caption[language]
        if report.isHidden(table) {
            return [.paragraph(caption + AnnualReport.hiddenTable[language])]
        }
        let columns = table.columns.enumerated().map { index, title in
            Column(title[language], table.rows.compactMap { index < $0.count ? $0[index] : nil })
        }
        let rows = table.rows.map { row in
            Spreadsheet.Page.Row.cells(
                zip(row, columns).flatMap { cell, column in cells(cell, column.shape) })
        }
        let drawn = table.rows.compactMap { row -> (String, AnnualFigure)? in
            guard let first = row.first else { return nil }
            for case .bar(let id) in row {
                if let figure = report[id] { return (name(first), figure) }
            }
            return nil
        }
        return [.heading(caption), .header(columns.flatMap(header))] + rows + bars(caption, drawn)
    }

    /// Of how many columns of the sheet a column of the table consists.
    private enum Shape {
        /// Drawn and not written.
        case none
        case single, interval, counts

        var width: Int {
            switch self {
            case .none: 0
            case .single: 1
            case .interval, .counts: 2
            }
        }
    }

    private struct Column {
        let title: String
        let shape: Shape

        init(_ title: String, _ cells: [AnnualTable.Cell]) {
            self.title = title
            var shape: Shape = .none
            for cell in cells {
                switch cell {
                case .bar: continue
                case .figure(_, .interval): shape = .interval
                case .figure(_, .counts): shape = .counts
                default: if shape.width == 0 { shape = .single }
                }
            }
            self.shape = cells.isEmpty ? .single : shape
        }
    }

    private func header(_ column: Column) -> [String] {
        switch column.shape {
        case .none: []
        case .single: [column.title]
        case .interval:
            [say("\(column.title) 下限", "\(column.title), lower"), say("上限", "upper")]
        case .counts: counts
        }
    }

    private func cells(_ cell: AnnualTable.Cell, _ shape: Shape) -> [Spreadsheet.Cell] {
        let cells: [Spreadsheet.Cell] =
            switch cell {
            case .bar: []
            case .words, .name, .figureLabel: [.text(name(cell))]
            case .figure(let id, let part):
                report[id]?.cells(part, in: language) ?? [.text(AnnualFigure.absent)]
            }
        let missing = max(0, shape.width - cells.count)
        return cells + Array(repeating: .empty, count: missing)
    }

    private func name(_ cell: AnnualTable.Cell) -> String {
        switch cell {
        case .words(let words), .name(let words): words[language]
        case .figureLabel(let id): report[id]?.title(in: language) ?? ""
        case .figure(let id, let part):
            report[id]?.text(part, in: language) ?? AnnualFigure.absent
        case .bar: ""
        }
    }

    var figuresName: String { say("全指標", "All figures") }

    /// Every figure with everything about it, numbers as in `figures.json`.
    var figures: Spreadsheet.Sheet {
        let titles =
            [
                "id", say("指標", "Figure"), say("値", "Value"), say("下限", "Lower"), say("上限", "Upper"),
            ] + counts + [
                say("単位", "Unit"), say("判定", "Verdict"), say("方法", "Method"), say("基準日", "As of"),
                say("状態", "State"), say("定義", "Definition"),
            ]
        let rows = report.figures.map { figure -> [Spreadsheet.Cell] in
            let value = figure.text.map { Spreadsheet.Cell.text($0[language]) } ?? figure.plain(figure.value)
            let numbers = [
                value, figure.plain(figure.interval?.lower), figure.plain(figure.interval?.upper),
            ]
            let words = [
                figure.unit.label[language], figure.verdict?.label[language] ?? "",
                figure.method.label[language], figure.asOf.description, state(figure),
                figure.definition[language],
            ]
            return [.text(figure.id), .text(figure.title(in: language))] + numbers
                + figure.cells(.numerator, in: language) + figure.cells(.denominator, in: language)
                + words.map { .text($0) }
        }
        return Spreadsheet.Sheet(
            name: figuresName, columns: titles.map { Spreadsheet.Column($0) }, rows: rows)
    }

    private func state(_ figure: AnnualFigure) -> String {
        switch figure.state {
        case .published: say("表示", "shown")
        case .suppressed: say("少人数保護のため非公開", "hidden to protect people")
        case .unavailable(let reason): reason[language]
        }
    }
}
