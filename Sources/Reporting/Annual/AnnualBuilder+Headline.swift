import Evidence
import Records

extension AnnualBuilder {
    /// The two published rates, by their definitions, with what the data say of their targets.
    mutating func addHeadline() {
        book.share(
            "success.person", Bilingual(ja: "マッチング成立率（人）", en: "matching success, per person"),
            Bilingual(
                ja: "待機開始から所定の日数以内にペアが成立した住民 ÷ 年度内に待機を始め、基準日までにその日数が過ぎた住民。1人は1回だけ数える。",
                en:
                    "Residents in an accepted pair within the set number of days of entering the pool ÷ residents who "
                    + "entered in the year at least that long before the as-of date. Everybody counts once."),
            part: "residents.matched", whole: "residents.judged", target: request.successTarget)
        book.share(
            "completion.mature", Bilingual(ja: "半年達成率（期間を終えたペア）", en: "completion, mature pairs"),
            Bilingual(
                ja:
                    "所定の期間を全うしたペア ÷ 年度内に始まり、基準日までに期間の末日が過ぎ、その結果が記録されているペア。活動中のペアと記録のないペアは数えず、早期終了は理由を問わず未達成とする。",
                en:
                    "Pairs that lasted the set number of months ÷ pairs that started in the year, whose time is over "
                    + "by the as-of date and of which it is on record how it went. Running pairs are left out, and pairs "
                    + "without a record; an early end counts whatever its reason."
            ),
            part: "pairs.completed", whole: "pairs.mature", target: completionTarget)
        book.number(
            "completion.unrecorded", Bilingual(ja: "終わりの記録がないペア", en: "pairs without a record of their end"),
            Bilingual(
                ja: "年度内に始まり、基準日までに期間の末日が過ぎたペアのうち、完了・早期終了の記録も、期間後の面会や連絡の記録もない組数。全うしたとも途中で終わったとも数えない。",
                en:
                    "Pairs that started in the year and whose time is over by the as-of date, with neither an end nor a "
                    + "meeting or contact since on record. They count neither as completed nor as ended."),
            "pairs.unrecorded")
        sections.append(
            AnnualSection(
                id: "summary", title: Bilingual(ja: "概要", en: "Summary"),
                blocks: summarySentences + [
                    .cards(["success.proposal", "completion.survival", "success.person", "completion.mature"]
                    ),
                    .table(
                        AnnualTable(
                            caption: Bilingual(ja: "目標との比較", en: "Against the targets"),
                            columns: [
                                Bilingual(ja: "指標", en: "Figure"), Bilingual(ja: "件数", en: "Counts"),
                                Bilingual(ja: "割合", en: "Share"), Bilingual(ja: "信頼区間", en: "Interval"),
                                Bilingual(ja: "目標", en: "Target"), Bilingual(ja: "判定", en: "Verdict"),
                            ],
                            rows: [
                                ("success.person", "success-target"),
                                ("completion.mature", "completion-target"),
                            ].map { id, target in
                                [
                                    .words(label(id)), .figure(id, .counts), .figure(id, .value),
                                    .figure(id, .interval), .figure(target, .value), .figure(id, .verdict),
                                ]
                            })),
                    .note(
                        Prose(
                            ja:
                                "区間は\(figure: "confidence")の信頼区間です。判定は区間全体が目標以上なら「支持」、全体が下回れば「支持しない」、どちらでもなければ「差があるとは言えない」です。",
                            en:
                                "Intervals are at \(figure: "confidence") confidence. A target is supported where the whole interval is at or above it, not supported where all of it is below, and otherwise not distinguishable."
                        )),
                ] + unrecordedNote))
    }

