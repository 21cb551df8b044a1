import Assignment
import TestKit
import Testing

@Suite struct BruteForceSolverTests {
    @Test("the oracle itself passes the conformance suite, certificates included")
    func conforms() throws {
        #expect(try assignmentSolverConformance(BruteForceSolver(), seeds: 0..<300).isEmpty)
    }

    @Test("the conformance suite catches a solver that is not as good as the oracle")
    func suiteCanFail() throws {
        #expect(try !assignmentSolverConformance(FirstGoalOnly(), seeds: 0..<300).isEmpty)
    }
}

/// Settles the first goal and forgets the rest.
private struct FirstGoalOnly: AssignmentSolver {
    func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
        let short = try? AssignmentProblem(
            graph: problem.graph, leftCapacities: problem.leftCapacities,
            rightCapacities: problem.rightCapacities, goals: [problem.goals[0]], limits: problem.limits,
            locked: problem.locked, mustFillLeft: problem.mustFillLeft, mustFillRight: problem.mustFillRight)
        return short.map { BruteForceSolver().solve($0, options: options) }
            ?? AssignmentOutcome(termination: .invalidModel, claim: .none)
    }
}
