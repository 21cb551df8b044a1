import Assignment
import GLPKSolver
import TestKit
import Testing

/// Solving again from an earlier answer gives what solving afresh gives, and searches only for what broke.
@Suite struct WarmStartTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    /// What is wrong with an answer from a starting point, against one without.
    private func fault(of problem: AssignmentProblem, from start: StartingPoint) -> String? {
        let fresh = solver.solve(problem)
        let again = solver.solve(problem, options: SolverOptions(startingPoint: start))
        guard let solution = again.solution, let expected = fresh.solution else {
            return again.termination == fresh.termination ? nil : "\(again.termination)"
        }
        let findings = verify(solution, problem)
        if !findings.isEmpty { return "\(findings)" }
        if solution.goalValues != expected.goalValues {
            return "\(solution.goalValues) instead of \(expected.goalValues)"
        }
        // With one place on the left the least prices depend on the problem alone, but for vertices without places.
        let isSimple =
            problem.limits.isEmpty && problem.locked.isEmpty && problem.leftCapacities.allSatisfy { $0 == 1 }
            && problem.rightCapacities.allSatisfy { $0 > 0 }
        let prices = (solution.certificate.goals.map(\.right), expected.certificate.goals.map(\.right))
        return isSimple && prices.0 != prices.1 ? "prices \(prices.0) instead of \(prices.1)" : nil
    }

    @Test("after changes of weights, edges, places and locks the values are those of a fresh start")
    func changed() throws {
        for seed in UInt64(0)..<120 {
            var generator = ProblemGenerator(seed: seed)
            var random = SplitMix64(seed: seed)
            let problem = try generator.small()
            guard let solution = solver.solve(problem).solution,
                let start = StartingPoint(solution, of: problem)
            else { continue }
            #expect(fault(of: problem, from: start) == nil, "seed \(seed), unchanged")
            let goals = problem.goals.map { goal in
                let weights = goal.weights.map { random.once(in: 4) ? $0 + random.number(in: -9...9) : $0 }
                return Goal(name: goal.name, weights: weights, sense: goal.sense)
            }
            #expect(fault(of: try problem.with(goals: goals), from: start) == nil, "seed \(seed), weights")
            if let edge = solution.edges.first(where: { !problem.locked.contains($0) }) {
                #expect(fault(of: try problem.without(edge: edge), from: start) == nil, "seed \(seed), veto")
            }
            if let edge = (0..<problem.graph.edgeCount).first(where: { !solution.edges.contains($0) }),
                let locked = try? problem.with(locked: problem.locked + [edge])
            {
                #expect(fault(of: locked, from: start) == nil, "seed \(seed), lock")
            }
            let fewer = problem.rightCapacities.map { max(0, $0 - random.number(in: 0...1)) }
            if let scarce = try? problem.with(rightCapacities: fewer) {
                #expect(fault(of: scarce, from: start) == nil, "seed \(seed), places")
            }
        }
    }

    @Test("the same with weights whose goals GLPK confirms one after the other")
    func changedHuge() throws {
        for seed in UInt64(0)..<120 {
            var generator = ProblemGenerator(seed: seed)
            var random = SplitMix64(seed: seed)
            let problem = try generator.huge(goals: 2...3, bits: 24...27)
            guard let solution = solver.solve(problem).solution,
                let start = StartingPoint(solution, of: problem)
            else { continue }
            let goals = problem.goals.map { goal in
                let weights = goal.weights.map { random.once(in: 4) ? -$0 : $0 }
                return Goal(name: goal.name, weights: weights, sense: goal.sense)
            }
            #expect(fault(of: try problem.with(goals: goals), from: start) == nil, "seed \(seed)")
        }
    }

    @Test("a starting point that has nothing to do with the problem does no harm")
    func foreign() throws {
        for seed in UInt64(0)..<60 {
            var generator = ProblemGenerator(seed: seed)
            var random = SplitMix64(seed: seed)
            let problem = try generator.small()
            let sizes = [0...0, 0...3, -1000...1000, Int.min / 2...Int.max / 2]
            let prices = (0..<problem.graph.rightCount).map { _ in
                problem.goals.map { _ in
                    Int128(random.number(in: sizes[Int(seed % 4)])) << Int128(seed % 3 * 30)
                }
            }
            let pairs = (0..<problem.graph.edgeCount).filter { _ in random.once(in: 2) }
                .map { (left: problem.graph.left(of: $0), right: problem.graph.right(of: $0)) }
            let start = StartingPoint(pairs: pairs + pairs, prices: prices)
            #expect(fault(of: problem, from: start) == nil, "seed \(seed)")
        }
    }

    @Test("with a hundredth of the weights changed, few vertices are searched from, with one place or more")
    func fewSearches() throws {
        for places in [1, 2] {
            var generator = ProblemGenerator(seed: 5)
            var random = SplitMix64(seed: 5)
            let problem = try generator.sparse(left: 600, right: 570 * places, degree: 10)
                .with(leftCapacities: .init(repeating: places, count: 600))
            let solution = try #require(solver.solve(problem).solution)
            let start = try #require(StartingPoint(solution, of: problem))
            let same = solver.solve(problem, options: SolverOptions(startingPoint: start))
            #expect(same.words.contains { $0.hasSuffix("searched from 0 vertices") }, "\(same.words)")
            let fit = problem.goals[1].weights.map {
                random.once(in: 100) ? random.number(in: 0...10_000) : $0
            }
            let changed = try problem.with(goals: [problem.goals[0], Goal(name: "fit", weights: fit)])
            let again = solver.solve(changed, options: SolverOptions(startingPoint: start))
            #expect(again.solution?.goalValues == solver.solve(changed).solution?.goalValues)
            let word = try #require(again.words.first { $0.hasPrefix("begun from") })
            let count = try #require(word.split(separator: " ").compactMap { Int($0) }.last)
            #expect(count > 0 && count < 600 * places / 10, "\(count)")
        }
    }

    @Test(
        "with a hundredth of the weights changed, a fraction of the edges is looked at that a fresh start looks at",
        arguments: [(right: 2_000, share: 3), (right: 1_900, share: 3), (right: 3_600, share: 2)])
    func fewScans(right: Int, share: Int) throws {
        var generator = ProblemGenerator(seed: 9)
        var random = SplitMix64(seed: 9)
        let problem = try generator.sparse(left: 2_000, right: right, degree: 20)
        let first = solver.solve(problem)
        let solution = try #require(first.solution)
        let start = try #require(StartingPoint(solution, of: problem))
        let fit = problem.goals[1].weights.map { random.once(in: 100) ? random.number(in: 0...10_000) : $0 }
        let changed = try problem.with(goals: [problem.goals[0], Goal(name: "fit", weights: fit)])
        let fresh = solver.solve(changed)
        let again = solver.solve(changed, options: SolverOptions(startingPoint: start))
        #expect(again.solution?.goalValues == fresh.solution?.goalValues)
        let (few, many) = (again.statistics.scannedEdges, fresh.statistics.scannedEdges)
        #expect(few * share < many, "\(few) after \(many)")
        // Unchanged, every edge is looked at once for the pairs that stay, and once for the least prices.
        let same = solver.solve(problem, options: SolverOptions(startingPoint: start))
        #expect(same.statistics.scannedEdges <= 2 * problem.graph.edgeCount)
    }

    @Test(
        "as many places as people, and hundreds of pairs lost, for which people bid once more: the same values, proven"
    )
    func manyLost() throws {
        var generator = ProblemGenerator(seed: 9)
        var random = SplitMix64(seed: 9)
        let problem = try generator.sparse(left: 4_000, right: 4_000, degree: 20)
        let solution = try #require(solver.solve(problem).solution)
        let start = try #require(StartingPoint(solution, of: problem))
        let fit = problem.goals[1].weights.map { random.once(in: 12) ? random.number(in: 0...10_000) : $0 }
        let changed = try problem.with(goals: [problem.goals[0], Goal(name: "fit", weights: fit)])
        let again = solver.solve(changed, options: SolverOptions(startingPoint: start))
        #expect(again.solution?.goalValues == solver.solve(changed).solution?.goalValues)
        #expect(again.claim == .provenOptimal)
    }

    @Test(
        "with hundreds of candidates each: a few changes are searched from few vertices, many begin afresh, both are proven",
        arguments: [1, 2])
    func core(places: Int) throws {
        var random = SplitMix64(seed: UInt64(places))
        let ends = (0..<160).flatMap { i in (0..<140).map { (left: i, right: $0) } }
            .filter { _ in !random.once(in: 40) }
        let graph = try BipartiteGraph(leftCount: 160, rightCount: 140, edges: ends)
        func problem(_ fit: [Int]) throws -> AssignmentProblem {
            try AssignmentProblem(
                graph: graph, leftCapacities: (0..<160).map { $0 % 16 == 0 ? places : 1 },
                rightCapacities: (0..<140).map { $0 % 10 == 0 ? places : 1 },
                goals: [
                    Goal(name: "pairs", weights: .init(repeating: 1, count: ends.count)),
                    Goal(name: "wait", weights: ends.map { 7 * $0.left % 160 }),
                    Goal(name: "fit", weights: fit),
                ])
        }
        let fit = ends.map { _ in random.number(in: 0...1_000) }
        let first = try problem(fit)
        let solution = try #require(solver.solve(first).solution)
        let start = try #require(StartingPoint(solution, of: first))
        #expect(fault(of: first, from: start) == nil)
        // A few pairs are worth less than they were.
        var some = fit
        for edge in solution.edges.prefix(3) { some[edge] -= 300 }
        let little = try problem(some)
        #expect(fault(of: little, from: start) == nil)
        let again = solver.solve(little, options: SolverOptions(startingPoint: start))
        let word = try #require(again.words.first { $0.hasPrefix("begun from") })
        let count = try #require(word.split(separator: " ").compactMap { Int($0) }.last)
        #expect(count > 0 && count < 40, "\(count)")
        // All of them are.
        let other = try problem(ends.map { _ in random.number(in: 0...1_000) })
        #expect(fault(of: other, from: start) == nil)
        let afresh = solver.solve(other, options: SolverOptions(startingPoint: start))
        #expect(!afresh.words.contains { $0.hasPrefix("begun from") })
        #expect(afresh.words.contains { $0.hasSuffix("begin afresh is as quick here") })
    }

    @Test("answers whose limits were binding are no starting point")
    func limits() throws {
        let graph = try BipartiteGraph(leftCount: 1, rightCount: 2, edges: [(0, 0), (0, 1)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1], rightCapacities: [1, 1],
            goals: [Goal(name: "fit", weights: [3, 5])],
            limits: [Limit(name: "l", terms: [Limit.Term(edge: 1)], atMost: 0)])
        let solution = try #require(solver.solve(problem).solution)
        #expect(solution.edges == [0])
        #expect(StartingPoint(solution, of: problem) == nil)
    }
}
