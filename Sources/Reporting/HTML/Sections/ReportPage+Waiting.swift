import Evidence
import Records

extension ReportPage {
    /// How long residents with and without a proposal have waited.
    var waitingSection: Markup {
        let title = say("誰がどれだけ待っているか", "Who has waited how long?")
        guard let unknown = figures.waitingUnknown else {
            return section("waiting", title) {
                nothing(
                    "このプログラムには申込日の項目がないため、待機日数は計算できません。",
                    "The programme has no date of application, so waiting days cannot be computed.")
            }
        }
        let chart = WaitingChart(
            matched: figures.waitingMatched, unmatched: figures.waitingUnmatched, language: language)
        return section("waiting", title, lead: waitingLead) {
            if let picture = chart.markup {
                Tag.figure {
                    picture
                    if unknown > 0 {
                        Tag.figcaption {
                            say(
                                "申込日が分からない \(people(unknown))を除く。",
                                "Without \(NumberText.grouped(unknown)) whose date of application is unknown."
                            )
                        }
                    }
                }
            } else {
                nothing(
                    "申込日の分かる人がいないため、待機日数は計算できません（不明 \(people(unknown))）。",
                    "Nobody has a date of application, so waiting days cannot be computed "
                        + "(unknown: \(NumberText.grouped(unknown))).")
            }
        }
    }

    private var waitingLead: String? {
        guard let matched = figures.waitingMatched.distribution,
            let unmatched = figures.waitingUnmatched.distribution
        else { return nil }
        let medians = [matched.median, unmatched.median].map(NumberText.quartile)
        let longest = NumberText.grouped(unmatched.maximum)
        return say(
            "待機日数の中央値は、提案のある人で \(medians[0])日、ない人で \(medians[1])日。"
                + "提案のない人の最長は \(longest)日です。",
            "The median wait is \(medians[0]) days with a proposal and \(medians[1]) days without; "
                + "the longest wait without a proposal is \(longest) days.")
    }
}
