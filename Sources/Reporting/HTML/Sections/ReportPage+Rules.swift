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
                    scope == .pair
                        ? say("ペアの条件（数はペア）", "Rules on a pair (counts are pairs)")
                        : say("\(noun.ja)の参加条件（数は人）", "Gates on \(noun.en) (counts are people)")
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

    private func ruleRow(_ effect: ReportFigures.RuleEffect, of most: Int, showsUnlocked: Bool) -> Markup {
        let rule = effect.rule
        let label = say(rule.label)
        return Tag.tr {
            Tag.th(.set(.scope, "row")) { label }
            Tag.td(.class("chart-cell")) {
                RowBars.nested(
                    Double(rule.removedAlone), in: Double(rule.removed), of: Double(most),
                    title: say(
                        "\(label): 合計 \(rule.removed)、この条件だけ \(rule.removedAlone)",
                        "\(label): \(rule.removed) in all, \(rule.removedAlone) alone"))
            }
            number(NumberText.grouped(rule.removed))
            number(NumberText.grouped(rule.removedAlone))
            if showsUnlocked { number(NumberText.grouped(effect.residentsUnlocked)) }
        }
    }
}
