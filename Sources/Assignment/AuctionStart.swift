/// Exact maximum-weight b-matching where left vertices have at most one place: an auction for good prices, row
/// reduction to make them consistent, shortest augmenting paths for the few vertices left over.
///
/// Where all weights share a large constant (the goal "most pairs", coded far above all that follows), the
/// auction would crawl. It works instead with a reward that just outweighs one exchange in the later goals. The
/// prices are then lifted to the true weights by a `CardinalityCover`, and only from vertices that can add a
/// pair is searched again. The prices returned are the least ones: they depend on the problem alone.
///
/// Every stage after the auction keeps optimality by invariants; the auction only saves searches.
package struct AuctionStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private let graph: BipartiteGraph
    private let costs: [Code]
    private let leftCapacities: [Int]
    private let rightCapacities: [Int]
    private let isExcluded: [Bool]
    /// Neither excluded nor at a vertex without places.
    private let isUsable: [Bool]

    /// Prepares a problem: c_e indexed by edge, of which every signed sum along four alternating paths must fit
    /// in a `Code`, and the edges that may not be chosen.
    ///
    /// - Precondition: no left vertex has more than one place.
    package init(
        graph: BipartiteGraph, costs: [Code], leftCapacities: [Int], rightCapacities: [Int],
        excluding: [Int] = []
    ) {
        self.graph = graph
        self.costs = costs
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        var isExcluded = [Bool](repeating: false, count: graph.edgeCount)
        for edge in excluding { isExcluded[edge] = true }
        self.isExcluded = isExcluded
        isUsable = isExcluded.indices.map { edge in
            !isExcluded[edge] && leftCapacities[graph.left(of: edge)] > 0
                && rightCapacities[graph.right(of: edge)] > 0
        }
    }

    /// An optimal matching with the least right prices that prove it.
    package func run() -> PricedMatching<Code> {
        var (least, greatest) = (Code.max, Code.min)
        for edge in costs.indices where isUsable[edge] {
            least = min(least, costs[edge])
            greatest = max(greatest, costs[edge])
        }
        guard least <= greatest else { return coveringTheRest([], left: zeros.left, right: zeros.right) }
        let spread = greatest - least
        // With the reward 2 · spread + 1 no exchange along one edge is worth a pair; nearly always that is enough.
        let shift = max(0, least - (2 * spread + 1))
        let magnitude = max(greatest - shift, shift - least)
        let range = shift > 0 ? spread : max(0, greatest)
        let first: PricedMatching<Code>
        if magnitude < Code(Int32.max / 5) {
            first = matching(Int32.self, shift: shift, range: range)
        } else if Code.bitWidth > Int64.bitWidth, magnitude < Code(truncatingIfNeeded: Int64.max / 5) {
            first = matching(Int64.self, shift: shift, range: range)
        } else {
            first = matching(Code.self, shift: shift, range: range)
        }
        let best = shift > 0 ? lifted(first, by: shift) : first
        let priced = LeastPrices(graph: graph, costs: costs, isUsable: isUsable).of(best)
        return coveringTheRest(priced.edges, left: priced.left, right: priced.right)
    }

    private var zeros: (left: [Code], right: [Code]) {
        (.init(repeating: 0, count: graph.leftCount), .init(repeating: 0, count: graph.rightCount))
    }

    private var unusable: [Int] { isUsable.indices.filter { !isUsable[$0] } }

    /// The optimum of the weights c_e − shift.
    private func matching<Price: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _: Price.Type, shift: Code, range: Code
    ) -> PricedMatching<Code> {
        let shifted = costs.indices.map { isUsable[$0] ? Price(truncatingIfNeeded: costs[$0] - shift) : 0 }
        var result = SlotAuction(
            graph: graph, costs: shifted,
            slotCounts: graph.slotCounts(rightCapacities), spread: Price(truncatingIfNeeded: range)
        ).solve()
        let matched = Partners(of: result.edges, graph)
        if result.left.indices.contains(where: { !matched.isMatched[$0] && result.left[$0] > 0 }) {
            result =
                ShortestAugmentingPaths(
                    graph: graph, costs: shifted, leftCapacities: leftCapacities,
                    rightCapacities: rightCapacities, excluding: unusable, from: result
                ).run()
        }
        result = withoutIdlePrices(result, shifted)
        return PricedMatching(
            edges: result.edges, left: result.left.map { Code($0) }, right: result.right.map { Code($0) })
    }

    /// Inserts the free places of right vertices that have a price, by the same searches seen from the right.
    private func withoutIdlePrices<Price: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ matching: PricedMatching<Price>, _ shifted: [Price]
    ) -> PricedMatching<Price> {
        let partners = Partners(of: matching.edges, graph)
        let isIdle = matching.right.indices.contains { vertex in
            matching.right[vertex] > 0 && partners.ofRight(vertex).count < rightCapacities[vertex]
        }
        guard isIdle else { return matching }
        let byRight = graph.edgesByRight
        var position = [Int](repeating: 0, count: graph.edgeCount)
        for (index, edge) in byRight.enumerated() { position[Int(edge)] = index }
        let reversed = ShortestAugmentingPaths(
            graph: graph.transposed, costs: byRight.map { shifted[Int($0)] }, leftCapacities: rightCapacities,
            rightCapacities: leftCapacities, excluding: unusable.map { position[$0] },
            from: PricedMatching(
                edges: matching.edges.map { position[$0] }.sorted(), left: matching.right,
                right: matching.left)
        ).run()
        let edges = reversed.edges.map { Int(byRight[$0]) }.sorted()
        var left = reversed.right
        // A chosen edge may have come to cost less than it is worth: its left end has one place and pays the rest.
        for edge in edges {
            left[graph.left(of: edge)] = shifted[edge] - reversed.left[graph.right(of: edge)]
        }
        return PricedMatching(edges: edges, left: left, right: reversed.left)
    }

    /// The optimum of the true weights, given that of weights smaller by a constant.
    private func lifted(_ matching: PricedMatching<Code>, by shift: Code) -> PricedMatching<Code> {
        let cover = CardinalityCover(
            matching: matching.edges, graph: graph, rightCapacities: rightCapacities, isUsable: isUsable)
        let prices = PricedMatching(
            edges: matching.edges, left: zip(matching.left, cover.left).map { $0 + ($1 ? shift : 0) },
            right: zip(matching.right, cover.right).map { $0 + ($1 ? shift : 0) })
        guard cover.canGrow else { return prices }
        return ShortestAugmentingPaths(
            graph: graph, costs: costs, leftCapacities: leftCapacities, rightCapacities: rightCapacities,
            excluding: unusable, from: prices
        ).run()
    }

    /// Lets vertices without places, whose price costs nothing, cover their edges.
    private func coveringTheRest(_ edges: [Int], left: [Code], right: [Code]) -> PricedMatching<Code> {
        var (left, right) = (left, right)
        for vertex in left.indices where leftCapacities[vertex] == 0 { left[vertex] = 0 }
        for vertex in right.indices where rightCapacities[vertex] == 0 { right[vertex] = 0 }
        for edge in costs.indices where !isUsable[edge] && !isExcluded[edge] {
            let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
            let missing = costs[edge] - left[tail] - right[head]
            guard missing > 0 else { continue }
            if rightCapacities[head] == 0 { right[head] += missing } else { left[tail] += missing }
        }
        return PricedMatching(edges: edges, left: left, right: right)
    }
}

