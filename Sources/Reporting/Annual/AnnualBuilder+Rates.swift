import Evidence
import Records

extension AnnualBuilder {
    /// Success by person and by proposal, which are never mixed.
    mutating func addSuccess() {
        addProposals(of: year, "proposals", weight: 20)
        book.share(
            "success.proposal", label("success.proposal"),
            Bilingual(
                ja: "双方が受け入れた提案 ÷ 年度内に出して返事のあった提案。1人に何回でも提案できる。",
                en:
                    "Proposals that both accepted ÷ proposals of the year that were answered. A person can have several."
            ),
            part: "proposals.accepted", whole: "proposals.decided")
        sections.append(
            AnnualSection(
                id: "success", title: Bilingual(ja: "成立", en: "Success"),
                blocks: [
                    shareTable(
                        Bilingual(ja: "人で数えた成立率と提案で数えた受諾率", en: "Success by person and by proposal"),
                        [.words(label("success.person")), .words(label("success.proposal"))],
                        ["success.person", "success.proposal"])
                ]))
    }

    private mutating func addProposals(of year: FiscalYear, _ key: String, weight: Int) {
        let decided = cases.history.proposals.filter { year.contains($0.date) && $0.decision != nil }
        book.count(key + ".decided", decided.count, weight: weight)
        book.split(
            key + ".decided", into: key + ".accepted", decided.count { $0.decision == .accepted },
            weight: weight)
    }

    /// Year on year, each difference with its interval.
    mutating func addYearOnYear() {
        guard let last = FiscalYear(year.firstYear - 1) else { return }
        let earlier = cases.applicants(in: last).filter { asOf - $0.entered >= request.successDays }
        book.count("last.residents.judged", earlier.count, weight: 10)
        book.split(
            "last.residents.judged", into: "last.residents.matched", earlier.count { isSuccess($0) },
            weight: 10)
        addProposals(of: last, "last.proposals", weight: 10)
        let pairs = cases.pairs(in: last).filter(cases.isMature)
        book.count("last.pairs.mature", pairs.count, weight: 10)
        book.split(
            "last.pairs.mature", into: "last.pairs.completed", pairs.count { isCompleted($0) }, weight: 10)
        let rates = [
            ("success.person", "residents.matched", "residents.judged"),
            ("success.proposal", "proposals.accepted", "proposals.decided"),
            ("completion.mature", "pairs.completed", "pairs.mature"),
        ]
        for (id, part, whole) in rates {
            let name = label(id)
            book.share(
                "last." + id, Bilingual(ja: name.ja + "（前年度）", en: name.en + ", the year before"),
                Bilingual(ja: "同じ定義を前年度に当てはめたもの。", en: "The same definition for the fiscal year before."),
                part: "last." + part, whole: "last." + whole)
            book.difference(
                "change." + id, Bilingual(ja: name.ja + "の前年度差", en: name.en + ", change on the year before"),
                Bilingual(ja: "今年度の割合 − 前年度の割合。", en: "Share of this year minus share of the year before."),
                (part, whole), ("last." + part, "last." + whole))
        }
        sections.append(
            AnnualSection(
                id: "years", title: Bilingual(ja: "前年度との比較", en: "Year on year"),
                blocks: [
                    .table(
                        AnnualTable(
                            caption: Bilingual(ja: "前年度との差", en: "Change on the year before"),
                            columns: [
                                Bilingual(ja: "指標", en: "Figure"), Bilingual(ja: "前年度", en: "Year before"),
                                Bilingual(ja: "件数", en: "Counts"), Bilingual(ja: "今年度", en: "This year"),
                                Bilingual(ja: "件数", en: "Counts"), Bilingual(ja: "差", en: "Change"),
                                Bilingual(ja: "差の信頼区間", en: "Interval of the change"),
                            ],
                            rows: rates.map { id, _, _ in
                                [
                                    .words(label(id)), .figure("last." + id, .value),
                                    .figure("last." + id, .counts), .figure(id, .value), .figure(id, .counts),
                                    .figure("change." + id, .value), .figure("change." + id, .interval),
                                ]
                            })),
                    .note(
                        Prose(
                            ja: "区間が零を含むときは、増えたとも減ったとも言えません。",
                            en: "Where the interval contains zero, neither a rise nor a fall can be claimed.")
                    ),
                ]))
    }

