import Foundation
import Testing

/// Every proposed pair of made-up cohorts of `family-friend`, checked from the tables alone.
@Suite struct FamilyFriendTests {
    private typealias Pair = (volunteer: Int, resident: Int, match: [String: String])

    private struct Person {
        let isEligible: Bool
        let number: String
        let home: [Double]?
        let week: Set<Int>
        let languages: [String: Int]
        let modes: Set<String>
        let gender: String?
        let wish: String?
    }

    @Test(
        "gates, pair rules, teams, households, fits, the number of pairs and the days waited, recomputed",
        arguments: SampleRun.seeds)
    func pairs(seed: Int) throws {
        let run = try SampleRun("family-friend", residents: 40, volunteers: 32, seed: seed)
        let places = try PlaceLookup()
        let volunteers = people(run.volunteers, "活動できる曜日・時間", places)
        let residents = people(run.residents, "希望の曜日・時間", places)
        let spoilt = (run.quarantined("volunteers.csv"), run.quarantined("residents.csv"))
        let edges = residents.enumerated().map { row, resident in
            volunteers.indices.filter {
                !spoilt.0.contains($0) && !spoilt.1.contains(row) && isAllowed(volunteers[$0], resident)
            }
        }
        let offered = run.volunteers.rows.map { SampleTables.number($0["受け入れ人数"]) ?? 1 }
        let sizes = run.residents.rows.map { SampleTables.number($0["支援チームの人数"]) }
        let cases = representatives(run.residents.rows, edges)
        let best = best(run.residents.rows, edges, cases, sizes, offered)
        try run.checkLists()
        var counts = (volunteers: [Int: Int](), residents: [Int: Int]())
        for pair in try run.pairs() {
            #expect(edges[pair.resident].contains(pair.volunteer), "\(pair.match)")
            counts.volunteers[pair.volunteer, default: 0] += 1
            counts.residents[pair.resident, default: 0] += 1
            try checkPoints(run, pair, volunteers[pair.volunteer], residents[pair.resident])
        }
        #expect(counts.volunteers.allSatisfy { $0.value <= offered[$0.key] })
        #expect(Set(counts.residents.keys).isSubset(of: cases), "a household is one case")
        #expect(counts.residents.allSatisfy { $0.value == sizes[$0.key] ?? 1 }, "a whole team or none")
        #expect(counts.residents.count >= 5)
        // Where not every team can be had, the fewest are left out before anything else counts.
        guard best.isComplete else { return }
        #expect(run.matches.count == best.pairs)
        let waited = try run.pairs().map { days(run.residents.rows[$0.resident]) }
        #expect(waited.reduce(0, +) == best.days)
    }

    // MARK: Rules

    /// Municipalities of the area: the beginnings of their codes.
    private static let area = [
        "131", "13203", "13204", "13208", "13219", "13229", "1413", "12203", "12207", "12227", "11203",
        "11224", "11229",
    ]

    private func people(_ table: SampleTables, _ week: String, _ places: PlaceLookup) -> [Person] {
        table.rows.map { row in
            let code = row["郵便番号"] ?? ""
            let municipality = places.municipality(code) ?? ""
            let years = SampleTables.date(row["来日日"]).map { SampleTables.years(from: $0, to: SampleRun.asOf) }
            // Only volunteers have an origin.
            let isForeign = table.word(row["出身"], of: "origins") == "foreign"
            return Person(
                isEligible: ["本人確認", "オリエンテーション受講", "個別ヒアリング"].allSatisfy { SampleTables.isYes(row[$0]) }
                    && Self.area.contains { municipality.hasPrefix($0) }
                    && (!isForeign || years ?? 0 >= 10),
                number: row["会員番号"] ?? "", home: places.coordinate(code),
                week: SampleTables.week(row[week]) ?? [], languages: table.languages(row["話せる言語"]),
                modes: table.words(row["活動方法"], of: "modes") ?? [],
                gender: table.word(row["性別"], of: "genders"),
                wish: table.word(row["相手の性別の希望"], of: "partner-wishes"))
        }
    }

    private func isAllowed(_ volunteer: Person, _ resident: Person) -> Bool {
        guard volunteer.isEligible, resident.isEligible,
            volunteer.number.isEmpty || volunteer.number != resident.number,
            !volunteer.modes.isDisjoint(with: resident.modes),
            accepts(volunteer, resident), accepts(resident, volunteer),
            volunteer.languages.contains(where: { $0.value >= 2 && resident.languages[$0.key] ?? -1 >= 2 }),
            let metres = metres(volunteer, resident)
        else { return false }
        let isOnline = volunteer.modes.contains("online") && resident.modes.contains("online")
        return (isOnline || metres <= 8000)
            && SampleTables.common(volunteer.week, resident.week, block: 4, isCircle: false) >= 8
    }

