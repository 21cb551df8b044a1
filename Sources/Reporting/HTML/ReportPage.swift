import Records

/// The page of one report in one language; its sections are in files of their own.
struct ReportPage: PageParts {
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
        page(
            title: title,
            print: language == .ja ? Stylesheet.japanesePrint : Stylesheet.englishPrint
        ) {
            masthead
        } content: {
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
        } footer: {
            footer
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
