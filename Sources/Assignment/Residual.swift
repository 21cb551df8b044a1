/// Every way in which an optimal choice can be changed a little, with what it costs: the residual graph.
///
/// Its vertices are those of the graph and one more, the hub, which stands for places left free. With
/// r_e = u_i + p_j − c_e its arcs are
///
///     i → j    take an edge that is not chosen              r_e ≥ 0
///     j → i    drop a chosen edge                           −r_e ≥ 0
///     hub → i  use a place of i that is free                0 (a vertex with a free place has price 0)
///     i → hub  give up a place of i, unless it must be filled    u_i ≥ 0
///     j → hub  use a place of j that is free                0
///     hub → j  give up a place of j, unless it must be filled    p_j ≥ 0
///
/// and the prices cancel around every cycle: the length of a cycle is what the objective loses by the change.
/// Locked edges have no arcs, and what they use of places is not there.
///
/// Reference: Ahuja, Magnanti, Orlin, *Network Flows* (1993), sections 9.2 and 9.11 (residual networks,
/// sensitivity analysis).
struct Residual<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let graph: BipartiteGraph
    /// r_e, indexed by edge.
    let reducedCosts: [Code]
    /// Chosen and not locked.
    let isChosen: [Bool]
    let isLocked: [Bool]
    /// u_i.
    let left: [Code]
    /// p_j.
    let right: [Code]
    let hasRoomLeft: [Bool]
    let hasRoomRight: [Bool]
    /// The cost of giving up a place of i, or `unreachable`.
    let exitLeft: [Code]
    /// The cost of giving up a place of j, or `unreachable`.
    let exitRight: [Code]

    /// Longer than any path; twice as much can still be added up.
    static var unreachable: Code { Code.max / 4 }

    /// The residual graph of chosen edges and prices that fit them: r_e by edge, prices by vertex, and locked
    /// edges already taken off the capacities.
    ///
    /// - Complexity: O(|L| + |R| + |E|).
    init(
        _ matching: PricedMatching<Code>, reducedCosts: [Code], _ graph: BipartiteGraph, isLocked: [Bool],
        capacities: (left: [Int], right: [Int]), mustFill: (left: [Bool], right: [Bool])
    ) {
        self.graph = graph
        self.isLocked = isLocked
        self.reducedCosts = reducedCosts
        left = matching.left
        right = matching.right
        var isChosen = [Bool](repeating: false, count: graph.edgeCount)
        var usedLeft = [Int](repeating: 0, count: graph.leftCount)
        var usedRight = [Int](repeating: 0, count: graph.rightCount)
        for edge in matching.edges {
            isChosen[edge] = true
            usedLeft[graph.left(of: edge)] += 1
            usedRight[graph.right(of: edge)] += 1
        }
        self.isChosen = isChosen
        hasRoomLeft = zip(usedLeft, capacities.left).map { $0 < $1 }
        hasRoomRight = zip(usedRight, capacities.right).map { $0 < $1 }
        func exits(_ prices: [Code], _ used: [Int], _ mustFill: [Bool]) -> [Code] {
            prices.indices.map { used[$0] > 0 && !mustFill[$0] ? prices[$0] : Self.unreachable }
        }
        exitLeft = exits(left, usedLeft, mustFill.left)
        exitRight = exits(right, usedRight, mustFill.right)
    }

    /// The residual graph of a solution and the prices of its certificate.
    init(_ solution: MatchSolution, _ prices: TightPrices, _ prepared: PreparedProblem) {
        self.init(
            PricedMatching(
                edges: solution.edges.filter { !prepared.isLocked[$0] },
                left: prices.left.map { Code(truncatingIfNeeded: $0) },
                right: prices.right.map { Code(truncatingIfNeeded: $0) }),
            reducedCosts: prices.edgeValues.map { -Code(truncatingIfNeeded: $0) }, prepared.graph,
            isLocked: prepared.isLocked.array(count: prepared.graph.edgeCount),
            capacities: (prepared.leftCapacities, prepared.rightCapacities),
            mustFill: (prepared.mustFillLeft, prepared.mustFillRight))
    }

    /// Whether an edge could be forced: it is neither chosen nor locked.
    func isOpen(_ edge: Int) -> Bool { !isChosen[edge] && !isLocked[edge] }
}
