import Assignment
import Foundation
import Pipeline
import Records
import Reporting
import Testing

@Suite struct GoalTests {
    private typealias Volunteer = TinyRun.Volunteer
    private typealias Resident = TinyRun.Resident

    /// Crosswise the pairs are worth 100 and 0 points, straight 25 and 25.
    private let square = TinyRun(
        volunteers: [Volunteer(id: "V1", level: 0), Volunteer(id: "V2", level: 3)],
        residents: [Resident(id: "R1", level: 3), Resident(id: "R2", level: 6)])

    @Test("a group is covered before pairs that fit better are made")
    func cover() throws {
        // The refugee meets V2 only, with a fit of 0, and takes the place of a student with 100.
        var run = TinyRun(
            volunteers: [Volunteer(id: "V1", meets: "a"), Volunteer(id: "V2", meets: "a、b")],
            residents: [
                Resident(id: "R1", meets: "b", level: 4, situation: "refugee"), Resident(id: "S1"),
                Resident(id: "S2"),
            ], goals: "[best-fit]")
        #expect(try run.report().pairs.map(\.resident.text) == ["S1", "S2"])
        run.goals = "[cover: {field: situation, is: refugee}, best-fit]"
        let report = try run.report()
        #expect(report.pairs.count == 2 && report.pairText.hasPrefix("V2-R1 V1-S"))
        let goal = report.certificate.goals[0]
        #expect(goal.name == "cover-situation" && goal.value == 1 && goal.bound == 1)
        #expect(goal.label == Bilingual(ja: "「難民」のペアの数", en: "pairs for “refugee”"))
    }

    @Test("the lowest fit is raised before the total, with both halves of its proof in the manifest")
    func raiseLowest() throws {
        #expect(try square.report().pairText == "V2-R1 V1-R2")
        var run = square
        run.goals = "[most-pairs, raise-lowest, best-fit]"
        let result = try run.result()
        #expect(result.report.pairText == "V1-R1 V2-R2")
        let goal = result.report.certificate.goals[1]
        #expect(goal.name == "raise-lowest" && goal.value == 25 && goal.bound == 25)
        #expect(result.report.certificate.status == "optimal")
        let manifest = result.files.first { $0.name == "manifest.json" }
        let text = manifest.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        #expect(text.contains("no pair below 25: duals; at least 1 below 100: duals"), "\(text)")
    }

    /// Gives up where a goal is minimised, as the search for the threshold does and nothing else.
    private struct ImpatientSolver: AssignmentSolver {
        func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
            if problem.goals.last?.sense == .minimise {
                return AssignmentOutcome(termination: .timeLimit, claim: .none)
            }
            return TinyRun.glpk.solve(problem, options: options)
        }
    }

    @Test("a lowest fit that is not settled in time stands with its bound, and nothing is called proved")
    func raiseLowestUnsettled() throws {
        var run = square
        run.goals = "[most-pairs, raise-lowest, best-fit]"
        let certificate = try run.result(solver: ImpatientSolver()).report.certificate
        #expect(certificate.status == "gap" && !certificate.isProven)
        let goal = certificate.goals[1]
        #expect([0, 25].contains(goal.value) && goal.bound == 100)
    }

    @Test("locked pairs do not count for the lowest fit, and the total comes after it")
    func raiseLowestWithLocks() throws {
        var run = square
        run.goals = "[most-pairs, raise-lowest, best-fit]"
        run.volunteers.append(Volunteer(id: "V3", meets: "z", level: 9))
        run.residents.append(Resident(id: "R3", meets: "z", level: 0))
        #expect(try run.report().certificate.goals[1].value == 0, "V3 and R3 have only each other")
        run.locks = [("V3", "R3")]
        #expect(try run.report().certificate.goals.map(\.value) == [3, 25, 50])
        run.locks += [("V2", "R1"), ("V1", "R2")]
        let locked = try run.report().certificate
        #expect(locked.goals.map(\.value) == [3, 0, 100] && locked.isProven, "every pair is locked")
    }

    @Test("pairs of the earlier run are kept, as many as the goals before it allow")
    func fewestChanges() throws {
        var run = square
        run.goals = "[most-pairs, fewest-changes, best-fit]"
        run.previous = [("V1", "R1"), ("V9", "R2")]
        let report = try run.report()
        #expect(report.pairText == "V1-R1 V2-R2")
        #expect(report.certificate.goals.map(\.value) == [2, 1, 50])
        run.goals = "[most-pairs, best-fit, fewest-changes]"
        #expect(try run.report().pairText == "V2-R1 V1-R2")
    }

    @Test("the goal without its list, and the list without its goal, are usage errors in words")
    func previousMissing() throws {
        var run = square
        run.goals = "[most-pairs, fewest-changes]"
        let missing = try #require(try run.failure())
        #expect(
            missing.exitCode == 64 && missing.lines(in: .en)[0].contains("fewest-changes needs --previous"))
        run.goals = "[most-pairs]"
        run.previous = []
        let unused = try #require(try run.failure())
        #expect(unused.exitCode == 64 && unused.lines(in: .ja)[0].contains("fewest-changes がありません"))
    }

    @Test("limits and goals together give what trying every set of pairs gives", arguments: 1...40)
    func bruteForce(seed: Int) throws {
        var random = Lehmer(seed)
        let letters = ["a", "b", "a、b", "c", "a、c"]
        var run = TinyRun(
            volunteers: (1...4).map {
                Volunteer(
                    id: "V\($0)", meets: letters[random.next(5)], level: random.next(5),
                    places: 1 + random.next(2),
                    office: ["north", "south"][random.next(2)], hours: 1 + random.next(4))
            },
            residents: (1...4).map {
                Resident(
                    id: "R\($0)", meets: letters[random.next(5)], level: random.next(5),
                    situation: ["student", "refugee"][random.next(2)], load: 1 + random.next(3))
            },
            goals: [
                "[most-pairs, raise-lowest, best-fit]",
                "[cover: {field: situation, is: refugee}, most-pairs, raise-lowest, best-fit]",
            ][
                random.next(2)])
        let (most, share, total) = (1 + random.next(2), [3000, 5000][random.next(2)], 3 + random.next(4))
        run.limits = """
            caseload: {by: office, at-most: \(most)}
            quota: {group: {field: situation, is: refugee}, at-least: \(share / 100)%}
            budget: {number: load, side: resident, at-most: \(total)}
            hours: {volunteer: hours, load: load}
            """
        let best = Exhaustive(run: run, caseload: most, share: share, budget: total).best()
        do {
            let certificate = try run.report().certificate
            #expect(certificate.goals.map(\.value) == best)
            #expect(certificate.isProven)
        } catch let error as PipelineError {
            guard case .unmetLimits(let obstacles) = error else { throw error }
            #expect(best == nil && !obstacles.isEmpty)
        }
    }
}

