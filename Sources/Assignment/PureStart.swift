/// The optimum of a problem whose limits are ignored, for all goals at once, with coded prices.
///
/// This is the combinatorial start: any other exact method that yields an optimal `PricedMatching` of the
/// coded weights can stand in its place; nothing else of the solver would notice.
struct PureStart {
    /// The chosen edges, ascending, locked ones not among them.
    let edges: [Int]
    /// Coded u_i ≥ 0.
    private(set) var left: [Int128]
    /// Coded p_j ≥ 0.
    private(set) var right: [Int128]
    /// How to read the codes.
    let coding: GoalCoding

    /// What it took.
    let statistics: SearchStatistics

    private let prepared: PreparedProblem
    private let codes: GoalCodes<Int128>

    init(_ prepared: PreparedProblem, coding: GoalCoding, from start: StartingPoint? = nil) {
        self.coding = coding
        self.prepared = prepared
        codes = GoalCodes(prepared, coding)
        if coding.fitsInt64 {
            let narrow = GoalCodes<Int64>(prepared, coding)
            let (matching, statistics) = Self.match(prepared, coding, narrow, from: start)
            self.statistics = statistics
            edges = matching.edges
            left = matching.left.map { Int128($0) }
            right = matching.right.map { Int128($0) }
        } else {
            let (matching, statistics) = Self.match(prepared, coding, codes, from: start)
            self.statistics = statistics
            edges = matching.edges
            left = matching.left
            right = matching.right
        }
        chargeSinglePlaces()
    }

    /// Lets a vertex of one place pay all that its chosen edge is worth beyond the prices: the bound is the same, and
    /// the program solver needs no upper bound there to agree.
    private mutating func chargeSinglePlaces() {
        for edge in edges {
            let rest = -reducedCost(of: edge)
            guard rest > 0 else { continue }
            let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
            if prepared.rightCapacities[head] == 1 {
                right[head] += rest
            } else if prepared.leftCapacities[tail] == 1 {
                left[tail] += rest
            }
        }
    }

    var graph: BipartiteGraph { prepared.graph }

    /// Coded r_e = u_i + p_j − c_e.
    func reducedCost(of edge: Int) -> Int128 {
        left[graph.left(of: edge)] + right[graph.right(of: edge)] - codes[edge]
    }

    /// Hands out coded r_e for every edge, in order, in 64 bits where codes fit.
    func forEachReducedCost(_ body: (Int, Int128) -> Void) {
        func each<Code: FixedWidthInteger & SignedInteger>(_: Code.Type) {
            forEachRow(Code.self) { _, edges, costs in
                for (index, edge) in edges.enumerated() { body(edge, Int128(costs[index])) }
            }
        }
        if coding.fitsInt64 { each(Int64.self) } else { each(Int128.self) }
    }

    /// Hands out, for every left vertex that is wanted, its edges and their coded r_e.
    ///
    /// - Precondition: codes fit.
    @inline(__always)
    func forEachRow<Code: FixedWidthInteger & SignedInteger>(
        _: Code.Type, where isWanted: (Int) -> Bool = { _ in true },
        _ body: (Int, Range<Int>, UnsafePointer<Code>) -> Void
    ) {
        let graph = prepared.graph
        let codes = GoalCodes<Code>(prepared, coding)
        let longest = left.indices.reduce(1) { max($0, graph.edges(ofLeft: $1).count) }
        let costs = UnsafeMutablePointer<Code>.allocate(capacity: longest)
        costs.initialize(repeating: 0, count: longest)
        defer { costs.deallocate() }
        right.map { Code($0) }.withUnsafeBufferPointer { right in
            graph.rightOfEdge.withUnsafeBufferPointer { heads in
                for vertex in left.indices where isWanted(vertex) {
                    let (price, edges) = (Code(left[vertex]), graph.edges(ofLeft: vertex))
                    codes.fill(costs, ofLeft: vertex)
                    if edges.count == right.count {
                        // Everybody: without a look at the ends, by vectors.
                        for index in 0..<edges.count { costs[index] = price &+ right[index] &- costs[index] }
                    } else {
                        for (index, edge) in edges.enumerated() {
                            costs[index] = price &+ right[Int(heads[edge])] &- costs[index]
                        }
                    }
                    body(vertex, edges, UnsafePointer(costs))
                }
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
        _ prepared: PreparedProblem, _ coding: GoalCoding, _ codes: GoalCodes<Code>,
        from start: StartingPoint?
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics) {
        // Where everybody knows everybody, looking at every edge is most of the work, with an earlier answer or without.
        if let dense = DenseStart.match(prepared, codes) { return dense }
        let costs = EdgeCosts(prepared.graph, codes)
        let compact = CompactCoding(coding, of: prepared.problem)
        guard let start else { return FreshStart(prepared, costs).match(compact) }
        return WarmStart(prepared: prepared, costs: costs, compact: compact)
            .run(from: EarlierMatching(start, coding, prepared))
    }
}
