import Evidence
import Records

extension AnnualBuilder {
    /// Completion of mature pairs, and of all pairs by Kaplan–Meier, with the curve.
    mutating func addCompletion() {
        let courses = pairs.compactMap(cases.course(of:))
        let horizon = max(1, courses.map { $0.due - $0.start }.max() ?? 184)
        let observations = courses.compactMap { $0.observation(asOf: asOf.dayNumber, horizon: horizon) }
        let early = courses.filter { $0.standing(asOf: asOf.dayNumber) == .endedEarly }
        let matureEarly = early.count { $0.isMature(asOf: asOf.dayNumber) }
        book.split("pairs.mature.rest", into: "pairs.immature-ended", early.count - matureEarly)
        book.split(
            "pairs.completed.rest", into: "pairs.excused",
            early.count {
                $0.isExcused && $0.isMature(asOf: asOf.dayNumber)
            })
        book.split(
            "pairs.immature-ended", into: "pairs.immature-excused",
            early.count {
                $0.isExcused && !$0.isMature(asOf: asOf.dayNumber)
            })
        book.count("pairs.ended", early.count)
        book.sum("pairs.ended", ["pairs.completed.rest", "pairs.immature-ended"])
        addCurve(observations, horizon: horizon)
        addCauses(observations, horizon: horizon)
        addContinued()
        addPersons()
        sections.append(
            AnnualSection(
                id: "completion", title: Bilingual(ja: "半年の達成", en: "Completion"),
                blocks: [
                    .prose(
                        Prose(
                            ja:
                                "期間を終えたペアの達成率は\(figure: "completion.mature")（\(figure: "completion.mature", .interval)）、活動中のペアを打ち切りとして扱うカプラン・マイヤー推定では\(figure: "completion.survival")（\(figure: "completion.survival", .interval)）です。",
                            en:
                                "Of mature pairs \(figure: "completion.mature") completed (\(figure: "completion.mature", .interval)); with running pairs counted as far as they have come, the Kaplan–Meier estimate is \(figure: "completion.survival") (\(figure: "completion.survival", .interval))."
                        )),
                    .curve(
                        AnnualCurve(
                            title: Bilingual(ja: "続いているペアの割合", en: "Share of pairs still going"),
                            points: curveDays(observations, horizon: horizon).map {
                                ($0, "completion.day-\($0)")
                            },
                            lastDay: horizon, start: 1, target: request.completionTarget,
                            isStepped: threshold == nil)),
                    shareTable(
                        Bilingual(ja: "達成とその後", en: "Completion and after"),
                        [
                            .words(label("completion.mature")),
                            .words(Bilingual(ja: "達成率（カプラン・マイヤー）", en: "Completion, Kaplan–Meier")),
                            .words(Bilingual(ja: "達成率（人）", en: "Completion, per person")),
                            .words(Bilingual(ja: "やむを得ない早期終了", en: "Ended early, excused")),
                            .words(Bilingual(ja: "その他の早期終了", en: "Ended early, other")),
                            .words(Bilingual(ja: "終了後も交流を継続", en: "Goes on informally")),
                        ],
                        [
                            "completion.mature", "completion.survival", "completion.person", "ended.excused",
                            "ended.unexcused", "completion.continued",
                        ]),
                ]))
    }

    /// The days at which the curve is told: every day with an event in the organisation's own edition, months in
    /// published ones, where each further event would be a small count.
    private func curveDays(_ observations: [SurvivalObservation], horizon: Int) -> [Int] {
        guard let estimate = KaplanMeier(observations) else { return [] }
        if threshold == nil { return estimate.steps.map(\.day).filter { $0 > 0 && $0 < horizon } }
        return stride(from: 30, to: horizon, by: 30).filter { $0 <= estimate.lastDay }
    }

