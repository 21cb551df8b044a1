import Records

/// Made-up cases of two and a half years with known chances; the same seed gives the same cases.
struct MadeUpHistory {
    /// Residents a year.
    var size = 300
    /// Of a hundred: how many get a proposal accepted in time, and how many pairs last.
    var success = 92
    var completion = 93
    var seed: UInt64 = 1

    private struct Random {
        var state: UInt64
        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    private static let categories = [
        ("parenting", Bilingual(ja: "子育て家庭", en: "family with children"), 30),
        ("employee", Bilingual(ja: "会社員", en: "company employee"), 30),
        ("student", Bilingual(ja: "留学生", en: "international student"), 25),
        ("expecting", Bilingual(ja: "妊婦", en: "expecting a child"), 12),
        ("alt", Bilingual(ja: "ALT", en: "assistant language teacher"), 3),
    ]
    private static let languages = [
        ("ja", Bilingual(ja: "日本語", en: "Japanese")), ("en", Bilingual(ja: "英語", en: "English")),
        ("zh", Bilingual(ja: "中国語", en: "Chinese")), ("vi", Bilingual(ja: "ベトナム語", en: "Vietnamese")),
    ]
    private static let wards = [
        ("13110", Bilingual(ja: "目黒区", en: "Meguro")), ("13112", Bilingual(ja: "世田谷区", en: "Setagaya")),
        ("13108", Bilingual(ja: "江東区", en: "Koto")), ("13121", Bilingual(ja: "足立区", en: "Adachi")),
    ]
    private static let companies = [
        ("acme", Bilingual(ja: "アクメ製作所", en: "Acme")), ("globex", Bilingual(ja: "グローベックス", en: "Globex")),
    ]

    private static func dimension(
        _ key: String, _ label: Bilingual, _ values: [(String, Bilingual)], _ isExclusive: Bool
    )
        -> CaseDimension
    {
        CaseDimension(
            key: key, label: label, values: values.map { CaseDimension.Value(key: $0.0, label: $0.1) },
            isExclusive: isExclusive)
    }

    private static let words: [String: Bilingual] = [
        "schedule": Bilingual(ja: "日程が合わない", en: "schedule"), "distance": Bilingual(ja: "遠い", en: "too far"),
        "other": Bilingual(ja: "その他", en: "other"), "moved": Bilingual(ja: "転居", en: "moved away"),
        "left-country": Bilingual(ja: "帰国・出国", en: "left the country"),
        "work": Bilingual(ja: "仕事・学業", en: "work or studies"),
        "resident": Bilingual(ja: "住民", en: "resident"),
        "volunteer": Bilingual(ja: "ボランティア", en: "volunteer"),
        "in-person": Bilingual(ja: "対面", en: "in person"), "online": Bilingual(ja: "オンライン", en: "online"),
        "themed": Bilingual(ja: "テーマ別", en: "themed"), "regular": Bilingual(ja: "定例", en: "regular"),
        "ease": Bilingual(ja: "日本での生活のしやすさ", en: "ease of life in Japan"),
        "friends": Bilingual(ja: "頼れる人がいる", en: "has somebody to turn to"),
    ]

    func history(asOf: CivilDate) -> CaseHistory {
        var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15)
        var history = CaseHistory()
        history.words = Self.words
        history.dimensions = [
            Self.dimension(
                "category", Bilingual(ja: "区分", en: "category"), Self.categories.map { ($0.0, $0.1) }, true),
            Self.dimension("language", Bilingual(ja: "言語", en: "language"), Self.languages, false),
            Self.dimension("ward", Bilingual(ja: "区市", en: "ward"), Self.wards, true),
            Self.dimension("company", Bilingual(ja: "企業", en: "company"), Self.companies, true),
        ]
        for year in [2024, 2025, 2026] { add(year, &history, &random, asOf) }
        addActivities(&history, &random)
        return history
    }

