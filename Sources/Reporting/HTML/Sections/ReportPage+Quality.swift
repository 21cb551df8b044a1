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
                problemTable(figures.issues)
                issueTable(report.issues)
            }
        }
    }
}
