/// Exact maximum-weight b-matching where left vertices have at most one place: an auction for good prices, row
/// reduction to make them consistent, shortest augmenting paths for the few vertices left over.
///
/// Where all weights share a large constant (the goal "most pairs", coded far above all that follows), the
/// auction would crawl. It works instead with a reward that just outweighs one exchange in the later goals; the prices
/// are then lifted to the true reward by a vertex cover, and only from vertices that can add a pair is searched
/// again. The prices returned are the least ones: they depend on the problem alone.
///
/// Every stage after the auction keeps optimality by invariants; the auction only saves searches.
package struct AuctionStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private let graph: BipartiteGraph
    private let costs: EdgeCosts<Code>
    private let leftCapacities: [Int]
    private let rightCapacities: [Int]
    private let isExcluded: (Int) -> Bool
    /// Whether some edge may not be chosen, by itself or because its right end has no place.
    private let hasUnusable: Bool

    /// Prepares a problem: c_e by edge, of which every signed sum along four alternating paths must fit in a `Code`,
    /// and whether an edge may not be chosen, `nil` where all may.
    ///
    /// - Precondition: no left vertex has more than one place.
    init(
        costs: EdgeCosts<Code>, leftCapacities: [Int], rightCapacities: [Int], isExcluded: ((Int) -> Bool)?
    ) {
        graph = costs.graph
        self.costs = costs
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.isExcluded = isExcluded ?? { _ in false }
        hasUnusable = isExcluded != nil || rightCapacities.contains(0)
    }

    /// Prepares a problem from arrays: c_e indexed by edge, and the edges that may not be chosen.
    package init(
        graph: BipartiteGraph, costs: [Code], leftCapacities: [Int], rightCapacities: [Int],
        excluding: [Int] = []
    ) {
        let excluded = Set(excluding)
        self.init(
            costs: EdgeCosts(graph, costs), leftCapacities: leftCapacities, rightCapacities: rightCapacities,
            isExcluded: excluding.isEmpty ? nil : { excluded.contains($0) })
    }

    /// An optimal matching with the least right prices that prove it.
    package func run() -> PricedMatching<Code> { runCounting().matching }

    /// The same, with what it took.
    package func runCounting() -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        run(from: nil)
    }

    /// The same, from earlier pairs and prices instead of an auction from nothing, if there are any; then also the
    /// number of vertices that had something to look for.
    ///
    /// Row reduction needs nothing of prices but that they are not negative, so whatever has changed, only the pairs
    /// that are no best offers any more are taken apart.
    func run(
        from earlier: EarlierMatching<Code>?
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        var (least, greatest) = (Code.max, Code.min)
        costs.forEachRow(where: { leftCapacities[$0] > 0 }) { _, edges, costs in
            for index in 0..<edges.count where !hasUnusable || isUsable(edges.lowerBound + index) {
                least = costs[index] < least ? costs[index] : least
                greatest = costs[index] > greatest ? costs[index] : greatest
            }
        }
        guard least <= greatest else {
            let left = [Code](repeating: 0, count: graph.leftCount)
            let right = [Code](repeating: 0, count: graph.rightCount)
            var statistics = SearchStatistics()
            if earlier != nil { statistics.searched = 0 }
            return (coveringTheRest([], left: left, right: right), statistics)
        }
        let spread = greatest - least
        // With the reward 2 · spread + 1 no exchange along one edge is worth a pair. With eight times as much the auction,
        // which moves many at once, also finds the long ways on which a pair among near neighbours only has to come;
        // where places are short it would only bid their prices up.
        let ways: Code = isShortOfPlaces && earlier == nil ? 1 : 8
        var shift = max(0, least - (2 * ways * spread + 1))
        // Earlier prices know the long ways: then the reward is as large as fits.
        if earlier != nil { shift = max(0, min(shift, greatest - Code(Int32.max / 5 - 1))) }
        let range = shift > 0 || earlier != nil ? max(1, ways / 2) * spread : max(0, greatest)
        let magnitude = max(greatest - shift, shift - least)
        let weights = (largest: magnitude, range: range)
        if magnitude < Code(Int32.max / 5) {
            return matching(Int32.self, shift: shift, weights, earlier)
        } else if Code.bitWidth > Int64.bitWidth, magnitude < Code(truncatingIfNeeded: Int64.max / 5) {
            return matching(Int64.self, shift: shift, weights, earlier)
        }
        return matching(Code.self, shift: shift, weights, earlier)
    }

    /// Whether there are fewer places on the right than on the left.
    private var isShortOfPlaces: Bool { placeCount < leftCapacities.reduce(0, +) }

    /// So many lost pairs of an earlier answer are too many to search for, where nobody can be spared: from k of n vertices
    /// to as many places left, searches look at about n ln k vertices, and bids move all at once.
    private static var many: Int { 256 }

    /// Whether there are hardly more places on the right than on the left: by the n-th part of them at most.
    private func isTight(within part: Int) -> Bool {
        placeCount - placeCount / part <= leftCapacities.reduce(0, +)
    }

    /// Places on the right, counted up to twice as many as there are left vertices.
    private var placeCount: Int {
        rightCapacities.reduce(0) { min(2 * graph.leftCount, $0 + min(graph.leftCount, $1)) }
    }

    private func isUsable(_ edge: Int) -> Bool {
        leftCapacities[graph.left(of: edge)] > 0 && rightCapacities[graph.right(of: edge)] > 0
            && !isExcluded(edge)
    }

    /// Arcs of weight c_e − shift.
    private func arcs<Weight>(
        _: Weight.Type, shift: Code, _ numbering: LocalNumbering?
    ) -> WeightedArcs<Weight> {
        WeightedArcs(
            costs, shift: shift, numbering: numbering,
            isUsable: hasUnusable || leftCapacities.contains(0) ? { isUsable($0) } : nil)
    }

    /// The optimum, on arcs of weight c_e − shift.
    private func matching<Weight: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _: Weight.Type, shift: Code, _ weights: (largest: Code, range: Code),
        _ earlier: EarlierMatching<Code>?
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        // With many more places than people, or an earlier answer, arcs are not looked at often enough to pay for it.
        let numbering = earlier == nil && isTight(within: 8) ? LocalNumbering(graph) : nil
        var slots = graph.slotCounts(rightCapacities)
        if let numbering { slots = numbering.right.map { slots[Int($0)] } }
        let auction = SlotAuction(
            arcs(Weight.self, shift: shift, numbering), slotCounts: slots,
            largest: Weight(truncatingIfNeeded: weights.largest),
            spread: Weight(truncatingIfNeeded: weights.range))
        if let earlier {
            set(earlier, auction, slots, shift: shift, largest: weights.largest)
        } else {
            // Where places are short somebody goes without, so that every price comes to about the reward.
            auction.run(at: isShortOfPlaces && shift > 0 ? Weight(truncatingIfNeeded: 2 * weights.range) : 0)
        }
        let lost = auction.keepBestOffers()
        var bidders = lost
        if earlier != nil && isTight(within: 64) && lost > Self.many {
            auction.refine()
            bidders = auction.keepBestOffers()
        }
        auction.reduceRows(bidders)
        let searches = PlaceSearches<Weight, Code>(auction, capacities: slots)
        searches.insertAll()
        if shift > 0 {
            searches.raiseReward(by: shift)
            searches.insertAll()
        }
        let idle = searches.settleRight()
        if earlier != nil { searches.statistics.searched = lost + idle }
        let matching = coveringTheRest(searches.edges, left: searches.leftPrices, right: searches.rightPrices)
        return (matching, searches.statistics)
    }

    /// Gives an auction, whose vertices are numbered as in the graph, the earlier pairs, and the earlier prices less the
    /// reward that its arcs are without.
    private func set<Weight>(
        _ earlier: EarlierMatching<Code>, _ auction: SlotAuction<Weight>, _ slots: [Int], shift: Code,
        largest: Code
    ) {
        for vertex in 0..<graph.rightCount where rightCapacities[vertex] > 0 {
            let price = earlier.prices[vertex]
            let rest = shift > 0 && price > shift / 2 ? price - shift : price
            auction.prices[vertex] = Weight(truncatingIfNeeded: min(max(0, rest), largest))
        }
        var room = slots
        for pair in earlier.pairs where room[pair.right] > 0 && auction.mates[pair.left] < 0 {
            guard let edge = graph.edge(from: pair.left, to: pair.right), isUsable(edge) else { continue }
            auction.mates[pair.left] = Int32(edge)
            room[pair.right] -= 1
        }
    }

    /// Lets vertices without places, whose price costs nothing, cover their edges.
    private func coveringTheRest(_ edges: [Int], left: [Code], right: [Code]) -> PricedMatching<Code> {
        guard leftCapacities.contains(0) || rightCapacities.contains(0) else {
            return PricedMatching(edges: edges, left: left, right: right)
        }
        var (left, right) = (left, right)
        for vertex in left.indices where leftCapacities[vertex] == 0 { left[vertex] = 0 }
        for vertex in right.indices where rightCapacities[vertex] == 0 { right[vertex] = 0 }
        for edge in 0..<graph.edgeCount where !isUsable(edge) && !isExcluded(edge) {
            let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
            let missing = costs[edge] - left[tail] - right[head]
            guard missing > 0 else { continue }
            if rightCapacities[head] == 0 { right[head] += missing } else { left[tail] += missing }
        }
        return PricedMatching(edges: edges, left: left, right: right)
    }
}

extension PlaceSearches {
    /// The chosen edges, ascending.
    fileprivate var edges: [Int] {
        let edges = (0..<graph.leftCount).compactMap {
            left[$0].mate >= 0 ? graph.edge(of: Int(left[$0].mate)) : nil
        }
        return graph.numbering == nil ? edges : edges.sorted()
    }

    /// u_i, the reward included.
    fileprivate var leftPrices: [Code] {
        let all = (0..<graph.leftCount).map { left[$0].price - floor }
        return graph.numbering?.newLeft.map { all[Int($0)] } ?? all
    }

    /// p_j.
    fileprivate var rightPrices: [Code] {
        let all = (0..<graph.rightCount).map { prices[$0] }
        return graph.numbering?.newRight.map { all[Int($0)] } ?? all
    }
}
