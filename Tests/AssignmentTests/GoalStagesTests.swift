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
            let problem = try generator.huge()
            if GoalCoding(problem: problem) == nil { staged += 1 }
            if let failure = conformanceFailure(of: solver, on: problem) {
                failures.append("seed \(seed): \(failure)")
            }
        }
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
        #expect(staged > 1_000)
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
