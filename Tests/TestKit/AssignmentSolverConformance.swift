package import Assignment

/// What every `AssignmentSolver` owes, asked of one: on small problems with everything in them, the answer
/// equals the oracle's goal for goal, it is proven, and its proof passes the independent check; infeasible
/// problems are called so; asked twice, it gives the same edges.
///
/// The problems are `ProblemGenerator.small()` of each seed. Returns a sentence for every failure, naming it.
package func assignmentSolverConformance(
    _ solver: any AssignmentSolver, seeds: some Sequence<UInt64>
) throws -> [String] {
    var failures: [String] = []
    for seed in seeds {
        var generator = ProblemGenerator(seed: seed)
        let problem = try generator.small()
        if let failure = conformanceFailure(of: solver, on: problem) {
            failures.append("seed \(seed): \(failure)")
        }
    }
    return failures
}

/// What is wrong with a solver's answer to a small problem, or `nil`.
package func conformanceFailure(of solver: any AssignmentSolver, on problem: AssignmentProblem) -> String? {
    let outcome = solver.solve(problem)
    let expected = BruteForceSolver().solve(problem)
    guard let best = expected.solution else {
        if outcome.termination != .infeasible { return "not called infeasible: \(outcome)" }
        return outcome.solution == nil && outcome.claim == .none ? nil : "infeasible, yet it claims something"
    }
    guard let solution = outcome.solution else { return "no solution: \(outcome)" }
    guard outcome.termination == .optimal, outcome.claim == .provenOptimal else {
        return "not proven: \(outcome.termination), \(outcome.claim)"
    }
    guard solution.goalValues == best.goalValues else {
        return "values \(solution.goalValues) instead of \(best.goalValues)"
    }
    let findings = verify(solution, problem)
    guard findings.isEmpty else { return "the check finds \(findings)" }
    guard solver.solve(problem).solution == solution else { return "asked twice, it answers differently" }
    return nil
}
