import Assignment
import GLPKSolver
import TestKit
import Testing

/// The solver as the pipeline uses it: certified cores, finished by GLPK.
@Suite struct CertifiedAssignmentSolverTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    /// A problem written down by hand: every edge with its weight; most pairs first unless `goals` says other.
    private func problem(
        left: [Int], right: [Int], _ edges: [(left: Int, right: Int, weight: Int)], pairsFirst: Bool = false,
        limits: [Limit] = [], locked: [Int] = [], mustFillLeft: [Int] = []
    ) throws -> AssignmentProblem {
        let graph = try BipartiteGraph(
            leftCount: left.count, rightCount: right.count, edges: edges.map { ($0.left, $0.right) })
        let fit = Goal(name: "fit", weights: edges.map(\.weight))
        let pairs = Goal(name: "pairs", weights: edges.map { _ in 1 })
        return try AssignmentProblem(
            graph: graph, leftCapacities: left, rightCapacities: right,
            goals: pairsFirst ? [pairs, fit] : [fit],
            limits: limits, locked: locked, mustFillLeft: mustFillLeft)
    }

    private func solution(_ problem: AssignmentProblem) throws -> MatchSolution {
        let outcome = solver.solve(problem)
        #expect(outcome.claim == .provenOptimal, "\(outcome)")
        return try #require(outcome.solution)
    }

    // MARK: Small enough to draw

    @Test("the pair of greatest fit is given up when two others are worth more together")
    func crossing() throws {
        //      R0  R1
        //  L0   5   4      5 + 0 < 4 + 3
        //  L1   3   -
        let solved = try solution(problem(left: [1, 1], right: [1, 1], [(0, 0, 5), (0, 1, 4), (1, 0, 3)]))
        #expect(solved.edges == [1, 2])
        #expect(solved.goalValues == [7])
    }

    @Test("most pairs first: a second pair wins even if it costs nearly all of the fit")
    func pairsFirst() throws {
        //      R0  R1
        //  L0  90   1      {00} is worth 90, {01, 10} two pairs worth 1 - 5
        //  L1  -5   -
        let edges = [(left: 0, right: 0, weight: 90), (0, 1, 1), (1, 0, -5)]
        #expect(try solution(problem(left: [1, 1], right: [1, 1], edges)).edges == [0])
        let solved = try solution(problem(left: [1, 1], right: [1, 1], edges, pairsFirst: true))
        #expect(solved.edges == [1, 2])
        #expect(solved.goalValues == [2, -4])
    }

    @Test(
        "capacities on both sides: two places on each, four edges, all chosen, but none of worth below zero")
    func capacitiesOnBothSides() throws {
        let edges = [(left: 0, right: 0, weight: 3), (0, 1, 2), (1, 0, 1), (1, 1, -1)]
        let solved = try solution(problem(left: [2, 2], right: [2, 2], edges))
        #expect(solved.edges == [0, 1, 2])
        #expect(solved.goalValues == [6])
    }

    @Test("a locked edge is chosen though it is bad, and counts in values and capacities")
    func locked() throws {
        let edges = [(left: 0, right: 0, weight: 5), (0, 1, -2), (1, 1, 4)]
        let solved = try solution(problem(left: [1, 1], right: [1, 1], edges, locked: [1]))
        #expect(solved.edges == [1])
        #expect(solved.goalValues == [-2])
    }

    @Test("a vertex that must be filled is, at the expense of the fit")
    func mustFill() throws {
        // L1 has only R0, which L0 would fill better.
        let edges = [(left: 0, right: 0, weight: 5), (1, 0, 1)]
        let solved = try solution(problem(left: [1, 1], right: [1], edges, mustFillLeft: [1]))
        #expect(solved.edges == [1])
    }

    @Test("a caseload keeps the best two of three apart")
    func caseload() throws {
        // R0 and R1 share a coordinator who takes one: 9 + 8 is too many, 9 + 1 is best.
        let edges = [(left: 0, right: 0, weight: 9), (1, 1, 8), (2, 2, 1)]
        let limit = Limit(name: "caseload", terms: [.init(edge: 0), .init(edge: 1)], atMost: 1)
        let solved = try solution(problem(left: [1, 1, 1], right: [1, 1, 1], edges, limits: [limit]))
        #expect(solved.edges == [0, 2])
        #expect(solved.goalValues == [10])
    }

    @Test("branch and bound closes what the prices leave open, and says so")
    func oddCycle() throws {
        // Any two of three unit pairs exclude each other: the relaxation takes halves, worth 1.5; the best is 1.
        let edges = [(left: 0, right: 0, weight: 2), (1, 1, 2), (2, 2, 2)]
        let limits = [(0, 1), (1, 2), (0, 2)].map { first, second in
            Limit(
                name: "\(first) or \(second)", terms: [.init(edge: first), .init(edge: second)], atMost: 1)
        }
        let solved = try solution(problem(left: [1, 1, 1], right: [1, 1, 1], edges, limits: limits))
        #expect(solved.goalValues == [2])
        #expect(solved.certificate.goals[0].method == .branchAndBound(kernelEdges: 3, gap: 1))
        #expect(solved.certificate.goals[0].bound == 3)
    }

    @Test("no edges, no vertices, no places: the empty choice, proven")
    func empty() throws {
        #expect(try solution(problem(left: [], right: [], [])).edges.isEmpty)
        #expect(try solution(problem(left: [1], right: [1], [])).goalValues == [0])
        #expect(try solution(problem(left: [0], right: [1], [(0, 0, 7)])).edges.isEmpty)
    }

    // MARK: Infeasible

    @Test("a quota that cannot be met is named with what can be attained")
    func infeasibleQuota() throws {
        let edges = [(left: 0, right: 0, weight: 1), (1, 0, 1), (2, 1, 1)]
        let quota = Limit(name: "quota", terms: (0...2).map { .init(edge: $0) }, atLeast: 3)
        let outcome = solver.solve(try problem(left: [1, 1, 1], right: [1, 1], edges, limits: [quota]))
        #expect(outcome.termination == .infeasible)
        #expect(outcome.claim == .none)
        let report = try #require(outcome.infeasibility)
        #expect(report.limits == [.init(index: 0, name: "quota", bound: 3, attained: 2, attainableAlone: 2)])
        #expect(report.vertices.isEmpty)
        #expect(report.isLeast)
    }

    @Test("of two quotas on one place each could be met alone, and the one that is broken says so")
    func quotasAgainstEachOther() throws {
        let edges = [(left: 0, right: 0, weight: 1), (1, 0, 1)]
        let quotas = (0...1).map { Limit(name: "quota \($0)", terms: [.init(edge: $0)], atLeast: 1) }
        let outcome = solver.solve(try problem(left: [1, 1], right: [1], edges, limits: quotas))
        let broken = try #require(outcome.infeasibility?.limits)
        #expect(broken.map(\.attained) == [0])
        #expect(broken.map(\.attainableAlone) == [1])
    }

    @Test("limits that only integers break are found infeasible and named too")
    func infeasibleInIntegers() throws {
        // 2 x_0 + 2 x_1 = 3 has fractional solutions and no integer one; 2 or 4 miss it by 1.
        let terms = [Limit.Term(edge: 0, coefficient: 2), .init(edge: 1, coefficient: 2)]
        let limit = Limit(name: "three", terms: terms, atLeast: 3, atMost: 3)
        let edges = [(left: 0, right: 0, weight: 1), (1, 1, 1)]
        let outcome = solver.solve(try problem(left: [1, 1], right: [1, 1], edges, limits: [limit]))
        #expect(outcome.termination == .infeasible)
        let broken = try #require(outcome.infeasibility?.limits.first)
        #expect(broken.name == "three")
        #expect(broken.attained == 2 || broken.attained == 4)
        #expect(outcome.infeasibility?.isLeast == true)
    }

    @Test("vertices that cannot be filled are named with what they got")
    func infeasibleVertex() throws {
        let edges = [(left: 0, right: 0, weight: 1), (1, 0, 1)]
        let outcome = solver.solve(
            try problem(left: [1, 2], right: [1], edges, mustFillLeft: [1]))
        #expect(outcome.termination == .infeasible)
        #expect(
            outcome.infeasibility?.vertices == [.init(side: .left, vertex: 1, capacity: 2, filled: 1)])
    }

    // MARK: Properties over seeds

    @Test("on thousands of small problems with everything in them the answer equals brute force, proven")
    func conforms() throws {
        let failures = try assignmentSolverConformance(solver, seeds: 0..<6_000)
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
    }

    @Test("weights near the limit of the coding need 128 bits and are still exact")
    func largeWeights() throws {
        for seed in UInt64(0)..<300 {
            var random = SplitMix64(seed: seed)
            let graph = try BipartiteGraph(
                leftCount: 4, rightCount: 4, edges: (0..<12).map { ($0 / 3, ($0 % 3 + $0 / 3) % 4) })
            func weights() -> [Int] { (0..<12).map { _ in random.number(in: -1...1) << 40 } }
            let problem = try AssignmentProblem(
                graph: graph, leftCapacities: [1, 2, 1, 2], rightCapacities: [2, 1, 2, 1],
                goals: [
                    Goal(name: "one", weights: weights()),
                    Goal(name: "two", weights: weights(), sense: .minimise),
                ])
            #expect(conformanceFailure(of: solver, on: problem) == nil)
        }
    }

    @Test("renumbering the vertices changes no value; a vertex without edges changes no edge")
    func metamorphic() throws {
        for seed in UInt64(0)..<200 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.sparse(left: 12, right: 8, degree: 4, capacities: 1...2)
            let graph = problem.graph
            let before = try solution(problem)

            let ends = (0..<graph.edgeCount).map { (left: graph.left(of: $0), right: graph.right(of: $0)) }
            let turned = ends.map { (left: 11 - $0.left, right: 7 - $0.right) }
            let other = try BipartiteGraph(leftCount: 12, rightCount: 8, edges: turned)
            var goals: [Goal] = []
            for goal in problem.goals {
                var weights = Array(goal.weights)
                for (edge, end) in turned.enumerated() {
                    weights[try #require(other.edge(from: end.left, to: end.right))] = goal.weights[edge]
                }
                goals.append(Goal(name: goal.name, weights: weights))
            }
            let renumbered = try AssignmentProblem(
                graph: other, leftCapacities: problem.leftCapacities.reversed(),
                rightCapacities: problem.rightCapacities.reversed(), goals: goals)
            #expect(try solution(renumbered).goalValues == before.goalValues)

            let wider = try BipartiteGraph(leftCount: 13, rightCount: 9, edges: ends)
            let widened = try AssignmentProblem(
                graph: wider, leftCapacities: problem.leftCapacities + [1],
                rightCapacities: problem.rightCapacities + [3], goals: problem.goals)
            #expect(try solution(widened).edges == before.edges)
        }
    }

    // MARK: Adversarial families

    @Test("all weights equal: every choice of most pairs is best")
    func allEqual() throws {
        let edges = (0..<40).flatMap { left in (0..<30).map { (left: left, right: $0, weight: 7) } }
        let solved = try solution(
            problem(left: .init(repeating: 1, count: 40), right: .init(repeating: 1, count: 30), edges))
        #expect(solved.goalValues == [210])
    }

    @Test("one volunteer wanted by all has places for two: the two best offers")
    func onePopularVertex() throws {
        let edges = (0..<50).map { (left: $0, right: 0, weight: $0 * $0 % 53) }
        let best = edges.map(\.weight).sorted(by: >).prefix(2).reduce(0, +)
        let solved = try solution(problem(left: .init(repeating: 1, count: 50), right: [2], edges))
        #expect(solved.goalValues == [best])
    }

    @Test("a long chain in which every insertion shifts all before it")
    func longChain() throws {
        // Left i joins right i (weight 2) and right i - 1 (weight 3); left 0 joins only right 0 (weight 1).
        // All n pairs force every left i to right i: 1 + 2 (n - 1). Fit alone leaves left 0 out: 3 (n - 1).
        let n = 300
        let edges =
            [(left: 0, right: 0, weight: 1)]
            + (1..<n).flatMap { [(left: $0, right: $0 - 1, weight: 3), (left: $0, right: $0, weight: 2)] }
        let ones = [Int](repeating: 1, count: n)
        #expect(
            try solution(problem(left: ones, right: ones, edges, pairsFirst: true)).goalValues == [
                n, 2 * n - 1,
            ])
        #expect(try solution(problem(left: ones, right: ones, edges)).goalValues == [3 * (n - 1)])
    }

    // MARK: Stopping early, and being lied to

    @Test("a time limit of zero gives no solution under broken limits, and claims none")
    func noTime() throws {
        let edges = [(left: 0, right: 0, weight: 9), (1, 1, 8)]
        let limit = Limit(name: "one", terms: [.init(edge: 0), .init(edge: 1)], atMost: 1)
        let outcome = solver.solve(
            try problem(left: [1, 1], right: [1, 1], edges, limits: [limit]),
            options: SolverOptions(timeLimit: .zero))
        #expect(outcome.termination == .timeLimit)
        #expect(outcome.claim == .none)
        #expect(outcome.solution == nil)
    }

    @Test("when the time ends after the first goal, the choice found stands with an honest gap that checks")
    func timeEndsBetweenGoals() throws {
        var interrupted = 0
        for seed in UInt64(0)..<400 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            let best = BruteForceSolver().solve(problem)
            let impatient = CertifiedAssignmentSolver(programSolver: OneIntegerProgram())
            let outcome = impatient.solve(problem)
            guard outcome.termination == .timeLimit, let solution = outcome.solution else { continue }
            interrupted += 1
            #expect(outcome.claim == .withinGap)
            #expect(verify(solution, problem).isEmpty)
            let values = try #require(best.solution).goalValues
            #expect(solution.goalValues[0] == values[0])
        }
        #expect(interrupted > 0)
    }

    @Test("with a gap accepted, the answer is within it of the best value of the first goal, and checks")
    func acceptedGap() throws {
        for seed in UInt64(0)..<1_000 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            let outcome = solver.solve(problem, options: SolverOptions(acceptableGap: 2))
            guard let solution = outcome.solution else { continue }
            #expect(verify(solution, problem).isEmpty)
            let best = try #require(BruteForceSolver().solve(problem).solution)
            #expect(abs(solution.goalValues[0] - best.goalValues[0]) <= 2)
            #expect(outcome.claim == (outcome.termination == .optimal ? .provenOptimal : .withinGap))
        }
    }

    @Test("a program solver that disagrees with the start is not believed, and nothing is given away")
    func lyingProgramSolver() throws {
        let liar = CertifiedAssignmentSolver(programSolver: EmptyHanded())
        let outcome = liar.solve(try problem(left: [1], right: [1], [(0, 0, 3)]))
        #expect(outcome.termination == .numericalTrouble)
        #expect(outcome.claim == .none)
        #expect(outcome.solution == nil)
        #expect(outcome.words.last == "the program solver's optimum differs from the start's")
    }

    @Test("progress is told, and the words are the program solver's own")
    func progressAndWords() throws {
        let phases = Phases()
        let outcome = solver.solve(
            try problem(left: [1], right: [1], [(0, 0, 3)]),
            options: SolverOptions(progress: { phases.append($0.phase) }))
        #expect(phases.all == [.start, .confirmation, .verification])
        #expect(outcome.words == ["all goals, 1 columns: intopt: integer optimal"])
        #expect(outcome.statistics.programCount == 1)
    }
}
