import Evidence
import Records

extension ReportPage {
    /// How well the proposed pairs fit, and which criteria the points come from.
    var fitSection: Markup {
        let fits = figures.fits
        let title = say("提案したペアはどれほど合っているか", "How well do the proposed pairs fit?")
        guard let summary = fits.distribution else {
            return section("fit", title) {
                nothing("提案したペアがないため、分布はありません。", "No pair is proposed, so there is no distribution.")
            }
        }
        return section("fit", title, lead: fitLead(summary, possible: fits.possible)) {
            Tag.figure {
                if let histogram = fits.histogram {
                    FitChart(
                        histogram: histogram, distribution: summary, possible: fits.possible,
                        language: language
                    ).markup
                }
                Tag.figcaption {
                    say(
                        "上の帯：細線は最小 \(NumberText.grouped(summary.minimum)) から最大 "
                            + "\(NumberText.grouped(summary.maximum))、箱は中央の半数、◆ は中央値。",
                        "Strip on top: thin line from the smallest (\(NumberText.grouped(summary.minimum))) to the "
                            + "largest (\(NumberText.grouped(summary.maximum))), box for the middle half, "
                            + "◆ for the median.")
                }
            }
            if !figures.criteria.isEmpty { criteriaTable }
        }
    }

    private func fitLead(_ summary: Distribution, possible: Int) -> String {
        let median = NumberText.quartile(summary.median)
        let (lower, upper) = (
            NumberText.quartile(summary.lowerQuartile), NumberText.quartile(summary.upperQuartile)
        )
        let most = NumberText.grouped(possible)
        return say(
            "適合度の中央値は \(most)点満点中 \(median)点。半数のペアは \(lower)〜\(upper)点にあります。",
            "The median fit is \(median) of \(most) points; half of the pairs lie between \(lower) and \(upper)."
        )
    }

    private var criteriaTable: Markup {
        let most = figures.criteria.map(\.criterion.maximumPoints).max() ?? 0
        return Tag.table(.class("bars keep")) {
            Tag.caption {
                say("点はどこから来ているか（提案したペアの平均）", "Where the points come from (mean of the proposed pairs)")
            }
            head([
                say("評価項目", "Criterion"), say("平均（濃）と満点（淡）", "Mean (dark) of the most possible (pale)"),
                "#" + say("平均", "Mean"), "#" + say("中央値", "Median"), "#" + say("満点", "Most"),
            ])
            Tag.tbody {
                figures.criteria.map { points in
                    let mean = points.distribution.map { NumberText.decimal($0.mean) } ?? "—"
                    let label = say(points.criterion.label)
                    return Tag.tr {
                        Tag.th(.set(.scope, "row")) { label }
                        Tag.td(.class("chart-cell")) {
                            RowBars.nested(
                                points.distribution?.mean ?? 0, in: Double(points.criterion.maximumPoints),
                                of: Double(most),
                                title: "\(label): \(mean) / \(points.criterion.maximumPoints)")
                        }
                        number(mean)
                        number(points.distribution.map { NumberText.quartile($0.median) } ?? "—")
                        number(NumberText.grouped(points.criterion.maximumPoints))
                    }
                }
            }
        }
    }
}
