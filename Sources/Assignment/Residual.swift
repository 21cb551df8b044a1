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

    /// - Complexity: O(|L| + |R| + |E|).
    init(_ solution: MatchSolution, _ prices: TightPrices, _ prepared: PreparedProblem) {
        graph = prepared.graph
        isLocked = prepared.isLocked
        reducedCosts = prices.edgeValues.map { -Code(truncatingIfNeeded: $0) }
        left = prices.left.map { Code(truncatingIfNeeded: $0) }
        right = prices.right.map { Code(truncatingIfNeeded: $0) }
        var isChosen = [Bool](repeating: false, count: graph.edgeCount)
        var usedLeft = [Int](repeating: 0, count: graph.leftCount)
        var usedRight = [Int](repeating: 0, count: graph.rightCount)
        for edge in solution.edges where !prepared.isLocked[edge] {
            isChosen[edge] = true
            usedLeft[graph.left(of: edge)] += 1
            usedRight[graph.right(of: edge)] += 1
        }
        self.isChosen = isChosen
        hasRoomLeft = zip(usedLeft, prepared.leftCapacities).map { $0 < $1 }
        hasRoomRight = zip(usedRight, prepared.rightCapacities).map { $0 < $1 }
        func exits(_ prices: [Code], _ used: [Int], _ mustFill: [Bool]) -> [Code] {
            prices.indices.map { used[$0] > 0 && !mustFill[$0] ? prices[$0] : Self.unreachable }
        }
        exitLeft = exits(left, usedLeft, prepared.mustFillLeft)
        exitRight = exits(right, usedRight, prepared.mustFillRight)
    }

    /// The arcs as searches towards right vertices read them.
    var arcs: ResidualArcs<Code> {
        ResidualArcs(
            tails: graph.leftOfEdge, heads: graph.rightOfEdge, tailCount: graph.leftCount,
            headCount: graph.rightCount, reducedCosts: reducedCosts, isChosen: isChosen, isLocked: isLocked)
    }

    /// The same with every arc turned round, and left and right exchanged.
    private var reversedArcs: ResidualArcs<Code> {
        ResidualArcs(
            tails: graph.rightOfEdge, heads: graph.leftOfEdge, tailCount: graph.rightCount,
            headCount: graph.leftCount, reducedCosts: reducedCosts, isChosen: isChosen, isLocked: isLocked)
    }

    /// The distances of all vertices to the hub; `unreachable` where there is no path.
    ///
    /// - Complexity: O(|E| + n log n).
    func distancesToHub() -> (left: [Code], right: [Code]) {
        let entry = hasRoomRight.map { $0 ? 0 : Self.unreachable }
        let found = AlternatingDistances(arcs).settleAll(tails: exitLeft, heads: entry)
        return (found.tails, found.heads)
    }

    /// The distances from the hub to all vertices; `unreachable` where there is no path.
    ///
    /// - Complexity: O(|E| + n log n).
    func distancesFromHub() -> (left: [Code], right: [Code]) {
        let entry = hasRoomLeft.map { $0 ? 0 : Self.unreachable }
        let found = AlternatingDistances(reversedArcs).settleAll(tails: exitRight, heads: entry)
        return (found.heads, found.tails)
    }
}

/// The arcs of a residual graph between tails and heads, as a search against their direction reads them.
struct ResidualArcs<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// One arc, seen from one of its ends.
    struct Arc {
        let cost: Code
        /// The other end.
        let end: Int32
    }

    let tailCount: Int
    let headCount: Int
    /// Arcs from a tail to head j: `takingStarts[j] ..< takingStarts[j + 1]`, `end` being the tail.
    let takingStarts: [Int32]
    var taking: [Arc]
    /// Arcs from a head to tail i: `droppingStarts[i] ..< droppingStarts[i + 1]`, `end` being the head.
    let droppingStarts: [Int32]
    let dropping: [Arc]

    init(
        tails: [Int32], heads: [Int32], tailCount: Int, headCount: Int, reducedCosts: [Code],
        isChosen: [Bool], isLocked: [Bool]
    ) {
        self.tailCount = tailCount
        self.headCount = headCount
        (takingStarts, taking) = Self.rows(by: heads, count: headCount, ends: tails) { edge in
            isChosen[edge] || isLocked[edge] ? nil : reducedCosts[edge]
        }
        (droppingStarts, dropping) = Self.rows(by: tails, count: tailCount, ends: heads) { edge in
            isChosen[edge] ? -reducedCosts[edge] : nil
        }
    }

    /// Puts the cheapest arcs of every head first, so that a search may leave the rest unread.
    ///
    /// - Complexity: O(|E| log degree).
    mutating func sort() {
        for head in 0..<headCount {
            taking[Int(takingStarts[head])..<Int(takingStarts[head + 1])].sort {
                $0.cost == $1.cost ? $0.end < $1.end : $0.cost < $1.cost
            }
        }
    }

    private static func rows(
        by vertices: [Int32], count: Int, ends: [Int32], cost: (Int) -> Code?
    ) -> (starts: [Int32], arcs: [Arc]) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for edge in vertices.indices where cost(edge) != nil { starts[Int(vertices[edge]) + 1] += 1 }
        for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
        var next = starts
        var arcs = [Arc](repeating: Arc(cost: 0, end: 0), count: Int(starts[count]))
        for edge in vertices.indices {
            guard let cost = cost(edge) else { continue }
            let vertex = Int(vertices[edge])
            arcs[Int(next[vertex])] = Arc(cost: cost, end: ends[edge])
            next[vertex] += 1
        }
        return (starts, arcs)
    }
}
