package import Evidence
package import Records

/// What is counted from a report of sessions; page, JSON and terminal print from this one value.
package struct SessionReportFigures: Sendable {
    /// Sessions that share a label, and what they come to.
    package struct Line: Sendable {
        package let name: String
        package let label: Bilingual
        package let figures: SessionFigures
    }

    package let total: SessionFigures
    package let classes: [Line]
    package let fiscalYears: [Line]
    package let months: [Line]
    package let breakdowns: [(label: Bilingual, name: String, lines: [Line])]
    /// Sessions whose weekday is written; it agrees with the calendar in all of them.
    package let weekdaysWritten: Int
    package let firstDay: CivilDate?
    package let lastDay: CivilDate?

    /// O(n log n) in the sessions, for each way to group them.
    package init(_ report: SessionReport) {
        total = Self.figures(report.sessions)
        classes = report.classes.map(Self.line)
        let years = Dictionary(grouping: report.sessions) { FiscalYear(containing: $0.date) }
        fiscalYears = years.sorted { $0.key < $1.key }.map { year, sessions in
            Line(name: String(year.firstYear), label: year.name, figures: Self.figures(sessions))
        }
        let months = Dictionary(grouping: report.sessions) {
            let (year, month, _) = $0.date.components
            return year * 12 + month - 1
        }
        self.months = months.sorted { $0.key < $1.key }.map { index, sessions in
            Self.month(index / 12, index % 12 + 1, sessions)
        }
        breakdowns = report.breakdowns.map { ($0.label, $0.name, $0.groups.map(Self.line)) }
        weekdaysWritten = report.sessions.count(where: \.isWeekdayWritten)
        firstDay = report.sessions.map(\.date).min()
        lastDay = report.sessions.map(\.date).max()
    }

    private static func month(_ year: Int, _ month: Int, _ sessions: [Session]) -> Line {
        let digits = month < 10 ? "0\(month)" : "\(month)"
        return Line(
            name: "\(year)-\(digits)", label: Bilingual(ja: "\(year)年\(month)月", en: "\(year)-\(digits)"),
            figures: figures(sessions))
    }

    private static func line(_ group: SessionReport.Group) -> Line {
        Line(name: group.name, label: group.label, figures: figures(group.sessions))
    }

    private static func figures(_ sessions: [Session]) -> SessionFigures {
        SessionFigures(
            sessions.map { SessionCount(participants: $0.participants, minutes: $0.hours?.minutes) })
    }
}

/// The words that page, JSON and terminal share.
enum SessionWords {
    /// `28時間15分`, `28 h 15 min`.
    static func duration(_ minutes: Int) -> Bilingual {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        let whole = NumberText.grouped(hours)
        if rest == 0 { return Bilingual(ja: "\(whole)時間", en: "\(whole) h") }
        return Bilingual(ja: "\(whole)時間\(rest)分", en: "\(whole) h \(rest) min")
    }

    /// Minutes as hours with one decimal, rounded half up in whole numbers: 24,180 → `403.0`.
    static func hours(_ minutes: Int) -> String {
        let (whole, tenth) = ((minutes * 10 + 30) / 60).quotientAndRemainder(dividingBy: 10)
        return NumberText.grouped(whole) + "." + String(tenth)
    }

    /// Sum ÷ count with two decimals, rounded half up in whole numbers: 319 ÷ 24 → `13.29`.
    static func mean(_ figures: SessionFigures) -> String {
        guard figures.sessions > 0 else { return "—" }
        let hundredths = (figures.participations * 200 + figures.sessions) / (figures.sessions * 2)
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return NumberText.grouped(whole) + (rest < 10 ? ".0" : ".") + String(rest)
    }

    static let noHeads = Bilingual(
        ja: "実人数（何人の人が来たか）は、回ごとの人数だけの表からは分かりません。のべ人数は、同じ人が来るたびに1人と数えます。",
        en: "How many different people came cannot be known from a table of attendance per session: "
            + "participations count the same person at every session.")

    static let untimed = Bilingual(
        ja: "時刻の書かれていない回は、時間とのべ参加時間に入っていません",
        en: "sessions without a time are left out of the hours and person-hours")

    /// What is divided by what, for everything that is printed.
    static let definitions: [(term: Bilingual, text: Bilingual)] = [
        (
            Bilingual(ja: "のべ参加者", en: "Participations"),
            Bilingual(
                ja: "各回の参加者数の合計。同じ人は、来た回ごとに数える。",
                en: "The sum of the participants of every session; the same person counts each time.")
        ),
        (
            Bilingual(ja: "実人数", en: "Different people"),
            Bilingual(
                ja: "来た人の数。回ごとの人数からは求められないので、載せていない。",
                en: "How many people came at all. Not derivable from numbers per session, so not given.")
        ),
        (
            Bilingual(ja: "のべ参加時間（人時）", en: "Person-hours"),
            Bilingual(
                ja: "各回の長さ（分）× 参加者数の合計 ÷ 60。平均どうしの積ではない。",
                en: "The sum over sessions of minutes × participants, ÷ 60; not a product of averages.")
        ),
        (
            Bilingual(ja: "平均・中央値", en: "Mean and median"),
            Bilingual(
                ja: "平均 = のべ参加者 ÷ 回数。中央値は Excel の MEDIAN と同じ。",
                en: "The mean is participations ÷ sessions; the median is Excel's MEDIAN.")
        ),
        (
            Bilingual(ja: "年度", en: "Fiscal year"),
            Bilingual(ja: "4月1日から翌年3月31日まで。", en: "1 April to 31 March, named by its first year.")
        ),
    ]

    static func place(_ check: SessionReport.TotalCheck) -> Bilingual {
        let what: Bilingual =
            switch check.quantity {
            case .sessions: Bilingual(ja: "回数", en: "sessions")
            case .participations: Bilingual(ja: "のべ参加者", en: "participations")
            }
        return Bilingual(ja: "\(check.place.ja)・\(what.ja)", en: "\(check.place.en), \(what.en)")
    }

    static func verdict(_ check: SessionReport.TotalCheck) -> Bilingual {
        if check.holds { return Bilingual(ja: "一致", en: "agrees with the rows") }
        let difference = NumberText.grouped(abs(check.counted - check.printed))
        let sense =
            check.counted > check.printed
            ? Bilingual(ja: "多い", en: "more") : Bilingual(ja: "少ない", en: "fewer")
        let hint =
            check.rowsMissing == 0
            ? Bilingual("")
            : Bilingual(
                ja: "。使えない行が\(check.rowsMissing)行あり、合計に入っていません",
                en: "; \(check.rowsMissing) rows in quarantine are not in the sum")
        return Bilingual(
            ja: "矛盾：行の合計は\(NumberText.grouped(check.counted))で、\(difference)\(sense.ja)\(hint.ja)",
            en: "contradiction: the rows come to \(NumberText.grouped(check.counted)), "
                + "\(difference) \(sense.en)\(hint.en)")
    }
}
