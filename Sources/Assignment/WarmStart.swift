/// The optimum of coded weights from a starting point instead of an auction: what still fits stays, and searches
/// run only for what broke.
///
/// Where one side has one place each, row reduction begins with the earlier pairs and prices (`AuctionStart`). Else, with
/// p_j as they were, o_e = c_e − p_j is what an edge offers its left vertex i. An earlier pair stays if it
/// offers at least as much as every edge of i that does not stay; u_i is the best offer of those others. Every
/// edge then has r_e ≥ 0, or ≤ 0 if it stays, whatever has changed. Left over are free places of left vertices
/// with u_i > 0, and of right ones with p_j > 0: `ShortestAugmentingPaths` inserts the former, and on the
/// transposed graph the latter. Least prices again, at the end.
///
/// - Complexity: O(|E| + n log n), and a search for every place left over.
struct WarmStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let prepared: PreparedProblem
    /// c_e, of which every signed sum along four alternating paths must fit in a `Code`.
    let cost: (Int) -> Code

    private var graph: BipartiteGraph { prepared.graph }

    /// The optimum with the least right prices, and for how many vertices there was anything to search.
    func run(from pairs: [(left: Int, right: Int)], prices: [Code]) -> (
        matching: PricedMatching<Code>, statistics: SearchStatistics
    ) {
        let (left, right) = (prepared.leftCapacities, prepared.rightCapacities)
        if left.allSatisfy({ $0 <= 1 }) {
            return AuctionStart(
                graph: graph, leftCapacities: left, rightCapacities: right, cost: cost,
                isExcluded: { prepared.isLocked[$0] }
            ).run(from: pairs, prices: prices)
        }
        if right.allSatisfy({ $0 <= 1 }) { return transposed(from: pairs, prices: prices) }
        return Several(prepared: prepared, costs: (0..<graph.edgeCount).map { cost($0) })
            .run(from: pairs, prices: prices)
    }

    /// The same where right vertices have one place each: prices of left vertices are what the edges offer that would
    /// come next if all places went to the best.
    private func transposed(from pairs: [(left: Int, right: Int)], prices: [Code]) -> (
        matching: PricedMatching<Code>, statistics: SearchStatistics
    ) {
        let original = graph.edgesByRight
        let leftPrices = (0..<graph.leftCount).map { vertex -> Code in
            let offers = graph.edges(ofLeft: vertex).filter { prepared.isOpen($0) }
                .map { cost($0) - prices[graph.right(of: $0)] }.sorted(by: >)
            let places = prepared.leftCapacities[vertex]
            return offers.indices.contains(places) ? max(0, offers[places]) : 0
        }
        let (found, statistics) = AuctionStart(
            graph: graph.transposed, leftCapacities: prepared.rightCapacities,
            rightCapacities: prepared.leftCapacities, cost: { cost(Int(original[$0])) },
            isExcluded: { prepared.isLocked[Int(original[$0])] }
        ).run(from: pairs.map { ($0.right, $0.left) }, prices: leftPrices)
        let matching = PricedMatching(
            edges: found.edges.map { Int(original[$0]) }.sorted(), left: found.right, right: found.left)
        return (matching, statistics)
    }
}

/// A warm start where vertices on both sides have several places.
private struct Several<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let prepared: PreparedProblem
    let costs: [Code]

    private var graph: BipartiteGraph { prepared.graph }

    func run(from pairs: [(left: Int, right: Int)], prices: [Code]) -> (
        matching: PricedMatching<Code>, statistics: SearchStatistics
    ) {
        let kept = keep(pairs, prices)
        let left = unfilled(kept, .left)
        var matching = kept
        // Every edge was looked at to see what stays.
        var statistics = SearchStatistics(scanned: graph.edgeCount)
        if !left.isEmpty {
            let paths = ShortestAugmentingPaths(
                graph: graph, costs: costs, leftCapacities: prepared.leftCapacities,
                rightCapacities: prepared.rightCapacities, excluding: prepared.problem.locked, from: kept)
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
        var room = prepared.rightCapacities
        for pair in pairs {
            guard let edge = graph.edge(from: pair.left, to: pair.right), !prepared.isLocked[edge],
                !isEarlier[edge], room[pair.right] > 0
            else { continue }
            isEarlier[edge] = true
            room[pair.right] -= 1
        }
        var edges: [Int] = []
        var left = [Code](repeating: 0, count: graph.leftCount)
        for vertex in left.indices {
            let offers = graph.edges(ofLeft: vertex).filter { !prepared.isLocked[$0] }
                .map { (edge: $0, offer: costs[$0] - prices[graph.right(of: $0)]) }
            var staying = offers.filter { isEarlier[$0.edge] && $0.offer >= 0 }
            staying.sort { $0.offer == $1.offer ? $0.edge < $1.edge : $0.offer > $1.offer }
            let others = offers.filter { !isEarlier[$0.edge] }.map(\.offer)
            let spare = staying.dropFirst(prepared.leftCapacities[vertex]).map(\.offer)
            left[vertex] = max(0, others.max() ?? 0, spare.max() ?? 0)
            edges += staying.prefix(prepared.leftCapacities[vertex])
                .filter { $0.offer >= left[vertex] }.map(\.edge)
        }
        return PricedMatching(edges: edges.sorted(), left: left, right: prices)
    }

    /// The vertices with a price and a free place.
    private func unfilled(_ matching: PricedMatching<Code>, _ side: VertexSide) -> [Int] {
        var room = side == .left ? prepared.leftCapacities : prepared.rightCapacities
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
            leftCapacities: prepared.rightCapacities, rightCapacities: prepared.leftCapacities,
            excluding: prepared.problem.locked.map { position[$0] },
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
        for edge in matching.edges where prepared.leftCapacities[graph.left(of: edge)] == 1 {
            left[graph.left(of: edge)] = costs[edge] - matching.right[graph.right(of: edge)]
        }
        cover(&left, matching.right)
        return PricedMatching(edges: matching.edges, left: left, right: matching.right)
    }

    private func cover(_ left: inout [Code], _ right: [Code]) {
        for vertex in left.indices where prepared.leftCapacities[vertex] == 0 {
            left[vertex] = graph.edges(ofLeft: vertex).reduce(0) { best, edge in
                prepared.isLocked[edge] ? best : max(best, costs[edge] - right[graph.right(of: edge)])
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
            Residual(matching, reducedCosts: reduced, prepared, mustFill: nobody), .fromHub)
        var left = zip(matching.left, distances.left).map { $1 < Residual<Code>.unreachable ? $0 + $1 : $0 }
        let right = zip(matching.right, distances.right).map { $0 - min($0, $1) }
        cover(&left, right)
        return PricedMatching(edges: matching.edges, left: left, right: right)
    }
}
