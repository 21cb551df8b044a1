/// Finds the best integer choice of one goal, and proves it, on kernels of the graph.
///
/// With the multipliers' bound UB and a guess g, an edge that costs more than g is part of no choice worth UB − g
/// or more, or of all of them. What an edge costs is the shortest alternating path that brings it in or takes it
/// out at the multipliers' own matching (`AlternatingPaths`); where that matching is too large to compute, its
/// reduced cost. What is left is the kernel. If branch and bound finds the best of the kernel, the best of the
/// graph is known as soon as it is at least UB − g − 1; else g grows. A problem in parts (`StepSplit`) has its best in the
/// better of them: every kernel is solved in each.
struct KernelSearch {
    /// What became of a goal.
    enum Result {
        /// Nothing better exists.
        case best([Int])
        /// Something better may exist: the time is over, or the gap is accepted.
        case open([Int])
        /// No choice exists at all.
        case infeasible
    }

    /// Kernels larger than this, and than twice their part of the core, are first searched within the core only:
    /// where many edges are tied, the core alone nearly always holds a choice that attains the bound.
    private static let comfortableSize = 20_000

    let prepared: PreparedProblem
    let session: SolveSession
    let goal: CombinedGoal
    /// The best bound known.
    let bound: DualBound
    /// Oriented values below which the earlier goals may not fall; empty where rewards take care of that.
    let held: [Int]
    /// The optimum at the multipliers, by which kernels are found, with the bound that it gives.
    private let optimum: (matching: ChargedMatching, bound: DualBound)?
    /// The problem, or the parts that hold between them all its choices; each has one limit more.
    private let parts: [PreparedProblem]

    /// Prepares a search below a relaxation's bound.
    init(
        _ goal: CombinedGoal, bound: DualBound, held: [Int], _ prepared: PreparedProblem,
        parts: [PreparedProblem] = [], _ session: SolveSession
    ) {
        self.parts = parts.isEmpty ? [prepared] : parts
        self.goal = goal
        self.held = held
        self.prepared = prepared
        self.session = session
        let floors = held.isEmpty ? [Int](repeating: 0, count: goal.goal) : held
        let charges = bound.multipliers.rescaled(to: 1 << 12)
        guard let matching = ChargedMatching(at: charges, goal: goal.goal, prepared) else {
            self.bound = bound
            optimum = nil
            return
        }
        let own = DualBound(matching.multipliers, goal: goal.goal, held: floors, prepared)
        self.bound = own.bound <= bound.bound ? own : bound
        optimum = (matching, own)
    }

    /// Searches until the goal is settled or the time over.
    ///
    /// `known` is a choice already found, if there is one. Throws `SolverTrouble.timeLimit` when the time ends with
    /// no choice known.
    func run(known: [Int]?, _ generation: ColumnGeneration, pairs: Int) throws -> Result {
        var best = known.map { (edges: $0, value: value(of: $0)) }
        var gap = firstGap(pairs: pairs)
        var staysInCore = true
        while true {
            if let best, best.value >= bound.bound { return .best(best.edges) }
            if let best, bound.bound - best.value <= session.options.acceptableGap {
                return .open(best.edges)
            }
            if session.isOver {
                guard let best else { throw SolverTrouble.timeLimit }
                return .open(best.edges)
            }
            if let best { gap = min(gap, bound.bound - best.value - 1) }
            let least = bound.bound.subtractingReportingOverflow(gap).partialValue
            let kernel = kernel(for: least, within: staysInCore ? generation : nil)
            let answer = try search(kernel, least: least, best: best?.edges, generation.memory)
            if let edges = answer.edges, best.map({ value(of: edges) > $0.value }) ?? true {
                best = (edges, value(of: edges))
            }
            report(kernel, best: best?.edges)
            // Nothing is proven by a search that the time cut short, or that failed.
            guard answer.isComplete else {
                guard let best else { throw SolverTrouble.timeLimit }
                return best.value >= bound.bound ? .best(best.edges) : .open(best.edges)
            }
            guard kernel.isWhole else {
                staysInCore = false
                continue
            }
            if let best, best.value >= least - 1 { return .best(best.edges) }
            if kernel.isEverything { return best.map { .best($0.edges) } ?? .infeasible }
            // Once something is known, what is left is to prove it, with all that could be better.
            let (larger, overflow) = gap.multipliedReportingOverflow(by: 3)
            gap = best != nil || overflow ? Int.max / 2 : larger + 4
        }
    }

    private func value(of edges: [Int]) -> Int { goal.value(of: edges, prepared) }

    private func report(_ kernel: Kernel, best: [Int]?) {
        let value = best.map { prepared.value(goal.goal, of: $0) }
        let room = best.map { bound.bound - self.value(of: $0) }
        session.report(
            SolverProgress(
                phase: .integerProgram, goal: goal.goal, columns: kernel.edges.count,
                value: value.map { prepared.reoriented($0, goal: goal.goal) },
                bound: value.flatMap { value in
                    room.map { prepared.reoriented(value + $0, goal: goal.goal) }
                }))
    }

    private struct Kernel {
        var edges: [Int] = []
        var forced: [Int] = []
        var fullLeft: [Bool]
        var fullRight: [Bool]
        /// Whether no edge was left out for its number's sake.
        var isWhole = true
        /// Whether nothing was left out, forced or held full at all.
        var isEverything = true
    }

