/// A search in two halves, where the relaxation takes a part of a step of a goal's weights (`StepPattern`).
///
/// Σ k_e x_e is a whole number in every choice. Where the relaxation has κ of it, every choice has at most ⌊κ⌋ or at
/// least ⌊κ⌋ + 1: with that as one more limit, each half has a relaxation of its own over all edges, a lower
/// bound, and kernels of its own. The better half comes first; nearly always its best choice is
/// worth more than the other's bound.
///
/// The certificate's multipliers are those of the whole and know no halves: what they leave open counts as closed by branch
/// and bound, whose first branching this is.
struct StepSplit {
    /// Parts of a step that count as none.
    private static let tolerance = 1e-4
    /// The part of a step by which both halves' bounds have to be lower: a split costs two relaxations.
    private static let leastGain = 0.02

    /// One half: the problem with the limit that makes it, and its relaxation.
    private struct Half {
        let prepared: PreparedProblem
        let generation: ColumnGeneration
        let bound: DualBound
    }

    private let goal: CombinedGoal
    private let held: [Int]
    private let session: SolveSession
    /// The halves that hold any choice, the one with the higher bound first.
    private let halves: [Half]

    /// Splits at what a relaxation has of the steps.
    ///
    /// - Returns: `nil` where the weights have no steps, the relaxation takes no part of one, or the halves' bounds are
    ///   hardly lower.
    init?(
        _ goal: CombinedGoal, _ relaxed: Relaxed, held: [Int], _ prepared: PreparedProblem,
        _ session: SolveSession
    ) throws {
        // An accepted gap is one of the whole's bound, which no split moves.
        guard session.options.acceptableGap == 0,
            let (pattern, total) = Self.pattern(goal, relaxed, prepared)
        else { return nil }
        self.goal = goal
        self.held = held
        self.session = session
        let fewest = Int(total.rounded(.down))
        var halves: [Half] = []
        for (lower, upper) in [(nil, fewest), (fewest + 1, nil)] as [(Int?, Int?)] {
            let terms = pattern.counts.indices.lazy.filter { pattern.counts[$0] != 0 }.map {
                Limit.Term(edge: $0, coefficient: pattern.counts[$0])
            }
            let limit = Limit(name: "steps", terms: Array(terms), atLeast: lower, atMost: upper)
            guard let narrower = prepared.adding(limit) else { return nil }
            var generation = relaxed.generation.under(narrower)
            switch try generation.relaxed(goal, held: held, below: relaxed.bound) {
            case .bounded(let bound):
                halves.append(Half(prepared: narrower, generation: generation, bound: bound))
            case .empty: continue
            case .unknown: return nil
            }
        }
        halves.sort { $0.bound.bound > $1.bound.bound }
        let gain = relaxed.bound.bound - (halves.first?.bound.bound ?? Int.min / 2)
        guard Double(gain) >= Self.leastGain * pattern.step else { return nil }
        self.halves = halves
        session.say(
            "goal \(goal.goal), split at \(fewest) steps of \(Int(pattern.step.rounded())): the bound falls by \(gain)"
        )
    }

    /// Searches the halves until the goal is settled or the time over; see `KernelSearch.run`.
    func run(known: [Int]?, pairs: Int) throws -> KernelSearch.Result {
        var best = known
        var isOpen = false
        for half in halves {
            let search = KernelSearch(goal, bound: half.bound, held: held, half.prepared, session)
            switch try search.run(known: best, half.generation, pairs: pairs) {
            case .best(let edges): best = edges
            case .open(let edges): (best, isOpen) = (edges, true)
            case .infeasible: continue
            }
        }
        guard let best else { return .infeasible }
        return isOpen ? .open(best) : .best(best)
    }

