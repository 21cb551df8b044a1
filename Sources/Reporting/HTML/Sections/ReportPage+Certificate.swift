import Records

extension ReportPage {
    /// What is proved about the set of pairs.
    var certificateSection: Markup {
        let certificate = report.certificate
        return section("proof", say("これより良い組み合わせはあるか", "Is there a better set of pairs?")) {
            Tag.div(.class("proof")) {
                if certificate.edges > 0 { Emblems.seal(proven: certificate.isProven, language: language) }
                Tag.div {
                    Tag.p(.class("sentence")) { say(certificate.statement) + say("。", ".") }
                    if let openings = openings(certificate) { Tag.p(.class("lead")) { openings } }
                    if !certificate.goals.isEmpty {
                        goalTable(certificate)
                        Tag.p(.class("note")) { note(certificate) }
                    }
                }
            }
        }
    }

    /// How much better each goal could be, and what to do about it; `nil` where nothing could.
    private func openings(_ certificate: ReportCertificate) -> String? {
        let open = certificate.goals.compactMap { goal in
            goal.opening.map {
                say(
                    "\(goal.label.ja)は、\($0.ja)。",
                    "\(goal.label.en.prefix(1).uppercased() + goal.label.en.dropFirst()): \($0.en).")
            }
        }
        guard certificate.edges > 0, !open.isEmpty else { return nil }
        let advice =
            certificate.wasInterrupted
            ? say("もっと探すには、中断せずにもう一度実行してください。", "To look for longer, run again without interrupting.")
            : say(
                "もっと探すには、--time-limit を長くしてもう一度実行してください。",
                "To look for longer, run again with a longer --time-limit.")
        return (open + [advice]).joined(separator: say("", " "))
    }

    private func note(_ certificate: ReportCertificate) -> String {
        let edges = NumberText.grouped(certificate.edges)
        return say(
            "目標は上から順に決め、後の目標のために前の目標が下がることはありません。"
                + "候補ペア \(edges)組から選択。計算の記録: \(certificate.solver)。",
            "Goals are settled from the top; a later goal never costs an earlier one. "
                + "Chosen from \(edges) candidate pairs. Solver: \(certificate.solver).")
    }

    private func goalTable(_ certificate: ReportCertificate) -> Markup {
        Tag.table(.class("goals")) {
            head([
                say("目標", "Goal"), "#" + say("達成した値", "Reached"), "#" + say("理論上の限界", "Bound"),
                "#" + say("差", "Gap"),
            ])
            Tag.tbody {
                certificate.goals.map { goal in
                    let gap = goal.bound.subtractingReportingOverflow(goal.value)
                    return Tag.tr {
                        Tag.td { say(goal.label) }
                        number(NumberText.grouped(goal.value))
                        number(NumberText.grouped(goal.bound))
                        number(gap.overflow ? "—" : NumberText.grouped(gap.partialValue))
                    }
                }
            }
        }
    }
}
