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
    /// Coded r_e = u_i + p_j − c_e, indexed by edge.
    let reducedCosts: [Int128]
    /// How to read the codes.
    let coding: GoalCoding

    /// The number of vertices for which the warm start had to search, if there was one.
    let searchedVertices: Int?

    init(_ prepared: PreparedProblem, coding: GoalCoding, from start: StartingPoint? = nil) {
        self.coding = coding
        let graph = prepared.graph
        var codes = [Int128](repeating: 0, count: graph.edgeCount)
        for (level, radix) in coding.radices.enumerated() {
            let goal = coding.hasCover ? level - 1 : level
            for edge in codes.indices {
                let weight =
                    goal >= 0
                    ? prepared.weight(goal, edge)
                    : (prepared.mustFillLeft[graph.left(of: edge)] ? 1 : 0)
                        + (prepared.mustFillRight[graph.right(of: edge)] ? 1 : 0)
                codes[edge] += radix * Int128(weight)
            }
        }
        if coding.fitsInt64 {
            let (matching, searched) = Self.match(prepared, costs: codes.map { Int64($0) }, coding, start)
            searchedVertices = searched
            edges = matching.edges
            left = matching.left.map { Int128($0) }
            right = matching.right.map { Int128($0) }
        } else {
            let (matching, searched) = Self.match(prepared, costs: codes, coding, start)
            searchedVertices = searched
            edges = matching.edges
            left = matching.left
            right = matching.right
        }
        for edge in codes.indices {
            codes[edge] = left[graph.left(of: edge)] + right[graph.right(of: edge)] - codes[edge]
        }
        reducedCosts = codes
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
        _ prepared: PreparedProblem, costs: [Code], _ coding: GoalCoding, _ start: StartingPoint?
    ) -> (PricedMatching<Code>, searched: Int?) {
        if let start {
            return WarmStart(prepared: prepared, costs: costs)
                .run(from: start.pairs, prices: start.codedPrices(coding, prepared, costs: costs))
        }
        return (match(prepared, costs: costs), nil)
    }

    private static func match<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ prepared: PreparedProblem, costs: [Code]
    ) -> PricedMatching<Code> {
        // The auction knows left vertices of one place only, which is what nearly all problems have.
        if prepared.leftCapacities.allSatisfy({ $0 <= 1 }) {
            return AuctionStart(
                graph: prepared.graph, costs: costs, leftCapacities: prepared.leftCapacities,
                rightCapacities: prepared.rightCapacities, excluding: prepared.problem.locked
            ).run()
        }
        return ShortestAugmentingPaths(
            graph: prepared.graph, costs: costs, leftCapacities: prepared.leftCapacities,
            rightCapacities: prepared.rightCapacities, excluding: prepared.problem.locked
        ).run()
    }
}
