import Records

/// The page of a year of points in one language; it shows sums and no person.
struct PointsPage: PageParts {
    let report: PointsReport
    let figures: PointsFigures
    let language: Language

    var markup: Markup {
        page(title: title, print: Stylesheet.plainPrint) {
            masthead
        } content: {
            summary
            donationSection
            kindSection
            participationSection
            qualitySection
            section("definitions", say("定義", "Definitions")) { definitions(PointsWords.definitions) }
        } footer: {
            Tag.footer {
                Tag.p {
                    say(
                        "Musubi \(report.version) が作成。一人ひとりのポイントは points.csv に、この頁の数字はすべて "
                            + "report.json にあります。",
                        "Made by Musubi \(report.version). Points of each person are in points.csv, every figure of "
                            + "this page in report.json.")
                }
            }
        }
    }

    private var title: String {
        say("ポイント報告", "Points report") + " — " + say(report.programmeName) + " "
            + say(report.fiscalYear.name)
    }

    private var contents: [(id: String, title: String)] {
        [
            ("summary", say("概要", "Summary")), ("donations", say("寄付", "Donations")),
            ("kinds", say("活動", "Activities")), ("participation", say("参加率", "Participation")),
            ("quality", say("データ", "Data")), ("definitions", say("定義", "Definitions")),
        ]
    }

    private var masthead: Markup {
        Tag.header(.class("masthead")) {
            Tag.div(.class("brand")) {
                Emblems.knot
                Tag.span(.class("wordmark")) { "Musubi" }
            }
            Tag.p(.class("eyebrow")) { say("ポイント報告", "Points report") }
            Tag.h1 { say(report.programmeName) }
            Tag.dl(.class("facts")) {
                fact(say("年度", "Fiscal year"), say(report.fiscalYear.name))
                fact(say("基準日", "As of"), NumberText.date(report.asOf, in: language))
                fact(say("1ポイント", "A point"), say(PointsWords.yen(report.yenPerPoint)))
                fact(say("計算", "Computed with"), "Musubi \(report.version)")
            }
            Tag.nav(.set(.ariaLabel, say("目次", "Contents"))) {
                contents.map { entry in Tag.a(.anchor(entry.id)) { entry.title } }
            }
        }
    }

    private var qualitySection: Markup {
        let lead = say(
            "\(report.rowCount)行のうち、使わなかった行（隔離）は\(report.quarantined)行、"
                + "ほかの年度の活動は\(report.outside.count)件（outside.csv）。",
            "\(report.quarantined) of \(report.rowCount) rows were not used (quarantine); "
                + "\(report.outside.count) are of other fiscal years (outside.csv).")
        return section("quality", say("データの質", "Data quality"), lead: lead) {
            if report.issues.isEmpty {
                nothing("指摘はありません。", "No issues.")
            } else {
                problemTable(ReportFigures.issueGroups(report.issues))
                issueTable(report.issues)
            }
        }
    }
}
