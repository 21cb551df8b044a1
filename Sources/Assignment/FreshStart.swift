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
        if CoreStart<Code>.isWorthwhile(graph) { return byCore(compact) }
        guard hasSinglePlaces else { return bySearches() }
        guard let compact else { return byAuction() }
        let rough = FreshStart<Int64>(prepared, EdgeCosts(graph, GoalCodes(prepared, compact))).byAuction()
        var (matching, statistics) = WarmStart(prepared: prepared, costs: costs)
            .run(from: earlier(rough.matching, compact))
        statistics += rough.statistics
        // What it began with was no earlier answer.
        statistics.searched = nil
        return (matching, statistics)
    }

    /// The same where edges bear the charges of limits: by the auction over all edges wherever it can serve.
    ///
    /// Charges leave many choices of equal worth. Which of them is found decides what the searches under limits begin with,
    /// and the auction's, which spreads over all edges, has proved the better beginning.
    func matchUnderCharges() -> PricedMatching<Code> {
        hasSinglePlaces ? byAuction().matching : match().matching
    }

    private var hasSinglePlaces: Bool {
        prepared.leftCapacities.allSatisfy { $0 <= 1 } || prepared.rightCapacities.allSatisfy { $0 <= 1 }
    }

    /// The auction bids for one place at a time, which is what nearly all problems need, on one side at least.
    private func byAuction() -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        guard prepared.leftCapacities.allSatisfy({ $0 <= 1 }) else {
            return AuctionStart.transposing(prepared, costs) { $0.runCounting() }
        }
        return AuctionStart(
            costs: costs, leftCapacities: prepared.leftCapacities, rightCapacities: prepared.rightCapacities,
            isExcluded: prepared.exclusion
        ).runCounting()
    }

    private func bySearches() -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        let paths = ShortestAugmentingPaths(
            graph: graph, costs: (0..<graph.edgeCount).map { costs[$0] },
            leftCapacities: prepared.leftCapacities, rightCapacities: prepared.rightCapacities,
            excluding: prepared.problem.locked)
        let matching = paths.run()
        return (matching, SearchStatistics(scanned: paths.scanned))
    }

    /// By way of a core, from an earlier answer if there is one that still fits.
    func byCore(
        _ compact: CompactCoding?, from start: EarlierMatching<Code>? = nil
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        let core = CoreStart(
            costs: costs, leftCapacities: prepared.leftCapacities, rightCapacities: prepared.rightCapacities,
            isExcluded: prepared.exclusion)
        var statistics = SearchStatistics()
        if let start {
            statistics.scanned += graph.edgeCount
            if let near = core.core(near: start) {
                let result = core.grow(near, from: start)
                statistics += result.statistics
                return (result.matching, statistics)
            }
        }
        guard let compact else {
            let result = core.grow()
            statistics += result.statistics
            return (result.matching, statistics)
        }
        let rough = CoreStart<Int64>(
            costs: EdgeCosts(graph, GoalCodes(prepared, compact)), leftCapacities: prepared.leftCapacities,
            rightCapacities: prepared.rightCapacities, isRough: true, isExcluded: prepared.exclusion
        ).grow()
        let result = core.grow(rough.core, from: earlier(rough.matching, compact))
        statistics += rough.statistics
        statistics += result.statistics
        // What this began with was no earlier answer.
        statistics.searched = nil
        return (result.matching, statistics)
    }

    /// An optimum under smaller radices, its prices written in the true ones.
    private func earlier(_ rough: PricedMatching<Int64>, _ compact: CompactCoding) -> EarlierMatching<Code> {
        EarlierMatching(
            pairs: rough.edges.map { (graph.left(of: $0), graph.right(of: $0)) },
            prices: rough.right.map { Code(truncatingIfNeeded: compact.expanded($0)) })
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
