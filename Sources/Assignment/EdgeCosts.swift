/// What the edges of a graph are worth, c_e, computed when asked for: one by one, or a left vertex at a time, which is
/// several times faster where goals have to be added up.
struct EdgeCosts<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let graph: BipartiteGraph
    private let cost: (Int) -> Code
    private let fill: (UnsafeMutablePointer<Code>, _ left: Int) -> Void

    /// Numbers that are computed edge by edge.
    init(_ graph: BipartiteGraph, cost: @escaping (Int) -> Code) {
        self.init(graph, cost: cost) { row, vertex in
            let edges = graph.edges(ofLeft: vertex)
            for edge in edges { row[edge - edges.lowerBound] = cost(edge) }
        }
    }

    /// Numbers that stand in an array.
    init(_ graph: BipartiteGraph, _ costs: [Code]) {
        precondition(costs.count == graph.edgeCount, "every edge is worth something")
        self.init(graph, cost: { costs[$0] }) { row, vertex in
            let edges = graph.edges(ofLeft: vertex)
            costs.withUnsafeBufferPointer { costs in
                for edge in edges { row[edge - edges.lowerBound] = costs[edge] }
            }
        }
    }

    /// Coded goals.
    init(_ graph: BipartiteGraph, _ codes: GoalCodes<Code>) {
        self.init(graph, cost: { codes[$0] }, fill: { codes.fill($0, ofLeft: $1) })
    }

    private init(
        _ graph: BipartiteGraph, cost: @escaping (Int) -> Code,
        fill: @escaping (UnsafeMutablePointer<Code>, Int) -> Void
    ) {
        self.graph = graph
        self.cost = cost
        self.fill = fill
    }

    /// c_e.
    subscript(edge: Int) -> Code { cost(edge) }

    /// The same numbers for the graph seen from the other side.
    func transposed(_ other: BipartiteGraph) -> EdgeCosts {
        let original = graph.edgesByRight
        return EdgeCosts(other) { [cost] in cost(Int(original[$0])) }
    }

    /// Hands out, for every left vertex that is wanted, its edges and what they are worth, in order.
    @inline(__always)
    func forEachRow(
        where isWanted: (Int) -> Bool = { _ in true },
        _ body: (Int, Range<Int>, UnsafeMutablePointer<Code>) -> Void
    ) {
        let longest = (0..<graph.leftCount).reduce(1) { max($0, graph.edges(ofLeft: $1).count) }
        let row = UnsafeMutablePointer<Code>.allocate(capacity: longest)
        row.initialize(repeating: 0, count: longest)
        defer { row.deallocate() }
        for vertex in 0..<graph.leftCount where isWanted(vertex) {
            fill(row, vertex)
            body(vertex, graph.edges(ofLeft: vertex), row)
        }
    }
}
