import Records

/// A proposal that was declined: the day of the proposal, and the keys of who declined and why.
struct Decline {
    let date: CivilDate
    let by: String
    let reason: String
}

extension AnnualBuilder {
    /// Reasons for declining by the month of the proposal.
    ///
    /// Every month of the year up to the as-of date, every reason that occurred. In a published edition the table is there
    /// whole or not at all.
    ///
    /// - Returns: The table; `nil` where nothing was declined or only one month is over, which the year's table tells.
    mutating func declinedByMonth(_ declined: [Decline]) -> AnnualSection.Block? {
        let months = months(upTo: min(asOf, year.lastDay))
        guard !declined.isEmpty, months.count > 1 else { return nil }
        let reasons = Set(declined.map(\.reason)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var rows: [[AnnualTable.Cell]] = []
        for month in months {
            let own = declined.filter { month.contains($0.date) }
            book.count("declined.\(month.id)", own.count, weight: 2)
            for reason in reasons {
                book.count("declined.\(reason).\(month.id)", own.count { $0.reason == reason })
            }
            book.sum("declined.\(month.id)", reasons.map { "declined.\($0).\(month.id)" })
            addFigures(of: month, reasons)
            rows.append(
                [.figureLabel("declined.\(month.id)"), .figure("declined.\(month.id)", .value)]
                    + reasons.map { .figure("declined.\($0).\(month.id)", .value) })
        }
        let totals = months.map { "declined.\($0.id)" }
        book.bundle(totals + months.flatMap { month in reasons.map { "declined.\($0).\(month.id)" } })
        book.sum("proposals.accepted.rest", totals)
        for reason in reasons {
            book.sum("declined.\(reason)", months.map { "declined.\(reason).\($0.id)" })
        }
        return .table(
            AnnualTable(
                caption: Bilingual(
                    ja: "月ごとの辞退の理由（提案した月）", en: "Reasons for declining, by month of the proposal"),
                columns: [Bilingual(ja: "月", en: "Month"), Bilingual(ja: "辞退", en: "Declined")]
                    + reasons.map(cases.history.word), rows: rows))
    }

    private mutating func addFigures(of month: CalendarMonth, _ reasons: [String]) {
        book.number(
            "declined.\(month.id)", month.label,
            Bilingual(ja: "その月に出した提案のうち、辞退された件数。", en: "Proposals of the month that were declined."),
            "declined.\(month.id)")
        for reason in reasons {
            let word = cases.history.word(reason)
            book.number(
                "declined.\(reason).\(month.id)",
                Bilingual(ja: "\(month.label.ja)：\(word.ja)", en: "\(month.label.en): \(word.en)"),
                Bilingual(
                    ja: "その月に出した提案のうち、この理由で辞退された件数。",
                    en: "Proposals of the month that were declined for this reason."),
                "declined.\(reason).\(month.id)")
        }
    }

    /// The months of the fiscal year up to the one in which a day lies.
    private func months(upTo last: CivilDate) -> [CalendarMonth] {
        guard let first = CivilDate(year: year.firstYear, month: 4, day: 1) else { return [] }
        return (0..<12).map { CalendarMonth(containing: first.adding(months: $0)) }.filter {
            $0.first <= last
        }
    }
}

/// A month of the calendar.
private struct CalendarMonth {
    let first: CivilDate

    init(containing day: CivilDate) {
        first = CivilDate(dayNumber: day.dayNumber - day.components.day + 1)
    }

    func contains(_ day: CivilDate) -> Bool { day >= first && day < first.adding(months: 1) }

    /// `month-2026-04`.
    var id: String { "month-" + first.description.prefix(7) }

    /// `2026年4月`, `April 2026`.
    var label: Bilingual {
        let (ja, en) = (NumberText.date(first, in: .ja), NumberText.date(first, in: .en))
        return Bilingual(ja: String(ja.dropLast(2)), en: String(en.dropFirst(2)))
    }
}
