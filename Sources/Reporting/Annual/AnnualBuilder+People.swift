import Evidence
import Records

extension AnnualBuilder {
    /// Hours, points and donations.
    mutating func addGiving() {
        let activities = cases.history.activities.filter { year.contains($0.date) && $0.date <= asOf }
        let donations = cases.history.donations.filter { year.contains($0.date) && $0.date <= asOf }
        guard !activities.isEmpty || !donations.isEmpty else { return }
        let active = Set(activities.map(\.person)).count
        book.count("giving.active", active, weight: 3)
        book.number(
            "giving.people", Bilingual(ja: "活動した人（実人数）", en: "people who were active"),
            Bilingual(ja: "年度内に活動の記録がある人。", en: "People with an activity on record in the year."),
            "giving.active")
        let donors =
            donations.allSatisfy { $0.donors != nil } ? donations.reduce(0) { $0 + ($1.donors ?? 0) } : nil
        book.count("giving.donors", donors ?? 0, weight: 3)
        var ids = ["giving.people"]
        func sum(
            _ id: String, _ label: Bilingual, _ definition: Bilingual, _ unit: AnnualFigure.Unit,
            _ value: Int, _ key: String
        ) {
            book.add(
                AnnualFigure(
                    id: id, label: label, definition: definition, unit: unit, method: .sum, asOf: asOf,
                    state: .published, value: Double(value)), of: [key])
            ids.append(id)
        }
        sum(
            "giving.hours", Bilingual(ja: "活動時間", en: "hours given"),
            Bilingual(ja: "年度内の活動時間の合計。", en: "Sum of the time of the activities of the year."), .minutes,
            activities.reduce(0) { $0 + $1.minutes }, "giving.active")
        sum(
            "giving.points", Bilingual(ja: "ポイント", en: "points"),
            Bilingual(ja: "年度内の活動のポイントの合計。", en: "Sum of the points of the activities of the year."), .count,
            activities.reduce(0) { $0 + $1.points }, "giving.active")
        if !donations.isEmpty {
            sum(
                "giving.yen", Bilingual(ja: "寄付", en: "donations"),
                Bilingual(ja: "年度内の寄付の合計。", en: "Sum of the donations of the year."), .yen,
                donations.reduce(0) { $0 + $1.yen }, "giving.donors")
            if donors != nil {
                book.number(
                    "giving.donor-count", Bilingual(ja: "寄付者（のべ）", en: "donors"),
                    Bilingual(ja: "年度内の寄付ごとの寄付者の合計。", en: "Sum of the donors of each donation of the year."),
                    "giving.donors")
                ids.append("giving.donor-count")
            }
        }
        sections.append(
            AnnualSection(
                id: "giving", title: Bilingual(ja: "活動時間・ポイント・寄付", en: "Hours, points and donations"),
                blocks: [numberTable(Bilingual(ja: "年度の合計", en: "Sums of the year"), ids)]))
    }

    /// A table of figures by their names.
    private func numberTable(_ caption: Bilingual, _ ids: [String]) -> AnnualSection.Block {
        .table(
            AnnualTable(
                caption: caption,
                columns: [Bilingual(ja: "項目", en: "Item"), Bilingual(ja: "値", en: "Value")],
                rows: ids.map { [.figureLabel($0), .figure($0, .value)] }))
    }

