import Records

extension ReportPage {
    /// What was wrong in the exports; the values themselves, which may be personal, are in the list only.
    var qualitySection: Markup {
        let figure = figures.shares.first { $0.id == "quarantined-of-applied" }
        let errors = figures.issues.filter { $0.severity == .error }.reduce(0) { $0 + $1.count }
        let warnings = figures.issues.filter { $0.severity == .warning }.reduce(0) { $0 + $1.count }
        let lead = say(
            "使わなかった行（隔離）: \(figure.map(line) ?? "")。指摘は 誤り \(NumberText.grouped(errors))件、"
                + "注意 \(NumberText.grouped(warnings))件。",
            "Rows not used (quarantine): \(figure.map(line) ?? ""). Issues: \(NumberText.grouped(errors)) errors, "
                + "\(NumberText.grouped(warnings)) warnings.")
        return section("quality", say("データの質", "Data quality"), lead: lead) {
            if figures.issues.isEmpty {
                nothing("指摘はありません。", "No issues.")
            } else {
                problemTable
                issueTable
            }
        }
    }

    private var problemTable: Markup {
        Tag.table {
            Tag.caption { say("問題ごとの件数", "Issues by problem") }
            head([say("扱い", "Severity"), say("問題", "Problem"), "#" + say("件数", "Count")])
            Tag.tbody {
                figures.issues.map { group in
                    Tag.tr {
                        Tag.td(.class(group.severity.rawValue)) { say(group.severity.label) }
                        Tag.td { foreign(say(group.problem)) }
                        number(NumberText.grouped(group.count))
                    }
                }
            }
        }
    }

    private var issueTable: Markup {
        let shown = report.issues.prefix(HTMLReport.mostIssues)
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
