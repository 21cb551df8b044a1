/// After the optimum: in which optimal assignments every edge is, and what the goals lose without a chosen edge,
/// or with another.
///
/// - Without limits everything is exact, by one sweep of shortest paths (`EdgeSweep`).
/// - With limits that the optimum keeps by itself, the sweep gives bounds: the limits may rule out the cheapest
///   way of making up for a change.
/// - With limits that bind, or where the proof is not complete, the certificate gives bounds (`CertifiedBounds`).
package struct Sensitivity: Sendable {
    /// In how many of the optimal assignments an edge is.
    package enum Presence: String, Sendable, Equatable {
        /// In every one.
        case every
        /// In one at least, and not in every one.
        case some
        /// In none.
        case none
        /// It is not known: in some or in every one if the edge is chosen, in some or in none otherwise.
        case undecided
    }

    /// Vertices that all searches together may settle, unless told otherwise.
    ///
    /// A graph of 10,000 a side with 30 edges a vertex, random weights and nobody to spare needs about half of it.
    package static let usualEffort = 100_000_000

    /// Vertices settled by all searches: what the sweep cost.
    package let settledCount: Int
    private let changes: ChangeTable
    private let isChosen: [Bool]
    private let isLocked: LockedEdges

    /// Appraises every edge of a solution that `verify` accepts.
    ///
    /// `effort` is a number of vertices, shared out among the searches. A search that uses up its share leaves
    /// bounds (`Change.atMost`) instead of exact numbers; the result is the same on every machine.
    ///
    /// - Complexity: see `EdgeSweep` and `CertifiedBounds`.
    package init(
        of solution: MatchSolution, _ problem: AssignmentProblem, effort: Int = Self.usualEffort
    ) {
        let prepared = PreparedProblem(problem)
        let graph = problem.graph
        var isChosen = [Bool](repeating: false, count: graph.edgeCount)
        for edge in solution.edges { isChosen[edge] = true }
        var changes = ChangeTable(count: graph.edgeCount, goalCount: problem.goals.count)
        var settled = 0
        if let prices = TightPrices(solution, prepared) {
            let share = effort / max(1, Set(solution.edges.map { graph.rightOfEdge[$0] }).count)
            func sweep<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(_: Code.Type) {
                let residual = Residual<Code>(solution, prices, prepared)
                let sweep = EdgeSweep(residual, share: share)
                for edge in 0..<graph.edgeCount where sweep.losses[edge] < Residual<Code>.unreachable {
                    let amounts = prices.coding.amounts(of: -Int128(sweep.losses[edge]))
                    let isExact = sweep.isExact[edge] && problem.limits.isEmpty
                    changes[edge] = isExact ? .exactly(amounts) : .atMost(amounts)
                }
                settled = sweep.settledCount
            }
            if prices.fitsInt64 { sweep(Int64.self) } else { sweep(Int128.self) }
        } else {
            let bounds = CertifiedBounds(solution, prepared)
            for edge in 0..<graph.edgeCount where !prepared.isLocked[edge] {
                let hasPlaces =
                    prepared.leftCapacities[graph.left(of: edge)] > 0
                    && prepared.rightCapacities[graph.right(of: edge)] > 0
                if hasPlaces { changes[edge] = bounds.edge(edge, isChosen: isChosen[edge]) }
            }
        }
        self.changes = changes
        self.isChosen = isChosen
        isLocked = prepared.isLocked
        settledCount = settled
    }

    /// What forbidding an edge does if it is chosen, and what forcing it does if it is not.
    ///
    /// Forbidding a locked edge is impossible.
    package func change(ofEdge edge: Int) -> Change { changes[edge] }

    /// In how many of the optimal assignments an edge is.
    package func presence(ofEdge edge: Int) -> Presence {
        if isLocked[edge] { return .every }
        let change = changes[edge]
        if change.isLoss { return isChosen[edge] ? .every : .none }
        if case .exactly = change { return .some }
        return .undecided
    }
}