    /// The two rates in words, and in their place what there is not yet.
    private var summarySentences: [AnnualSection.Block] {
        let success =
            judged.isEmpty
            ? Prose(
                ja: "基準日までに待機開始から\(figure: "success-days")がたった年度内の申込者は、まだいません。",
                en:
                    "Nobody who entered the pool in the year had done so \(figure: "success-days") before the as-of date: matching success cannot be told."
            )
            : Prose(
                ja:
                    "待機開始から\(figure: "success-days")以内に相手が決まった人は\(figure: "success.person")（\(figure: "success.person", .counts)）でした。",
                en:
                    "\(figure: "success.person") of residents (\(figure: "success.person", .counts)) had a partner within \(figure: "success-days")."
            )
        let completion =
            mature.isEmpty
            ? Prose(
                ja: "年度内に始まり、期間を終えたことが記録されているペアは、まだありません。",
                en:
                    "No pair that started in the year is on record to have reached the end of its time: completion cannot be told."
            )
            : Prose(
                ja:
                    "所定の期間を全うしたペアは\(figure: "completion.mature")（\(figure: "completion.mature", .counts)）でした。",
                en:
                    "\(figure: "completion.mature") of pairs (\(figure: "completion.mature", .counts)) lasted their full time."
            )
        let sessions =
            cases.history.sessions.contains { year.contains($0.date) }
            ? [
                Prose(
                    ja:
                        "開いたセッションは\(figure: "sessions.held")回、参加はのべ\(figure: "sessions.participations")人でした。",
                    en:
                        "Sessions held: \(figure: "sessions.held"), with \(figure: "sessions.participations") participations."
                )
            ] : []
        // A programme of sessions only has neither residents nor pairs to speak of.
        let hasCases = !cases.history.entries.isEmpty || !cases.history.pairs.isEmpty
        if !hasCases, !cases.history.sessions.isEmpty {
            let none = Prose(
                ja: "年度内に開いたセッションはありません。", en: "No session was held in the year.")
            return (sessions.isEmpty ? [none] : sessions).map { .prose($0) }
        }
        return ([success, completion] + sessions).map { .prose($0) }
    }

    /// The target, unless it depends on pairs of which nobody wrote down how they went.
    private var completionTarget: Int? {
        let completed = book.value("pairs.completed") ?? 0
        let all = mature.count + unrecorded.count
        let verdicts = [completed, completed + unrecorded.count].map { successes in
            Proportion(successes: successes, trials: all)?.interval.map {
                TargetVerdict(on: $0.bounds, target: request.completionTarget)
            }
        }
        return unrecorded.isEmpty || verdicts[0] == verdicts[1] ? request.completionTarget : nil
    }

    /// What is said of pairs without a record of their end, where there are any.
    private var unrecordedNote: [AnnualSection.Block] {
        guard !unrecorded.isEmpty else { return [] }
        return [
            .note(
                Prose(
                    ja:
                        "期間が過ぎたのに終わりの記録がないペアが\(figure: "completion.unrecorded")組あります。達成率には入れていません。すべて途中で終わっていた場合と全うしていた場合とで判定が変わるときは、判定を出しません。記録すると、はっきりします。",
                    en:
                        "Of \(figure: "completion.unrecorded") pairs whose time is over nobody recorded how they ended. They are in neither part of the rate. Where the verdict would differ between all of them having ended early and all having completed, none is given; recording their outcomes settles it."
                ))
        ]
    }