    /// The kernel of the choices worth `least` or more; within a core if the whole is too large.
    private func kernel(for least: Int, within core: ColumnGeneration?) -> Kernel {
        var kernel = Kernel(fullLeft: prepared.mustFillLeft, fullRight: prepared.mustFillRight)
        // Slack, prices and edge values have to be of the same multipliers.
        let reference = optimum?.bound ?? bound
        let slack = reference.slack(for: least)
        if let optimum, let cut = Int64(exactly: max(0, slack)) {
            let paths = AlternatingPaths(optimum.matching, within: cut, prepared)
            for edge in optimum.matching.matching.edges where !paths.mayChange[edge] {
                kernel.forced.append(edge)
            }
            kernel.edges = paths.mayChange.indices.filter { paths.mayChange[$0] }
        } else {
            for (edge, value) in reference.edgeValues.enumerated() where !prepared.isLocked[edge] {
                if Int128(value.magnitude) <= slack {
                    kernel.edges.append(edge)
                } else if value > 0 {
                    kernel.forced.append(edge)
                }
            }
        }
        let free = prepared.graph.edgeCount - prepared.problem.locked.count
        kernel.isEverything = kernel.edges.count == free
        for (vertex, price) in reference.multipliers.left.enumerated() where price > slack {
            kernel.fullLeft[vertex] = true
            kernel.isEverything = kernel.isEverything && prepared.mustFillLeft[vertex]
        }
        for (vertex, price) in reference.multipliers.right.enumerated() where price > slack {
            kernel.fullRight[vertex] = true
            kernel.isEverything = kernel.isEverything && prepared.mustFillRight[vertex]
        }
        if let core {
            let inside = kernel.edges.filter { core.inCore[$0] }
            if kernel.edges.count > max(Self.comfortableSize, 2 * inside.count) {
                kernel.edges = inside
                kernel.isWhole = false
            }
        }
        return kernel
    }

    /// The best choice within a kernel, if one is better than the best known, and whether the search was complete.
    private func search(
        _ kernel: Kernel, least: Int, best: [Int]?, _ memory: BasisMemory
    ) throws -> (edges: [Int]?, isComplete: Bool) {
        var (best, found, isComplete) = (best, [Int]?.none, true)
        for part in parts where isComplete {
            if let best, value(of: best) >= bound.bound { break }
            let answer: (edges: [Int]?, isComplete: Bool)
            do {
                answer = try search(kernel, of: part, least: least, best: best, memory)
            } catch SolverTrouble.numerical(let words) where best != nil {
                session.note(SolverTrouble.numerical(words))
                answer = (nil, false)
            }
            isComplete = answer.isComplete
            guard let edges = answer.edges, best.map({ value(of: edges) > value(of: $0) }) ?? true else {
                continue
            }
            (best, found) = (edges, edges)
        }
        return (found, isComplete)
    }

    private func search(
        _ kernel: Kernel, of part: PreparedProblem, least: Int, best: [Int]?, _ memory: BasisMemory
    ) throws -> (edges: [Int]?, isComplete: Bool) {
        var request = CoreRequest(.goal(goal), edges: kernel.edges, part)
        request.forced = kernel.forced
        request.held = held
        request.fullLeft = kernel.fullLeft
        request.fullRight = kernel.fullRight
        request.earlierWorth = best.map { value(of: $0) - prepared.value(goal.goal, of: $0) }
        request.leastObjective = best.map { value(of: $0) + 1 - value(of: kernel.forced) }
        let core = try CoreProgram(request, part)
        // What one part comes to says nothing of the other.
        let isAll = kernel.isWhole && parts.count == 1
        let elsewhere = isAll ? request.earlierWorth(goal).map { least - 1 - $0 } : nil
        let basis = memory.padded(to: part).basis(of: core)
        let answer = try session.solve(core, from: basis, elsewhere: elsewhere)
        session.say("goal \(goal.goal), \(core.edges.count) columns: \(answer.words)")
        let isCutShort = answer.status == .timeLimit || answer.status == .interrupted
        if !isCutShort, let trouble = SolverTrouble(answer.status, words: answer.words) {
            guard answer.values != nil else { throw trouble }
            session.note(trouble)
        }
        let edges = answer.values.map { (core.chosen($0) + kernel.forced).sorted() }
        return (edges, answer.status == .optimal || answer.status == .infeasible)
    }

    /// A guess that keeps the first kernel small: a thousandth of the dearest edge, or where kernels go by
    /// reduced costs, one that leaves about as many edges as two choices have.
    private func firstGap(pairs: Int) -> Int {
        if optimum != nil {
            var largest = 0
            for edge in 0..<prepared.graph.edgeCount {
                largest = max(largest, abs(prepared.weight(goal.goal, edge)))
            }
            return largest / 1000
        }
        let costs = bound.edgeValues.map { Int128($0.magnitude) }.sorted()
        guard let last = costs.last else { return 0 }
        let wanted = 2 * pairs < costs.count ? costs[2 * pairs] : last
        let beyond = max(0, wanted - bound.slack(for: bound.bound))
        return Int(clamping: (beyond + bound.multipliers.scale - 1) / bound.multipliers.scale)
    }
}

extension Multipliers {
    /// The same multipliers in another scale, rounded to the nearest.
    func rescaled(to scale: Int128) -> Multipliers {
        guard scale < self.scale else { return self }
        func rounded(_ value: Int128) -> Int128 {
            let half = value >= 0 ? self.scale / 2 : -self.scale / 2
            return (value * scale + half) / self.scale
        }
        return Multipliers(
            scale: scale, left: left.map(rounded), right: right.map(rounded), limits: limits.map(rounded),
            held: held.map(rounded))
    }
}
