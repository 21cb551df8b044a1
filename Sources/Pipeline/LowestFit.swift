import Assignment
import Compatibility

/// What is proved of the lowest fit of a pair, locked pairs apart.
struct LowestFit {
    /// The lowest fit of the chosen pairs; 0 where every pair is locked.
    let value: Int
    /// The highest that the lowest fit may be with the earlier goals kept.
    let bound: Int
    /// The next fit, at which at least one pair must stay below it, and how that was proved; `nil` where no
    /// pair fits better than `value`.
    let next: Next?

    typealias Next = (fit: Int, below: Int, method: GoalProof.Method)
}

extension MatchSolving {
    /// Settles the goals with the lowest fit at its place among them.
    ///
    /// The lowest fit is at least t exactly where the fewest pairs below t are 0: a goal with weights 0 and 1
    /// over the same graph. The largest such t is found by bisection over the fits that occur. That t is
    /// reached is seen from the pairs; that the next fit is not, from the certificate of its own problem,
    /// whose last goal cannot fall below 1. Both are checked by `verify`.
    ///
    /// - Complexity: log₂(different fits) + 2 calls of the solver.
    func raiseLowest(
        at level: Int, _ problem: AssignmentProblem, _ rows: [LimitRow]
    ) throws(PipelineError) -> SolvedMatch {
        let locked = Set(problem.locked)
        let fits = Set(edges.indices.filter { !locked.contains($0) }.map { edges[$0].fit }).sorted()
        let earlier = Array(problem.goals[..<level])
        var attained = 0
        var refuted = fits.count
        var next: LowestFit.Next?
        var isDecided = false
        if let known = try attempt(problem.replacing(goals: earlier)) {
            attained = position(of: lowest(known, locked), in: fits)
            isDecided = true
        }
        while isDecided, refuted - attained > 1 {
            let middle = (attained + refuted) / 2
            let goal = GoalWeights.below(fits[middle], edges: edges, locked: locked)
            guard let solution = try attempt(problem.replacing(goals: earlier + [goal])),
                let proof = solution.certificate.goals.last
            else {
                isDecided = false
                break
            }
            if proof.value == 0 {
                attained = position(of: lowest(solution, locked), in: fits)
            } else {
                refuted = middle
                next = (fits[middle], proof.value, proof.method)
            }
        }
        var goals = problem.goals
        goals[level] = GoalWeights.below(fits.isEmpty ? 0 : fits[attained], edges: edges, locked: locked)
        let final = try problem.replacing(goals: goals)
        let (outcome, solution) = try answer(final)
        let value = lowest(solution, locked)
        let fit = LowestFit(
            value: value ?? 0, bound: value.map { max($0, fits[refuted - 1]) } ?? 0, next: next)
        return SolvedMatch(
            problem: final, outcome: isDecided ? outcome : outcome.withoutProof, solution: solution,
            rows: rows, lowestFit: fit)
    }

    /// A proven answer in a part of the time that is left, or `nil` where it does not suffice.
    private func attempt(_ problem: AssignmentProblem) throws(PipelineError) -> MatchSolution? {
        do throws(PipelineError) {
            let (outcome, solution) = try answer(problem, share: 4)
            return outcome.claim == .provenOptimal ? solution : nil
        } catch {
            if case .solverStopped(.timeLimit, _) = error { return nil }
            throw error
        }
    }

    /// The lowest fit of a choice, locked pairs apart; `nil` where there is no other pair.
    private func lowest(_ solution: MatchSolution, _ locked: Set<Int>) -> Int? {
        solution.edges.lazy.filter { !locked.contains($0) }.map { edges[$0].fit }.min()
    }

    /// The position of a fit that occurs; the last where there is no pair to speak of.
    private func position(of fit: Int?, in fits: [Int]) -> Int {
        fit.flatMap { fits.firstIndex(of: $0) } ?? max(0, fits.count - 1)
    }
}

extension AssignmentOutcome {
    /// The same with a goal left open that no certificate of its own speaks of.
    fileprivate var withoutProof: AssignmentOutcome {
        AssignmentOutcome(
            termination: .timeLimit, claim: .withinGap, words: words, solution: solution,
            infeasibility: infeasibility, statistics: statistics)
    }
}