    private func accepts(_ person: Person, _ other: Person) -> Bool {
        switch person.wish {
        case nil, "anyone": true
        case "same": person.gender != nil && person.gender == other.gender
        default: other.gender == person.wish
        }
    }

    private func metres(_ a: Person, _ b: Person) -> Int? {
        guard let one = a.home, let other = b.home else { return nil }
        return Int((PlaceLookup.kilometres(one, other) * 1000).rounded())
    }

    /// Who stands for each household: of those with a candidate the one who waits longest, then the first id.
    private func representatives(_ rows: [[String: String]], _ edges: [[Int]]) -> Set<Int> {
        let withCandidates = rows.indices.filter { !edges[$0].isEmpty }
        let households = Dictionary(grouping: withCandidates) { row in
            let household = rows[row]["世帯番号"] ?? ""
            return household.isEmpty ? "row \(row)" : household
        }
        return Set(
            households.values.compactMap { members in
                members.min { (days(rows[$1]), $0) < (days(rows[$0]), $1) }
            })
    }

    private func days(_ row: [String: String]) -> Int {
        SampleTables.date(row["申込日"]).flatMap { SampleTables.days(from: $0, to: SampleRun.asOf) } ?? 0
    }

    // MARK: Goals

    /// Whether all teams with enough candidates can be complete together, the most pairs, and then the most days waited.
    private func best(
        _ rows: [[String: String]], _ edges: [[Int]], _ cases: Set<Int>, _ sizes: [Int?], _ offered: [Int]
    ) -> (isComplete: Bool, pairs: Int, days: Int) {
        let open = cases.filter { edges[$0].count >= sizes[$0] ?? 1 }
        // Teams come first, the others by the days that they have waited.
        let order = open.sorted { a, b in
            (sizes[a] == nil ? 1 : 0, -days(rows[a]), a) < (sizes[b] == nil ? 1 : 0, -days(rows[b]), b)
        }
        let filled = SampleRun.filled(
            order.map { edges[$0] }, places: order.map { sizes[$0] ?? 1 }, volunteerPlaces: offered)
        return (
            zip(order, filled).allSatisfy { sizes[$0] == nil || sizes[$0] == $1 }, filled.reduce(0, +),
            zip(order, filled).map { days(rows[$0]) * $1 }.reduce(0, +)
        )
    }

    // MARK: Fit

    private func checkPoints(
        _ run: SampleRun, _ pair: Pair, _ volunteer: Person, _ resident: Person
    ) throws {
        let rows = (run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident])
        func expect(_ name: String, _ part: Int?, of whole: Int, weight: Int) {
            // A missing answer is neither good nor bad.
            let expected = part.map { SampleRun.points($0, of: whole, weight: weight) } ?? 50 * weight
            #expect(Int(pair.match["points: \(name)"] ?? "") == expected, "\(name) of \(pair.match)")
        }
        let distance = try #require(metres(volunteer, resident))
        expect("closeness", 8000 - distance, of: 7000, weight: 3)
        let quarters = SampleTables.common(volunteer.week, resident.week, block: 4, isCircle: false)
        expect("common free time", quarters - 4, of: 20, weight: 2)
        let interests = (
            run.volunteers.words(rows.0["趣味"], of: "interests"),
            run.residents.words(rows.1["趣味"], of: "interests")
        )
        let shared = interests.0.flatMap { mine in interests.1.map { mine.intersection($0).count } }
        expect("interests", shared, of: 3, weight: 2)
        let needs = run.residents.words(rows.1["希望する支援"], of: "needs").flatMap { $0.isEmpty ? nil : $0 }
        let offers = run.volunteers.words(rows.0["できる支援"], of: "needs")
        let covered = needs.flatMap { needs in offers.map { needs.intersection($0).count } }
        expect("wishes", covered, of: needs?.count ?? 1, weight: 3)
        let levels = volunteer.languages.compactMap { language, level in
            resident.languages[language].map { min(level, $0) }
        }
        // A2 is rank 1 and C1 is rank 4.
        expect("languages", try #require(levels.max()) - 1, of: 3, weight: 2)
        let situation = run.residents.word(rows.1["区分"], of: "situations")
        let experience = run.volunteers.words(rows.0["支援できる区分"], of: "situations")
        let known = situation.flatMap { word in experience.map { $0.contains(word) ? 1 : 0 } }
        expect("situation", known, of: 1, weight: 2)
        let meetings = [rows.0, rows.1].map { SampleTables.number($0["希望回数（月）"]) }
        let gap = meetings[0].flatMap { mine in meetings[1].map { abs(mine - $0) } }
        expect("meetings a month", gap.map { 3 - $0 }, of: 3, weight: 1)
        let both = volunteer.modes.intersection(resident.modes).count
        expect("mode", both, of: volunteer.modes.union(resident.modes).count, weight: 1)
    }
}
