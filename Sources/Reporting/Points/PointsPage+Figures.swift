import Records

extension PointsPage {
    /// What the year comes to in money.
    var summary: Markup {
        let points = NumberText.grouped(figures.points)
        return section("summary", say("概要", "Summary")) {
            Tag.div(.class("hero")) {
                Tag.div(.class("hero-number")) {
                    Tag.p(.class("big")) { NumberText.grouped(figures.yen) }
                    Tag.p(.class("fraction")) { say("円の寄付", "yen of donations") }
                }
                Tag.div(.class("hero-text")) {
                    Tag.p(.class("sentence")) {
                        say(
                            "\(points)ポイントを、1ポイント\(report.yenPerPoint)円で寄付に換えます。",
                            "\(points) points become donations at ¥\(report.yenPerPoint) a point.")
                    }
                    Tag.p(.class("note")) { say(PointsWords.closing(figures, report)) }
                }
            }
            cards([
                (say("参加した人", "People"), NumberText.grouped(report.persons.count), say("人", ""), ""),
                (say("活動", "Activities"), NumberText.grouped(figures.events), say("回", ""), ""),
                (
                    say("時間", "Hours"), SessionWords.hours(figures.minutes), say("時間", "h"),
                    say(
                        "\(NumberText.grouped(figures.minutes))分",
                        "\(NumberText.grouped(figures.minutes)) minutes")
                ), (say("ポイント", "Points"), points, say("点", ""), ""),
            ])
        }
    }

    /// Who receives how much.
    var donationSection: Markup {
        let most = figures.donations.max() ?? 0
        return section("donations", say("寄付の配分", "Who receives how much?")) {
            Tag.table(.class("bars")) {
                head([
                    say("寄付先", "Recipient"), "", "#" + say("割合", "Share"), "#" + say("金額", "Amount"),
                ])
                Tag.tbody {
                    zip(report.recipients, figures.donations).map { recipient, yen in
                        Tag.tr {
                            Tag.th(.set(.scope, "row")) { say(recipient.name) }
                            Tag.td(.class("chart-cell")) {
                                RowBars.stacked(
                                    [.init(count: yen, style: "matched")], of: most,
                                    title: "\(say(recipient.name)): \(say(PointsWords.yen(yen)))")
                            }
                            number(PointsWords.share(recipient.share))
                            number(say(PointsWords.yen(yen)))
                        }
                    }
                    Tag.tr {
                        Tag.th(.set(.scope, "row")) { say("合計", "Total") }
                        Tag.td {}
                        number("")
                        number(say(PointsWords.yen(figures.yen)))
                    }
                }
            }
        }
    }

    /// What was done, and what it earned.
    var kindSection: Markup {
        let most = report.kinds.map(\.points).max() ?? 0
        return section("kinds", say("活動の種別", "Kinds of activities")) {
            Tag.table(.class("bars groups")) {
                head([
                    say("種別", "Kind"), say("ポイント", "Points"), "#" + say("点", "Points"),
                    "#" + say("回", "Activities"), "#" + say("時間", "Hours"), "#" + say("1回の点数", "Rate"),
                ])
                Tag.tbody {
                    report.kinds.map { kind in
                        Tag.tr {
                            Tag.th(.set(.scope, "row")) { say(kind.label) }
                            Tag.td(.class("chart-cell")) {
                                RowBars.stacked(
                                    [.init(count: kind.points, style: "matched")], of: most,
                                    title: "\(say(kind.label)): \(kind.points)")
                            }
                            number(NumberText.grouped(kind.points))
                            number(NumberText.grouped(kind.events))
                            number(SessionWords.hours(kind.minutes))
                            number(say(PointsWords.rate(kind.rate)))
                        }
                    }
                }
            }
        }
    }

    /// How many of those who may take part did.
    var participationSection: Markup {
        let lead = say("参加率: ", "Participation: ") + line(figures.participation)
        return section("participation", say("参加率", "How many take part?"), lead: lead) {
            if let text = PointsWords.expectation(figures, report) {
                Tag.p(.class("sentence")) { say(text) }
            }
            Tag.p(.class("note")) {
                say(figures.participation.definition) + say("。", ". ") + say(Figure.method) + say("。", ".")
            }
            if figures.unlisted > 0 {
                Tag.p(.class("note")) {
                    say(
                        "名簿にない\(figures.unlisted)人のポイントは数えましたが、参加率には入れていません。",
                        "\(figures.unlisted) people are not on the list: their points count, the rate leaves them "
                            + "out.")
                }
            }
            if !figures.groups.isEmpty { groupTable }
        }
    }

    private var groupTable: Markup {
        Tag.table(.class("bars groups")) {
            head([
                say(report.groupLabel), "0–100%", "#" + say("参加 / 対象", "took part / may"),
                "#" + say("割合", "Share"), "#" + say("95%区間", "95% interval"),
            ])
            Tag.tbody {
                figures.groups.map { figure in
                    Tag.tr {
                        Tag.th(.set(.scope, "row")) { foreign(say(figure.label)) }
                        Tag.td(.class("chart-cell")) {
                            RowBars.share(
                                figure, overall: figures.participation.share,
                                title: "\(say(figure.label)): \(line(figure))")
                        }
                        number(counts(figure))
                        number(percent(figure) ?? "—")
                        number(bounds(figure) ?? "")
                    }
                }
            }
        }
    }
}
