/// The optimum where vertices on both sides have several places, from earlier pairs and prices: what still fits stays, and
/// searches run only for what broke.
///
/// With p_j as they were, o_e = c_e − p_j is what an edge offers its left vertex i. An earlier pair stays if it
/// offers at least as much as every edge of i that does not stay; u_i is the best offer of those others. Every
/// edge then has r_e ≥ 0, or ≤ 0 if it stays, whatever has changed. Left over are free places of left vertices
/// with u_i > 0, and of right ones with p_j > 0: `ShortestAugmentingPaths` inserts the former, and on the
/// transposed graph the latter. Least prices again, at the end.
///
/// - Complexity: O(|E| + n log n), and a search for every place left over.
struct SeveralPlaces<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let graph: BipartiteGraph
    /// c_e, of which every signed sum along four alternating paths must fit in a `Code`.
    let costs: [Code]
    let leftCapacities: [Int]
    let rightCapacities: [Int]
    /// Whether an edge may not be chosen.
    let isExcluded: [Bool]

    private var excluded: [Int] { isExcluded.indices.filter { isExcluded[$0] } }

    /// The optimum with the least right prices, and for how many vertices there was anything to search.
    func run(from earlier: EarlierMatching<Code>) -> (
        matching: PricedMatching<Code>, statistics: SearchStatistics
    ) {
        let kept = keep(earlier.pairs, earlier.prices)
        let left = unfilled(kept, .left)
        var matching = kept
        // Every edge was looked at to see what stays.
        var statistics = SearchStatistics(scanned: graph.edgeCount)
        if !left.isEmpty {
            let paths = ShortestAugmentingPaths(
                graph: graph, costs: costs, leftCapacities: leftCapacities, rightCapacities: rightCapacities,
                excluding: excluded, from: kept)
            matching = paths.run()
            statistics.scanned += paths.scanned
        }
        let right = unfilled(matching, .right)
        if !right.isEmpty {
            let paths = pathsFromRight(matching)
            matching = filledRight(paths)
            statistics.scanned += paths.scanned
        }
        statistics.searched = left.count + right.count
        return (leastPrices(settled(matching)), statistics)
    }

    /// What still fits, with prices for the left vertices.
    private func keep(_ pairs: [(left: Int, right: Int)], _ prices: [Code]) -> PricedMatching<Code> {
        var isEarlier = [Bool](repeating: false, count: graph.edgeCount)
        var room = rightCapacities
        for pair in pairs {
            guard let edge = graph.edge(from: pair.left, to: pair.right), !isExcluded[edge],
                !isEarlier[edge], room[pair.right] > 0
            else { continue }
            isEarlier[edge] = true
            room[pair.right] -= 1
        }
        var edges: [Int] = []
        var left = [Code](repeating: 0, count: graph.leftCount)
        for vertex in left.indices {
            let offers = graph.edges(ofLeft: vertex).filter { !isExcluded[$0] }
                .map { (edge: $0, offer: costs[$0] - prices[graph.right(of: $0)]) }
            var staying = offers.filter { isEarlier[$0.edge] && $0.offer >= 0 }
            staying.sort { $0.offer == $1.offer ? $0.edge < $1.edge : $0.offer > $1.offer }
            let others = offers.filter { !isEarlier[$0.edge] }.map(\.offer)
            let spare = staying.dropFirst(leftCapacities[vertex]).map(\.offer)
            left[vertex] = max(0, others.max() ?? 0, spare.max() ?? 0)
            edges += staying.prefix(leftCapacities[vertex])
                .filter { $0.offer >= left[vertex] }.map(\.edge)
        }
        return PricedMatching(edges: edges.sorted(), left: left, right: prices)
    }

    /// The vertices with a price and a free place.
    private func unfilled(_ matching: PricedMatching<Code>, _ side: VertexSide) -> [Int] {
        var room = side == .left ? leftCapacities : rightCapacities
        for edge in matching.edges {
            room[side == .left ? graph.left(of: edge) : graph.right(of: edge)] -= 1
        }
        let prices = side == .left ? matching.left : matching.right
        return prices.indices.filter { prices[$0] > 0 && room[$0] > 0 }
    }

    /// The searches that insert free places of right vertices with a price, seen from the right.
    private func pathsFromRight(_ matching: PricedMatching<Code>) -> ShortestAugmentingPaths<Code> {
        var position = [Int](repeating: 0, count: graph.edgeCount)
        for (index, edge) in graph.edgesByRight.enumerated() { position[Int(edge)] = index }
        return ShortestAugmentingPaths(
            graph: graph.transposed, costs: graph.edgesByRight.map { costs[Int($0)] },
            leftCapacities: rightCapacities, rightCapacities: leftCapacities,
            excluding: excluded.map { position[$0] },
            from: PricedMatching(
                edges: matching.edges.map { position[$0] }.sorted(), left: matching.right,
                right: matching.left))
    }

    /// What they find, seen from the left again.
    private func filledRight(_ paths: ShortestAugmentingPaths<Code>) -> PricedMatching<Code> {
        let found = paths.run()
        return PricedMatching(
            edges: found.edges.map { Int(graph.edgesByRight[$0]) }.sorted(), left: found.right,
            right: found.left)
    }

    /// The same with chosen edges as dear as they are worth where the left end has one place and can pay, and with
    /// vertices without places, whose price costs nothing, covering their edges.
    private func settled(_ matching: PricedMatching<Code>) -> PricedMatching<Code> {
        var left = matching.left
        for edge in matching.edges where leftCapacities[graph.left(of: edge)] == 1 {
            left[graph.left(of: edge)] = costs[edge] - matching.right[graph.right(of: edge)]
        }
        cover(&left, matching.right)
        return PricedMatching(edges: matching.edges, left: left, right: matching.right)
    }

    private func cover(_ left: inout [Code], _ right: [Code]) {
        for vertex in left.indices where leftCapacities[vertex] == 0 {
            left[vertex] = graph.edges(ofLeft: vertex).reduce(0) { best, edge in
                isExcluded[edge] ? best : max(best, costs[edge] - right[graph.right(of: edge)])
            }
        }
    }

    /// Lowers every p_j as far as it goes, by its distance from the hub of the residual graph, and raises u_i by
    /// that of i.
    private func leastPrices(_ matching: PricedMatching<Code>) -> PricedMatching<Code> {
        let reduced = costs.indices.map { edge in
            matching.left[graph.left(of: edge)] + matching.right[graph.right(of: edge)] - costs[edge]
        }
        let nobody = (
            left: [Bool](repeating: false, count: graph.leftCount),
            right: [Bool](repeating: false, count: graph.rightCount)
        )
        let distances = HubDistances(
            Residual(
                matching, reducedCosts: reduced, graph, isLocked: isExcluded,
                capacities: (leftCapacities, rightCapacities), mustFill: nobody), .fromHub)
        var left = zip(matching.left, distances.left).map { $1 < Residual<Code>.unreachable ? $0 + $1 : $0 }
        let right = zip(matching.right, distances.right).map { $0 - min($0, $1) }
        cover(&left, right)
        return PricedMatching(edges: matching.edges, left: left, right: right)
    }
}
