import Assignment
import GLPKSolver
import TestKit
import Testing

/// Families made to be hard for one part of the method, with optima known by hand.
@Suite struct AdversarialTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    /// Everything has one place unless `right` says otherwise.
    private func problem(
        _ left: Int, right: [Int], _ edges: [(left: Int, right: Int, weight: Int)], pairsFirst: Bool = true,
        limits: [Limit] = [], mustFillLeft: [Int] = []
    ) throws -> AssignmentProblem {
        let graph = try BipartiteGraph(
            leftCount: left, rightCount: right.count, edges: edges.map { ($0.left, $0.right) })
        let pairs = Goal(name: "pairs", weights: edges.map { _ in 1 })
        let fit = Goal(name: "fit", weights: edges.map(\.weight))
        return try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: left), rightCapacities: right,
            goals: pairsFirst ? [pairs, fit] : [fit], limits: limits, mustFillLeft: mustFillLeft)
    }

    private func values(_ problem: AssignmentProblem) throws -> [Int] {
        let outcome = solver.solve(problem)
        #expect(outcome.claim == .provenOptimal, "\(outcome)")
        return try #require(outcome.solution).goalValues
    }

    private func limit(
        _ name: String, _ edges: some Sequence<Int>, atLeast: Int? = nil, atMost: Int? = nil
    ) -> Limit {
        Limit(name: name, terms: edges.map { Limit.Term(edge: $0) }, atLeast: atLeast, atMost: atMost)
    }

    private func complete(
        _ left: Int, _ right: Int, _ weight: (Int, Int) -> Int
    ) -> [(left: Int, right: Int, weight: Int)] {
        (0..<left).flatMap { i in (0..<right).map { (left: i, right: $0, weight: weight(i, $0)) } }
    }

    @Test("geometric increase: 2^(i + j) is supermodular, so the largest belong together")
    func geometric() throws {
        let edges = complete(20, 20) { 1 << ($0 + $1) }
        #expect(
            try values(problem(20, right: .init(repeating: 1, count: 20), edges)) == [20, 366_503_875_925])
    }

    @Test("geometric increase the other way round: −2^(i + j) puts the largest with the smallest")
    func geometricCosts() throws {
        let edges = complete(20, 20) { -(1 << ($0 + $1)) }
        let best = -20 * (1 << 19)
        #expect(try values(problem(20, right: .init(repeating: 1, count: 20), edges)) == [20, best])
    }

    @Test("weights that are all below zero: nobody for the fit alone, everybody if pairs come first")
    func negative() throws {
        let edges = complete(12, 9) { -1 - ($0 * 7 + $1 * 3) % 10 }
        let places = [Int](repeating: 1, count: 9)
        #expect(try values(problem(12, right: places, edges, pairsFirst: false)) == [0])
        let found = try values(problem(12, right: places, edges))
        #expect(found[0] == 9)
        // Every pair at −1 where 7 i + 3 j is divisible by 10: i = j.
        #expect(found[1] == -9)
    }

    @Test("weights that are all zero leave the number of pairs to decide, and nothing if it is no goal")
    func zero() throws {
        let edges = complete(15, 6) { _, _ in 0 }
        let places = [1, 2, 3, 1, 2, 3]
        #expect(try values(problem(15, right: places, edges)) == [12, 0])
        #expect(try values(problem(15, right: places, edges, pairsFirst: false)) == [0])
    }

    @Test("all weights equal and a limit on everything: exactly what the limit allows")
    func equalUnderLimit() throws {
        let edges = complete(30, 30) { _, _ in 7 }
        let most = limit("everything", edges.indices, atMost: 17)
        let places = [Int](repeating: 1, count: 30)
        #expect(try values(problem(30, right: places, edges, limits: [most])) == [17, 119])
    }

    @Test("one volunteer wanted by all, with a quota for the worst and a limit on the best")
    func wantedByAll() throws {
        // Ten places; at most three of the ten best, at least two of the five worst, the rest from 30 to 39.
        let edges = (0..<50).map { (left: $0, right: 0, weight: $0) }
        let limits = [limit("best", 40..<50, atMost: 3), limit("worst", 0..<5, atLeast: 2)]
        let best = (47 + 48 + 49) + (35 + 36 + 37 + 38 + 39) + (3 + 4)
        #expect(try values(problem(50, right: [10], edges, limits: limits)) == [10, best])
    }

    /// Left i joins right i − 1 (weight 3) and right i (weight 2); left 0 only right 0 (weight 1).
    private func chain(_ n: Int) -> [(left: Int, right: Int, weight: Int)] {
        [(left: 0, right: 0, weight: 1)]
            + (1..<n).flatMap { [(left: $0, right: $0 - 1, weight: 3), (left: $0, right: $0, weight: 2)] }
    }

    @Test("a chain that a limit keeps from moving all the way leaves its first vertex out")
    func limitedChain() throws {
        let n = 200
        let straight = (1..<n).map { 2 * $0 }
        let places = [Int](repeating: 1, count: n)
        // All n pairs need all n − 1 straight edges. One less, and n − 1 pairs are possible: 3 each.
        let all = try values(
            problem(n, right: places, chain(n), limits: [limit("straight", straight, atMost: n - 1)]))
        #expect(all == [n, 2 * n - 1])
        let oneLess = try values(
            problem(n, right: places, chain(n), limits: [limit("straight", straight, atMost: n - 2)]))
        #expect(oneLess == [n - 1, 3 * (n - 1)])
    }

    @Test("a chain whose first vertex must be filled and that may not move is infeasible, and says by whom")
    func brokenChain() throws {
        let n = 60
        let limits = [limit("straight", (1..<n).map { 2 * $0 }, atMost: n - 2)]
        let everybody = Array(0..<n)
        let outcome = solver.solve(
            try problem(
                n, right: .init(repeating: 1, count: n), chain(n), limits: limits, mustFillLeft: everybody))
        #expect(outcome.termination == .infeasible)
        #expect(outcome.solution == nil)
        let report = try #require(outcome.infeasibility)
        #expect(report.limits.count + report.vertices.count > 0)
    }

    @Test("cliques on an odd ring: the relaxation takes halves everywhere, the answer every other one")
    func oddRing() throws {
        let n = 9
        let edges = (0..<n).map { (left: $0, right: $0, weight: 10) }
        let limits = (0..<n).map { limit("clique \($0)", [$0, ($0 + 1) % n], atMost: 1) }
        #expect(
            try values(problem(n, right: .init(repeating: 1, count: n), edges, limits: limits)) == [4, 40])
    }

    @Test("coefficients of which no sum hits the bound: the nearest below counts")
    func subsetSum() throws {
        // Even coefficients under an odd bound: 2 + 4 + 8 + … + 512 = 1,022 would be too much by one.
        let edges = (0..<9).map { (left: $0, right: $0, weight: 2 << $0) }
        let budget = Limit(
            name: "budget", terms: (0..<9).map { .init(edge: $0, coefficient: 2 << $0) }, atMost: 1_021)
        let places = [Int](repeating: 1, count: 9)
        #expect(
            try values(problem(9, right: places, edges, pairsFirst: false, limits: [budget])) == [1_020])
    }

    @Test("weights that reach 2^53 together are solved to the last unit; one more is refused beforehand")
    func largestWeights() throws {
        let half = 1 << 52
        // The diagonal is worth 2^52 − 1, the other way 2^52 + 1; all four weights add up to 2^53.
        let edges = [
            (left: 0, right: 0, weight: half - 3), (0, 1, half - 3), (1, 0, 4), (1, 1, 2),
        ]
        #expect(try values(problem(2, right: [1, 1], edges)) == [2, half + 1])
        let more = [(left: 0, right: 0, weight: half - 3), (0, 1, half - 3), (1, 0, 4), (1, 1, 3)]
        #expect(throws: AssignmentProblemError.weightsTooLarge(goal: "fit")) {
            try problem(2, right: [1, 1], more)
        }
    }

    @Test("two limits that exclude each other only in integers are infeasible")
    func parity() throws {
        // 2 Σ x = 5 has fractional solutions only.
        let edges = complete(4, 4) { $0 + $1 }
        let places = [Int](repeating: 1, count: 4)
        let even = edges.indices.filter { $0 % 2 == 0 }
        let doubled = Limit(
            name: "doubled", terms: even.map { .init(edge: $0, coefficient: 2) }, atLeast: 5, atMost: 5)
        let outcome = solver.solve(try problem(4, right: places, edges, limits: [doubled]))
        #expect(outcome.termination == .infeasible)
        #expect(outcome.infeasibility?.limits.map(\.name) == ["doubled"])
    }
}
