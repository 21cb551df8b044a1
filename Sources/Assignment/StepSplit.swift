/// A problem in two parts, where the relaxation takes a part of a step of a goal's weights (`StepPattern`).
///
/// Σ k_e x_e is a whole number in every choice. Where the relaxation has κ of it, every choice has at most ⌊κ⌋, or at
/// least ⌊κ⌋ + 1: one more limit, and two problems that hold between them what the one held. In each of them the relaxation
/// is worth less, and in one nearly always less than the other's best choice, or it has no choice at all.
///
/// The certificate's multipliers are those of the whole and know no parts: what they leave open counts as closed by branch
/// and bound, whose first branching this is.
enum StepSplit {
    /// How near to a whole number a total is one.
    private static let tolerance = 1e-4

    /// The two parts; none where the weights have no steps or the relaxation takes no part of one.
    static func parts(
        _ goal: CombinedGoal, _ relaxed: Relaxed, _ prepared: PreparedProblem, _ session: SolveSession
    ) -> [PreparedProblem] {
        let prices = relaxed.bound.multipliers.limits
        let uneven = prices.indices.filter { prices[$0] != 0 && prepared.isUneven($0) }
        for limit in uneven.map({ Optional($0) }) + [nil] {
            guard let pattern = StepPattern(goal.goal, along: limit, prepared) else { continue }
            let total = zip(relaxed.edges, relaxed.values).reduce(0) {
                $0 + Double(pattern.counts[$1.0]) * $1.1
            }
            guard abs(total - total.rounded()) > tolerance else { continue }
            let fewest = Int(total.rounded(.down))
            guard let below = prepared.counting(pattern.counts, atLeast: nil, atMost: fewest),
                let above = prepared.counting(pattern.counts, atLeast: fewest + 1, atMost: nil)
            else { continue }
            session.say(
                "goal \(goal.goal): steps of \(Int(pattern.step.rounded())), at most \(fewest) or more of them"
            )
            return [below, above]
        }
        return []
    }
}

extension PreparedProblem {
    /// The same problem with a limit on the sum of some counts, after all others; `nil` where the numbers would be
    /// too large.
    fileprivate func counting(_ counts: [Int], atLeast lower: Int?, atMost upper: Int?) -> PreparedProblem? {
        let terms = counts.indices.filter { counts[$0] != 0 }.map {
            Limit.Term(edge: $0, coefficient: counts[$0])
        }
        let limit = Limit(name: "steps", terms: terms, atLeast: lower, atMost: upper)
        let narrower = try? AssignmentProblem(
            graph: graph, leftCapacities: problem.leftCapacities, rightCapacities: problem.rightCapacities,
            goals: problem.goals, limits: problem.limits + [limit], locked: problem.locked,
            mustFillLeft: problem.mustFillLeft, mustFillRight: problem.mustFillRight)
        return narrower.map { PreparedProblem($0) }
    }

    /// Whether a limit has several coefficients, edges without a term left aside.
    fileprivate func isUneven(_ limit: Int) -> Bool {
        let terms = problem.limits[limit].terms
        guard let first = terms.first else { return false }
        return terms.contains { $0.coefficient != first.coefficient }
    }
}