    /// The steps of a goal, and how many of them a relaxation takes, where that is no whole number.
    private static func pattern(
        _ goal: CombinedGoal, _ relaxed: Relaxed, _ prepared: PreparedProblem
    ) -> (StepPattern, total: Double)? {
        let prices = relaxed.bound.multipliers.limits
        let isUneven = prepared.unevenLimits
        let along = prices.indices.filter { prices[$0] != 0 && isUneven[$0] }
        for limit in along.map({ Optional($0) }) + [nil] {
            guard let pattern = StepPattern(goal.goal, along: limit, prepared) else { continue }
            let total = zip(relaxed.edges, relaxed.values).reduce(0) {
                $0 + Double(pattern.counts[$1.0]) * $1.1
            }
            if abs(total - total.rounded()) > tolerance { return (pattern, total) }
        }
        return nil
    }
}

extension ColumnGeneration {
    /// What became of a half.
    enum HalfResult {
        case bounded(DualBound)
        /// No choice there is worth as much as something known to exist, or there is none.
        case empty
        case unknown
    }

    /// The bound of a half of a problem of which a bound is known already.
    ///
    /// That it holds no choice is not believed of a relaxation: prices of its violation are added to the whole's prices,
    /// ever more of them, until the exact bound is lower than anything can be worth.
    fileprivate mutating func relaxed(
        _ goal: CombinedGoal, held: [Int], below whole: DualBound
    ) throws -> HalfResult {
        for _ in 0..<2 {
            if case .optimal(_, _, let bound) = try relax(.goal(goal), held: held) {
                return bound.map { .bounded($0) } ?? .unknown
            }
            guard case .optimal(let answer, let core, _) = try relax(.leastViolation, held: held) else {
                return .unknown
            }
            if answer.objective <= -Diagnosis.tolerance {
                let prices = core.multipliers(answer.rowDuals, prepared)
                return isEmpty(goal, held, whole.multipliers, prices) ? .empty : .unknown
            }
        }
        return .unknown
    }

    /// Whether prices of the violation prove that a half holds nothing.
    private func isEmpty(
        _ goal: CombinedGoal, _ held: [Int], _ whole: Multipliers, _ violation: FloatingMultipliers
    ) -> Bool {
        let floors = held.isEmpty ? [Int](repeating: 0, count: goal.goal) : held
        let least = prepared.leastValue(goal)
        let unit = 1 / Double(whole.scale)
        var factor = 1.0
        while factor < 0x1p40 {
            /// The limit that makes the half has no price in the whole, and violation none of goals without a row.
            func sum(_ prices: [Double], _ more: [Double]) -> [Double] {
                (0..<max(prices.count, more.count)).map {
                    ($0 < prices.count ? prices[$0] * unit : 0) + ($0 < more.count ? more[$0] * factor : 0)
                }
            }
            // Left prices are chosen anew for the others.
            var duals = violation
            duals.right = sum(whole.right.map { Double($0) }, violation.right)
            duals.limits = sum(whole.limits.map { Double($0) }, violation.limits)
            duals.held = sum(whole.held.map { -Double($0) }, violation.held)
            guard let bound = DualBound(rounding: duals, goal: goal.goal, held: floors, prepared) else {
                return false
            }
            if bound.bound < least { return true }
            factor *= 64
        }
        return false
    }
}

extension PreparedProblem {
    /// The same problem with one more limit; `nil` where the numbers would be too large.
    fileprivate func adding(_ limit: Limit) -> PreparedProblem? {
        let narrower = try? AssignmentProblem(
            graph: graph, leftCapacities: problem.leftCapacities, rightCapacities: problem.rightCapacities,
            goals: problem.goals, limits: problem.limits + [limit], locked: problem.locked,
            mustFillLeft: problem.mustFillLeft, mustFillRight: problem.mustFillRight)
        return narrower.map { PreparedProblem($0) }
    }

    /// Less than any choice is worth.
    fileprivate func leastValue(_ goal: CombinedGoal) -> Int {
        var total = goal.value(of: [], self)
        for edge in 0..<graph.edgeCount where !isLocked[edge] { total += min(0, goal.weight(edge, self)) }
        return total - 1
    }

    /// Whether a limit has several coefficients, edges without a term left aside; indexed by limit.
    fileprivate var unevenLimits: [Bool] {
        problem.limits.map { limit in
            guard let first = limit.terms.first?.coefficient else { return false }
            return limit.terms.contains { $0.coefficient != first }
        }
    }
}
