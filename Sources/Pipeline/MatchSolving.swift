import Assignment
import Compatibility
import Programmes
import Records

/// A solved match problem: what was solved in the end, and what became of the limits and of the lowest fit.
struct SolvedMatch {
    /// With the bounds of relaxed quotas and the threshold of `raise-lowest` as they were settled.
    let problem: AssignmentProblem
    let outcome: AssignmentOutcome
    let solution: MatchSolution
    let rows: [LimitRow]
    /// Where the programme raises the lowest fit.
    let lowestFit: LowestFit?
}

/// Solves a match problem: what one call of a solver does not do stands here and in extensions.
struct MatchSolving {
    let match: MatchProblem
    let edges: Candidates.EdgeList
    let goals: [ProgrammeGoal]
    let solver: any AssignmentSolver
    let options: SolverOptions
    private let start = ContinuousClock.now

    init(
        _ match: MatchProblem, _ candidates: Candidates, _ programme: Programme, solver: any AssignmentSolver,
        options: SolverOptions = SolverOptions()
    ) {
        self.match = match
        edges = candidates.edges
        goals = programme.goals
        self.solver = solver
        self.options = options
    }

    /// Solves all goals in order, and checks every answer that counts independently.
    ///
    /// - Throws: `PipelineError`; `unmetLimits` where the limits cannot be kept together.
    func run() throws(PipelineError) -> SolvedMatch {
        let reason: Infeasibility?
        do throws(PipelineError) {
            return try solve(match.problem, match.rows)
        } catch {
            guard case .infeasible(let found) = error else { throw error }
            reason = found
        }
        if let (problem, rows) = try relaxed() { return try solve(problem, rows) }
        let obstacles = try obstacles(reason)
        throw obstacles.isEmpty ? .infeasible(reason) : .unmetLimits(obstacles)
    }

    /// Solves the problem as it is; `nil` where its limits cannot be kept together.
    func attempt() throws(PipelineError) -> SolvedMatch? {
        do throws(PipelineError) {
            return try solve(match.problem, match.rows)
        } catch {
            guard case .infeasible = error else { throw error }
            return nil
        }
    }

    private func solve(
        _ problem: AssignmentProblem, _ rows: [LimitRow]
    ) throws(PipelineError) -> SolvedMatch {
        if let level = goals.firstIndex(of: .raiseLowest) {
            return try raiseLowest(at: level, problem, rows)
        }
        let (outcome, solution) = try answer(problem)
        return SolvedMatch(
            problem: problem, outcome: outcome, solution: solution, rows: rows, lowestFit: nil)
    }

    /// A checked answer.
    ///
    /// - Throws: `PipelineError.infeasible`, `solverStopped`, or `answerRefused` where the check finds anything.
    func answer(
        _ problem: AssignmentProblem, share: Int = 1
    ) throws(PipelineError) -> (outcome: AssignmentOutcome, solution: MatchSolution) {
        try solver.checkedAnswer(problem, options: optionsNow(share: share))
    }

    /// The options with what is left of the time limit, or a part of it.
    private func optionsNow(share: Int) -> SolverOptions {
        var options = options
        options.timeLimit = options.timeLimit.map { max(.zero, $0 - start.duration(to: .now)) / share }
        return options
    }
}

extension AssignmentSolver {
    /// An answer that passed its independent check.
    ///
    /// - Throws: `PipelineError.infeasible`, `solverStopped`, or `answerRefused` where the check finds anything.
    func checkedAnswer(
        _ problem: AssignmentProblem, options: SolverOptions
    ) throws(PipelineError) -> (outcome: AssignmentOutcome, solution: MatchSolution) {
        let outcome = solve(problem, options: options)
        guard let solution = outcome.solution else {
            if let refused = outcome.refused {
                throw .answerRefused(FailedCheck(refused, of: problem, in: outcome.words))
            }
            if outcome.termination == .infeasible { throw .infeasible(outcome.infeasibility) }
            throw .solverStopped(outcome.termination, words: outcome.words)
        }
        let findings = verify(solution, problem)
        guard findings.isEmpty else {
            throw .answerRefused(FailedCheck(solution, of: problem, in: findings.map { "\($0)" }))
        }
        return (outcome, solution)
    }
}

extension AssignmentProblem {
    /// The same graph, capacities and locks with other goals or limits.
    func replacing(goals: [Goal]? = nil, limits: [Limit]? = nil) throws(PipelineError) -> AssignmentProblem {
        do {
            return try AssignmentProblem(
                graph: graph, leftCapacities: leftCapacities, rightCapacities: rightCapacities,
                goals: goals ?? self.goals, limits: limits ?? self.limits, locked: locked,
                mustFillLeft: mustFillLeft, mustFillRight: mustFillRight)
        } catch { throw .problem(error) }
    }
}
