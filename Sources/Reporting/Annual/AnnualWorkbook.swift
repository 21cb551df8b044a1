import Evidence
package import Records

/// The workbook of an annual report in one language: a page for each section, all figures, and the numbers of the charts.
///
/// It goes through the sections block by block, so that what the page shows is also here. As there, numbers come from
/// figures only, and what an edition hides is neither in a cell nor in a chart.
package struct AnnualWorkbook {
    let report: AnnualReport
    let language: Language
    /// The numbers of the charts, which are cells of a sheet of their own.
    private(set) var data: [Spreadsheet.Page.Row] = []

    init(_ report: AnnualReport, language: Language) {
        self.report = report
        self.language = language
    }

    func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

    /// The sheets.
    package static func spreadsheet(of report: AnnualReport, language: Language) -> Spreadsheet {
        var workbook = AnnualWorkbook(report, language: language)
        var pages = [workbook.cover]
        for section in report.sections { pages.append(workbook.page(of: section)) }
        pages.append(
            Spreadsheet.Page(
                name: workbook.dataName, title: workbook.say("図のもとになる数字", "The numbers of the charts"),
                rows: workbook.data))
        return Spreadsheet(
            title: workbook.title, created: report.request.asOf, language: language, pages: pages,
            sheets: [workbook.figures])
    }

    private var dataName: String { say("図の数字", "Chart data") }

    private var title: String {
        let year = report["fiscal-year"]?.text(.value, in: language) ?? ""
        return say("年次報告", "Annual report") + " — " + report.request.programmeName[language] + " " + year
    }

    /// What the report is of, and how it is read.
    private var cover: Spreadsheet.Page {
        func fact(_ name: String, _ value: String) -> Spreadsheet.Page.Row {
            .cells([.text(name), .text(value)])
        }
        let settings = ["fiscal-year", "as-of", "version"].compactMap { report[$0] }
        var facts = [fact(say("プログラム", "Programme"), report.request.programmeName[language])]
        facts += settings.map { fact($0.title(in: language), $0.text(.value, in: language)) }
        facts.append(fact(say("版", "Edition"), report.request.edition.label[language]))
        if case .company(let name) = report.request.edition { facts.append(fact(say("企業", "Company"), name)) }
        let note = say(
            "このブックの数字はすべて figures.json にあります。定義・方法・伏せたかどうかは「\(figuresName)」にあります。",
            "Every number of this workbook is in figures.json. Definitions, methods and what is hidden stand in “\(figuresName)”."
        )
        return Spreadsheet.Page(
            name: say("この報告について", "About"), title: title,
            rows: facts + [.blank, .paragraph(report.reading(in: language)), .paragraph(note)])
    }

    private mutating func page(of section: AnnualSection) -> Spreadsheet.Page {
        var rows: [Spreadsheet.Page.Row] = []
        for block in section.blocks {
            switch block {
            case .prose(let prose), .note(let prose):
                rows.append(.paragraph(report.text(prose[language], in: language)))
            case .table(let table): rows += self.rows(of: table)
            case .cards(let ids): rows += cards(ids)
            case .curve(let curve): rows += self.rows(of: curve)
            case .funnel(let title, let ids): rows += funnel(title[language], ids)
            }
            rows.append(.blank)
        }
        return Spreadsheet.Page(
            name: section.title[language], title: section.title[language], rows: rows)
    }

    var interval: [String] { [say("95%信頼区間 下限", "95% interval, lower"), say("上限", "upper")] }
    var counts: [String] { [say("件数（分子）", "Numerator"), say("n（分母）", "n (denominator)")] }

    /// Headline figures with everything about them.
    private func cards(_ ids: [String]) -> [Spreadsheet.Page.Row] {
        let header = [say("指標", "Figure"), say("値", "Value")] + interval + counts + [say("判定", "Verdict")]
        return [.header(header)]
            + ids.compactMap { report[$0] }.map { figure in
                let parts = [AnnualFigure.Part.value, .interval, .counts, .verdict]
                return .cells(
                    [.text(figure.title(in: language))]
                        + parts.flatMap { figure.cells($0, in: language) })
            }
    }

    private mutating func funnel(_ title: String, _ ids: [String]) -> [Spreadsheet.Page.Row] {
        let figures = ids.compactMap { report[$0] }
        let rows = figures.map {
            Spreadsheet.Page.Row.cells(
                [.text($0.title(in: language))] + $0.cells(.value, in: language))
        }
        return [.heading(title), .header([say("段階", "Step"), say("件数", "Count")])] + rows
            + bars(title, figures.map { ($0.title(in: language), $0) })
    }

    /// Bars of the published ones among figures of one unit.
    mutating func bars(_ title: String, _ figures: [(name: String, figure: AnnualFigure)])
        -> [Spreadsheet.Page.Row]
    {
        let shown = figures.compactMap { name, figure in figure.value.map { (name, $0, figure) } }
        guard let first = shown.first else { return [] }
        let value = say("値", "Value")
        let rows = addData(
            title, [say("区分", "Group"), value],
            shown.map { name, _, figure in [.text(name)] + figure.cells(.value, in: language) })
        let words = shown.map { $0.0 + " " + $0.2.text(.value, in: language) }
        return [
            .blank,
            .chart(
                Spreadsheet.Chart(
                    .bars, title: title, description: words.joined(separator: say("、", "; ")),
                    isShare: first.2.unit == .share, sheet: dataName, rows: rows,
                    series: [Spreadsheet.Chart.Series(value, column: 1)])),
        ]
    }

    /// Puts the numbers of a chart into their sheet.
    ///
    /// - Returns: The rows of the sheet in which they stand, below its title.
    mutating func addData(_ title: String, _ header: [String], _ rows: [[Spreadsheet.Cell]])
        -> ClosedRange<Int>
    {
        data += [.heading(title), .header(header)]
        let first = data.count + 1
        data += rows.map { .cells($0) } + [.blank]
        return first...(first + rows.count - 1)
    }

    /// A curve as a chart and as a table of its points.
    private mutating func rows(of curve: AnnualCurve) -> [Spreadsheet.Page.Row] {
        let title = curve.title[language]
        let names = [say("割合", "Share")] + interval
        let known = curve.points.compactMap { point in report[point.figure].map { (point.day, $0) } }
        let table = known.map { day, figure in
            Spreadsheet.Page.Row.cells(
                [.measure(Double(day), .count)] + figure.cells(.value, in: language)
                    + figure.cells(.interval, in: language))
        }
        let days = say("日数", "Days")
        let steps = AnnualSteps(curve, known.filter { $0.1.value != nil }).rows
        guard !steps.isEmpty else {
            return [.heading(title), .paragraph(say("図にできる数字がありません。", "There is no figure to draw."))]
        }
        var header = [days] + names
        var series = names.enumerated().map { index, name in
            Spreadsheet.Chart.Series(name, column: index + 1, index == 0 ? .main : .bound)
        }
        if curve.target != nil {
            header.append(say("目標", "Target"))
            series.append(Spreadsheet.Chart.Series(say("目標", "Target"), column: 4, .target))
        }
        let rows = addData(title, header, steps)
        let last = known.last { $0.1.value != nil }
        let words = last.map { $0.1.label[language] + " " + $0.1.text(.value, in: language) } ?? ""
        return [
            .heading(title), .blank,
            .chart(
                Spreadsheet.Chart(
                    .lines, title: title, description: title + say("。", ". ") + words, isShare: true,
                    sheet: dataName,
                    rows: rows, series: series)),
            .header([days] + names),
        ] + table
    }
}
