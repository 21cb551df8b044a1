import Records

/// The page of one report in one language; its sections are in files of their own.
struct ReportPage: Sendable {
    let report: MatchReport
    let figures: ReportFigures
    let language: Language
    let words: Words

    init(report: MatchReport, figures: ReportFigures, language: Language) {
        self.report = report
        self.figures = figures
        self.language = language
        words = Words(report.header)
    }

    /// The page from its first tag to its last.
    var markup: Markup {
        Tag.html(
            .set(.xmlns, "http://www.w3.org/1999/xhtml"), .set(.lang, language.rawValue),
            .set(.xmlLang, language.rawValue)
        ) {
            Tag.head {
                Tag.meta(.set(.charset, "utf-8"))
                Tag.meta(
                    .set(.httpEquiv, "Content-Security-Policy"),
                    .set(.content, "default-src 'none'; style-src 'unsafe-inline'"))
                Tag.meta(.set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1"))
                Tag.meta(.set(.name, "referrer"), .set(.content, "no-referrer"))
                Tag.meta(.set(.name, "robots"), .set(.content, "noindex"))
                Tag.title { title }
                Markup.stylesheet(Stylesheet.base)
                Markup.stylesheet(language == .ja ? Stylesheet.japanesePrint : Stylesheet.englishPrint)
            }
            Tag.body {
                Emblems.patterns
                Tag.div(.class("sheet")) {
                    masthead
                    Tag.main {
                        headlineSection
                        certificateSection
                        limitSection
                        fitSection
                        waitingSection
                        breakdownSection
                        ruleSection
                        unmatchedSection
                        qualitySection
                        pairSection
                        definitionSection
                    }
                    footer
                }
            }
        }
    }

    private var title: String {
        say("マッチング報告", "Matching report") + " — " + say(report.header.programmeName) + " "
            + report.header.asOf.description
    }

    /// The section titles, in order; the id is the place on the page.
    private var contents: [(id: String, title: String)] {
        [("summary", say("概要", "Summary")), ("proof", say("証明", "Proof"))]
            + (report.limits.isEmpty ? [] : [("limits", say("制限", "Limits"))]) + [
                ("fit", say("適合度", "Fit")),
                ("waiting", say("待機", "Waiting")), ("groups", say("内訳", "Groups")),
                ("rules", say("条件", "Rules")),
                ("unmatched", say("提案なし", "Unmatched")), ("quality", say("データ", "Data")),
                ("pairs", say("ペア", "Pairs")), ("definitions", say("定義", "Definitions")),
            ]
    }

    private var masthead: Markup {
        let header = report.header
        return Tag.header(.class("masthead")) {
            Tag.div(.class("brand")) {
                Emblems.knot
                Tag.span(.class("wordmark")) { "Musubi" }
                Tag.span(.class("handling")) {
                    say("取扱注意　個人の識別番号を含みます", "Confidential: contains ids of people")
                }
            }
            Tag.p(.class("eyebrow")) { say("マッチング報告", "Matching report") }
            Tag.h1 { say(header.programmeName) }
            Tag.dl(.class("facts")) {
                fact(say("基準日", "As of"), NumberText.date(header.asOf, in: language))
                fact(
                    say("組み合わせ", "Pairs of"),
                    say(words.residents) + " × " + say(words.volunteers))
                if let months = header.durationMonths {
                    fact(
                        say("期間（基準日に始める場合）", "Duration, if started on that day"),
                        duration(months: months, lastDay: header.lastDay))
                }
                fact(say("計算", "Computed with"), "Musubi \(header.version), \(report.certificate.solverName)")
            }
            Tag.nav(.set(.ariaLabel, say("目次", "Contents"))) {
                contents.map { entry in Tag.a(.anchor(entry.id)) { entry.title } }
            }
        }
    }

    private func duration(months: Int, lastDay: CivilDate?) -> String {
        let length = say("\(months)か月", months == 1 ? "1 month" : "\(months) months")
        guard let lastDay else { return length }
        let end = NumberText.date(lastDay, in: language)
        return length + say("、\(end)まで", ", to \(end)")
    }

    private func fact(_ term: String, _ value: String) -> Markup {
        Tag.div {
            Tag.dt { term }
            Tag.dd { value }
        }
    }

    private var footer: Markup {
        Tag.footer {
            Tag.p {
                say(
                    "Musubi \(report.header.version) が作成。この頁の数字はすべて report.json にあります。"
                        + "同じ入力からは同じ頁ができます。",
                    "Made by Musubi \(report.header.version). Every figure of this page is in report.json. "
                        + "The same input gives the same page.")
            }
        }
    }
}

extension ReportPage {
    /// A text in the language of the page.
    func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

