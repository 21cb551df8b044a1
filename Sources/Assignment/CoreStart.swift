/// The optimum over all edges by way of the few that matter.
///
/// A matching over some of the edges (the core) is optimal over all of them as soon as no other edge has
/// r_e = u_i + p_j − c_e < 0. The core begins with the best edges of every vertex; as long as there are others with
/// r_e < 0, those furthest below 0 at every vertex join it. No edge ever leaves, so this ends. A core that has grown by
/// a little begins with the pairs and prices of the last one.
///
/// Worth it where people have hundreds of candidates: what an auction or a search reads ten times over are the edges of a
/// core, and all edges are read only as often as the core grows.
///
/// Vertices with several places on both sides are taken apart into places (`PlaceGraph`); should an edge have been
/// chosen twice there, `SeveralPlaces` takes that back and searches from what is then free.
///
/// - Complexity: O(|E|) for each time the core grows, and that of the auction and the searches over the core.
package struct CoreStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private let costs: EdgeCosts<Code>
    private let leftCapacities: [Int]
    private let rightCapacities: [Int]
    private let isExcluded: ((Int) -> Bool)?
    private let hasEmptyRight: Bool

    /// Edges of each vertex in the first core, and the most that join it at once.
    private let perVertex: Int

    /// Whether edges chosen twice may stay, and few with r_e < 0: good enough for others to begin with.
    private let isRough: Bool

    private var graph: BipartiteGraph { costs.graph }

    /// A core with the optimum over all edges.
    struct Result {
        var matching: PricedMatching<Code>
        /// The edges that were enough to find it, ascending.
        var core: [Int]
        /// How many cores it took.
        var rounds = 0
        var statistics = SearchStatistics()
    }

    /// Prepares a problem: c_e by edge, of which every signed sum along four alternating paths must fit in a `Code`,
    /// and whether an edge may not be chosen, `nil` where all may.
    init(
        costs: EdgeCosts<Code>, leftCapacities: [Int], rightCapacities: [Int], perVertex: Int = 8,
        isRough: Bool = false, isExcluded: ((Int) -> Bool)?
    ) {
        self.costs = costs
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.isExcluded = isExcluded
        self.perVertex = perVertex
        self.isRough = isRough
        hasEmptyRight = rightCapacities.contains(0)
    }

    /// Prepares a problem from arrays: c_e indexed by edge, and the edges that may not be chosen.
    package init(
        graph: BipartiteGraph, costs: [Code], leftCapacities: [Int], rightCapacities: [Int],
        perVertex: Int = 8, excluding: Set<Int> = []
    ) {
        self.init(
            costs: EdgeCosts(graph, costs), leftCapacities: leftCapacities, rightCapacities: rightCapacities,
            perVertex: perVertex, isExcluded: excluding.isEmpty ? nil : { excluding.contains($0) })
    }

    /// Whether a graph has so many edges that it is better looked at in parts.
    static func isWorthwhile(_ graph: BipartiteGraph) -> Bool {
        graph.edgeCount / 64 > graph.leftCount + graph.rightCount
    }

    /// An optimal matching, with prices that prove it over all edges; the cores it took, and the edges looked at.
    package func run() -> (matching: PricedMatching<Code>, rounds: Int, scanned: Int) {
        let result = grow()
        return (result.matching, result.rounds, result.statistics.scanned)
    }

    /// The same from a core, pairs and prices, if there are any; only then vertices are counted from which was searched.
    func grow(_ core: [Int]? = nil, from earlier: EarlierMatching<Code>? = nil) -> Result {
        var result = Result(
            matching: PricedMatching(edges: [], left: [], right: []), core: core ?? firstCore())
        if core == nil { result.statistics.scanned += graph.edgeCount }
        let isFresh = earlier == nil
        var earlier = earlier
        while true {
            let (matching, statistics) = matching(over: result.core, from: earlier)
            result.rounds += 1
            result.statistics += statistics
            result.statistics.scanned += graph.edgeCount
            let missing = missing(matching)
            if missing.isEmpty {
                result.matching = covering(matching)
                if isFresh { result.statistics.searched = nil }
                return result
            }
            let size = result.core.count
            result.core = (result.core + missing).sorted()
            if isRough && missing.count < size / 50 {
                result.matching = matching
                return result
            }
            // Where much is new, an auction is done sooner than searches.
            earlier = missing.count < size / 10 ? EarlierMatching(matching, graph) : nil
        }
    }

    private func isUsable(_ edge: Int) -> Bool {
        if hasEmptyRight && rightCapacities[graph.right(of: edge)] == 0 { return false }
        return !(isExcluded?(edge) ?? false)
    }

    /// The edges nearest to the best one of their left end, at every vertex: what a left vertex's edges share decides
    /// who gets a place, and not with whom.
    private func firstCore() -> [Int] {
        var choice = BestPerVertex<Code>(perLeft: perVertex, perRight: perVertex, graph)
        costs.forEachRow(where: { leftCapacities[$0] > 0 }) { _, edges, costs in
            var best: Code = 0
            for index in 0..<edges.count { best = costs[index] > best ? costs[index] : best }
            for (index, edge) in edges.enumerated() where costs[index] > 0 && isUsable(edge) {
                choice.offer(edge, worth: costs[index] - best)
            }
        }
        return choice.edges
    }

    /// The earlier pairs and the edges nearest to them at the earlier prices; `nil` if more than an eighth of the pairs
    /// are no best offers any more, for then an auction from nothing is done sooner.
    func core(near earlier: EarlierMatching<Code>) -> [Int]? {
        let pairs = earlier.pairs.compactMap { graph.edge(from: $0.left, to: $0.right) }.filter {
            leftCapacities[graph.left(of: $0)] > 0 && isUsable($0)
        }.sorted()
        var choice = BestPerVertex<Code>(perLeft: perVertex, perRight: perVertex, graph)
        var rest = pairs[...]
        var lost = 0
        costs.forEachRow(where: { leftCapacities[$0] > 0 }) { vertex, edges, costs in
            var best: Code = 0
            for (index, edge) in edges.enumerated() {
                costs[index] -= earlier.prices[graph.right(of: edge)]
                best = costs[index] > best && isUsable(edge) ? costs[index] : best
            }
            for (index, edge) in edges.enumerated() where isUsable(edge) {
                choice.offer(edge, worth: costs[index] - best)
            }
            let own = rest.prefix { edges.contains($0) }
            rest = rest.dropFirst(own.count)
            // With one place the pair has to be the best offer, with several some others may be better.
            if leftCapacities[vertex] == 1, let edge = own.first, costs[edge - edges.lowerBound] < best {
                lost += 1
            }
        }
        guard lost <= pairs.count / 8 else { return nil }
        let edges = (choice.edges + pairs).sorted()
        return edges.indices.filter { $0 == 0 || edges[$0 - 1] != edges[$0] }.map { edges[$0] }
    }

    /// Edges outside the core with r_e < 0: those furthest below it at every vertex.
    private func missing(_ matching: PricedMatching<Code>) -> [Int] {
        var choice = BestPerVertex<Code>(perLeft: perVertex, perRight: perVertex, graph)
        // Within the core only chosen edges have r_e < 0.
        var chosen = matching.edges[...]
        matching.right.withUnsafeBufferPointer { prices in
            graph.rightOfEdge.withUnsafeBufferPointer { heads in
                costs.forEachRow(where: { leftCapacities[$0] > 0 }) { vertex, edges, costs in
                    let price = matching.left[vertex]
                    for edge in edges {
                        let gain = costs[edge - edges.lowerBound] &- price &- prices[Int(heads[edge])]
                        guard gain > 0, isUsable(edge) else { continue }
                        chosen = chosen.drop { $0 < edge }
                        if chosen.first != edge { choice.offer(edge, worth: gain) }
                    }
                }
            }
        }
        return choice.edges
    }

    private func matching(
        over core: [Int], from earlier: EarlierMatching<Code>?
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        guard
            PlaceGraph.isWorthwhile(
                core, of: graph, leftCapacities: leftCapacities, rightCapacities: rightCapacities)
        else { return several(core, from: earlier) }
        let places = PlaceGraph(core, of: graph, leftCapacities: leftCapacities)
        let auction = AuctionStart(
            costs: EdgeCosts(places.graph, places.edges.map { costs[Int($0)] }),
            leftCapacities: .init(repeating: 1, count: places.graph.leftCount),
            rightCapacities: rightCapacities, isExcluded: nil)
        var (found, statistics) =
            auction.run(from: earlier.map(places.taken))
        found = places.merged(found)
        let hasDoubles = zip(found.edges, found.edges.dropFirst()).contains { $0 == $1 }
        guard hasDoubles, !isRough else { return (found, statistics) }
        let exact = several(core, from: EarlierMatching(found, graph))
        statistics += exact.statistics
        return (exact.matching, statistics)
    }

    /// Searches over the vertices as they are.
    private func several(
        _ core: [Int], from earlier: EarlierMatching<Code>?
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        guard
            let part = try? BipartiteGraph(
                leftCount: graph.leftCount, rightCount: graph.rightCount,
                sortedLeft: core.map { graph.leftOfEdge[$0] }, right: core.map { graph.rightOfEdge[$0] })
        else { preconditionFailure("a part of a graph is a graph") }
        let partCosts = core.map { costs[$0] }
        var (found, statistics): (PricedMatching<Code>, SearchStatistics)
        if let earlier {
            (found, statistics) = SeveralPlaces(
                graph: part, costs: partCosts, leftCapacities: leftCapacities,
                rightCapacities: rightCapacities, isExcluded: .init(repeating: false, count: core.count)
            ).run(from: earlier)
        } else {
            let paths = ShortestAugmentingPaths(
                graph: part, costs: partCosts, leftCapacities: leftCapacities,
                rightCapacities: rightCapacities)
            found = paths.run()
            statistics = SearchStatistics(scanned: paths.scanned)
        }
        found = PricedMatching(edges: found.edges.map { core[$0] }, left: found.left, right: found.right)
        return (found, statistics)
    }

    /// Vertices without places pay nothing for their price: it covers their edges.
    private func covering(_ matching: PricedMatching<Code>) -> PricedMatching<Code> {
        guard hasEmptyRight || leftCapacities.contains(0) else { return matching }
        var (left, right) = (matching.left, matching.right)
        for vertex in right.indices where rightCapacities[vertex] == 0 { right[vertex] = 0 }
        for vertex in left.indices where leftCapacities[vertex] == 0 { left[vertex] = 0 }
        costs.forEachRow { vertex, edges, costs in
            for edge in edges where !(isExcluded?(edge) ?? false) {
                let head = graph.right(of: edge)
                let lacking = costs[edge - edges.lowerBound] - left[vertex] - right[head]
                guard lacking > 0 else { continue }
                if leftCapacities[vertex] == 0 {
                    left[vertex] += lacking
                } else if rightCapacities[head] == 0 {
                    right[head] += lacking
                }
            }
        }
        return PricedMatching(edges: matching.edges, left: left, right: right)
    }
}

extension EarlierMatching {
    /// An optimum's own pairs and prices.
    init(_ matching: PricedMatching<Code>, _ graph: BipartiteGraph) {
        self.init(
            pairs: matching.edges.map { (graph.left(of: $0), graph.right(of: $0)) }, prices: matching.right)
    }
}
