import Records

extension ReportPage {
    /// What only warns, and how often: a table under the rules, where there is any.
    @MarkupBuilder
    var cautionTable: Markup {
        if !report.cautions.isEmpty {
            Tag.table(.class("keep")) {
                Tag.caption { say("注意（提案は止めません）", "Warnings (nothing is refused)") }
                head([say("目安", "Guideline"), say("対象", "About"), "#" + say("外れる数", "Not met")])
                Tag.tbody {
                    report.cautions.map { caution in
                        Tag.tr {
                            Tag.th(.set(.scope, "row")) { say(caution.label) }
                            Tag.td { say(noun(of: caution.side)) }
                            number(NumberText.grouped(caution.count))
                        }
                    }
                }
            }
            Tag.p(.class("note")) {
                say(
                    "注意のある提案は\(NumberText.grouped(report.pairsWithWarnings))組。一つひとつは matches.csv と unmatched.csv の「注意」の列にあります。",
                    "\(NumberText.grouped(report.pairsWithWarnings)) of the proposed pairs have a warning; each stands in the column “warnings” of matches.csv and unmatched.csv."
                )
            }
        }
        if let refresh = report.refresh {
            Tag.p(.class("note")) {
                say(
                    "更新をお願いする方（\(refresh.label.ja)が\(refresh.olderThan.ja)より前、または記入なし）は"
                        + "\(people(refresh.profiles.count))です（refresh.csv）。",
                    "\(NumberText.grouped(refresh.profiles.count)) profiles should be brought up to date: "
                        + "\(refresh.label.en) more than \(refresh.olderThan.en) ago, or not given (refresh.csv)."
                )
            }
        }
    }

    private func noun(of side: Side?) -> Bilingual {
        switch side {
        case .volunteer?: words.volunteers
        case .resident?: words.residents
        case nil: Bilingual(ja: "提案したペア", en: "proposed pairs")
        }
    }
}
