package import Records

/// The tables that a report of sessions leaves: every session, normalised.
enum SessionLists {
    /// The header and one row per session, those of other fiscal years included.
    static func sessions(_ report: SessionReport, language: Language) -> [[String]] {
        let header = [
            Bilingual(ja: "番号", en: "number"), Bilingual(ja: "日付", en: "date"),
            Bilingual(ja: "曜日", en: "weekday"), Bilingual(ja: "開始", en: "start"),
            Bilingual(ja: "終了", en: "end"), Bilingual(ja: "分", en: "minutes"),
            Bilingual(ja: "年度", en: "fiscal_year"), Bilingual(ja: "テーマ", en: "title"),
            Bilingual(ja: "区分", en: "class"), Bilingual(ja: "参加者", en: "participants"),
            Bilingual(ja: "のべ参加時間（分）", en: "person_minutes"),
            Bilingual(ja: "プロジェクト", en: "projects"), Bilingual(ja: "集計", en: "counted"),
            Bilingual(ja: "元の行", en: "row"),
        ]
        var classes: [Int: Bilingual] = [:]
        for group in report.classes {
            for session in group.sessions { classes[session.row] = group.label }
        }
        let all = report.sessions.map { ($0, true) } + report.outside.map { ($0, false) }
        let rows = all.sorted { ($0.0.date, $0.0.row) < ($1.0.date, $1.0.row) }.map { session, isCounted in
            time(session, language)
                + rest(session, class: classes[session.row]?[language] ?? "", isCounted, language)
        }
        return [header.map { $0[language] }] + rows
    }

    private static func time(_ session: Session, _ language: Language) -> [String] {
        let hours = session.hours
        return [
            session.number ?? "", session.date.description, session.date.weekday.shortName[language],
            hours.map { ClockWindow.clock($0.start) } ?? "", hours.map { ClockWindow.clock($0.end) } ?? "",
            hours.map { String($0.minutes) } ?? "",
            String(FiscalYear(containing: session.date).firstYear),
        ]
    }

    private static func rest(
        _ session: Session, class label: String, _ isCounted: Bool, _ language: Language
    ) -> [String] {
        let counted = isCounted ? Bilingual(ja: "はい", en: "yes") : Bilingual(ja: "対象外", en: "no")
        return [
            session.title, label, String(session.participants),
            session.hours.map { String($0.minutes * session.participants) } ?? "",
            session.projects.joined(separator: language == .ja ? "、" : ", "), counted[language],
            String(session.row),
        ]
    }
}

/// All files that a report of sessions is written as.
package enum SessionFiles {
    /// `sessions.csv`, `quarantine.csv`, `report.html` and `report.json`; the same report and language give the
    /// same bytes.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot express, which no figure is.
    package static func all(for report: SessionReport, language: Language) throws -> [ReportFile] {
        let figures = SessionReportFigures(report)
        return [
            ReportFile(
                name: "sessions.csv",
                bytes: CSVWriter.bytes(of: SessionLists.sessions(report, language: language))),
            ReportFile(
                name: "quarantine.csv",
                bytes: CSVWriter.bytes(of: QuarantineList.rows(of: report.issues, language: language))),
            ReportFile(
                name: "report.html",
                bytes: SessionPage(report: report, figures: figures, language: language).markup.document()),
            ReportFile(name: "report.json", bytes: try SessionJSON.bytes(of: report, figures: figures)),
        ]
    }
}