    private func add(_ year: Int, _ history: inout CaseHistory, _ random: inout Random, _ asOf: CivilDate) {
        guard let first = CivilDate(year: year, month: 4, day: 1) else { return }
        for _ in 0..<size {
            let entered = CivilDate(dayNumber: first.dayNumber + random.below(365))
            if entered > asOf { continue }
            let resident = history.people.count
            history.people.append(
                CasePerson(number: resident, side: .resident, groups: groups(&random)))
            let volunteer = history.people.count
            history.people.append(CasePerson(number: volunteer, side: .volunteer))
            history.entries.append(CaseEntry(person: volunteer, entered: entered))
            let isRefused = random.below(100) < 3
            let isMatched = !isRefused && random.below(100) < success
            let wait = 5 + random.below(80)
            let withdrew = !isMatched && random.below(2) == 0
            history.entries.append(
                CaseEntry(
                    person: resident, entered: entered,
                    withdrew: withdrew ? CivilDate(dayNumber: entered.dayNumber + 100) : nil,
                    isEligible: !isRefused))
            if isRefused { continue }
            if random.below(100) < 25 {
                history.proposals.append(
                    CaseProposal(
                        volunteer: volunteer, resident: resident, date: entered,
                        decision: .declined(
                            by: ["resident", "volunteer"][random.below(2)],
                            reason: ["schedule", "distance", "other"][random.below(3)])))
            }
            guard isMatched else { continue }
            let start = CivilDate(dayNumber: entered.dayNumber + wait)
            history.proposals.append(
                CaseProposal(
                    volunteer: volunteer, resident: resident, date: start,
                    decision: start <= asOf ? .accepted : nil))
            if start <= asOf { addPair(volunteer, resident, start, &history, &random, asOf) }
        }
    }

    private func groups(_ random: inout Random) -> [String: [String]] {
        var place = random.below(100)
        var category = Self.categories[0].0
        for (key, _, share) in Self.categories {
            if place < share {
                category = key
                break
            }
            place -= share
        }
        var groups = ["category": [category], "ward": [Self.wards[random.below(4)].0]]
        groups["language"] = Self.languages.map(\.0).filter { _ in random.below(2) == 0 }
        if category == "employee" { groups["company"] = [Self.companies[random.below(2)].0] }
        return groups
    }

    private func addPair(
        _ volunteer: Int, _ resident: Int, _ start: CivilDate, _ history: inout CaseHistory,
        _ random: inout Random,
        _ asOf: CivilDate
    ) {
        let due = start.adding(months: 6)
        let lasts = random.below(100) < completion
        let early = CivilDate(dayNumber: start.dayNumber + 10 + random.below(160))
        var end: CasePair.End?
        if lasts, due <= asOf {
            end = CasePair.End(date: due, continued: random.below(3) > 0)
        } else if !lasts, early <= asOf {
            let reason = ["moved", "left-country", "work", "schedule"][random.below(4)]
            end = CasePair.End(
                date: early, reason: reason, isExcused: reason == "moved" || reason == "left-country")
        }
        let number = history.pairs.count
        history.pairs.append(
            CasePair(
                number: number, volunteer: volunteer, resident: resident, start: start,
                mode: random.below(4) == 0 ? "online" : "in-person",
                firstMeeting: random.below(100) < 97 ? CivilDate(dayNumber: start.dayNumber + 7) : nil,
                end: end))
        for week in [2, 8, 16] {
            let day = CivilDate(dayNumber: start.dayNumber + 7 * week)
            history.contacts.append(CaseContact(pair: number, date: day, isMade: random.below(10) > 0))
        }
        for item in ["ease", "friends"] {
            let before = 2 + random.below(3)
            history.answers.append(
                CaseAnswer(person: resident, item: item, isBefore: true, score: before, date: start))
            guard let end, end.reason == nil, random.below(3) > 0 else { continue }
            history.answers.append(
                CaseAnswer(
                    person: resident, item: item, isBefore: false,
                    score: min(5, max(1, before + random.below(4) - 1)),
                    date: end.date))
        }
    }

    private func addActivities(_ history: inout CaseHistory, _ random: inout Random) {
        guard let first = CivilDate(year: 2025, month: 4, day: 10) else { return }
        for number in 0..<20 {
            let attendees = (0..<(12 + random.below(20))).map { _ in random.below(200) }
            let people = Array(Set(attendees)).sorted()
            history.sessions.append(
                CaseSession(
                    date: CivilDate(dayNumber: first.dayNumber + 14 * number),
                    minutes: 60 + 30 * random.below(3),
                    kind: number % 5 == 0 ? "themed" : "regular", participants: people.count,
                    attendees: number == 7 ? nil : people))
        }
        for person in 0..<60 {
            history.activities.append(
                CaseActivity(
                    person: 2 * person + 1, date: CivilDate(dayNumber: first.dayNumber + person * 3),
                    minutes: 90,
                    points: 3))
        }
        history.donations = [CaseDonation(date: first, yen: 1_089_742, donors: 54)]
    }
}