    /// Participants since the beginning, and volunteers who never got a partner or came again.
    mutating func addPeople() {
        let entries = cases.history.entries
        var first: [Int: CivilDate] = [:]
        for entry in entries {
            first[entry.person] = min(first[entry.person] ?? entry.entered, entry.entered)
        }
        for (side, label) in [
            (Side.resident, Bilingual(ja: "累計の住民", en: "residents since the start")),
            (.volunteer, Bilingual(ja: "累計のボランティア", en: "volunteers since the start")),
        ] {
            let days = first.filter { cases.people[$0.key]?.side == side }.values
            let key = "cumulative.\(side.rawValue)"
            let forgotten = cases.history.forgotten.filter { $0.side == side && $0.year <= year }
            let gone = forgotten.reduce(0) { $0 + $1.people }
            book.count(key, days.count + gone, weight: 10)
            // The counts of a forgotten year are of that year only: of them nobody knows the day.
            book.split(
                key, into: key + ".new",
                days.count { year.contains($0) }
                    + forgotten.filter { $0.year == year }.reduce(0) { $0 + $1.people }, weight: 3)
            book.split(key, into: key + ".known", days.count, weight: 3)
            book.number(
                key, label,
                Bilingual(
                    ja: "はじめから基準日までに待機を始めた人。1人は1回だけ数える。",
                    en:
                        "People who entered the pool from the beginning to the as-of date. Everybody counts once."
                ), key)
            book.number(
                key + ".new", Bilingual(ja: label.ja + "のうち新規", en: label.en + ", of them new"),
                Bilingual(
                    ja: "そのうち、年度内に初めて待機を始めた人。", en: "Of them: who entered for the first time in the year."),
                key + ".new")
        }
        book.count(
            "cumulative.all",
            ["resident", "volunteer"].reduce(0) { $0 + (book.value("cumulative.\($1)") ?? 0) }, weight: 10)
        book.sum("cumulative.all", ["cumulative.resident", "cumulative.volunteer"])
        book.number(
            "cumulative.all", Bilingual(ja: "累計の参加者", en: "participants since the start"),
            Bilingual(ja: "累計の住民と累計のボランティアの合計。", en: "Residents and volunteers since the start together."),
            "cumulative.all")
        addVolunteers(first)
        sections.append(
            AnnualSection(
                id: "people", title: Bilingual(ja: "参加者とボランティア", en: "Participants and volunteers"),
                blocks: [
                    .prose(
                        Prose(
                            ja: "\(figure: "as-of")までに、累計\(figure: "cumulative.all")人が参加しました。",
                            en: "By \(figure: "as-of"), \(figure: "cumulative.all") people had taken part.")),
                    numberTable(
                        Bilingual(ja: "累計", en: "Since the start"),
                        [
                            "cumulative.all", "cumulative.resident", "cumulative.resident.new",
                            "cumulative.volunteer", "cumulative.volunteer.new",
                        ]),
                    shareTable(
                        Bilingual(ja: "ボランティア", en: "Volunteers"),
                        [
                            .words(
                                Bilingual(ja: "一度も相手のいないボランティア", en: "Volunteers who never had a partner")),
                            .words(Bilingual(ja: "再び活動したボランティア", en: "Volunteers who came again")),
                        ], ["volunteers.never", "volunteers.again"]),
                ]))
    }

    private mutating func addVolunteers(_ first: [Int: CivilDate]) {
        let known = first.keys.filter { cases.people[$0]?.side == .volunteer }
        let own = Dictionary(grouping: cases.history.pairs.filter { $0.volunteer != nil }) {
            $0.volunteer ?? 0
        }
        book.split(
            "cumulative.volunteer", into: "volunteers.never", known.count { own[$0] == nil }, weight: 3)
        book.share(
            "volunteers.never", Bilingual(ja: "一度も相手のいないボランティア", en: "volunteers who never had a partner"),
            Bilingual(
                ja: "基準日までに一度もペアになっていないボランティア ÷ 累計のボランティア（記録を消した人を除く）。",
                en:
                    "Volunteers who have not been in any pair by the as-of date ÷ volunteers since the start, forgotten people left out."
            ),
            part: "volunteers.never", whole: "cumulative.volunteer.known")
        // A pair is over when it ended or its time was up.
        let over = own.mapValues { pairs in
            pairs.compactMap { pair in
                pair.end.map(\.date)
                    ?? (cases.isOver(pair) ? pair.start.adding(months: request.months) : nil)
            }.filter { $0 <= asOf }.min()
        }.compactMapValues { $0 }
        let again = over.filter { volunteer, day in own[volunteer]?.contains { $0.start >= day } ?? false }
        book.count("volunteers.over", over.count, weight: 3)
        book.split("volunteers.over", into: "volunteers.again", again.count, weight: 3)
        book.share(
            "volunteers.again", Bilingual(ja: "再び活動したボランティア", en: "volunteers who came again"),
            Bilingual(
                ja: "はじめのペアが終わった後に別のペアを始めたボランティア ÷ ペアが1組以上終わったボランティア。",
                en:
                    "Volunteers who started another pair after one was over ÷ volunteers with a pair that is over."
            ),
            part: "volunteers.again", whole: "volunteers.over")
    }
}