    private mutating func addCurve(_ observations: [SurvivalObservation], horizon: Int) {
        let estimate = KaplanMeier(observations)
        var whole = "pairs.ended"
        // From the end backwards: the events up to a day are a part of those up to a later one.
        var keys: [Int: String] = [:]
        for day in curveDays(observations, horizon: horizon).reversed() {
            let key = "pairs.ended.day-\(day)"
            book.split(whole, into: key, observations.count { $0.cause != nil && $0.days <= day })
            keys[day] = key
            whole = key
        }
        let definition = Bilingual(
            ja: "年度内に始まったペアが、その日数より長く続く割合の推定。活動中のペアは基準日で、終わりの記録がないペアは最後の記録で打ち切り。",
            en:
                "Estimated share of the pairs started in the year that last longer than so many days; running pairs are "
                + "censored on the as-of date, those without a record of their end when they were last seen.")
        for day in curveDays(observations, horizon: horizon) {
            add(
                "completion.day-\(day)", Bilingual(ja: "\(day)日後も続く割合", en: "going on after \(day) days"),
                definition, .survival, estimate?.share(at: day), estimate?.interval(at: day),
                [keys[day] ?? "", (keys[day] ?? "") + ".rest", "pairs.started"])
        }
        // At the horizon everybody who reached it is still watched, so the last event before it decides.
        add(
            "completion.survival", Bilingual(ja: "半年達成率（カプラン・マイヤー）", en: "completion, Kaplan–Meier"),
            Bilingual(
                ja: "年度内に始まったすべてのペアについて、所定の期間を全うする割合の推定。活動中のペアは基準日で、終わりの記録がないペアは最後の記録で打ち切り、早期終了は理由を問わず終了とする。",
                en:
                    "Estimated share of all pairs started in the year that last their full time; running pairs are "
                    + "censored on the as-of date, those without a record of their end when they were last seen; every "
                    + "early end is an event."),
            .survival, estimate?.share(at: horizon), estimate?.interval(at: horizon),
            ["pairs.ended", "pairs.started", "pairs.immature-ended", "pairs.completed"])
    }

    private mutating func addCauses(_ observations: [SurvivalObservation], horizon: Int) {
        for (id, cause, label) in [
            (
                "ended.excused", Course.EndCause.excused,
                Bilingual(ja: "やむを得ない早期終了", en: "ended early, excused")
            ),
            ("ended.unexcused", .unexcused, Bilingual(ja: "その他の早期終了", en: "ended early, other")),
        ] {
            let estimate = AalenJohansen(observations, cause: cause.rawValue)
            book.split("pairs.ended", into: "pairs." + id, observations.count { $0.cause == cause.rawValue })
            add(
                id, label,
                Bilingual(
                    ja: "年度内に始まったペアのうち、期間内にこの種類の終了に至る割合の推定。もう一方の終了は競合する出来事。転居・帰国などがやむを得ない終了。",
                    en:
                        "Estimated share of the pairs started in the year that end this way within their time, the other "
                        + "way being a competing event. Excused: moving, leaving the country."),
                .incidence, estimate?.share(at: horizon), estimate?.interval(at: horizon),
                ["pairs." + id, "pairs.\(id).rest", "pairs.ended", "pairs.started"])
        }
        book.sum("pairs.ended.excused", ["pairs.excused", "pairs.immature-excused"])
        book.sum("pairs.ended.unexcused", ["pairs.excused.rest", "pairs.immature-excused.rest"])
        book.sum("pairs.ended", ["pairs.ended.excused", "pairs.ended.unexcused"])
    }

    /// A share that is estimated and not divided.
    mutating func add(
        _ id: String, _ label: Bilingual, _ definition: Bilingual, _ method: AnnualFigure.Method,
        _ value: Double?,
        _ interval: ConfidenceInterval?, _ keys: [String]
    ) {
        guard let value else {
            let reason = Bilingual(
                ja: "計算できません: 観察期間が足りません", en: "cannot be computed: nobody was watched that long")
            book.add(book.absent(id, label, definition, .share, method, reason), of: [])
            return
        }
        book.add(
            AnnualFigure(
                id: id, label: label, definition: definition, unit: .share, method: method, asOf: asOf,
                state: .published, value: value, interval: interval), of: keys)
    }

    private mutating func addContinued() {
        let asked = mature.filter { isCompleted($0) && $0.end?.continued != nil }
        book.split("pairs.completed", into: "pairs.asked", asked.count)
        book.split("pairs.asked", into: "pairs.continued", asked.count { $0.end?.continued == true })
        book.share(
            "completion.continued", Bilingual(ja: "終了後も交流を継続", en: "goes on informally"),
            Bilingual(
                ja: "終了後も交流を続けるペア ÷ 期間を全うし、その答えのあるペア。",
                en: "Pairs that go on by themselves ÷ pairs that completed and were asked."),
            part: "pairs.continued", whole: "pairs.asked")
    }

    /// Per person: somebody with several pairs counts once, by the best of them.
    private mutating func addPersons() {
        let residents = Dictionary(grouping: mature.filter { $0.resident != nil }) { $0.resident ?? 0 }
        book.count("persons.mature", residents.count, weight: 10)
        book.split(
            "persons.mature", into: "persons.completed",
            residents.values.count { $0.contains(where: isCompleted) },
            weight: 10)
        book.share(
            "completion.person", Bilingual(ja: "達成率（人）", en: "completion, per person"),
            Bilingual(
                ja: "1組以上で期間を全うした住民 ÷ 期間を終えたペアのある住民。組み直しは新しいペア、同じ人。",
                en:
                    "Residents with a completed pair ÷ residents with a mature pair. A re-match is a new pair of the same "
                    + "person."),
            part: "persons.completed", whole: "persons.mature")
    }
}
