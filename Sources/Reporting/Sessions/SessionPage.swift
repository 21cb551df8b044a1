import Evidence
import Records

/// The page of a table of sessions in one language; it shows sums and no person.
struct SessionPage: PageParts {
    let report: SessionReport
    let figures: SessionReportFigures
    let language: Language

    var markup: Markup {
        page(title: title, print: Stylesheet.plainPrint) {
            masthead
        } content: {
            summary
            totalSection
            groupSection
            monthSection
            splitSection
            projectSection
            sessionSection
            qualitySection
            definitionSection
        } footer: {
            footer
        }
    }

    private var title: String {
        say("セッション報告", "Session report") + " — " + say(report.programmeName) + " "
            + (report.fiscalYear.map { say($0.name) } ?? report.asOf.description)
    }

    private var contents: [(id: String, title: String)] {
        [
            ("summary", say("概要", "Summary")), ("totals", say("照合", "Checks")),
            ("groups", say("内訳", "Groups")), ("months", say("月ごと", "By month")),
        ] + (report.splits.isEmpty ? [] : [("splits", say("参加者", "Participants"))])
            + (report.projects == nil ? [] : [("projects", say("プロジェクト", "Projects"))])
            + [
                ("sessions", say("一覧", "Sessions")), ("quality", say("データ", "Data")),
                ("definitions", say("定義", "Definitions")),
            ]
    }

    private var masthead: Markup {
        Tag.header(.class("masthead")) {
            Tag.div(.class("brand")) {
                Emblems.knot
                Tag.span(.class("wordmark")) { "Musubi" }
            }
            Tag.p(.class("eyebrow")) { say("セッション報告", "Session report") }
            Tag.h1 { say(report.programmeName) }
            Tag.dl(.class("facts")) {
                fact(say("基準日", "As of"), NumberText.date(report.asOf, in: language))
                if let year = report.fiscalYear { fact(say("年度", "Fiscal year"), say(year.name)) }
                if let first = figures.firstDay, let last = figures.lastDay {
                    fact(
                        say("開催", "Held"),
                        NumberText.date(first, in: language) + "–" + NumberText.date(last, in: language))
                }
                fact(say("計算", "Computed with"), "Musubi \(report.version)")
            }
            Tag.nav(.set(.ariaLabel, say("目次", "Contents"))) {
                contents.map { entry in Tag.a(.anchor(entry.id)) { entry.title } }
            }
        }
    }

    private var footer: Markup {
        Tag.footer {
            Tag.p {
                say(
                    "Musubi \(report.version) が作成。この頁の数字はすべて report.json にあります。同じ入力からは同じ頁ができます。",
                    "Made by Musubi \(report.version). Every figure of this page is in report.json. "
                        + "The same input gives the same page.")
            }
        }
    }

    private var qualitySection: Markup {
        let lead = say(
            "\(report.rowCount)行のうち、使わなかった行（隔離）は\(report.quarantined)行。",
            "\(report.quarantined) of \(report.rowCount) rows were not used (quarantine).")
        return section("quality", say("データの質", "Data quality"), lead: lead) {
            if report.issues.isEmpty {
                nothing("指摘はありません。", "No issues.")
            } else {
                problemTable(ReportFigures.issueGroups(report.issues))
                issueTable(report.issues)
            }
        }
    }

    private var definitionSection: Markup {
        section("definitions", say("定義", "Definitions")) {
            definitions(SessionWords.definitions)
        }
    }
}