/// A small generator for test data (Lehmer, modulus 2³¹ − 1, multiplier 48271).
private struct Lehmer {
    private var state: Int

    init(_ seed: Int) { state = seed * 7919 % 2_147_483_647 }

    mutating func next(_ count: Int) -> Int {
        state = state * 48_271 % 2_147_483_647
        return state / 128 % count
    }
}

/// Tries every set of pairs of a `TinyRun`.
private struct Exhaustive {
    let run: TinyRun
    let caseload: Int
    let share: Int
    let budget: Int

    /// The values of the best set that keeps the limits, goal by goal; `nil` where none does.
    func best() -> [Int]? {
        var pairs: [(v: Int, r: Int, fit: Int)] = []
        for (v, volunteer) in run.volunteers.enumerated() {
            for (r, resident) in run.residents.enumerated() {
                guard volunteer.meets.contains(where: { $0 != "、" && resident.meets.contains($0) }) else {
                    continue
                }
                pairs.append((v, r, max(0, 100 - 25 * abs(volunteer.level - resident.level))))
            }
        }
        var best: [Int]?
        for mask in 0..<(1 << pairs.count) {
            let chosen = pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] }
            guard isAllowed(chosen) else { continue }
            let values = values(chosen)
            if best.map({ $0.lexicographicallyPrecedes(values) }) ?? true { best = values }
        }
        return best
    }

    private func refugees(_ chosen: [(v: Int, r: Int, fit: Int)]) -> Int {
        chosen.count { run.residents[$0.r].situation == "refugee" }
    }

    private func isAllowed(_ chosen: [(v: Int, r: Int, fit: Int)]) -> Bool {
        if Set(chosen.map(\.r)).count < chosen.count { return false }
        for (v, volunteer) in run.volunteers.enumerated() {
            let mine = chosen.filter { $0.v == v }
            if mine.count > volunteer.places { return false }
            if mine.reduce(0, { $0 + run.residents[$1.r].load }) > volunteer.hours { return false }
        }
        for office in ["north", "south"]
        where chosen.count(where: { run.volunteers[$0.v].office == office }) > caseload {
            return false
        }
        let people = run.residents.count { $0.situation == "refugee" }
        return chosen.reduce(0) { $0 + run.residents[$1.r].load } <= budget
            && refugees(chosen) * 10_000 >= share * people
    }

    private func values(_ chosen: [(v: Int, r: Int, fit: Int)]) -> [Int] {
        let common = [chosen.count, chosen.map(\.fit).min() ?? 0, chosen.reduce(0) { $0 + $1.fit }]
        return run.goals.hasPrefix("[cover") ? [refugees(chosen)] + common : common
    }
}
