import Evidence
import Records

extension SessionPage {
    /// How many came, and what that comes to.
    var summary: Markup {
        let total = figures.total
        let heads = NumberText.grouped(total.participations)
        return section("summary", say("概要", "Summary")) {
            Tag.div(.class("hero")) {
                Tag.div(.class("hero-number")) {
                    Tag.p(.class("big")) { heads }
                    Tag.p(.class("fraction")) { say("のべ参加者（人）", "participations") }
                }
                Tag.div(.class("hero-text")) {
                    Tag.p(.class("sentence")) {
                        say(
                            "\(NumberText.grouped(total.sessions))回のセッションに、のべ\(heads)人が参加しました。",
                            "\(NumberText.grouped(total.sessions)) sessions had \(heads) participations.")
                    }
                    Tag.p(.class("note")) { say(SessionWords.noHeads) }
                }
            }
            cards(summaryCards)
            if total.untimed > 0 {
                Tag.p(.class("note")) {
                    say(
                        "\(SessionWords.untimed.ja)（\(total.untimed)回）。",
                        "\(total.untimed) \(SessionWords.untimed.en).")
                }
            }
            reachNotes
        }
    }

    private var summaryCards: [(title: String, number: String, unit: String, note: String)] {
        let total = figures.total
        let range = total.attendance.map { attendance in
            say(
                "最多 \(attendance.maximum)人、最少 \(attendance.minimum)人、中央値 \(NumberText.quartile(attendance.median))人",
                "largest \(attendance.maximum), smallest \(attendance.minimum), "
                    + "median \(NumberText.quartile(attendance.median))")
        }
        return [
            (
                say("セッション", "Sessions"), NumberText.grouped(total.sessions), say("回", ""),
                say(
                    "曜日の書かれた\(figures.weekdaysWritten)回は、すべて暦と一致",
                    "all \(figures.weekdaysWritten) weekdays that are written agree with the calendar")
            ),
            (
                say("1回あたりの平均", "Mean per session"), SessionWords.mean(total), say("人", ""), range ?? ""
            ),
            (
                say("開催時間", "Time"), NumberText.grouped(total.minutes / 60),
                say("時間\(total.minutes % 60)分", "h \(total.minutes % 60) min"),
                say(
                    "\(NumberText.grouped(total.minutes))分",
                    "\(NumberText.grouped(total.minutes)) minutes")
            ),
            (
                say("のべ参加時間", "Person-hours"), SessionWords.hours(total.personMinutes), say("人時", ""),
                say(
                    "\(NumberText.grouped(total.personMinutes))分 ÷ 60",
                    "\(NumberText.grouped(total.personMinutes)) minutes ÷ 60")
            ),
        ]
    }

    private var reachNotes: [Markup] {
        report.reach.map { reach in
            let about = reach.isApproximate ? say("約", "about ") : ""
            let date = NumberText.date(reach.asOf, in: language)
            return Tag.p(.class("note")) {
                say(
                    "\(reach.label.ja): \(about)\(NumberText.grouped(reach.count))人（\(date) 時点）",
                    "\(reach.label.en): \(about)\(NumberText.grouped(reach.count)) people (as of \(date))")
            }
        }
    }

    /// Printed totals beside what the rows come to.
    var totalSection: Markup {
        let broken = report.totals.count { !$0.holds }
        let lead =
            broken == 0
            ? say("印刷・公表された合計は、行の合計と一致しています。", "Printed totals agree with the rows.")
            : say(
                "印刷・公表された合計のうち\(broken)件が、行の合計と矛盾しています。",
                "\(broken) printed totals contradict the rows.")
        return section(
            "totals", say("合計の照合", "Do the totals hold?"), lead: report.totals.isEmpty ? nil : lead
        ) {
            if report.totals.isEmpty {
                nothing("照合する合計がありません。", "There is no printed total to check.")
            } else {
                Tag.table {
                    head([
                        say("どこの合計か", "Where it is printed"), "#" + say("印刷", "Printed"),
                        "#" + say("行の合計", "Rows"), say("結果", "Result"),
                    ])
                    Tag.tbody {
                        report.totals.map { check in
                            Tag.tr {
                                Tag.th(.set(.scope, "row")) { say(SessionWords.place(check)) }
                                number(NumberText.grouped(check.printed))
                                number(NumberText.grouped(check.counted))
                                Tag.td(.class(check.holds ? "" : "error")) {
                                    say(SessionWords.verdict(check))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    var groupSection: Markup {
        section("groups", say("どのような回か", "What kind of sessions?")) {
            if !figures.classes.isEmpty { table(figures.classes, say("区分", "Class")) }
            table(figures.fiscalYears, say("年度", "Fiscal year"))
            figures.breakdowns.filter { !$0.lines.isEmpty }.map { table($0.lines, say($0.label)) }
        }
    }

    var monthSection: Markup {
        section("months", say("月ごとの参加", "Month by month")) {
            table(figures.months, say("月", "Month"))
        }
    }

    /// Groups of sessions with a bar of their participations.
    private func table(_ lines: [SessionReportFigures.Line], _ title: String) -> Markup {
        let most = lines.map(\.figures.participations).max() ?? 0
        return Tag.table(.class("bars groups")) {
            head([
                title, say("のべ参加者", "Participations"), "#" + say("回", "Sessions"),
                "#" + say("のべ", "Attendances"), "#" + say("平均", "Mean"), "#" + say("人時", "Person-hours"),
            ])
            Tag.tbody {
                lines.map { line in
                    let people = NumberText.grouped(line.figures.participations)
                    return Tag.tr {
                        Tag.th(.set(.scope, "row")) { say(line.label) }
                        Tag.td(.class("chart-cell")) {
                            RowBars.stacked(
                                [.init(count: line.figures.participations, style: "matched")], of: most,
                                title: "\(say(line.label)): \(people)")
                        }
                        number(NumberText.grouped(line.figures.sessions))
                        number(people)
                        number(SessionWords.mean(line.figures))
                        number(SessionWords.hours(line.figures.personMinutes))
                    }
                }
            }
        }
    }
}
