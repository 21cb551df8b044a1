import Evidence
import Records

/// The page of an annual report in one language.
///
/// It takes figures and words only: every number on it is printed by a figure, so that what an edition hides cannot
/// stand anywhere on its page.
struct AnnualPage: PageParts {
    let report: AnnualReport
    let language: Language

    var markup: Markup {
        page(title: title, print: printStyle) {
            masthead
        } content: {
            Tag.section(.id("reading")) { Tag.p(.class("note")) { report.reading(in: language) } }
            report.sections.map { section in
                self.section(section.id, say(section.title)) { section.blocks.map(markup(of:)) }
            }
            definitionSection
        } footer: {
            Tag.footer {
                Tag.p {
                    say(
                        "この頁の数字はすべて figures.json にあります。同じ入力からは同じ頁ができます。",
                        "Every number of this page is in figures.json. The same input gives the same page.")
                }
            }
        }
    }

    private var title: String {
        say("年次報告", "Annual report") + " — " + say(report.request.programmeName) + " " + text("fiscal-year")
    }

    private var printStyle: StaticString {
        if report.request.edition.isPublished { return Stylesheet.plainPrint }
        return language == .ja ? Stylesheet.japanesePrint : Stylesheet.englishPrint
    }

    private var masthead: Markup {
        Tag.header(.class("masthead")) {
            Tag.div(.class("brand")) {
                Emblems.knot
                Tag.span(.class("wordmark")) { "Musubi" }
                if !report.request.edition.isPublished {
                    Tag.span(.class("handling")) { say(report.request.edition.label) }
                }
            }
            Tag.p(.class("eyebrow")) { say("年次報告", "Annual report") + say("・", ", ") + text("fiscal-year") }
            Tag.h1 { foreign(say(report.request.programmeName)) }
            Tag.dl(.class("facts")) {
                ["fiscal-year", "as-of"].map { id in fact(report[id]?.title(in: language) ?? "", text(id)) }
                fact(say("版", "Edition"), say(report.request.edition.label))
                if case .company(let name) = report.request.edition {
                    Tag.div {
                        Tag.dt { say("企業", "Company") }
                        Tag.dd { foreign(name) }
                    }
                }
                fact(say("計算", "Computed with"), "Musubi " + text("version"))
            }
            Tag.nav(.set(.ariaLabel, say("目次", "Contents"))) {
                report.sections.map { section in Tag.a(.anchor(section.id)) { say(section.title) } }
                Tag.a(.anchor("definitions")) { say("定義", "Definitions") }
            }
        }
    }

    /// A part of a figure as it is printed.
    func text(_ id: String, _ part: AnnualFigure.Part = .value) -> String {
        report[id]?.text(part, in: language) ?? AnnualFigure.absent
    }

    private func markup(of block: AnnualSection.Block) -> Markup {
        switch block {
        case .prose(let prose): Tag.p(.class("sentence")) { pieces(prose) }
        case .note(let prose): Tag.p(.class("note")) { pieces(prose) }
        case .table(let table): markup(of: table)
        case .cards(let ids): markup(ofCards: ids)
        case .curve(let curve): AnnualCharts(report: report, language: language).curve(curve)
        case .funnel(let title, let ids): AnnualCharts(report: report, language: language).funnel(title, ids)
        }
    }

    private func pieces(_ prose: Prose) -> [Markup] {
        prose[language].pieces.map { piece in
            switch piece {
            case .words(let words): Markup.text(words)
            case .name(let name): foreign(name)
            case .figure(let reference): Tag.span(.class("together")) { text(reference.id, reference.part) }
            }
        }
    }

    private func markup(of table: AnnualTable) -> Markup {
        if report.isHidden(table) {
            return Tag.p(.class("nothing")) {
                foreign(say(table.caption))
                say(AnnualReport.hiddenTable)
            }
        }
        return Tag.table(.class("bars")) {
            Tag.caption { foreign(say(table.caption)) }
            head(
                table.columns.enumerated().map { index, column in
                    let isNumber = table.rows.contains {
                        if index < $0.count, case .figure = $0[index] { true } else { false }
                    }
                    return (isNumber ? "#" : "") + say(column)
                })
            Tag.tbody {
                table.rows.map { row in
                    Tag.tr { row.enumerated().map { index, cell in markup(of: cell, isFirst: index == 0) } }
                }
            }
        }
    }

    private func markup(of cell: AnnualTable.Cell, isFirst: Bool) -> Markup {
        let content: Markup
        switch cell {
        case .words(let words): content = .text(say(words))
        case .name(let name): content = foreign(say(name))
        case .figureLabel(let id): content = .text(report[id]?.title(in: language) ?? "")
        case .figure(let id, let part): return number(text(id, part))
        case .bar(let id):
            return Tag.td(.class("chart-cell")) { AnnualCharts(report: report, language: language).bar(id) }
        }
        return isFirst ? Tag.th(.set(.scope, "row")) { content } : Tag.td { content }
    }

    private func markup(ofCards ids: [String]) -> Markup {
        cards(
            ids.map { id in
                let figure = report[id]
                let verdict = figure?.verdict.map { say($0.label) } ?? ""
                let isAtEnd = figure?.isAtEnd ?? false
                let end = isAtEnd ? say("・全員または皆無は確実を意味しない", "; all or none is no certainty") : ""
                return (
                    title: figure?.title(in: language) ?? "", number: text(id), unit: "",
                    note: figure?.state == .suppressed
                        ? say("少人数保護のため非公開", "hidden to protect people")
                        : text(id, .counts) + say("、", ", ") + text(id, .interval) + say("　", " ") + verdict
                            + end
                )
            })
    }

    /// Every figure with what it means, how it was found, and why it is missing where it is.
    private var definitionSection: Markup {
        section("definitions", say("定義と方法", "Definitions and methods")) {
            Tag.table(.class("definitions")) {
                head([
                    say("指標", "Figure"), "#" + say("値", "Value"), "#" + say("区間", "Interval"),
                    say("定義", "Definition"), say("方法", "Method"),
                ])
                Tag.tbody {
                    report.figures.filter { !$0.isDetail }.map { figure in
                        Tag.tr {
                            Tag.th(.set(.scope, "row")) { foreign(figure.title(in: language)) }
                            number(figure.text(.value, in: language))
                            number(figure.text(.interval, in: language))
                            Tag.td { foreign(say(figure.definition) + reason(figure)) }
                            Tag.td { say(figure.method.label) }
                        }
                    }
                }
            }
        }
    }

    private func reason(_ figure: AnnualFigure) -> String {
        switch figure.state {
        case .unavailable(let reason): say("　", " ") + say(reason)
        case .suppressed: say("　少人数保護のため非公開。", " Hidden to protect people.")
        case .published: ""
        }
    }
}

extension AnnualFigure {
    /// One of many of a kind (a day of a curve, a month, a group), whose definition stands in figures.json.
    var isDetail: Bool { id.contains("/") || id.contains(".day-") || id.contains(".month-") }
}
