import Foundation
import Testing

/// Every team of made-up cohorts of `social-hub-teams`, checked from the tables alone.
@Suite struct TeamSampleTests {
    @Test(
        "themes, ways to help, hours, sizes, fits, the number of teams and of their people, recomputed",
        arguments: SampleRun.seeds)
    func teams(seed: Int) throws {
        let run = try SampleRun("social-hub-teams", residents: 7, volunteers: 30, seed: seed)
        try run.checkLists()
        let spoilt = (run.quarantined("volunteers.csv"), run.quarantined("residents.csv"))
        let (people, projects) = (run.volunteers, run.residents)
        let edges = projects.rows.indices.map { project in
            people.rows.indices.filter {
                !spoilt.0.contains($0) && !spoilt.1.contains(project) && isAllowed(run, $0, project)
            }
        }
        var members: [Int: Int] = [:]
        var used: Set<Int> = []
        for pair in try run.pairs() {
            #expect(edges[pair.resident].contains(pair.volunteer), "\(pair.match)")
            #expect(used.insert(pair.volunteer).inserted, "nobody is in two teams")
            members[pair.resident, default: 0] += 1
            checkPoints(run, pair)
        }
        #expect(!members.isEmpty)
        let least = projects.rows.map { SampleTables.number($0["最少人数"]) ?? 0 }
        let most = projects.rows.map { SampleTables.number($0["最多人数"]) ?? 0 }
        for (project, count) in members {
            #expect((least[project]...most[project]).contains(count))
        }
        let best = best(edges, least, most, people: people.rows.count)
        #expect(members.count == best.teams, "as few projects as possible are left out")
        #expect(run.matches.count == best.people)
    }

    /// Every choice of projects that can all have their smallest team: the most projects, then the most people.
    private func best(
        _ edges: [[Int]], _ least: [Int], _ most: [Int], people: Int
    ) -> (teams: Int, people: Int) {
        let places = [Int](repeating: 1, count: people)
        let open = edges.indices.filter { edges[$0].count >= max(1, least[$0]) }
        var best = (teams: 0, people: 0)
        for choice in 0..<(1 << open.count) {
            let chosen = open.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
            if chosen.count < best.teams { continue }
            // The smallest team of each comes before anybody more.
            let filled = SampleRun.filled(
                (chosen + chosen).map { edges[$0] },
                places: chosen.map { least[$0] } + chosen.map { most[$0] - least[$0] },
                volunteerPlaces: places)
            guard Array(filled.prefix(chosen.count)) == chosen.map({ least[$0] }) else { continue }
            let count = filled.reduce(0, +)
            if (chosen.count, count) > best { best = (chosen.count, count) }
        }
        return best
    }

    private func isAllowed(_ run: SampleRun, _ person: Int, _ project: Int) -> Bool {
        let (mine, theirs) = (run.volunteers.rows[person], run.residents.rows[project])
        for (columns, vocabulary) in [(("関心のあるテーマ", "テーマ"), "themes"), (("関わり方", "関わり方"), "slots")] {
            let words = run.volunteers.words(mine[columns.0], of: vocabulary) ?? []
            if words.isDisjoint(with: run.residents.words(theirs[columns.1], of: vocabulary) ?? []) {
                return false
            }
        }
        return common(run, person, project) >= 4
    }

    /// Quarter hours in common, in runs of an hour at least.
    private func common(_ run: SampleRun, _ person: Int, _ project: Int) -> Int {
        let mine = SampleTables.week(run.volunteers.rows[person]["集まれる曜日・時間"]) ?? []
        let theirs = SampleTables.week(run.residents.rows[project]["集まる曜日・時間"]) ?? []
        return SampleTables.common(mine, theirs, block: 4, isCircle: false)
    }

    private func checkPoints(
        _ run: SampleRun, _ pair: (volunteer: Int, resident: Int, match: [String: String])
    ) {
        let (person, project) = (run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident])
        func points(_ name: String) -> Int? { Int(pair.match["points: \(name)"] ?? "") }
        let themes = (
            run.volunteers.words(person["関心のあるテーマ"], of: "themes") ?? [],
            run.residents.words(project["テーマ"], of: "themes") ?? []
        )
        let shared = themes.0.intersection(themes.1).count
        #expect(points("themes") == SampleRun.points(shared, of: 2, weight: 2))
        let quarters = common(run, pair.volunteer, pair.resident)
        #expect(points("common free time") == SampleRun.points(quarters - 4, of: 12, weight: 1))
        if let needs = run.residents.words(project["必要な力"], of: "skills"),
            let skills = run.volunteers.words(person["できること"], of: "skills")
        {
            let covered = needs.intersection(skills).count
            #expect(points("skills needed") == SampleRun.points(covered, of: 2, weight: 3))
        } else {
            #expect(points("skills needed") == 150, "a missing answer is neither good nor bad")
        }
    }
}
