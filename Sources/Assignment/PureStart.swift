/// The optimum of a problem whose limits are ignored, for all goals at once, with coded prices.
///
/// This is the combinatorial start: any other exact method that yields an optimal `PricedMatching` of the
/// coded weights can stand in its place; nothing else of the solver would notice.
struct PureStart {
    /// The chosen edges, ascending, locked ones not among them.
    let edges: [Int]
    /// Coded u_i ≥ 0.
    let left: [Int128]
    /// Coded p_j ≥ 0.
    let right: [Int128]
    /// How to read the codes.
    let coding: GoalCoding

    /// The number of vertices for which the warm start had to search, if there was one.
    let searchedVertices: Int?

    private let prepared: PreparedProblem
    private let codes: GoalCodes<Int128>

    init(_ prepared: PreparedProblem, coding: GoalCoding, from start: StartingPoint? = nil) {
        self.coding = coding
        self.prepared = prepared
        codes = GoalCodes(prepared, coding)
        if coding.fitsInt64 {
            let narrow = GoalCodes<Int64>(prepared, coding)
            let (matching, searched) = Self.match(prepared, coding, from: start) { narrow[$0] }
            searchedVertices = searched
            edges = matching.edges
            left = matching.left.map { Int128($0) }
            right = matching.right.map { Int128($0) }
        } else {
            let wide = codes
            let (matching, searched) = Self.match(prepared, coding, from: start) { wide[$0] }
            searchedVertices = searched
            edges = matching.edges
            left = matching.left
            right = matching.right
        }
    }

    var graph: BipartiteGraph { prepared.graph }

    /// Coded r_e = u_i + p_j − c_e.
    func reducedCost(of edge: Int) -> Int128 {
        left[graph.left(of: edge)] + right[graph.right(of: edge)] - codes[edge]
    }

    /// Hands out coded r_e for every edge, in order, in 64 bits where codes fit.
    func forEachReducedCost(_ body: (Int, Int128) -> Void) {
        if coding.fitsInt64 {
            forEachReducedCost(Int64.self) { body($0, Int128($1)) }
        } else {
            forEachReducedCost(Int128.self, body)
        }
    }

    /// Hands out coded r_e for every edge, in order.
    ///
    /// - Precondition: codes fit.
    @inline(__always)
    func forEachReducedCost<Code: FixedWidthInteger & SignedInteger>(
        _: Code.Type, _ body: (Int, Code) -> Void
    ) {
        let codes = GoalCodes<Code>(prepared, coding)
        let right = right.map { Code($0) }
        for vertex in left.indices {
            let price = Code(left[vertex])
            for edge in prepared.graph.edges(ofLeft: vertex) {
                body(edge, price &+ right[Int(prepared.graph.rightOfEdge[edge])] &- codes[edge])
            }
        }
    }

    /// The level of a goal in the coding.
    func level(of goal: Int) -> Int { coding.hasCover ? goal + 1 : goal }

    /// A code read up to the level before a goal's: what the goals settled earlier say of it.
    func settled(_ code: Int128, before goal: Int) -> Int128 {
        level(of: goal) == 0 ? 0 : coding.prefix(code, upTo: level(of: goal) - 1)
    }

    /// The multipliers that prove a goal: the prices read up to its level, and for earlier goals their radices.
    ///
    /// The cover level has no multiplier of its own in a certificate: what it adds at a vertex that must be
    /// filled is taken off that vertex's price, which may have any sign.
    func multipliers(of goal: Int, _ prepared: PreparedProblem) -> Multipliers {
        let level = level(of: goal)
        let radix = coding.radices[level]
        let cover = coding.hasCover ? coding.radices[0] / radix : 0
        func prices(_ codes: [Int128], _ mustFill: [Bool]) -> [Int128] {
            zip(codes, mustFill).map { coding.prefix($0, upTo: level) - ($1 ? cover : 0) }
        }
        return Multipliers(
            scale: 1, left: prices(left, prepared.mustFillLeft), right: prices(right, prepared.mustFillRight),
            limits: [Int128](repeating: 0, count: prepared.limitRows.count),
            held: (0..<goal).map { coding.radices[self.level(of: $0)] / radix })
    }

    private static func match<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ prepared: PreparedProblem, _ coding: GoalCoding, from start: StartingPoint?,
        cost: @escaping (Int) -> Code
    ) -> (PricedMatching<Code>, searched: Int?) {
        guard let start else { return (match(prepared, cost: cost), nil) }
        return WarmStart(prepared: prepared, cost: cost)
            .run(from: start.pairs, prices: start.codedPrices(coding, prepared, cost: cost))
    }

    /// The optimum for some weights of the edges, locked edges left out.
    static func match<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ prepared: PreparedProblem, cost: @escaping (Int) -> Code
    ) -> PricedMatching<Code> {
        let (graph, left, right) = (prepared.graph, prepared.leftCapacities, prepared.rightCapacities)
        // The auction bids for one place at a time, which is what nearly all problems need, on one side at least.
        if left.allSatisfy({ $0 <= 1 }) {
            return AuctionStart(
                graph: graph, leftCapacities: left, rightCapacities: right, cost: cost,
                isExcluded: { prepared.isLocked[$0] }
            ).run()
        }
        if right.allSatisfy({ $0 <= 1 }) {
            let original = graph.edgesByRight
            let matching = AuctionStart(
                graph: graph.transposed, leftCapacities: right, rightCapacities: left,
                cost: { cost(Int(original[$0])) }, isExcluded: { prepared.isLocked[Int(original[$0])] }
            ).run()
            return PricedMatching(
                edges: matching.edges.map { Int(original[$0]) }.sorted(), left: matching.right,
                right: matching.left)
        }
        if CoreStart<Code>.isWorthwhile(graph) {
            return CoreStart(
                graph: graph, leftCapacities: left, rightCapacities: right, cost: cost,
                isExcluded: { prepared.isLocked[$0] }
            ).run().matching
        }
        return ShortestAugmentingPaths(
            graph: graph, costs: (0..<graph.edgeCount).map { cost($0) }, leftCapacities: left,
            rightCapacities: right, excluding: prepared.problem.locked
        ).run()
    }
}
