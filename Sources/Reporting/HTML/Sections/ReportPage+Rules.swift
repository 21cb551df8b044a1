import Records

extension ReportPage {
    /// What each gate and each pair rule removed.
    var ruleSection: Markup {
        let title = say("それぞれの条件は何を外したか", "What did each rule remove?")
        return section("rules", title) {
            if figures.rules.isEmpty {
                nothing("条件はありません。", "There are no rules.")
            } else {
                legend([
                    ("strong", say("この条件だけで外れた", "removed by this rule alone")),
                    ("faint", say("ほかの条件でも外れた", "removed by other rules too")),
                ])
                ruleTable(.volunteerGate, of: words.volunteers)
                ruleTable(.residentGate, of: words.residents)
                ruleTable(.pair, of: Bilingual(ja: "ペア", en: "pairs"))
                ruleTable(.nearPair, of: Bilingual(ja: "近くに住むペア", en: "near pairs"))
                if figures.rules.contains(where: { $0.rule.scope == .nearPair }) {
                    Tag.p(.class("note")) {
                        say(
                            "組み合わせが10億を超えるため、遠すぎるペアは数だけを求め、ほかの条件は近くに住むペアの中で数えました。候補者の漏れはありません。",
                            "With more than a billion pairs, those too far apart are only counted, and the other rules are counted among the pairs that are near enough. No candidate is missed."
                        )
                    }
                }
            }
            cautionTable
        }
    }

    @MarkupBuilder
    private func ruleTable(_ scope: RuleColumn.Scope, of noun: Bilingual) -> Markup {
        let effects = figures.rules.filter { $0.rule.scope == scope }
        let most = effects.map(\.rule.removed).max() ?? 0
        // A gate on residents decides alone about the resident: nobody else would be freed by lifting it.
        let showsUnlocked = scope != .residentGate
        if !effects.isEmpty {
            Tag.table(.class("bars rules keep")) {
                Tag.caption {
                    caption(scope, noun)
                }
                head(
                    [
                        say("条件", "Rule"), say("外した数", "Removed"), "#" + say("合計", "Total"),
                        "#" + say("この条件だけ", "Alone"),
                    ] + (showsUnlocked ? ["#" + say("なければ候補が見つかる人", "Would gain a candidate")] : []))
                Tag.tbody { effects.map { ruleRow($0, of: most, showsUnlocked: showsUnlocked) } }
            }
        }
    }

    private func caption(_ scope: RuleColumn.Scope, _ noun: Bilingual) -> String {
        switch scope {
        case .pair: say("ペアの条件（数はペア）", "Rules on a pair (counts are pairs)")
        case .nearPair:
            say("ほかのペアの条件（数は近くに住むペア）", "Other rules on a pair (counts are pairs that are near enough)")
        case .volunteerGate, .residentGate:
            say("\(noun.ja)の参加条件（数は人）", "Gates on \(noun.en) (counts are people)")
        }
    }

    private func ruleRow(_ effect: ReportFigures.RuleEffect, of most: Int, showsUnlocked: Bool) -> Markup {
        let rule = effect.rule
        let label = say(rule.label)
        let alone = rule.removedAlone.map { "\($0)" } ?? "–"
        return Tag.tr {
            Tag.th(.set(.scope, "row")) { label }
            Tag.td(.class("chart-cell")) {
                RowBars.nested(
                    Double(rule.removedAlone ?? 0), in: Double(rule.removed), of: Double(most),
                    title: say(
                        "\(label): 合計 \(rule.removed)、この条件だけ \(alone)",
                        "\(label): \(rule.removed) in all, \(alone) alone"))
            }
            number(NumberText.grouped(rule.removed))
            number(rule.removedAlone.map(NumberText.grouped) ?? alone)
            if showsUnlocked { number(NumberText.grouped(effect.residentsUnlocked)) }
        }
    }
}
