import Assignment
import GLPKSolver
import TestKit
import Testing

/// Sensitivities against all choices of small problems, and on instances for pencil and paper.
@Suite struct SensitivityTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    /// What is wrong with a stated change, the values before and after it being known from all choices.
    private func fault(_ stated: Change, from before: [Int], to after: [Int]?) -> String? {
        guard let after else {
            if case .exactly = stated { return "\(stated), but it is impossible" }
            return nil
        }
        let actual = zip(after, before).map { $0 - $1 }
        switch stated {
        case .exactly(let amounts): return amounts == actual ? nil : "\(amounts) instead of \(actual)"
        case .atMost(let amounts):
            let compared = Array(actual.prefix(amounts.count))
            return amounts.lexicographicallyPrecedes(compared) ? "at most \(amounts), but \(actual)" : nil
        case .impossible: return "impossible, but \(actual)"
        }
    }

    /// What is wrong with the sensitivity of a problem, and how many of its changes are exact.
    private func faults(of problem: AssignmentProblem) throws -> (faults: [String], exact: Int) {
        guard let solution = solver.solve(problem).solution else { return ([], 0) }
        let all = EveryChoice(of: problem)
        let best = try #require(all.best)
        let sensitivity = Sensitivity(of: solution, problem)
        var (faults, exact): ([String], Int) = ([], 0)
        for edge in 0..<problem.graph.edgeCount {
            let isChosen = solution.edges.contains(edge)
            let change = sensitivity.change(ofEdge: edge)
            if case .atMost = change {} else { exact += 1 }
            let after = isChosen ? all.without[edge] : all.with[edge]
            if let fault = fault(change, from: best, to: after) { faults.append("edge \(edge): \(fault)") }
            let actual: Sensitivity.Presence =
                all.with[edge] != best ? .none : all.without[edge] != best ? .every : .some
            let presence = sensitivity.presence(ofEdge: edge)
            let isMissing = presence == .undecided && problem.limits.isEmpty
            if isMissing || (presence != .undecided && presence != actual) {
                faults.append("edge \(edge): in \(presence) instead of \(actual)")
            }
        }
        return (faults, exact)
    }

    @Test(
        "without limits every change of an edge is exact, with all goals, places, locks and duties",
        arguments: 0..<8)
    func exactWithoutLimits(block: Int) throws {
        for seed in block * 50..<(block + 1) * 50 {
            var generator = ProblemGenerator(seed: UInt64(seed))
            let problem = try generator.small().with(limits: [])
            let (faults, exact) = try faults(of: problem)
            #expect(faults.isEmpty, "seed \(seed)")
            let isSolvable = solver.solve(problem).solution != nil
            #expect(exact == (isSolvable ? problem.graph.edgeCount : 0), "seed \(seed)")
        }
    }

    @Test(
        "where searches from both ends meet, changes are what solving again gives, with few or many places",
        arguments: [(1, 1), (1, 3), (3, 2)])
    func solvedAgain(leftPlaces: Int, rightPlaces: Int) throws {
        for seed in UInt64(0)..<3 {
            var generator = ProblemGenerator(seed: seed)
            var problem = try generator.sparse(left: 60, right: 60 * leftPlaces / rightPlaces, degree: 4)
            problem = try problem.with(
                leftCapacities: .init(repeating: leftPlaces, count: problem.graph.leftCount),
                rightCapacities: .init(repeating: rightPlaces, count: problem.graph.rightCount))
            let solution = try #require(solver.solve(problem).solution)
            let sensitivity = Sensitivity(of: solution, problem)
            for edge in stride(from: Int(seed), to: problem.graph.edgeCount, by: 3) {
                let changed =
                    solution.edges.contains(edge)
                    ? try problem.without(edge: edge) : try problem.with(locked: [edge])
                let values = try #require(solver.solve(changed).solution?.goalValues)
                let difference = zip(values, solution.goalValues).map { $0 - $1 }
                #expect(sensitivity.change(ofEdge: edge) == .exactly(difference), "\(seed), \(edge)")
            }
        }
    }

    @Test("with limits every bound holds, and some changes are decided")
    func boundsUnderLimits() throws {
        var decided = 0
        for seed in UInt64(0)..<300 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            guard !problem.limits.isEmpty else { continue }
            let (faults, _) = try faults(of: problem)
            #expect(faults.isEmpty, "seed \(seed)")
            guard let solution = solver.solve(problem).solution else { continue }
            let sensitivity = Sensitivity(of: solution, problem)
            decided += (0..<problem.graph.edgeCount).count { sensitivity.presence(ofEdge: $0) != .undecided }
        }
        #expect(decided > 100)
    }

    @Test("searches that may settle few vertices leave bounds that hold")
    func effort() throws {
        var bounds = 0
        for seed in UInt64(0)..<40 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.sparse(left: 40, right: 40, degree: 4)
            let solution = try #require(solver.solve(problem).solution)
            let exact = Sensitivity(of: solution, problem)
            let short = Sensitivity(of: solution, problem, effort: 300)
            #expect(short.settledCount <= 300 && short.settledCount < exact.settledCount)
            for edge in 0..<problem.graph.edgeCount {
                let isBound = if case .atMost = short.change(ofEdge: edge) { true } else { false }
                bounds += isBound ? 1 : 0
                guard case .exactly(let amounts) = exact.change(ofEdge: edge) else { continue }
                let zero = [0, 0]
                #expect(fault(short.change(ofEdge: edge), from: zero, to: amounts) == nil, "\(seed), \(edge)")
            }
        }
        #expect(bounds > 100)
    }

    @Test("one more place, and one more vertex alike, are worth what solving again gives", arguments: 0..<4)
    func marginalValues(block: Int) throws {
        for seed in block * 60..<(block + 1) * 60 {
            var generator = ProblemGenerator(seed: UInt64(seed))
            let problem = try generator.small()
            guard let solution = solver.solve(problem).solution, let best = EveryChoice(of: problem).best
            else { continue }
            let values = MarginalValues(of: solution, problem)
            let vertices =
                (0..<problem.graph.leftCount).map { (VertexSide.left, $0) }
                + (0..<problem.graph.rightCount).map { (.right, $0) }
            for (side, vertex) in vertices {
                let place = EveryChoice(of: try problem.withPlace(side, vertex)).best
                let copy = EveryChoice(of: try problem.withCopy(side, of: vertex)).best
                let stated = (values.place(side, vertex), values.copy(side, vertex))
                #expect(
                    fault(stated.0, from: best, to: place) == nil, "seed \(seed): place, \(side) \(vertex)")
                #expect(fault(stated.1, from: best, to: copy) == nil, "seed \(seed): copy, \(side) \(vertex)")
                guard problem.limits.isEmpty else { continue }
                for change in [stated.0, stated.1] {
                    if case .atMost = change { Issue.record("seed \(seed): \(side) \(vertex) is not exact") }
                }
            }
        }
    }

    @Test("with pencil and paper: two residents, two volunteers, most pairs before the fit")
    func pencil() throws {
        // 0–0 5, 0–1 4, 1–0 3, and 1–1 is not possible: both are served only by 0–1 and 1–0.
        let graph = try BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (0, 1), (1, 0)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1, 1], rightCapacities: [1, 1],
            goals: [Goal(name: "pairs", weights: [1, 1, 1]), Goal(name: "fit", weights: [5, 4, 3])])
        let solution = try #require(solver.solve(problem).solution)
        #expect(solution.edges == [1, 2])
        let sensitivity = Sensitivity(of: solution, problem)
        // Forcing 0–0, or forbidding either pair, leaves 0–0 alone: a pair and 2 points fewer.
        for edge in 0..<3 { #expect(sensitivity.change(ofEdge: edge) == .exactly([-1, -2])) }
        #expect((0..<3).map { sensitivity.presence(ofEdge: $0) } == [.none, .every, .every])
        let values = MarginalValues(of: solution, problem)
        // A second place at volunteer 0 lets resident 0 go there for 5 instead of 4; at volunteer 1 nothing.
        #expect(values.place(.right, 0) == .exactly([0, 1]))
        #expect(values.place(.right, 1) == .exactly([0, 0]))
        // A second place of resident 0 takes both volunteers for 9 instead of 7.
        #expect(values.place(.left, 0) == .exactly([0, 2]))
        #expect(values.copy(.right, 0) == .exactly([0, 1]))
        #expect(values.copy(.left, 1) == .exactly([0, 0]))
    }

    @Test("nothing can be done about a locked edge, and nothing with a vertex without places")
    func impossible() throws {
        let graph = try BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (0, 1), (1, 1)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1, 0], rightCapacities: [1, 1],
            goals: [Goal(name: "fit", weights: [1, 9, 5])], locked: [0])
        let solution = try #require(solver.solve(problem).solution)
        let sensitivity = Sensitivity(of: solution, problem)
        #expect((0..<3).map { sensitivity.change(ofEdge: $0) } == [.impossible, .impossible, .impossible])
        #expect((0..<3).map { sensitivity.presence(ofEdge: $0) } == [.every, .none, .none])
        let values = MarginalValues(of: solution, problem)
        #expect(values.place(.left, 0) == .exactly([9]) && values.place(.left, 1) == .exactly([5]))
    }

    @Test("an answer that is not proven best says nothing of what is in every best one")
    func unproven() throws {
        // 0–0 is chosen with 3; the multipliers bound the goal by 8 and cannot rule out 5.
        let graph = try BipartiteGraph(leftCount: 1, rightCount: 2, edges: [(0, 0), (0, 1)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1], rightCapacities: [1, 1],
            goals: [Goal(name: "fit", weights: [3, 5])])
        let proof = GoalProof(
            value: 3, bound: 8, scale: 1, left: [0], right: [0, 0], limits: [], held: [], dualValue: 8,
            method: .open(gap: 5))
        let solution = MatchSolution(
            edges: [0], goalValues: [3], certificate: Certificate(goals: [proof], edgeTotal: 1))
        #expect(verify(solution, problem).isEmpty)
        let sensitivity = Sensitivity(of: solution, problem)
        #expect((0..<2).map { sensitivity.presence(ofEdge: $0) } == [.undecided, .undecided])
        #expect(sensitivity.change(ofEdge: 0) == .atMost([2]))
        #expect(MarginalValues(of: solution, problem).place(.left, 0) == .atMost([5]))
    }
}
