import Records

extension ReportPage {
    /// Whether every group gets its share of the proposals.
    var breakdownSection: Markup {
        let title = say("どの人に提案が届いているか", "Whom do the proposals reach?")
        return section("groups", title) {
            if figures.breakdowns.isEmpty {
                nothing("内訳を出す項目がありません。", "No field is chosen for a breakdown.")
            } else {
                legend([
                    ("matched", say("提案あり", "proposed")),
                    ("open", say("条件を満たすが提案なし", "eligible, not proposed")),
                    ("out", say("参加条件を満たさない", "not eligible")),
                ])
                Tag.p(.class("note")) {
                    say(
                        "割合は 提案あり ÷ 参加条件を満たす人。横線は95%信頼区間（ウィルソン法）、"
                            + "縦の破線は全体の割合。区間が破線をまたぐ差は、偶然の範囲かもしれません。",
                        "Shares are proposed ÷ eligible. The horizontal line is the 95% Wilson interval, the dashed "
                            + "vertical line the share of everybody. A difference whose interval crosses the dashed "
                            + "line may be chance.")
                }
                figures.breakdowns.enumerated().map { index, breakdown in
                    breakdownTable(breakdown, groups: figures.groups[index])
                }
            }
        }
    }

    private func breakdownTable(_ breakdown: Breakdown, groups: [ReportFigures.Group]) -> Markup {
        let shown = groups.prefix(HTMLReport.mostGroups)
        let most = groups.map { max($0.row.applied, $0.row.eligible) }.max() ?? 0
        return .group([
            Tag.table(.class("bars groups")) {
                Tag.caption {
                    say(breakdown.label)
                    if breakdown.isMultiple {
                        Tag.small { say("　1人が複数の行に入ることがあります", "  a person may count in several rows") }
                    }
                }
                head([
                    say("区分", "Group"), say("人数", "People"), "#" + say("提案 / 条件を満たす", "proposed / eligible"),
                    "#" + say("割合", "share"), "#" + say("95%区間", "95% interval"), "0–100%",
                ])
                Tag.tbody { shown.map { groupRow($0, of: most) } }
            },
            groups.count > shown.count
                ? Tag.p(.class("note")) {
                    say(
                        "申込の多い\(shown.count)件まで。残り\(groups.count - shown.count)件は report.json にあります。",
                        "The \(shown.count) groups with most applications; the other "
                            + "\(groups.count - shown.count) are in report.json.")
                } : .empty,
        ])
    }

    private func groupRow(_ group: ReportFigures.Group, of most: Int) -> Markup {
        let row = group.row
        let (open, out) = (row.eligible - row.proposed, row.applied - row.eligible)
        let label = say(row.label)
        return Tag.tr {
            Tag.th(.set(.scope, "row")) { foreign(label) }
            Tag.td(.class("chart-cell")) {
                RowBars.stacked(
                    [
                        .init(count: row.proposed, style: "matched"), .init(count: open, style: "open"),
                        .init(count: out, style: "out"),
                    ], of: most,
                    title: say(
                        "\(label): 提案あり \(row.proposed)、提案なし \(open)、条件を満たさない \(out)",
                        "\(label): \(row.proposed) proposed, \(open) not proposed, \(out) not eligible"))
            }
            number(counts(group.figure))
            if let percent = percent(group.figure), let bounds = bounds(group.figure) {
                number(percent)
                number(bounds)
            } else {
                Tag.td(.set(.colspan, 2), .class("obstacle")) { group.figure.obstacle.map(say) ?? "" }
            }
            Tag.td(.class("chart-cell")) {
                RowBars.share(
                    group.figure, overall: figures.primary.share, title: "\(label): \(line(group.figure))")
            }
        }
    }
}
