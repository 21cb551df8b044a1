import Compatibility
import Records
import TestKit
import Testing

@Suite struct CandidatesByRowTests {
    /// A random part of the rules, in random order, with all measures.
    private func ruleset(_ random: RandomCohort, _ numbers: inout SplitMix64) throws -> Ruleset {
        let chosen = random.rules.enumerated().filter { _ in numbers.once(in: 3) }.map(\.element)
        return Ruleset(
            gates: [
                Gate(id: "gate-ok", sides: [.volunteer, .resident], check: FlagCheck(field: "ok")),
                Gate(id: "gate-seen", sides: [.volunteer], check: FlagCheck(field: "seen")),
            ],
            pairRules: chosen.shuffled(using: &numbers),
            criteria: try random.measures().enumerated().map { index, measure in
                Criterion(
                    name: "c\(index)", label: Bilingual("c"), maximumPoints: index * 37, measure: measure)
            })
    }

    /// What every pair comes to, one call at a time.
    private struct Plain {
        var edges: [Candidates.Edge] = []
        var removed: [Int]
        var alone: [Int]
        var aloneByResident: [[Int]] = []
        /// The same of the pairs that a rule lets pass, and how many these are.
        var nearRemoved: [Int]
        var nearAlone: [Int]
        var near = 0
        var eligible = 0

        init(_ ruleset: Ruleset, _ cohort: Cohort, near first: Int?) {
            let passes = Side.allCases.map { side in
                ruleset.gates.map { $0.passes(cohort[side], of: cohort) }
            }
            let tests = ruleset.pairRules.map { $0.test(in: cohort) }
            let points = ruleset.points(in: cohort)
            removed = tests.map { _ in 0 }
            (alone, nearRemoved, nearAlone) = (removed, removed, removed)
            for resident in cohort.residents.ids.indices {
                // Two volunteers' gates, one residents' gate, then the rules.
                var mine = Array(repeating: 0, count: 3 + tests.count)
                defer { aloneByResident.append(mine) }
                guard passes[1].allSatisfy({ $0[resident] }) else { continue }
                for volunteer in cohort.volunteers.ids.indices {
                    let gates = (0..<2).filter { !passes[0][$0][volunteer] }
                    let failed = tests.indices.filter { !tests[$0](volunteer, resident) }
                    if gates.count + failed.count == 1 {
                        mine[gates.first ?? failed.first.map { 3 + $0 } ?? 0] += 1
                    }
                    guard gates.isEmpty else { continue }
                    eligible += 1
                    for rule in failed { removed[rule] += 1 }
                    if failed.count == 1 { alone[failed[0]] += 1 }
                    if let first, !failed.contains(first) {
                        near += 1
                        for rule in failed { nearRemoved[rule] += 1 }
                        if failed.count == 1 { nearAlone[failed[0]] += 1 }
                    }
                    if failed.isEmpty {
                        edges.append(
                            Candidates.Edge(
                                resident: resident, volunteer: volunteer,
                                fit: points(volunteer, resident).reduce(0, +)))
                    }
                }
            }
        }
    }

    @Test("pairs, fits and tallies are those of testing every pair by itself", arguments: 1...60)
    func everyPair(seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        let random = RandomCohort(
            seed: seed, volunteers: numbers.number(in: 0...140), residents: numbers.number(in: 0...70))
        let ruleset = try ruleset(random, &numbers)
        let cohort = random.cohort
        let plain = Plain(ruleset, cohort, near: nil)
        let candidates = ruleset.candidates(in: cohort)
        #expect(Array(candidates.edges) == plain.edges)
        #expect(candidates.tallies.suffix(ruleset.pairRules.count).map(\.removed) == plain.removed)
        #expect(candidates.tallies.suffix(ruleset.pairRules.count).map(\.removedAlone) == plain.alone)
        #expect(
            candidates.removedAlone(ofResidents: Array(cohort.residents.ids.indices))
                == plain.aloneByResident)
        for resident in cohort.residents.ids.indices {
            #expect(
                Array(candidates.edges(ofResident: resident))
                    == plain.edges.filter { $0.resident == resident })
        }
        for volunteer in cohort.volunteers.ids.indices {
            #expect(
                candidates.volunteerDegrees[volunteer] == plain.edges.count { $0.volunteer == volunteer })
        }
    }

    @Test(
        "without a look at far pairs, pairs and fits are the same and the tallies speak of near pairs",
        arguments: 1...60)
    func nearPairs(seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        let random = RandomCohort(
            seed: seed, volunteers: numbers.number(in: 1...500), residents: numbers.number(in: 1...30))
        var ruleset = try ruleset(random, &numbers)
        ruleset.pairRules.removeAll { $0 is WithinRule }
        let condition = FieldCondition(field: "mode", value: .tag("b"))
        let within = WithinRule(
            field: "home", metres: [0, 500, 3000][Int(seed / 3 % 3)],
            unless: [nil, .both(condition), .resident(condition)][Int(seed % 3)])
        ruleset.pairRules.insert(within, at: numbers.number(in: 0...ruleset.pairRules.count))
        let first = try #require(ruleset.pairRules.firstIndex { $0 is WithinRule })
        let cohort = random.cohort
        let plain = Plain(ruleset, cohort, near: first)
        let candidates = ruleset.candidates(in: cohort, lookingAtAllUpTo: 0)
        #expect(Array(candidates.edges) == plain.edges)
        let tallies = Array(candidates.tallies.suffix(ruleset.pairRules.count))
        for rule in ruleset.pairRules.indices {
            let isFirst = rule == first && plain.eligible > 0
            #expect(
                tallies[rule].removed == (isFirst ? plain.eligible - plain.near : plain.nearRemoved[rule]))
            #expect(tallies[rule].removedAlone == (isFirst ? nil : plain.nearAlone[rule]))
            #expect(tallies[rule].scope == (plain.eligible == 0 || isFirst ? .pair : .nearPair))
        }
        #expect(
            candidates.removedAlone(ofResidents: Array(cohort.residents.ids.indices))
                == plain.aloneByResident, "of far volunteers too")
    }

    @Test(
        "the order in which rules stand changes neither the pairs nor what a rule removed", arguments: 1...10)
    func order(seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        let random = RandomCohort(seed: seed, volunteers: 100, residents: 30)
        var ruleset = try ruleset(random, &numbers)
        let before = ruleset.candidates(in: random.cohort)
        let order = Array(ruleset.pairRules.indices.reversed())
        ruleset.pairRules = order.map { ruleset.pairRules[$0] }
        let after = ruleset.candidates(in: random.cohort)
        #expect(Array(before.edges) == Array(after.edges))
        let count = order.count
        #expect(
            order.map { before.tallies.suffix(count).map(\.removedAlone)[$0] }
                == after.tallies.suffix(count).map(\.removedAlone))
    }
}
