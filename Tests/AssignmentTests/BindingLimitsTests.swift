import Assignment
import GLPKSolver
import TestKit
import Testing

/// Dense problems under limits that bind, where the start is never the answer.
@Suite struct BindingLimitsTests {
    @Test("on 2,000 dense problems under one to four binding limits the answer equals brute force, proven")
    func conforms() throws {
        let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
        var failures: [String] = []
        var feasible = 0
        for seed in UInt64(0)..<2_000 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.binding()
            if let failure = conformanceFailure(of: solver, on: problem) {
                failures.append("seed \(seed): \(failure)")
            }
            if BruteForceSolver().solve(problem).solution != nil { feasible += 1 }
        }
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
        #expect(feasible > 1_000)
    }

    @Test("costs of 2^33 and more, which no auction can hold, under a limit: solved, and by hand")
    func greatCosts() throws {
        // One of the cheap pairs (0, 0) and (1, 1) must be chosen, and no more than one.
        let unit = 1 << 33
        let graph = try BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (0, 1), (1, 0), (1, 1)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1, 1], rightCapacities: [1, 1],
            goals: [Goal(name: "cost", weights: [unit, 5 * unit, 7 * unit, 2 * unit], sense: .minimise)],
            limits: [Limit(name: "cheap", terms: [.init(edge: 0), .init(edge: 3)], atLeast: 1, atMost: 1)])
        let solution = try #require(
            CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()).solve(problem).solution)
        #expect(solution.goalValues == [unit])
        #expect(solution.edges == [0])
    }
}
