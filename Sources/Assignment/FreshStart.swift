/// The optimum without limits of weights of any kind, from nothing: which method suits which graph.
struct FreshStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private let prepared: PreparedProblem
    private let costs: EdgeCosts<Code>

    private var graph: BipartiteGraph { prepared.graph }

    /// Takes c_e, of which every signed sum along four alternating paths must fit in a `Code`.
    init(_ prepared: PreparedProblem, _ costs: EdgeCosts<Code>) {
        self.prepared = prepared
        self.costs = costs
    }

    /// The optimum, by way of smaller radices where there are any that serve.
    func match(
        _ compact: CompactCoding? = nil
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        let (left, right) = (prepared.leftCapacities, prepared.rightCapacities)
        if CoreStart<Code>.isWorthwhile(graph) { return matchByCore(compact) }
        // The auction bids for one place at a time, which is what nearly all problems need, on one side at least.
        if left.allSatisfy({ $0 <= 1 }) {
            return AuctionStart(
                costs: costs, leftCapacities: left, rightCapacities: right, isExcluded: prepared.exclusion
            ).runCounting()
        }
        if right.allSatisfy({ $0 <= 1 }) {
            return AuctionStart.transposing(prepared, costs) { $0.runCounting() }
        }
        let paths = ShortestAugmentingPaths(
            graph: graph, costs: (0..<graph.edgeCount).map { costs[$0] }, leftCapacities: left,
            rightCapacities: right, excluding: prepared.problem.locked)
        let matching = paths.run()
        return (matching, SearchStatistics(scanned: paths.scanned))
    }

    private func matchByCore(
        _ compact: CompactCoding?
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        let core = CoreStart(
            costs: costs, leftCapacities: prepared.leftCapacities, rightCapacities: prepared.rightCapacities,
            isExcluded: prepared.exclusion)
        var statistics = SearchStatistics()
        let result: CoreStart<Code>.Result
        if let compact {
            let rough = CoreStart<Int64>(
                costs: EdgeCosts(graph, GoalCodes(prepared, compact)), leftCapacities: prepared.leftCapacities,
                rightCapacities: prepared.rightCapacities, allowsDoubles: true, isExcluded: prepared.exclusion
            ).grow()
            statistics += rough.statistics
            let pairs = rough.matching.edges.map { (graph.left(of: $0), graph.right(of: $0)) }
            let prices = rough.matching.right.map { Code(truncatingIfNeeded: compact.expanded($0)) }
            result = core.grow(rough.core, from: EarlierMatching(pairs: pairs, prices: prices))
        } else {
            result = core.grow()
        }
        statistics += result.statistics
        // It was no earlier answer that this began with.
        statistics.searched = nil
        return (result.matching, statistics)
    }
}

extension AuctionStart {
    /// Runs on a problem seen from the right, whose vertices have one place each, and turns the answer round.
    static func transposing(
        _ prepared: PreparedProblem, _ costs: EdgeCosts<Code>,
        _ run: (AuctionStart) -> (matching: PricedMatching<Code>, statistics: SearchStatistics)
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        let original = prepared.graph.edgesByRight
        let isExcluded = prepared.exclusion
        let (found, statistics) = run(
            AuctionStart(
                costs: costs.transposed(prepared.graph.transposed), leftCapacities: prepared.rightCapacities,
                rightCapacities: prepared.leftCapacities,
                isExcluded: isExcluded.map { isExcluded in { isExcluded(Int(original[$0])) } }))
        let matching = PricedMatching(
            edges: found.edges.map { Int(original[$0]) }.sorted(), left: found.right, right: found.left)
        return (matching, statistics)
    }
}

extension PreparedProblem {
    /// Tells locked edges, which may not be chosen again; `nil` without any.
    var exclusion: ((Int) -> Bool)? {
        guard !problem.locked.isEmpty else { return nil }
        return { isLocked[$0] }
    }
}
