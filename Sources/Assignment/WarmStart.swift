/// The optimum of coded weights from a starting point instead of an auction: what still fits stays, and searches
/// run only for what broke.
///
/// Where one side has one place each, row reduction begins with the earlier pairs and prices (`AuctionStart`), else
/// `SeveralPlaces` sees what stays. Where people have hundreds of candidates, only the edges near the earlier pairs are
/// looked at more than a few times (`CoreStart`).
///
/// - Complexity: O(|E| + n log n), and a search for every place left over.
struct WarmStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let prepared: PreparedProblem
    /// c_e, of which every signed sum along four alternating paths must fit in a `Code`.
    let costs: EdgeCosts<Code>

    /// Smaller radices, should too little of the earlier answer fit.
    var compact: CompactCoding?

    private var graph: BipartiteGraph { prepared.graph }

    /// The optimum with the least right prices, and for how many vertices there was anything to search.
    func run(from earlier: EarlierMatching<Code>) -> (
        matching: PricedMatching<Code>, statistics: SearchStatistics
    ) {
        if CoreStart<Code>.isWorthwhile(graph) {
            return FreshStart(prepared, costs).byCore(compact, from: earlier)
        }
        let (left, right) = (prepared.leftCapacities, prepared.rightCapacities)
        if left.allSatisfy({ $0 <= 1 }) {
            return AuctionStart(
                costs: costs, leftCapacities: left, rightCapacities: right,
                isExcluded: prepared.exclusion
            ).run(from: earlier)
        }
        if right.allSatisfy({ $0 <= 1 }) { return transposed(from: earlier) }
        return SeveralPlaces(
            graph: graph, costs: (0..<graph.edgeCount).map { costs[$0] }, leftCapacities: left,
            rightCapacities: right, isExcluded: prepared.isLocked.array(count: graph.edgeCount)
        ).run(from: earlier)
    }

    /// The same where right vertices have one place each: prices of left vertices are what the edges offer that would
    /// come next if all places went to the best.
    private func transposed(from earlier: EarlierMatching<Code>) -> (
        matching: PricedMatching<Code>, statistics: SearchStatistics
    ) {
        let leftPrices = (0..<graph.leftCount).map { vertex -> Code in
            let offers = graph.edges(ofLeft: vertex).filter { prepared.isOpen($0) }
                .map { costs[$0] - earlier.prices[graph.right(of: $0)] }.sorted(by: >)
            let places = prepared.leftCapacities[vertex]
            return offers.indices.contains(places) ? max(0, offers[places]) : 0
        }
        return AuctionStart.transposing(prepared, costs) {
            $0.run(
                from: EarlierMatching(pairs: earlier.pairs.map { ($0.right, $0.left) }, prices: leftPrices))
        }
    }
}
