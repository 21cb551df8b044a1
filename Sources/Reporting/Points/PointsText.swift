package import Records

/// The figures of a year of points as lines for the terminal.
package enum PointsText {
    package static func lines(for report: PointsReport, language: Language) -> [String] {
        let figures = PointsFigures(report)
        let ja = language == .ja
        var lines = [
            Bilingual(
                ja: "\(report.programmeName.ja)（\(report.fiscalYear.name.ja)、\(report.asOf) 現在）",
                en: "\(report.programmeName.en), \(report.fiscalYear.name.en), as of \(report.asOf)")[
                    language],
            total(report, figures)[language], PointsWords.closing(figures, report)[language],
        ]
        lines += TextTable.lines(
            [ja ? ["寄付先", "割合", "金額"] : ["Recipient", "share", "yen"]]
                + zip(report.recipients, figures.donations).map { recipient, yen in
                    [
                        recipient.name[language], PointsWords.share(recipient.share),
                        NumberText.grouped(yen),
                    ]
                }
                + [[ja ? "合計" : "total", "", NumberText.grouped(figures.yen)]])
        lines += TextTable.lines(
            [ja ? ["活動の種別", "回数", "時間", "ポイント"] : ["Kind", "activities", "hours", "points"]]
                + report.kinds.map { kind in
                    [
                        kind.label[language], NumberText.grouped(kind.events),
                        SessionWords.hours(kind.minutes), NumberText.grouped(kind.points),
                    ]
                })
        lines += participation(report, figures, language)
        return lines
    }

    private static func total(_ report: PointsReport, _ figures: PointsFigures) -> Bilingual {
        let (points, hours) = (NumberText.grouped(figures.points), SessionWords.hours(figures.minutes))
        let (people, events) = (report.persons.count, NumberText.grouped(figures.events))
        let yen = PointsWords.yen(figures.yen)
        return Bilingual(
            ja: "\(people)人、活動 \(events)回、\(hours)時間、\(points)ポイント × \(report.yenPerPoint)円 = \(yen.ja)",
            en: "\(people) people, \(events) activities, \(hours) hours, \(points) points × "
                + "¥\(report.yenPerPoint) = \(yen.en)")
    }

    private static func participation(
        _ report: PointsReport, _ figures: PointsFigures, _ language: Language
    ) -> [String] {
        var lines = [
            language == .ja
                ? "参加率: \(rate(figures.participation, .ja))"
                : "Participation: \(rate(figures.participation, .en))"
        ]
        if let text = PointsWords.expectation(figures, report) { lines.append("  " + text[language]) }
        lines += TextTable.lines(
            figures.groups.map { [$0.label[language], rate($0, language)] }, indent: 4)
        var notes: [Bilingual] = []
        if figures.unlisted > 0 {
            notes.append(
                Bilingual(
                    ja: "名簿にない人 \(figures.unlisted)人のポイントは数えましたが、参加率には入れていません",
                    en:
                        "\(figures.unlisted) people are not on the list: their points count, the rate leaves them out"
                ))
        }
        if !report.outside.isEmpty {
            notes.append(
                Bilingual(
                    ja: "ほかの年度の活動: \(report.outside.count)件（outside.csv）",
                    en: "Activities of other fiscal years: \(report.outside.count) (outside.csv)"))
        }
        notes.append(
            report.quarantined == 0
                ? Bilingual(ja: "使わなかった行: 0行", en: "Rows in quarantine: 0")
                : Bilingual(
                    ja: "使わなかった行: \(report.quarantined)行。quarantine.csv を見て直してください",
                    en: "Rows in quarantine: \(report.quarantined); see quarantine.csv for the cures"))
        return lines + notes.map { $0[language] }
    }

    /// `106/200（53.0%、95%信頼区間 46.1–59.8%）`.
    private static func rate(_ figure: Figure, _ language: Language) -> String {
        let counts = "\(NumberText.grouped(figure.numerator))/\(NumberText.grouped(figure.denominator))"
        guard let share = figure.share, let interval = figure.interval else {
            return counts + " — " + (figure.obstacle?[language] ?? "")
        }
        let (percent, bounds) = (NumberText.percent(share), NumberText.interval(interval))
        return language == .ja
            ? "\(counts)（\(percent)、95%信頼区間 \(bounds)）" : "\(counts) (\(percent), 95% CI \(bounds))"
    }
}
