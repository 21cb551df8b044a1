import Foundation
import Testing

/// Every proposed pair of made-up cohorts of `corporate`, checked from the tables alone.
@Suite struct CorporateTests {
    private typealias Pair = (volunteer: Int, resident: Int, match: [String: String])

    @Test(
        "gates, ten years, the choice of pair, no business contact, homes, hours, contracts and fits, recomputed",
        arguments: SampleRun.seeds)
    func pairs(seed: Int) throws {
        let run = try SampleRun("corporate", residents: 60, volunteers: 55, seed: seed)
        try run.checkLists()
        let places = try PlaceLookup()
        let lines = managers(run)
        var counts = (volunteers: [Int: Int](), companies: [String: Int](), households: [String: Int]())
        var used: Set<Int> = []
        for pair in try run.pairs() {
            let (volunteer, resident) = (
                run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident]
            )
            #expect(used.insert(pair.resident).inserted)
            counts.volunteers[pair.volunteer, default: 0] += 1
            counts.companies[run.residents.word(resident["会社"], of: "companies") ?? "?", default: 0] += 1
            if let household = resident["世帯番号"], !household.isEmpty {
                counts.households[household, default: 0] += 1
            }
            checkGates(run, volunteer, resident)
            checkContact(run, volunteer, resident, lines)
            try checkMeeting(run, volunteer, resident, places)
            checkPoints(run, pair)
            let years = SampleTables.date(resident["来日日"]).map {
                SampleTables.years(from: $0, to: SampleRun.asOf)
            }
            #expect((pair.match["warnings"] ?? "?").isEmpty == (years.map { $0 < 10 } ?? false))
        }
        for (volunteer, count) in counts.volunteers {
            #expect(count <= SampleTables.number(run.volunteers.rows[volunteer]["受け入れ人数"]) ?? 1)
        }
        #expect(counts.companies["aoba"] ?? 0 <= 12 && counts.companies["minato"] ?? 0 <= 10)
        #expect(counts.households.allSatisfy { $0.value == 1 }, "a household is one case")
        #expect(run.matches.count > 15)
    }

    // MARK: Rules

    private func checkGates(_ run: SampleRun, _ volunteer: [String: String], _ resident: [String: String]) {
        for person in [volunteer, resident] {
            #expect(["本人確認", "説明会参加", "個別ヒアリング"].allSatisfy { SampleTables.isYes(person[$0]) })
        }
        #expect(SampleTables.isYes(volunteer["オリエンテーション受講"]))
        guard run.volunteers.word(volunteer["出身"], of: "origins") == "foreign" else { return }
        let years = SampleTables.date(volunteer["来日日"]).map {
            SampleTables.years(from: $0, to: SampleRun.asOf)
        }
        #expect(years ?? 0 >= 10)
        #expect(run.volunteers.languages(volunteer["話せる言語"])["ja"] ?? -1 >= 3)
    }

    /// The managers of every employee number of a company.
    private func managers(_ run: SampleRun) -> [String: Set<String>] {
        var managers: [String: Set<String>] = [:]
        for (table, rows) in [(run.volunteers, run.volunteers.rows), (run.residents, run.residents.rows)] {
            let spoilt = run.quarantined(
                table.rows == run.volunteers.rows ? "volunteers.csv" : "residents.csv")
            for (index, row) in rows.enumerated() where !spoilt.contains(index) {
                guard let company = table.word(row["会社"], of: "companies"), let own = row["社員番号"],
                    !own.isEmpty,
                    let manager = row["上司の社員番号"], !manager.isEmpty
                else { continue }
                managers["\(company)/\(own)", default: []].insert("\(company)/\(manager)")
            }
        }
        return managers
    }

    /// Everybody above somebody, one step at a time.
    private func above(_ employee: String, _ managers: [String: Set<String>]) -> Set<String> {
        var found: Set<String> = []
        var next = managers[employee] ?? []
        while !next.isSubset(of: found) {
            found.formUnion(next)
            next = next.reduce(into: Set()) { $0.formUnion(managers[$1] ?? []) }
        }
        return found
    }

    private func checkContact(
        _ run: SampleRun, _ volunteer: [String: String], _ resident: [String: String],
        _ managers: [String: Set<String>]
    ) {
        let companies = [
            run.volunteers.word(volunteer["会社"], of: "companies"),
            run.residents.word(resident["会社"], of: "companies"),
        ]
        let wishes = [
            run.volunteers.word(volunteer["ペアの希望（社内・社外）"], of: "pair-wishes"),
            run.residents.word(resident["ペアの希望（社内・社外）"], of: "pair-wishes"),
        ].map { $0 ?? "?" }
        guard let company = companies[0], company == companies[1] else {
            #expect(wishes.allSatisfy { ["outside", "either"].contains($0) })
            return
        }
        #expect(wishes.allSatisfy { ["inside", "either"].contains($0) })
        let departments = [
            run.volunteers.word(volunteer["部署"], of: "departments"),
            run.residents.word(resident["部署"], of: "departments"),
        ]
        #expect(departments[0] != nil && departments[1] != nil && departments[0] != departments[1])
        let projects = [volunteer, resident].map { SampleTables.freeWords($0["担当プロジェクト"]) ?? [] }
        #expect(projects[0].isDisjoint(with: projects[1]))
        let numbers = [volunteer, resident].map { "\(company)/\($0["社員番号"] ?? "")" }
        let direct = [volunteer, resident].map { "\(company)/\($0["上司の社員番号"] ?? "")" }
        #expect(direct[0] != numbers[1] && direct[1] != numbers[0])
        #expect(!above(numbers[0], managers).contains(numbers[1]))
        #expect(!above(numbers[1], managers).contains(numbers[0]))
    }

    private func checkMeeting(
        _ run: SampleRun, _ volunteer: [String: String], _ resident: [String: String], _ places: PlaceLookup
    ) throws {
        #expect(volunteer["会員番号"] != resident["会員番号"])
        let modes = [
            run.volunteers.words(volunteer["活動方法"], of: "modes") ?? [],
            run.residents.words(resident["活動方法"], of: "modes") ?? [],
        ]
        #expect(!modes[0].isDisjoint(with: modes[1]))
        if !modes.allSatisfy({ $0.contains("online") }) {
            let homes = try [volunteer, resident].map { try #require(places.coordinate($0["郵便番号"] ?? "")) }
            #expect(PlaceLookup.kilometres(homes[0], homes[1]) <= 15.001)
        }
        let weeks = try [volunteer, resident].map { try #require(SampleTables.week($0["活動できる曜日・時間"])) }
        #expect(SampleTables.common(weeks[0], weeks[1], block: 4, isCircle: false) >= 8)
        let languages = [
            run.volunteers.languages(volunteer["話せる言語"]), run.residents.languages(resident["話せる言語"]),
        ]
        #expect(languages[0].contains { $0.value >= 2 && languages[1][$0.key] ?? -1 >= 2 })
        let genders = [
            run.volunteers.word(volunteer["性別"], of: "genders"),
            run.residents.word(resident["性別"], of: "genders"),
        ]
        let wishes = [
            run.volunteers.word(volunteer["相手の性別の希望"], of: "partner-wishes"),
            run.residents.word(resident["相手の性別の希望"], of: "partner-wishes"),
        ]
        for (own, other, wish) in [(genders[0], genders[1], wishes[0]), (genders[1], genders[0], wishes[1])] {
            switch wish {
            case nil, "anyone": break
            case "same": #expect(own != nil && own == other)
            default: #expect(other == wish)
            }
        }
    }

    // MARK: Fit

    private func checkPoints(_ run: SampleRun, _ pair: Pair) {
        let (volunteer, resident) = (run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident])
        func points(_ name: String) -> Int? { Int(pair.match["points: \(name)"] ?? "") }
        for (column, vocabulary, name, full, weight) in [
            ("特性", "traits", "traits", 2, 1), ("趣味", "interests", "interests", 3, 2),
            ("こだわり", "particulars", "particulars", 2, 1),
        ] {
            if let mine = run.volunteers.words(volunteer[column], of: vocabulary),
                let theirs = run.residents.words(resident[column], of: vocabulary)
            {
                let shared = mine.intersection(theirs).count
                #expect(points(name) == SampleRun.points(shared, of: full, weight: weight))
            } else {
                #expect(points(name) == 50 * weight)
            }
        }
        if let needs = run.residents.words(resident["希望や課題"], of: "needs"),
            let offers = run.volunteers.words(volunteer["できる支援"], of: "needs")
        {
            let covered = needs.intersection(offers).count
            #expect(points("wishes and worries") == SampleRun.points(covered, of: needs.count, weight: 3))
        }
        if let partners = SampleTables.number(volunteer["担当中の人数"]) {
            #expect(points("room for more") == SampleRun.points(2 - partners, of: 2, weight: 1))
        }
        if let date = SampleTables.date(resident["申込日"]),
            let days = SampleTables.days(from: date, to: SampleRun.asOf)
        {
            #expect(points("waiting time") == SampleRun.points(days, of: 180, weight: 1))
        }
    }
}
