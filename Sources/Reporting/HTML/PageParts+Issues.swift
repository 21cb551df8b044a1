import Records

extension PageParts {
    /// How often each problem was found.
    func problemTable(_ groups: [ReportFigures.IssueGroup]) -> Markup {
        Tag.table {
            Tag.caption { say("問題ごとの件数", "Issues by problem") }
            head([say("扱い", "Severity"), say("問題", "Problem"), "#" + say("件数", "Count")])
            Tag.tbody {
                groups.map { group in
                    Tag.tr {
                        Tag.td(.class(group.severity.rawValue)) { say(group.severity.label) }
                        Tag.td { foreign(say(group.problem)) }
                        number(NumberText.grouped(group.count))
                    }
                }
            }
        }
    }

    /// The first issues, without the values of their cells.
    func issueTable(_ issues: [DataIssue]) -> Markup {
        let shown = issues.prefix(HTMLReport.mostIssues)
        return Tag.table(.class("small")) {
            Tag.caption {
                say(
                    "はじめの\(shown.count)件（全件と元の値は quarantine.csv）",
                    "The first \(shown.count) (all of them, with the values, are in quarantine.csv)")
            }
            head([
                say("扱い", "Severity"), say("ファイル", "File"), "#" + say("行", "Row"), say("列", "Column"),
                say("問題と対処", "Problem and cure"),
            ])
            Tag.tbody {
                shown.map { issue in
                    Tag.tr {
                        Tag.td(.class(issue.severity.rawValue)) { say(issue.severity.label) }
                        Tag.td { foreign(issue.file) }
                        number(issue.row.map(String.init) ?? "")
                        Tag.td { foreign(issue.column ?? "") }
                        Tag.td {
                            foreign(say(issue.problem))
                            Tag.br()
                            Tag.small { foreign(say(issue.cure)) }
                        }
                    }
                }
            }
        }
    }
}