    /// From application to completion, each step a part of the one before.
    mutating func addFunnel() {
        let eligible = applicants.filter { !$0.isRefused }
        let proposed = eligible.filter(\.wasProposed)
        let paired = proposed.filter { $0.pair != nil }
        let met = paired.filter { $0.pair?.firstMeeting.map { $0 <= asOf } ?? false }
        let completed = met.filter { $0.pair.map(isCompleted) ?? false }
        let steps: [(id: String, label: Bilingual, definition: Bilingual, count: Int)] = [
            (
                "eligible", Bilingual(ja: "参加条件を満たす", en: "eligible"),
                Bilingual(ja: "申込者のうち、参加条件で断られていない人。", en: "Of those who applied: refused by no gate."),
                eligible.count
            ),
            (
                "proposed", Bilingual(ja: "提案あり", en: "proposed"),
                Bilingual(
                    ja: "そのうち、待機開始後に1回以上の提案があった人。", en: "Of those: with a proposal since they entered."),
                proposed.count
            ),
            (
                "paired", Bilingual(ja: "ペア成立", en: "paired"),
                Bilingual(ja: "そのうち、双方が同意してペアになった人。", en: "Of those: in a pair that both accepted."),
                paired.count
            ),
            (
                "met", Bilingual(ja: "初回の面会", en: "first meeting held"),
                Bilingual(
                    ja: "そのうち、初回の面会（オンラインを含む）が記録された人。", en: "Of those: with a first meeting on record."),
                met.count
            ),
            (
                "completed", Bilingual(ja: "期間を全う", en: "completed"),
                Bilingual(
                    ja: "そのうち、基準日までにペアが所定の期間を全うした人。活動中の人は含まない。",
                    en:
                        "Of those: whose pair had lasted its full time by the as-of date; running pairs are not in it."
                ),
                completed.count
            ),
        ]
        book.number(
            "funnel.applied", Bilingual(ja: "申込", en: "applied"),
            Bilingual(ja: "年度内に待機を始めた住民。", en: "Residents who entered the pool in the year."),
            "residents.entered")
        var whole = "residents.entered"
        for step in steps {
            let key = "funnel." + step.id
            book.split(whole, into: key, step.count, weight: 10)
            book.number(key, step.label, step.definition, key)
            whole = key
        }
        for step in steps {
            // Each step against all who applied: the count and what is left of them are a sum of their own.
            let key = "funnel." + step.id
            book.count(key + ".of-applied", step.count, weight: 10)
            book.sum(key + ".of-applied", [key])
            book.count(key + ".of-applied.rest", applicants.count - step.count, weight: 10)
            book.sum("residents.entered", [key + ".of-applied", key + ".of-applied.rest"])
            book.share(
                key + ".share", Bilingual(ja: step.label.ja + " ÷ 申込", en: step.label.en + " ÷ applied"),
                Bilingual(
                    ja: "「\(step.label.ja)」の人 ÷ 年度内に待機を始めた住民。",
                    en:
                        "Residents at the step “\(step.label.en)” ÷ residents who entered the pool in the year."
                ),
                part: key + ".of-applied", whole: "residents.entered")
        }
        let all = ["applied"] + steps.map(\.id)
        sections.append(
            AnnualSection(
                id: "funnel", title: Bilingual(ja: "申込から達成まで", en: "From application to completion"),
                blocks: [
                    .funnel(
                        title: Bilingual(ja: "申込から達成までの人数", en: "Residents at each step"),
                        figures: all.map { "funnel." + $0 }),
                    shareTable(
                        Bilingual(ja: "各段階 ÷ 申込", en: "Each step ÷ applied"),
                        steps.map { .words($0.label) }, steps.map { "funnel." + $0.id + ".share" }),
                ]))
    }

    /// What a figure of this report is called.
    func label(_ id: String) -> Bilingual {
        switch id {
        case "success.person": Bilingual(ja: "マッチング成立率（人）", en: "Matching success, per person")
        case "success.proposal": Bilingual(ja: "提案の受諾率", en: "Proposals accepted")
        default: Bilingual(ja: "半年達成率（期間を終えたペア）", en: "Completion, mature pairs")
        }
    }

    /// A table of shares: name, counts, share, interval and the picture of both.
    func shareTable(_ caption: Bilingual, _ names: [AnnualTable.Cell], _ ids: [String]) -> AnnualSection.Block
    {
        .table(
            AnnualTable(
                caption: caption,
                columns: [
                    Bilingual(ja: "区分", en: "Group"), Bilingual(ja: "件数", en: "Counts"),
                    Bilingual(ja: "割合", en: "Share"), Bilingual(ja: "信頼区間", en: "Interval"),
                    Bilingual(ja: "図", en: "Chart"),
                ],
                rows: zip(names, ids).map { name, id in
                    [name, .figure(id, .counts), .figure(id, .value), .figure(id, .interval), .bar(id)]
                }))
    }
}