extension SlotAuction {
    /// Phases and row reduction, with the prices of the left vertices: what is optimal but for free left vertices
    /// with a price, which still want a place, and right vertices with a price and a place left.
    func solve() -> PricedMatching<Price> {
        run()
        reduceRows()
        var edges: [Int] = []
        var left = [Price](repeating: 0, count: leftCount)
        for vertex in 0..<leftCount {
            let mate = Int(mates[vertex])
            if mate >= 0 {
                edges.append(mate)
                left[vertex] = arcs[mate].cost - prices[Int(arcs[mate].head)]
            } else {
                for edge in Int(starts[vertex])..<Int(starts[vertex + 1]) {
                    left[vertex] = max(left[vertex], arcs[edge].cost - prices[Int(arcs[edge].head)])
                }
            }
        }
        return PricedMatching(
            edges: edges, left: left, right: Array(UnsafeBufferPointer(start: prices, count: rightCount)))
    }
}

extension BipartiteGraph {
    /// The same graph with left and right exchanged: its edge k is edge `edgesByRight[k]` of this one.
    var transposed: BipartiteGraph { BipartiteGraph(transposing: self) }

    private init(transposing graph: BipartiteGraph) {
        leftCount = graph.rightCount
        rightCount = graph.leftCount
        leftStarts = graph.rightStarts
        leftOfEdge = graph.edgesByRight.map { graph.rightOfEdge[Int($0)] }
        rightOfEdge = graph.edgesByRight.map { graph.leftOfEdge[Int($0)] }
        rightStarts = graph.leftStarts
        var position = [Int32](repeating: 0, count: graph.edgeCount)
        for (index, edge) in graph.edgesByRight.enumerated() { position[Int(edge)] = Int32(index) }
        edgesByRight = position
    }
}
