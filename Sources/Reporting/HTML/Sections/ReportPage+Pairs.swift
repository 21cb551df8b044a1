import Records

extension ReportPage {
    /// The proposed pairs: ids, fit and reason, without names.
    var pairSection: Markup {
        let shown = report.pairs.prefix(HTMLReport.mostPairs)
        let title = say("提案するペア", "The proposed pairs")
        guard !shown.isEmpty else {
            return section("pairs", title) { nothing("提案するペアはありません。", "No pair is proposed.") }
        }
        let lead =
            report.pairs.count > shown.count
            ? say(
                "\(NumberText.grouped(report.pairs.count))組のうち、はじめの\(shown.count)組。"
                    + "全組と氏名は matches.csv にあります。",
                "The first \(shown.count) of \(NumberText.grouped(report.pairs.count)) pairs; all of them, with "
                    + "names, are in matches.csv.")
            : say(
                "\(NumberText.grouped(report.pairs.count))組。氏名は matches.csv にあります。",
                "\(NumberText.grouped(report.pairs.count)) in all; names are in matches.csv.")
        return section("pairs", title, lead: lead) {
            Tag.table(.class("pairs small")) {
                head(
                    [say(report.header.residentLabel), say(report.header.volunteerLabel)]
                        + (report.header.isErrands ? [say("日時", "When"), say("予備", "Spare")] : [])
                        + ["#" + say("適合度", "Fit"), "", say("理由", "Reason")])
                Tag.tbody { shown.map(pairRow) }
            }
        }
    }

    private func visitCells(_ visit: Visit?) -> Markup {
        Markup.group([
            Tag.td {
                if let visit {
                    "\(say(visit.day)) \(visit.time)"
                    if visit.isOnline { Tag.span(.class("tag")) { say("オンライン", "online") } }
                }
            },
            Tag.td(.class("id")) { foreign(visit?.spare?.text ?? "—") },
        ])
    }

    private func pairRow(_ pair: ProposedPair) -> Markup {
        Tag.tr {
            Tag.td(.class("id")) { foreign(pair.resident.text) }
            Tag.td(.class("id")) { foreign(pair.volunteer.text) }
            if report.header.isErrands { visitCells(pair.visit) }
            number(NumberText.grouped(pair.fit))
            Tag.td(.class("chart-cell")) {
                RowBars.stacked(
                    [.init(count: pair.fit, style: "matched")], of: figures.fits.possible,
                    title: "\(pair.fit) / \(figures.fits.possible)", width: 120)
            }
            Tag.td {
                if pair.isLocked { Tag.span(.class("tag")) { say("固定", "locked") } }
                foreign(say(pair.reason))
                if let warnings = pair.warnings {
                    Tag.br()
                    Tag.span(.class("tag")) { say("注意", "warning") }
                    foreign(say(warnings))
                }
            }
        }
    }
}
