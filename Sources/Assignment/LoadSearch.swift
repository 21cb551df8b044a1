/// Finds the best choice of one goal where the limits are agents' loads, and proves it: knapsacks instead of linear
/// bounds.
///
/// Between the best choice known and the bound, targets are asked for one after the other (`JobSearch`): dives for
/// better choices, and just below the bound, where few options are left, searches that lower it. What each may cost
/// grows as long as the two have not met.
struct LoadSearch {
    let prepared: PreparedProblem
    let session: SolveSession
    let goal: CombinedGoal
    private let problem: JobAssignment
    private let edges: [Int?]
    private let scale: Int
    private let prices: [Int]
    /// What the options are worth beside the goal's own value, for all choices alike.
    private let constant: Int
    /// What the worth of no choice surpasses, where the relaxation's bound is of the same goal.
    private let known: Int?

    /// Prepares a search below a relaxation's bound, from its prices.
    ///
    /// Earlier goals to be held become rewards of which one unit outweighs everything that follows.
    ///
    /// - Returns: `nil` when the problem is no generalised assignment, or the numbers are too large.
    init?(
        _ goal: CombinedGoal, bound: DualBound, held: [Int], _ prepared: PreparedProblem,
        _ session: SolveSession
    ) {
        let combined = held.isEmpty ? goal : CombinedGoal(dominatingUpTo: goal.goal, prepared)
        guard let combined,
            let (problem, edges, side) = JobAssignment.reading(
                prepared, worth: { combined.weight($0, prepared) })
        else { return nil }
        var (largest, spread) = (1, 1)
        for job in 0..<problem.jobCount {
            let worths = problem.options(of: job).map { problem.worths[$0] }
            guard let least = worths.min(), let most = worths.max() else { return nil }
            largest = max(largest, abs(least), abs(most))
            spread = max(spread, most - least)
        }
        guard largest < (1 << 52) / (problem.jobCount + 1) else { return nil }
        var scale = 1 << 12
        while scale > 1, scale * spread > 1 << 20 { scale /= 2 }
        while scale > 1, scale * largest > (1 << 56) / (problem.jobCount + 1) { scale /= 2 }
        self.prepared = prepared
        self.session = session
        self.goal = combined
        self.problem = problem
        self.edges = edges
        self.scale = scale
        let duals = side == .left ? bound.multipliers.left : bound.multipliers.right
        let places = side == .left ? prepared.leftCapacities : prepared.rightCapacities
        let jobs = places.indices.filter { places[$0] == 1 }
        let limit = Int128(scale * largest) * 4
        prices = jobs.map { vertex in
            Int(max(-limit, min(duals[vertex] * Int128(scale) / bound.multipliers.scale, limit)))
        }
        constant = combined.value(of: [], prepared)
        known = combined == goal ? bound.bound - constant : nil
    }

    /// What is known: the best choice, and what nothing surpasses.
    private struct Range {
        var best: (choice: [Int], worth: Int)?
        var bound: Int
        var nodes = 0
    }

    /// Searches until the goal is settled or the time over.
    ///
    /// Throws `SolverTrouble.timeLimit` when the time ends with no choice known.
    func run(known edges: [Int]?) throws -> KernelSearch.Result {
        var root = JobSearch(problem, scale: scale, prices: prices) { [session] in session.isOver }
        var range = Range(bound: 0)
        if let choice = root.lowerBound(rounds: Self.rootRounds) {
            range.best = (choice, problem.worth(of: choice))
        }
        if let edges, let choice = choice(of: edges), problem.worth(of: choice) > range.best?.worth ?? Int.min
        {
            range.best = (choice, problem.worth(of: choice))
        }
        range.bound = min(root.bound, known ?? Int.max)
        report(range)
        try findFirst(root, &range)
        try close(root, &range)
        guard let best = range.best else {
            if range.bound >= leastWorth { throw SolverTrouble.timeLimit }
            return .infeasible
        }
        session.say(
            "goal \(goal.goal), \(problem.jobCount) jobs by \(problem.optionCount) options: best \(best.worth), "
                + "none above \(range.bound), \(range.nodes) nodes")
        let chosen = best.choice.compactMap { self.edges[$0] }.sorted()
        return best.worth >= range.bound ? .best(chosen) : .open(chosen)
    }

    /// Steps of the prices before the first search.
    private static let rootRounds = 600

    /// Dives from the bound downwards until something is found, or it is certain that there is nothing.
    private func findFirst(_ root: JobSearch, _ range: inout Range) throws {
        var gap = 0
        let dive = 2 * problem.jobCount + 100
        var limit = dive
        while range.best == nil, range.bound >= leastWorth, !session.isOver {
            let target = max(leastWorth, range.bound - gap)
            ask(root, target: target, isDiving: true, nodes: limit, &range)
            // Once everything is allowed, only more patience helps.
            if target == leastWorth { limit *= 4 }
            gap = gap > (Int.max / 8) ? gap : 3 * gap + 1
        }
    }

