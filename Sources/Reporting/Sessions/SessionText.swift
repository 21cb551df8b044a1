import Evidence
package import Records

/// The figures of a table of sessions as lines for the terminal.
package enum SessionText {
    package static func lines(for report: SessionReport, language: Language) -> [String] {
        let figures = SessionReportFigures(report)
        func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }
        let scope = report.fiscalYear.map { "、\($0.name.ja)" } ?? ""
        let scopeEN = report.fiscalYear.map { ", \($0.name.en)" } ?? ""
        var lines = [
            say(
                "\(report.programmeName.ja)（\(report.asOf) 現在\(scope)）",
                "\(report.programmeName.en), as of \(report.asOf)\(scopeEN)")
        ]
        lines += headline(figures.total, language)
        lines += table(figures.classes, say("区分", "Class"), language)
        lines += table(figures.fiscalYears, say("年度", "Fiscal year"), language)
        lines += table(figures.months, say("月", "Month"), language)
        for breakdown in figures.breakdowns {
            lines += table(breakdown.lines, breakdown.label[language], language)
        }
        lines.append(SessionWords.noHeads[language])
        lines += report.totals.map { $0.sentence[language] }
        lines += rest(report, figures, language)
        return lines
    }

    private static func headline(_ figures: SessionFigures, _ language: Language) -> [String] {
        let time = SessionWords.duration(figures.minutes)[language]
        let hours = SessionWords.hours(figures.personMinutes)
        let (count, heads) = (
            NumberText.grouped(figures.sessions), NumberText.grouped(figures.participations)
        )
        var lines = [
            Bilingual(
                ja: "セッション \(count)回、のべ \(heads)人、\(time)、のべ参加時間 \(hours)人時",
                en: "\(count) sessions, \(heads) participations, \(time), \(hours) person-hours")[language]
        ]
        if let attendance = figures.attendance {
            let (mean, median) = (SessionWords.mean(figures), NumberText.quartile(attendance.median))
            lines.append(
                Bilingual(
                    ja:
                        "1回あたり 平均 \(mean)人、中央値 \(median)人、最多 \(attendance.maximum)人、最少 \(attendance.minimum)人",
                    en: "per session: mean \(mean), median \(median), largest \(attendance.maximum), "
                        + "smallest \(attendance.minimum)")[language])
        }
        if figures.untimed > 0 {
            lines.append(
                Bilingual(
                    ja: "\(SessionWords.untimed.ja)（\(figures.untimed)回）",
                    en: "\(figures.untimed) \(SessionWords.untimed.en)")[language])
        }
        return lines
    }

    private static func table(
        _ entries: [SessionReportFigures.Line], _ title: String, _ language: Language
    ) -> [String] {
        if entries.isEmpty { return [] }
        let head =
            language == .ja
            ? [title, "回数", "のべ", "平均", "人時"] : [title, "sessions", "attendances", "mean", "person-hours"]
        return TextTable.lines(
            [head]
                + entries.map { entry in
                    [
                        entry.label[language], NumberText.grouped(entry.figures.sessions),
                        NumberText.grouped(entry.figures.participations), SessionWords.mean(entry.figures),
                        SessionWords.hours(entry.figures.personMinutes),
                    ]
                })
    }

    private static func rest(
        _ report: SessionReport, _ figures: SessionReportFigures, _ language: Language
    ) -> [String] {
        var lines: [Bilingual] = [
            Bilingual(
                ja: "曜日の照合: 書かれている\(figures.weekdaysWritten)回すべて暦と一致",
                en: "Weekdays: all \(figures.weekdaysWritten) that are written agree with the calendar")
        ]
        if let projects = report.projects {
            let linked = projects.count { !$0.sessions.isEmpty }
            lines.append(
                Bilingual(
                    ja: "アクション・プロジェクト \(projects.count)件（もとになった回の分かるもの \(linked)件）",
                    en: "\(projects.count) action projects (\(linked) with the sessions they came from)"))
        }
        if !report.outside.isEmpty, let year = report.fiscalYear {
            lines.append(
                Bilingual(
                    ja: "\(year.name.ja)のほかの回: \(report.outside.count)回（sessions.csv にあります）",
                    en: "sessions outside \(year.name.en): \(report.outside.count) (in sessions.csv)"))
        }
        lines.append(
            report.quarantined == 0
                ? Bilingual(ja: "使わなかった行: 0行", en: "Rows in quarantine: 0")
                : Bilingual(
                    ja: "使わなかった行: \(report.quarantined)行。quarantine.csv を見て直してください",
                    en: "Rows in quarantine: \(report.quarantined); see quarantine.csv for the cures"))
        return lines.map { $0[language] }
    }
}

extension SessionReport.TotalCheck {
    /// The total, where it is printed, and whether it holds.
    package var sentence: Bilingual {
        let (place, verdict) = (SessionWords.place(self), SessionWords.verdict(self))
        let number = NumberText.grouped(printed)
        return Bilingual(
            ja: "合計の照合: \(place.ja) \(number) — \(verdict.ja)",
            en: "Printed total: \(place.en): \(number) — \(verdict.en)")
    }
}
