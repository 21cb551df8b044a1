import Records

extension ReportPage {
    /// What came in, what remained and what is proposed.
    var headlineSection: Markup {
        let figure = figures.primary
        return section("summary", say("概要", "Summary")) {
            Tag.div(.class("hero")) {
                Tag.div(.class("hero-number")) {
                    Tag.p(.class(figure.share == nil ? "big absent" : "big")) { percent(figure) ?? "—" }
                    Tag.p(.class("fraction")) { counts(figure) }
                }
                Tag.div(.class("hero-text")) {
                    Tag.p(.class("sentence")) { headlineSentence }
                    if let bounds = bounds(figure) {
                        RowBars.headline(
                            figure, title: say(figure.label),
                            description: say(
                                "\(line(figure))。括弧内は95%信頼区間。",
                                "\(line(figure)); in brackets the 95% interval."))
                        Tag.p(.class("note")) {
                            say(
                                "95%信頼区間 \(bounds)（ウィルソン法、\(report.header.asOf) 現在）。"
                                    + "帯は、同じ規模の募集で偶然に動きうる幅の目安です。",
                                "95% interval \(bounds) (Wilson, as of \(report.header.asOf)). "
                                    + "The band is how far chance could move the share in an intake of this size."
                            )
                        }
                    }
                }
            }
            cascade
            supply
        }
    }

    private var headlineSentence: String {
        let figure = figures.primary
        if let obstacle = figure.obstacle { return say(obstacle) }
        let (some, all) = (NumberText.grouped(figure.numerator), NumberText.grouped(figure.denominator))
        return say(
            "参加条件を満たす\(words.residents.ja) \(all)人のうち、\(some)人に相手を提案します。",
            "\(some) of \(all) eligible \(words.residents.en) have a partner proposed.")
    }

    /// Applied → eligible → with candidates → proposed, each as a card with its share of the step before.
    private var cascade: Markup {
        let counts = figures.counts
        let steps: [(title: String, count: Int, share: Figure?, of: String)] = [
            (say("申込", "Applied"), counts.residentsApplied, nil, ""),
            (
                say("参加条件を満たす", "Eligible"), counts.residentsEligible, share("eligible-of-applied"),
                counts.residentsPaired > 0
                    ? say("相手を探している人のうち", "of those without a partner")
                    : say("申込のうち", "of all who applied")
            ),
            (
                say("候補者がいる", "With candidates"), counts.residentsWithCandidates,
                share("with-candidates-of-eligible"), say("条件を満たす人のうち", "of the eligible")
            ),
            (
                say("提案あり", "Proposed"), counts.residentsProposed, share("proposed-of-with-candidates"),
                say("候補者がいる人のうち", "of those with a candidate")
            ),
        ]
        return Tag.div(.class("cards")) {
            steps.enumerated().map { index, step in
                Tag.div(.class(index == steps.count - 1 ? "card last" : "card")) {
                    Tag.p(.class("card-title")) { step.title }
                    Tag.p(.class("card-number")) {
                        NumberText.grouped(step.count)
                        Tag.small { say("人", "") }
                    }
                    RowBars.stacked(
                        [.init(count: step.count, style: "matched")], of: counts.residentsApplied,
                        title: "\(step.title): \(people(step.count))")
                    if let share = step.share {
                        Tag.p(.class("card-note")) {
                            step.of
                            Tag.br()
                            lines(share)
                        }
                    } else {
                        Tag.p(.class("card-note")) {
                            say(
                                "うち隔離した行 \(NumberText.grouped(counts.residentsQuarantined))",
                                "rows in quarantine: \(NumberText.grouped(counts.residentsQuarantined))")
                            if counts.residentsPaired > 0 {
                                Tag.br()
                                say(
                                    "うち相手が決まっている \(NumberText.grouped(counts.residentsPaired))",
                                    "with a partner already: \(NumberText.grouped(counts.residentsPaired))")
                            }
                        }
                    }
                }
            }
        }
    }

    private func share(_ id: String) -> Figure? { figures.shares.first { $0.id == id } }

    /// The side of the volunteers, in one row of numbers.
    private var supply: Markup {
        let counts = figures.counts
        return Tag.table(.class("supply")) {
            Tag.caption { say(words.volunteers) }
            head([
                "#" + say("申込", "Applied"), "#" + say("うち隔離した行", "In quarantine"),
                "#" + say("参加条件を満たす", "Eligible"), "#" + say("受け入れ枠", "Places"),
                "#" + say("候補ペア", "Candidate pairs"), "#" + say("提案したペア", "Proposed pairs"),
                "#" + say("枠の利用率（95%区間）", "Places used (95% interval)"),
            ])
            Tag.tbody {
                Tag.tr {
                    [
                        counts.volunteersApplied, counts.volunteersQuarantined, counts.volunteersEligible,
                        counts.volunteerPlaces, counts.candidatePairs, counts.pairsProposed,
                    ].map { number(NumberText.grouped($0)) }
                    number(share("places-used").map(line) ?? "")
                }
            }
        }
    }
}