    /// Narrows the range from both sides.
    private func close(_ root: JobSearch, _ range: inout Range) throws {
        var limit = 2 * problem.jobCount + 100
        while let best = range.best, !session.isOver {
            let gap = range.bound - best.worth
            if gap <= session.options.acceptableGap || gap <= 0 { return }
            let before = (best.worth, range.bound)
            // Near the bound, searching for the last units is proving that there are none.
            if gap > Self.nearGap {
                ask(root, target: best.worth + gap / 4, isDiving: true, nodes: limit, &range)
                if range.best?.worth == best.worth {
                    ask(root, target: best.worth + 1, isDiving: true, nodes: limit, &range)
                }
            }
            let left = range.bound - (range.best?.worth ?? 0)
            if left > 0 {
                ask(root, target: range.bound - left / 16, isDiving: false, nodes: 4 * limit, &range)
            }
            if (range.best?.worth ?? 0, range.bound) == before { limit *= 3 }
        }
    }

    private static let nearGap = 4

    /// Asks for a choice worth a target, and notes what the answer says.
    private func ask(
        _ root: JobSearch, target: Int, isDiving: Bool, nodes: Int, _ range: inout Range
    ) {
        var reduced = root
        guard reduced.reduce(target: target) else {
            range.bound = min(range.bound, target - 1)
            return report(range)
        }
        let (small, origins, prices) = reduced.remaining()
        var search = JobSearch(small, scale: scale, prices: prices) { [session] in session.isOver }
        switch search.answer(target: target, isDiving: isDiving, nodeLimit: nodes) {
        case .found(let choice):
            let found = choice.map { origins[$0] }
            let worth = problem.worth(of: found)
            if worth > range.best?.worth ?? Int.min { range.best = (found, worth) }
        case .none: range.bound = min(range.bound, target - 1)
        case .stopped: break
        }
        range.nodes += search.nodes
        report(range)
    }

    /// No choice is worth less.
    private var leastWorth: Int {
        (0..<problem.jobCount).reduce(0) { sum, job in
            sum + problem.options(of: job).reduce(Int.max) { min($0, problem.worths[$1]) }
        }
    }

    /// The options that some edges stand for, or `nil` where they do not fit.
    private func choice(of chosen: [Int]) -> [Int]? {
        let isChosen = Set(chosen)
        let choice = (0..<problem.jobCount).compactMap { job -> Int? in
            let options = problem.options(of: job)
            return options.first { edges[$0].map(isChosen.contains) ?? false }
                ?? options.first { edges[$0] == nil }
        }
        guard choice.count == problem.jobCount, problem.roomLeft(by: choice).allSatisfy({ $0 >= 0 }) else {
            return nil
        }
        return choice
    }

    private func report(_ range: Range) {
        let value = range.best.map { best in
            prepared.value(goal.goal, of: best.choice.compactMap { edges[$0] })
        }
        let room = range.best.map { range.bound - $0.worth }
        session.report(
            SolverProgress(
                phase: .integerProgram, goal: goal.goal, columns: problem.optionCount,
                value: value.map { prepared.reoriented($0, goal: goal.goal) },
                bound: value.flatMap { value in
                    room.map { prepared.reoriented(value + $0, goal: goal.goal) }
                }))
    }
}

extension CombinedGoal {
    /// A goal with rewards of which one unit is worth more than all that the goals after it can differ by, in any
    /// choice; `nil` when they are too large.
    init?(dominatingUpTo goal: Int, _ prepared: PreparedProblem) {
        var rewards = [Int](repeating: 0, count: goal)
        var below = Self.range(of: goal, prepared)
        for earlier in (0..<goal).reversed() {
            rewards[earlier] = below + 1
            let (product, overflow) = rewards[earlier].multipliedReportingOverflow(
                by: Self.range(of: earlier, prepared))
            guard !overflow, product < 1 << 50 else { return nil }
            below += product
        }
        self.init(goal, rewards: rewards)
    }

    /// What two choices can differ by at most: the best and the worst edge of every left vertex, or none.
    private static func range(of goal: Int, _ prepared: PreparedProblem) -> Int {
        let graph = prepared.graph
        return (0..<graph.leftCount).reduce(0) { sum, vertex in
            var (least, most) = (0, 0)
            for edge in graph.edges(ofLeft: vertex) where prepared.isOpen(edge) {
                let weight = prepared.weight(goal, edge)
                (least, most) = (min(least, weight), max(most, weight))
            }
            return sum + (most - least)
                * min(prepared.leftCapacities[vertex], graph.edges(ofLeft: vertex).count)
        }
    }
}