    /// A text in the language of the page.
    func say(_ text: Bilingual) -> String { text[language] }

    /// A section with its title and, under it, what there is to see.
    func section(
        _ id: String, _ title: String, lead: String? = nil, @MarkupBuilder content: () -> Markup
    ) -> Markup {
        Tag.section(.id(id)) {
            Tag.h2 { title }
            if let lead { Tag.p(.class("lead")) { lead } }
            content()
        }
    }

    /// A count with its unit of people: `612人`, `612`.
    func people(_ count: Int) -> String {
        NumberText.grouped(count) + say("人", "")
    }

    /// `498 / 612`, `81.4%` and `78.1–84.3%` of a figure, or why it cannot be computed.
    func counts(_ figure: Figure) -> String {
        NumberText.grouped(figure.numerator) + " / " + NumberText.grouped(figure.denominator)
    }

    func percent(_ figure: Figure) -> String? { figure.share.map(NumberText.percent) }

    func bounds(_ figure: Figure) -> String? { figure.interval.map(NumberText.interval) }

    /// Everything about a figure on one line.
    func line(_ figure: Figure) -> String {
        guard let percent = percent(figure), let bounds = bounds(figure) else {
            return counts(figure) + say("　", " ") + (figure.obstacle.map(say) ?? "")
        }
        return counts(figure) + say("　", ", ") + value(percent, bounds)
    }

    private func value(_ percent: String, _ bounds: String) -> String {
        say("\(percent)（\(bounds)）", "\(percent) (\(bounds))")
    }

    /// Everything about a figure in two lines that do not break.
    func lines(_ figure: Figure) -> Markup {
        let second: String
        if let percent = percent(figure), let bounds = bounds(figure) {
            second = value(percent, bounds)
        } else {
            second = figure.obstacle.map(say) ?? ""
        }
        return .group([
            Tag.span(.class("together")) { counts(figure) }, Tag.br(),
            Tag.span(.class("together")) { second },
        ])
    }

    /// A table cell with a number.
    func number(_ text: String) -> Markup {
        Tag.td(.class("number")) { text }
    }

    /// A text from an export: set apart, so that its direction of writing stays inside.
    func foreign(_ text: String) -> Markup {
        Tag.bdi { text }
    }

    /// A head row of a table; a title with a `#` in front stands over numbers.
    func head(_ titles: [String]) -> Markup {
        Tag.thead {
            Tag.tr {
                titles.map { title in
                    title.hasPrefix("#")
                        ? Tag.th(.set(.scope, "col"), .class("number")) { String(title.dropFirst()) }
                        : Tag.th(.set(.scope, "col")) { title }
                }
            }
        }
    }

    /// A note that stands where a chart or table would be empty.
    func nothing(_ ja: String, _ en: String) -> Markup {
        Tag.p(.class("nothing")) { say(ja, en) }
    }

    /// A row of keys: how each kind of mark looks and what it means.
    func legend(_ entries: [(style: String, text: String)]) -> Markup {
        Tag.p(.class("legend")) {
            entries.map { entry in
                Tag.span {
                    Tag.span(.class("key \(entry.style)"), .set(.ariaHidden, "true"))
                    entry.text
                }
            }
        }
    }
}
