package import Records

/// The list of everything that was wrong or doubtful in the exports, for the coordinator's eyes: it repeats the
/// values as written.
package enum QuarantineList {
    /// The rows in quarantine as the file has them, behind three columns that say why: to be corrected and read
    /// again.
    package static func rows(of table: QuarantinedTable, language: Language) -> [[String]] {
        let notes = table.rows.map { row in
            [
                String(row.row),
                row.issues.map { issue in
                    (issue.column.map { language == .ja ? "「\($0)」" : "'\($0)': " } ?? "")
                        + issue.problem[language]
                }.joined(separator: "\n"),
                row.issues.map { $0.cure[language] }.joined(separator: "\n"),
            ]
        }
        return [QuarantinedTable.notes.map { $0[language] } + table.headers]
            + zip(notes, table.rows).map { $0 + $1.cells }
    }

    /// The header and one row per issue.
    package static func rows(of issues: [DataIssue], language: Language) -> [[String]] {
        let header = [
            Bilingual(ja: "扱い", en: "severity"), Bilingual(ja: "ファイル", en: "file"),
            Bilingual(ja: "行", en: "row"), Bilingual(ja: "列", en: "column"), Bilingual(ja: "値", en: "value"),
            Bilingual(ja: "問題", en: "problem"), Bilingual(ja: "対処", en: "cure"),
        ]
        return [header.map { $0[language] }]
            + issues.map { issue in
                [
                    issue.severity.label[language], issue.file, issue.row.map(String.init) ?? "",
                    issue.column ?? "", issue.value ?? "", issue.problem[language], issue.cure[language],
                ]
            }
    }
}
