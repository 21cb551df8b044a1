/// The same optimum as `ShortestAugmentingPaths` finds, over the few edges that matter.
///
/// A matching over some of the edges (the core) is optimal over all of them as soon as no other edge has
/// r_e = u_i + p_j − c_e < 0. The core begins with the most valuable edges of every vertex; as long as there are others with
/// r_e < 0, those furthest below 0 at every vertex join it. No edge ever leaves, so this ends.
///
/// Worth it where people have hundreds of candidates: a search reads the edges of a core ten times over, and all edges
/// only as often as the core grows.
///
/// - Complexity: O(|E|) for each time the core grows, and that of the searches over the core.
package struct CoreStart<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private let graph: BipartiteGraph
    private let leftCapacities: [Int]
    private let rightCapacities: [Int]
    private let cost: (Int) -> Code
    private let isExcluded: (Int) -> Bool

    /// Edges of each vertex in the first core, and the most that join it at once.
    private let perVertex: Int

    /// Writes c_e of all edges of a left vertex, in their order.
    package typealias RowOfCosts = (UnsafeMutablePointer<Code>, _ left: Int) -> Void

    private let fill: RowOfCosts

    /// Prepares a problem: c_e by edge, of which every signed sum along four alternating paths must fit in a `Code`,
    /// and whether an edge may not be chosen.
    ///
    /// `fill` gives the same c_e row by row, where that is faster than one by one.
    package init(
        graph: BipartiteGraph, leftCapacities: [Int], rightCapacities: [Int], perVertex: Int = 16,
        cost: @escaping (Int) -> Code, fill: RowOfCosts? = nil, isExcluded: @escaping (Int) -> Bool
    ) {
        self.graph = graph
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.cost = cost
        self.fill =
            fill
            ?? { row, vertex in
                for (index, edge) in graph.edges(ofLeft: vertex).enumerated() { row[index] = cost(edge) }
            }
        self.isExcluded = isExcluded
        self.perVertex = perVertex
    }

    /// Whether a graph has so many edges that it is better looked at in parts.
    static func isWorthwhile(_ graph: BipartiteGraph) -> Bool {
        graph.edgeCount / 64 > graph.leftCount + graph.rightCount
    }

    /// An optimal matching, with prices that prove it over all edges; the cores it took, and the edges looked at.
    package func run() -> (matching: PricedMatching<Code>, rounds: Int, scanned: Int) {
        var core = firstCore()
        var isIn = [Bool](repeating: false, count: graph.edgeCount)
        var rounds = 1
        var scanned = graph.edgeCount
        while true {
            for edge in core { isIn[edge] = true }
            let (matching, read) = matching(over: core)
            scanned += read + graph.edgeCount
            let missing = missing(from: isIn, matching)
            if missing.isEmpty { return (covering(matching), rounds, scanned) }
            core = (core + missing).sorted()
            rounds += 1
        }
    }

    private func isUsable(_ edge: Int) -> Bool {
        leftCapacities[graph.left(of: edge)] > 0 && rightCapacities[graph.right(of: edge)] > 0
            && !isExcluded(edge)
    }

    private func firstCore() -> [Int] {
        var choice = BestPerVertex<Code>(perLeft: perVertex, perRight: perVertex, graph)
        forEachCost { edge, cost in
            if isUsable(edge) { choice.offer(edge, worth: cost) }
        }
        return choice.edges
    }

    /// Hands out c_e of every edge of a left vertex with a place, in order.
    @inline(__always)
    private func forEachCost(_ body: (Int, Code) -> Void) {
        let most = (0..<graph.leftCount).map { graph.edges(ofLeft: $0).count }.max() ?? 0
        let row = UnsafeMutablePointer<Code>.allocate(capacity: max(1, most))
        defer { row.deallocate() }
        row.initialize(repeating: 0, count: max(1, most))
        for vertex in 0..<graph.leftCount where leftCapacities[vertex] > 0 {
            fill(row, vertex)
            let edges = graph.edges(ofLeft: vertex)
            for edge in edges { body(edge, row[edge - edges.lowerBound]) }
        }
    }

    private func matching(over core: [Int]) -> (matching: PricedMatching<Code>, scanned: Int) {
        guard
            let part = try? BipartiteGraph(
                leftCount: graph.leftCount, rightCount: graph.rightCount,
                sortedLeft: core.map { graph.leftOfEdge[$0] }, right: core.map { graph.rightOfEdge[$0] })
        else { preconditionFailure("a part of a graph is a graph") }
        let paths = ShortestAugmentingPaths(
            graph: part, costs: core.map { cost($0) }, leftCapacities: leftCapacities,
            rightCapacities: rightCapacities)
        let found = paths.run()
        let matching = PricedMatching(
            edges: found.edges.map { core[$0] }, left: found.left, right: found.right)
        return (matching, paths.scanned)
    }

    /// Edges outside the core with r_e < 0: those furthest below it at every vertex.
    private func missing(from isIn: [Bool], _ matching: PricedMatching<Code>) -> [Int] {
        var choice = BestPerVertex<Code>(perLeft: perVertex, perRight: perVertex, graph)
        forEachCost { edge, cost in
            let price = matching.left[graph.left(of: edge)] + matching.right[graph.right(of: edge)]
            if cost > price, !isIn[edge], isUsable(edge) { choice.offer(edge, worth: cost - price) }
        }
        return choice.edges
    }

    /// Vertices without places pay nothing for their price: it covers their edges.
    private func covering(_ matching: PricedMatching<Code>) -> PricedMatching<Code> {
        var (left, right) = (matching.left, matching.right)
        for edge in 0..<graph.edgeCount where !isExcluded(edge) {
            let (one, other) = (graph.left(of: edge), graph.right(of: edge))
            if rightCapacities[other] == 0 {
                right[other] = max(right[other], cost(edge) - left[one])
            }
        }
        for vertex in left.indices where leftCapacities[vertex] == 0 {
            left[vertex] = graph.edges(ofLeft: vertex).reduce(0) { best, edge in
                isExcluded(edge) ? best : max(best, cost(edge) - right[graph.right(of: edge)])
            }
        }
        return PricedMatching(edges: matching.edges, left: left, right: right)
    }
}
