import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite("Goals that no one code holds are settled one after the other, each with its proof")
struct GoalStagesTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    @Test(
        "on 1,500 small problems with three to six goals of some 2^47 the answer equals brute force, proven")
    func conforms() throws {
        var failures: [String] = []
        var staged = 0
        for seed in UInt64(0)..<1_500 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.huge(goals: 3...6, bits: 44...47)
            if GoalCoding(problem: problem) == nil { staged += 1 }
            if let failure = conformanceFailure(of: solver, on: problem) {
                failures.append("seed \(seed): \(failure.prefix(300))")
            }
        }
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
        #expect(staged > 750)
    }

    @Test(
        "under limits, where floating point has to hold such goals, it may give up, in words, but is never wrong"
    )
    func neverWrong() throws {
        var failures: [String] = []
        var proven = 0
        for seed in UInt64(0)..<300 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.huge(goals: 5...7, bits: 20...23, hasLimits: true)
            let outcome = solver.solve(problem)
            if outcome.termination == .numericalTrouble {
                if outcome.solution != nil || outcome.words.isEmpty { failures.append("seed \(seed)") }
                continue
            }
            proven += 1
            if let failure = conformanceFailure(of: solver, on: problem) {
                failures.append("seed \(seed): \(failure.prefix(300))")
            }
        }
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
        #expect(proven > 250, "\(proven)")
    }

    @Test("a later goal decides among the best choices of the earlier ones only, by hand")
    func byHand() throws {
        // Two residents, two volunteers: the first two goals tie both perfect matchings, the third tells them apart; the
        // pair (0, 0) alone would be worth the most to it.
        let large = 1 << 50
        let graph = try BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (0, 1), (1, 0), (1, 1)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1, 1], rightCapacities: [1, 1],
            goals: [
                Goal(name: "pairs", weights: [large, large, large, large]),
                Goal(name: "fit", weights: [large, 0, large, 0]),
                Goal(name: "wish", weights: [large, 7, 5, -large], sense: .maximise),
            ])
        #expect(GoalCoding(problem: problem) == nil)
        let solution = try #require(solver.solve(problem).solution)
        #expect(solution.edges == [1, 2])
        #expect(solution.goalValues == [2 * large, large, 12])
        #expect(solution.certificate.goals.allSatisfy { $0.method == .duals })
        #expect(verify(solution, problem).isEmpty)
    }

    @Test("a proof whose numbers leave 126 bits is refused in words, and nothing is claimed")
    func tooLarge() throws {
        // Each goal rules out one partner by 1, whom all later goals would have for 2^50: the first goal has to count 2^150.
        let graph = try BipartiteGraph(leftCount: 1, rightCount: 5, edges: (0..<5).map { (0, $0) })
        let goals = (0..<4).map { goal in
            Goal(name: "goal \(goal)", weights: (0..<5).map { $0 < goal ? 1 << 50 : $0 == goal ? 0 : 1 })
        }
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1], rightCapacities: .init(repeating: 1, count: 5), goals: goals)
        let outcome = solver.solve(problem)
        #expect(outcome.termination == .invalidModel)
        #expect(outcome.claim == .none && outcome.solution == nil)
        #expect(outcome.words.contains { $0.contains("126 bits") })
    }

    @Test("600 people a side with four goals of 40 bits: proven by prices alone, and it checks")
    func large() throws {
        var generator = ProblemGenerator(seed: 5)
        let sparse = try generator.sparse(left: 600, right: 600, degree: 8)
        var random = SplitMix64(seed: 6)
        let goals = (0..<4).map { goal in
            Goal(
                name: "goal \(goal)",
                weights: (0..<sparse.graph.edgeCount).map { _ in random.number(in: 0...3) << 38 })
        }
        let problem = try AssignmentProblem(
            graph: sparse.graph, leftCapacities: sparse.leftCapacities,
            rightCapacities: sparse.rightCapacities,
            goals: goals)
        #expect(GoalCoding(problem: problem) == nil)
        let solution = try #require(solver.solve(problem).solution)
        #expect(solution.certificate.goals.allSatisfy { $0.method == .duals })
        #expect(verify(solution, problem).isEmpty)
    }
}
