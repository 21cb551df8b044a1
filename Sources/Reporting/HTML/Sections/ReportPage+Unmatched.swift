import Records

extension ReportPage {
    /// Who is left, why, and what could be done.
    var unmatchedSection: Markup {
        let title = say("提案のない人と、その理由", "Who is left, and why?")
        return section("unmatched", title, lead: unmatchedLead) {
            if figures.unmatched > 0 {
                Tag.table(.class("bars keep")) {
                    head([
                        say("原因", "Cause"), say("人数", "People"), "#" + say("人数", "Count"),
                        say("次にできること", "What can be done"),
                    ])
                    Tag.tbody {
                        figures.causes.map { entry in
                            let label = say(entry.cause.label)
                            return Tag.tr {
                                Tag.th(.set(.scope, "row")) { label }
                                Tag.td(.class("chart-cell")) {
                                    RowBars.stacked(
                                        [.init(count: entry.count, style: "open")],
                                        of: figures.causes.map(\.count).max() ?? 0,
                                        title: "\(label): \(people(entry.count))")
                                }
                                number(NumberText.grouped(entry.count))
                                Tag.td(.class("advice")) { say(advice(entry.cause)) }
                            }
                        }
                    }
                }
            }
            if !figures.referrals.isEmpty { referrals }
            Tag.p(.class("note")) {
                say(
                    "一人ひとりの理由は unmatched.csv に。枠の残る\(words.volunteers.ja)は "
                        + "\(NumberText.grouped(figures.volunteersWithPlacesLeft))人"
                        + "（残り \(NumberText.grouped(figures.placesLeft))枠、unused.csv）。",
                    "The reason of each person is in unmatched.csv. "
                        + "\(NumberText.grouped(figures.volunteersWithPlacesLeft)) \(words.volunteers.en) have "
                        + "\(NumberText.grouped(figures.placesLeft)) places left (unused.csv).")
            }
        }
    }

    /// Needs that the programme does not meet, by who can.
    private var referrals: Markup {
        Tag.table(.class("bars keep")) {
            head([
                say("紹介先（このプログラムの外の必要）", "Referred to (need that this programme does not meet)"),
                say("人数", "People"), "#" + say("人数", "Count"),
            ])
            Tag.tbody {
                figures.referrals.map { entry in
                    let label = say(entry.route)
                    return Tag.tr {
                        Tag.th(.set(.scope, "row")) { label }
                        Tag.td(.class("chart-cell")) {
                            RowBars.stacked(
                                [.init(count: entry.count, style: "open")],
                                of: figures.referrals.map(\.count).max() ?? 0,
                                title: "\(label): \(people(entry.count))")
                        }
                        number(NumberText.grouped(entry.count))
                    }
                }
            }
        }
    }

    private var unmatchedLead: String {
        let count = figures.unmatched
        if count == 0 {
            return say("提案のない\(words.residents.ja)はいません。", "Nobody is left without a proposal.")
        }
        return say(
            "\(people(count))の\(words.residents.ja)には、今回の提案がありません。",
            "\(NumberText.grouped(count)) \(words.residents.en) have no proposal this time.")
    }

    private func advice(_ cause: UnmatchedResident.Cause) -> Bilingual {
        switch cause {
        case .notEligible:
            Bilingual(
                ja: "満たさない条件は unmatched.csv に。手続きで満たせるものは、済めば次回から対象になります。",
                en:
                    "unmatched.csv names the gate; once a missing step is done the person takes part next time."
            )
        case .referred:
            Bilingual(
                ja: "紹介先は unmatched.csv に。このプログラムの外の必要として数え、忘れずにつなぎます。",
                en:
                    "unmatched.csv names the route; counted as unmet need of this programme, and to be handed on."
            )
        case .noCandidate:
            Bilingual(
                ja: "相手を絞っている条件を本人と相談するか、上の表を見て募集先を考えます。",
                en:
                    "Talk through the condition that rules everybody out, or recruit where the table above points."
            )
        case .candidatesTaken:
            Bilingual(
                ja: "候補者は candidates.csv に。募集が増えれば、次回に提案できる見込みがあります。",
                en:
                    "The candidates are in candidates.csv; with more volunteers a proposal is likely next time."
            )
        case .coveredByHousehold:
            Bilingual(
                ja: "世帯は1件として、代表の方がペアになります。代表の方の行を見てください。",
                en: "A household is one case: see the row of the person who stands for it.")
        case .alreadyPaired where figures.header.isErrands:
            Bilingual(
                ja: "引き受け手がいるので、割合の分母には入りません。取りやめになれば、記録すると戻ります。",
                en:
                    "Somebody has taken them on, so that no share counts them; one that falls through comes back "
                    + "once that is recorded.")
        case .alreadyPaired:
            Bilingual(
                ja: "相手を探していないので、割合の分母には入りません。活動の様子は musubi follow-up で見ます。",
                en:
                    "They look for nobody, so that no share counts them; musubi follow-up says how they are doing."
            )
        case .heldByLimit:
            Bilingual(
                ja: "候補者に空きはあります。上の制限の表を見て、件数などを見直せるか考えます。",
                en: "Some candidates are free; see in the table of limits whether one of them can give way."
            )
        }
    }
}
