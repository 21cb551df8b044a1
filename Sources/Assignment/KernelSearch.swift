/// Finds the best integer choice of one goal, and proves it, on kernels of the graph.
///
/// With the multipliers' bound UB and a guess g, an edge that costs more than g (|d_e| too large) is part of no
/// choice worth UB − g or more if it prices below 0, and of all of them if it prices above; likewise a vertex
/// whose price is more than g is full in all of them. What is left is the kernel. If branch and bound finds the
/// best of the kernel, the best of the graph is known as soon as it is at least UB − g − 1; else g grows.
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

    /// Kernels larger than this, and than twice the core, are first searched within the core only.
    private static let comfortableSize = 20_000

    let prepared: PreparedProblem
    let session: SolveSession
    let goal: Int
    let bound: DualBound
    /// Oriented values of the earlier goals.
    let held: [Int]

    /// Searches until the goal is settled or the time over.
    ///
    /// `known` is a choice already found by the program solver, if there is one, and `pairs` about how many edges
    /// a good choice has. Throws `SolverTrouble.timeLimit` when the time ends with no choice known.
    func run(known: [Int]?, _ generation: ColumnGeneration, pairs: Int) throws -> Result {
        var best = known.map { (edges: $0, value: prepared.value(goal, of: $0)) }
        var gap = firstGap(generation, pairs: pairs)
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
            let least = bound.bound.subtractingReportingOverflow(gap).partialValue
            let kernel = kernel(for: least, staysInCore ? generation : nil)
            let answer = try search(kernel, least: least, generation)
            if let edges = answer.edges, best.map({ prepared.value(goal, of: edges) > $0.value }) ?? true {
                best = (edges, prepared.value(goal, of: edges))
            }
            session.report(
                SolverProgress(
                    phase: .integerProgram, goal: goal, columns: kernel.edges.count,
                    value: best.map { prepared.reoriented($0.value, goal: goal) },
                    bound: prepared.reoriented(bound.bound, goal: goal)))
            // Nothing is proven by a search that the time cut short.
            guard answer.isComplete else {
                guard let best else { throw SolverTrouble.timeLimit }
                return best.value >= bound.bound ? .best(best.edges) : .open(best.edges)
            }
            if kernel.isWhole {
                if let best, best.value >= least - 1 { return .best(best.edges) }
                if best == nil, kernel.isEverything { return .infeasible }
                gap = min(4 * gap + 4, best.map { bound.bound - $0.value - 1 } ?? Int.max)
            } else {
                staysInCore = false
                if let best { gap = max(0, bound.bound - best.value - 1) }
            }
        }
    }

    private struct Kernel {
        var edges: [Int] = []
        var forced: [Int] = []
        /// How much a multiplier may cost.
        let slack: Int128
        /// Whether no edge was left out for its number's sake.
        var isWhole = true
        /// Whether nothing was left out, forced or held full at all.
        var isEverything = true
    }

    /// The kernel of the choices worth `least` or more; within a core if the whole is too large.
    private func kernel(for least: Int, _ core: ColumnGeneration?) -> Kernel {
        var kernel = Kernel(slack: bound.slack(for: least))
        for (edge, value) in bound.edgeValues.enumerated() where !prepared.isLocked[edge] {
            if Int128(value.magnitude) <= kernel.slack {
                kernel.edges.append(edge)
            } else {
                kernel.isEverything = false
                if value > 0 { kernel.forced.append(edge) }
            }
        }
        let prices = [bound.multipliers.left, bound.multipliers.right].joined()
        if prices.contains(where: { $0 > kernel.slack }) { kernel.isEverything = false }
        if let core {
            let inside = kernel.edges.filter { core.inCore[$0] }
            if kernel.edges.count > max(Self.comfortableSize, 2 * inside.count) {
                kernel.edges = inside
                kernel.isWhole = false
            }
        }
        return kernel
    }

    /// The best choice within a kernel, and whether the search was complete.
    private func search(
        _ kernel: Kernel, least: Int, _ generation: ColumnGeneration
    ) throws -> (edges: [Int]?, isComplete: Bool) {
        var request = CoreRequest(.goal(goal), edges: kernel.edges, prepared)
        request.forced = kernel.forced
        request.held = held
        for (vertex, price) in bound.multipliers.left.enumerated() where price > kernel.slack {
            request.fullLeft[vertex] = true
        }
        for (vertex, price) in bound.multipliers.right.enumerated() where price > kernel.slack {
            request.fullRight[vertex] = true
        }
        let core = try CoreProgram(request, prepared)
        let answer = try session.solve(
            core, from: generation.memory.basis(of: core), elsewhere: kernel.isWhole ? least - 1 : nil)
        session.say("goal \(goal), \(core.edges.count) columns: \(answer.words)")
        let isCutShort = answer.status == .timeLimit || answer.status == .interrupted
        if !isCutShort, let trouble = SolverTrouble(answer.status, words: answer.words) { throw trouble }
        let edges = answer.values.map { (core.chosen($0) + kernel.forced).sorted() }
        return (edges, answer.status == .optimal || answer.status == .infeasible)
    }

    /// A guess that leaves in the kernel about as many of the core's edges as two choices have.
    private func firstGap(_ generation: ColumnGeneration, pairs: Int) -> Int {
        let costs = generation.coreEdges.map { Int128(bound.edgeValues[$0].magnitude) }.sorted()
        guard let last = costs.last else { return 0 }
        let wanted = 2 * pairs < costs.count ? costs[2 * pairs] : last
        let beyond = max(0, wanted - bound.slack(for: bound.bound))
        return Int(clamping: (beyond + bound.multipliers.scale - 1) / bound.multipliers.scale)
    }
}
