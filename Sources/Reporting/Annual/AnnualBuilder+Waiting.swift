import Evidence
import Records

extension AnnualBuilder {
    /// How long residents wait, with those who still wait and those who left.
    mutating func addWaiting() {
        let observations = applicants.map { applicant in
            if let pair = applicant.pair {
                return SurvivalObservation(days: pair.start - applicant.entered, cause: 1)
            }
            if let left = applicant.withdrew {
                return SurvivalObservation(days: max(0, left - applicant.entered), cause: 2)
            }
            return SurvivalObservation(days: asOf - applicant.entered, cause: nil)
        }
        let estimate = AalenJohansen(observations, cause: 1)
        let paired = observations.count { $0.cause == 1 }
        book.split("residents.entered", into: "waiting.paired", paired, weight: 10)
        book.split("waiting.paired.rest", into: "waiting.left", observations.count { $0.cause == 2 })
        book.number(
            "waiting.left", Bilingual(ja: "相手が決まる前に離れた人", en: "left before a partner was found"),
            Bilingual(
                ja: "年度内に待機を始め、相手が決まる前に取り下げた住民。",
                en: "Residents who entered in the year and left without a partner."),
            "waiting.left")
        book.number(
            "waiting.still", Bilingual(ja: "基準日に待機中の人", en: "still waiting"),
            Bilingual(
                ja: "年度内に待機を始め、基準日に待機中の住民。",
                en: "Residents who entered in the year and wait on the as-of date."),
            "waiting.left.rest")
        let shown = [30, 60, 90, 180].filter { $0 <= (estimate?.lastDay ?? 0) }
        // Every day with a new pair in the organisation's own edition; in others each would be a small count.
        let events = threshold == nil ? estimate?.steps.filter { $0.events > 0 }.map(\.day) ?? [] : []
        let days = Set(shown + events).sorted()
        var whole = "waiting.paired"
        for day in days.reversed() {
            let key = "waiting.paired.day-\(day)"
            book.split(whole, into: key, observations.count { $0.cause == 1 && $0.days <= day })
            whole = key
        }
        for day in days {
            add(
                "waiting.day-\(day)", Bilingual(ja: "\(day)日以内に相手が決まる割合", en: "partner within \(day) days"),
                Bilingual(
                    ja: "年度内に待機を始めた住民のうち、その日数以内に相手が決まる割合の推定。待機中は打ち切り、取り下げは競合する出来事。",
                    en:
                        "Estimated share of the residents who entered in the year with a partner within so many days; still "
                        + "waiting is censored, leaving is a competing event."),
                .incidence, estimate?.share(at: day), estimate?.interval(at: day),
                ["waiting.paired.day-\(day)", "waiting.paired.day-\(day).rest", "residents.entered"])
        }
        for (quarter, label) in [
            (1, Bilingual(ja: "待機日数（第1四分位）", en: "wait, lower quartile")),
            (2, Bilingual(ja: "待機日数（中央値）", en: "wait, median")),
            (3, Bilingual(ja: "待機日数（第3四分位）", en: "wait, upper quartile")),
        ] { addQuartile(quarter, label, estimate?.quartile(quarter), paired: paired) }
        sections.append(
            AnnualSection(
                id: "waiting", title: Bilingual(ja: "待機期間", en: "Waiting"),
                blocks: [
                    .prose(
                        Prose(
                            ja:
                                "相手が決まるまでの日数の中央値は\(figure: "waiting.quartile-2")、四人に一人は\(figure: "waiting.quartile-1")以内に決まりました。基準日に待機中の人は\(figure: "waiting.still")人、相手が決まる前に離れた人は\(figure: "waiting.left")人です。",
                            en:
                                "The median wait for a partner was \(figure: "waiting.quartile-2"); a quarter had one within \(figure: "waiting.quartile-1"). On the as-of date \(figure: "waiting.still") were still waiting, and \(figure: "waiting.left") had left without a partner."
                        )),
                    .curve(
                        AnnualCurve(
                            title: Bilingual(ja: "相手が決まった人の割合", en: "Share with a partner"),
                            points: days.map { ($0, "waiting.day-\($0)") }, lastDay: max(180, days.last ?? 0),
                            start: 0,
                            target: nil,
                            isStepped: threshold == nil)),
                    .table(
                        AnnualTable(
                            caption: Bilingual(ja: "待機日数", en: "Days of waiting"),
                            columns: [
                                Bilingual(ja: "点", en: "Point"), Bilingual(ja: "値", en: "Value"),
                                Bilingual(ja: "信頼区間", en: "Interval"),
                            ],
                            rows: [1, 2, 3].map { quarter in
                                [
                                    .words(quartileName(quarter)),
                                    .figure("waiting.quartile-\(quarter)", .value), .words(Bilingual("")),
                                ]
                            }
                                + shown.map { day in
                                    [
                                        .figureLabel("waiting.day-\(day)"),
                                        .figure("waiting.day-\(day)", .value),
                                        .figure("waiting.day-\(day)", .interval),
                                    ]
                                })),
                    .note(
                        Prose(
                            ja: "「—」は、その割合の人に相手が決まるところまで届いていないことを表します。",
                            en: "A dash says that so large a share has not been reached yet.")),
                ]))
    }

    private func quartileName(_ quarter: Int) -> Bilingual {
        switch quarter {
        case 1: Bilingual(ja: "第一四分位", en: "Lower quartile")
        case 2: Bilingual(ja: "中央値", en: "Median")
        default: Bilingual(ja: "第三四分位", en: "Upper quartile")
        }
    }

    /// A quartile of days; one that few people stand on either side of is a single person's.
    private mutating func addQuartile(_ quarter: Int, _ label: Bilingual, _ day: Int?, paired: Int) {
        let id = "waiting.quartile-\(quarter)"
        let definition = Bilingual(
            ja: "年度内に待機を始めた住民のうち、その割合の人に相手が決まるまでの日数（アーレン・ヨハンセン推定）。",
            en:
                "Days until that share of the residents who entered in the year had a partner (Aalen–Johansen)."
        )
        guard let day else {
            let reason = Bilingual(ja: "未到達", en: "not reached")
            book.add(book.absent(id, label, definition, .days, .quantile, reason), of: [])
            return
        }
        let isFew = threshold.map { paired < 4 * $0 } ?? false
        book.add(
            AnnualFigure(
                id: id, label: label, definition: definition, unit: .days, method: .quantile, asOf: asOf,
                state: isFew ? .suppressed : .published, value: Double(day)),
            of: ["waiting.paired", "residents.entered"])
    }
}
