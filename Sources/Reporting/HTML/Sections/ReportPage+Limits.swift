import Records

extension ReportPage {
    /// The limits of the programme; nothing where it has none.
    @MarkupBuilder
    var limitSection: Markup {
        if !report.limits.isEmpty {
            section("limits", say("制限は守られているか", "Are the limits kept?"), lead: limitLead) {
                Tag.table(.class("limits keep")) {
                    head([
                        say("制限", "Limit"), say("求めること", "Asks"), say("結果", "Reached"),
                        say("余裕", "Room left"),
                    ])
                    Tag.tbody { report.limits.map(limitRow) }
                }
                Tag.p(.class("note")) {
                    say(
                        "「余裕なし」は、ペアを1組増やす（下限なら減らす）だけで破られることを示します。候補ペアのない方の行はありません。",
                        "“None” means that one more pair (for a lower bound one fewer) would break the limit. "
                            + "Groups without a candidate pair have no row.")
                }
            }
        }
    }

    private var limitLead: String {
        let missed = report.limits.filter { !$0.isMet }
        if missed.isEmpty {
            return say("すべての制限が守られています。", "Every limit is kept.")
        }
        let names = Bilingual.join(missed.map(\.name))
        return say(
            "守れなかった制限があり、可能な数で続けました: \(names.ja)。それ以外の制限は守られています。",
            "A quota could not be met and was taken at what is possible: \(names.en). "
                + "All other limits are kept."
        )
    }

    private func limitRow(_ limit: LimitFigure) -> Markup {
        Tag.tr {
            Tag.th(.set(.scope, "row")) {
                say(limit.label)
                if let group = limit.group {
                    Tag.br()
                    Tag.span(.class("small")) { foreign(say(group)) }
                }
            }
            Tag.td { say(limit.asks) }
            Tag.td { say(limit.reached) }
            if limit.isMet {
                Tag.td { limit.binds ? say("なし", "none") : say("あり", "yes") }
            } else {
                Tag.td(.class("error")) { say("未達（緩和）", "missed (relaxed)") }
            }
        }
    }
}