    /// Reasons for declined proposals and for early ends.
    mutating func addReasons() {
        var blocks: [AnnualSection.Block] = []
        let declined: [Decline] = cases.history.proposals.compactMap { proposal in
            guard year.contains(proposal.date), case .declined(let by, let reason) = proposal.decision else {
                return nil
            }
            return Decline(date: proposal.date, by: by, reason: reason)
        }
        blocks.append(
            reasonTable(
                "declined", Bilingual(ja: "辞退の理由", en: "Reasons for declining"), declined.map(\.reason),
                whole: "proposals.accepted.rest",
                Bilingual(
                    ja: "年度内に出した提案のうち、この理由で辞退された件数。", en: "Proposals of the year declined for this reason.")))
        if let months = declinedByMonth(declined) { blocks.append(months) }
        blocks.append(
            reasonTable(
                "declined-by", Bilingual(ja: "辞退した側", en: "Who declined"), declined.map(\.by),
                whole: "proposals.accepted.rest",
                Bilingual(
                    ja: "年度内に出した提案のうち、この側が辞退した件数。", en: "Proposals of the year that this side declined.")))
        let early = mature.filter { cases.standing(of: $0) == .endedEarly }
        blocks.append(
            reasonTable(
                "ended", Bilingual(ja: "早期終了の理由", en: "Reasons for ending early"),
                early.compactMap { $0.end?.reason }, whole: "pairs.completed.rest",
                Bilingual(
                    ja: "期間を終えたペアのうち、この理由で早く終わった組数。", en: "Mature pairs that ended early for this reason.")))
        let reasons = Set(early.compactMap { $0.end?.reason }).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        for reason in reasons {
            book.split(
                "ended.\(reason)", into: "ended.\(reason).excused",
                early.count {
                    $0.end?.reason == reason && $0.end?.isExcused == true
                })
        }
        if !reasons.isEmpty { book.sum("pairs.excused", reasons.map { "ended.\($0).excused" }) }
        sections.append(
            AnnualSection(
                id: "reasons", title: Bilingual(ja: "辞退と早期終了の理由", en: "Reasons"), blocks: blocks))
    }

    /// Counts of reasons that add up to a whole, the most frequent first.
    private mutating func reasonTable(
        _ id: String, _ caption: Bilingual, _ keys: [String], whole: String, _ definition: Bilingual
    ) -> AnnualSection.Block {
        var tally: [String: Int] = [:]
        for key in keys { tally[key, default: 0] += 1 }
        // In a published edition the order would tell which hidden count is larger.
        let order = tally.keys.sorted { a, b in
            let (x, y) = threshold == nil ? (tally[b] ?? 0, tally[a] ?? 0) : (0, 0)
            return x == y ? a.utf8.lexicographicallyPrecedes(b.utf8) : x < y
        }
        // Weighed above the same counts by month, which are hidden before them.
        for key in order { book.count("\(id).\(key)", tally[key] ?? 0, weight: 5) }
        if !order.isEmpty { book.sum(whole, order.map { "\(id).\($0)" }) }
        for key in order {
            book.number("\(id).\(key)", cases.history.word(key), definition, "\(id).\(key)")
        }
        return .table(
            AnnualTable(
                caption: caption,
                columns: [Bilingual(ja: "理由", en: "Reason"), Bilingual(ja: "件数", en: "Count")],
                rows: order.map { [.name(cases.history.word($0)), .figure("\(id).\($0)", .value)] }))
    }
}
