import Records

extension SessionPage {
    /// Who took part, where somebody counted.
    var splitSection: Markup {
        if report.splits.isEmpty { return .empty }
        return section("splits", say("参加者の内訳", "Who took part")) {
            report.splits.map(split)
        }
    }

    private func split(_ split: SessionReport.Split) -> Markup {
        if split.sessions == 0 {
            let reason =
                split.isPresent
                ? say("列はありますが、記入された回がありません。", "the column is there, but nobody filled it in.")
                : say("この表に列がないため、分かりません。", "the table has no column for it, so it is not known.")
            return Tag.p(.class("nothing")) { say(split.label) + say("：", ": ") + reason }
        }
        let rows =
            split.parts.map { (say($0.label), $0.count) }
            + (split.unstated > 0 ? [(say("記載なし", "not stated"), split.unstated)] : [])
        let most = rows.map(\.1).max() ?? 0
        return Tag.table(.class("bars")) {
            Tag.caption {
                say(split.label)
                Tag.small {
                    say(
                        "　記入のある\(split.sessions)回、のべ人数",
                        "  \(split.sessions) sessions that say so, participations")
                }
            }
            Tag.tbody {
                rows.map { label, count in
                    Tag.tr {
                        Tag.th(.set(.scope, "row")) { label }
                        Tag.td(.class("chart-cell")) {
                            RowBars.stacked(
                                [.init(count: count, style: "matched")], of: most, title: "\(label): \(count)"
                            )
                        }
                        number(NumberText.grouped(count))
                    }
                }
            }
        }
    }

    /// What came out of the sessions.
    var projectSection: Markup {
        guard let projects = report.projects else { return .empty }
        let linked = projects.count { !$0.sessions.isEmpty }
        let lead = say(
            "\(projects.count)件。もとになった回が書かれているもの \(linked)件。",
            "\(projects.count) projects; \(linked) name the sessions they came from.")
        return section("projects", say("アクション・プロジェクト", "Action projects"), lead: lead) {
            Tag.table(.class("small")) {
                head([
                    say("プロジェクト", "Project"), say("状況", "Status"), say("成果", "Outputs"),
                    say("行事", "Event"), say("もとの回", "From sessions"),
                ])
                Tag.tbody { projects.map(row) }
            }
        }
    }

    private func row(_ line: SessionReport.ProjectLine) -> Markup {
        let project = line.project
        let event = [
            project.date.map { NumberText.date($0, in: language) }, project.hours?.description,
            project.participants.map { say("\($0)人", "\($0) people") },
        ].compactMap { $0 }
        return Tag.tr {
            Tag.th(.set(.scope, "row")) { foreign("\(project.id) \(project.title)") }
            Tag.td { project.status.map(say) ?? say("記載なし", "not stated") }
            Tag.td { foreign(project.outputs ?? "") }
            Tag.td { event.joined(separator: say("、", ", ")) }
            Tag.td {
                line.sessions.isEmpty
                    ? say("記載なし", "not stated") : line.sessions.joined(separator: say("、", ", "))
            }
        }
    }

    /// Every session that is counted, and how many are not.
    var sessionSection: Markup {
        let shown = report.sessions.prefix(SessionPage.mostSessions)
        return section("sessions", say("セッション一覧", "All sessions")) {
            Tag.table(.class("small")) {
                head([
                    say("回", "No."), say("日時", "Day and time"), say("テーマ", "Title"),
                    "#" + say("分", "Minutes"), "#" + say("参加者", "People"),
                ])
                Tag.tbody {
                    shown.map { session in
                        Tag.tr {
                            Tag.td { foreign(session.number ?? "") }
                            Tag.td(.class("together")) {
                                "\(session.date)" + say("（", " (") + say(session.date.weekday.shortName)
                                    + say("）", ") ") + (session.hours?.description ?? "")
                            }
                            Tag.td { foreign(session.title) }
                            number(session.hours.map { String($0.minutes) } ?? "—")
                            number(NumberText.grouped(session.participants))
                        }
                    }
                }
            }
            if report.sessions.count > shown.count {
                Tag.p(.class("note")) {
                    say(
                        "はじめの\(shown.count)回。全部は sessions.csv にあります。",
                        "The first \(shown.count); all are in sessions.csv.")
                }
            }
            if let year = report.fiscalYear, !report.outside.isEmpty {
                Tag.p(.class("note")) {
                    say(
                        "\(year.name.ja)のほかの\(report.outside.count)回は数えていません（sessions.csv に「対象外」として載っています）。",
                        "\(report.outside.count) sessions outside \(year.name.en) are not counted "
                            + "(sessions.csv has them, marked “no”).")
                }
            }
        }
    }

    /// Most sessions that the page shows.
    static let mostSessions = 200
}
