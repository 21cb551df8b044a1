package import Records

/// All files that a year of points is written as.
package enum PointsFiles {
    /// `points.csv`, `donations.csv`, `outside.csv`, `quarantine.csv`, `report.html` and `report.json`.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot express, which no figure is.
    package static func all(for report: PointsReport, language: Language) throws -> [ReportFile] {
        let figures = PointsFigures(report)
        let lists: [(String, [[String]])] = [
            ("points.csv", points(report, language)), ("donations.csv", donations(report, figures, language)),
            ("outside.csv", outside(report, language)),
            ("quarantine.csv", QuarantineList.rows(of: report.issues, language: language)),
        ]
        return lists.map { ReportFile(name: $0.0, bytes: CSVWriter.bytes(of: $0.1)) } + [
            ReportFile(
                name: "report.html",
                bytes: PointsPage(report: report, figures: figures, language: language).markup.document()),
            ReportFile(name: "report.json", bytes: try JSONLayout.bytes(of: PointsJSON(report, figures))),
        ]
    }

    private static func points(_ report: PointsReport, _ language: Language) -> [[String]] {
        let header = [
            Bilingual("ID"), report.groupLabel, Bilingual(ja: "活動数", en: "activities"),
            Bilingual(ja: "分", en: "minutes"), Bilingual(ja: "ポイント", en: "points"),
            Bilingual(ja: "名簿", en: "listed"),
        ]
        let rows = report.persons.map { person in
            [
                person.id.text, person.group ?? "", String(person.events), String(person.minutes),
                String(person.points),
                (person.isListed ? Bilingual(ja: "あり", en: "yes") : Bilingual(ja: "なし", en: "no"))[language],
            ]
        }
        return [header.map { $0[language] }] + rows
    }

    private static func donations(
        _ report: PointsReport, _ figures: PointsFigures, _ language: Language
    ) -> [[String]] {
        let header = [
            Bilingual("ID"), Bilingual(ja: "寄付先", en: "recipient"), Bilingual(ja: "割合", en: "share"),
            Bilingual(ja: "円", en: "yen"),
        ]
        let rows = zip(report.recipients, figures.donations).map { recipient, yen in
            [recipient.id, recipient.name[language], PointsWords.share(recipient.share), String(yen)]
        }
        return [header.map { $0[language] }] + rows
    }

    private static func outside(_ report: PointsReport, _ language: Language) -> [[String]] {
        let header = [
            Bilingual("ID"), Bilingual(ja: "日付", en: "date"), Bilingual(ja: "年度", en: "fiscal_year"),
            Bilingual(ja: "活動", en: "event"), Bilingual(ja: "種別", en: "kind"),
            Bilingual(ja: "分", en: "minutes"), Bilingual(ja: "元の行", en: "row"),
        ]
        let rows = report.outside.map { activity in
            [
                activity.person.text, activity.date.description,
                String(FiscalYear(containing: activity.date).firstYear), activity.event,
                report.kindLabels[activity.kind][language], String(activity.minutes), String(activity.row),
            ]
        }
        return [header.map { $0[language] }] + rows
    }
}
