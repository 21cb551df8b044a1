/// What every edge costs: a chosen one if it is forbidden, another if it is forced, for all edges in one sweep of
/// shortest paths in the residual graph.
///
/// Forcing e = (i, j) closes a cycle by a path j ⇝ i, forbidding it by a path i ⇝ j, hence
///
///     forced     r_e + dist(j, i),    dist(j, i) = min over chosen (i, h) of dist(j, h) − r_(i,h),
///                                     and dist(j, hub) where i has a free place
///     forbidden  −r_e + dist(i, j),   dist(i, j) = min over (i, h) not chosen of r_(i,h) + dist(h, j),
///                                     and u_i + dist(hub, j) where i may be left free
///
/// Both need the distances from the unchosen partners h of a vertex i to its chosen ones j and nothing else: one
/// search towards every right vertex in use, which ends when the unchosen partners of its partners are settled.
///
/// - Complexity: O(used right vertices · (|E| + n log n)) at worst. Where giving up a place or using a free one
///   is cheap, or the graph is local, a search sees a few dozen vertices. Memory is proportional to the edges.
struct EdgeSweep<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// What the objective loses, indexed by edge; `unreachable` where the change is impossible.
    private(set) var losses: [Code]
    /// Whether the loss is exact; otherwise it is at least what is stated.
    private(set) var isExact: [Bool]
    /// Vertices settled by all searches together.
    private(set) var settledCount = 0

    private let residual: Residual<Code>
    private let fromHub: HubDistances<Code>

    private static var unreachable: Code { Residual<Code>.unreachable }

    /// Sweeps over all edges; every search may settle `share` vertices, and those that earlier ones left over.
    init(_ residual: Residual<Code>, share: Int) {
        self.residual = residual
        let graph = residual.graph
        fromHub = HubDistances(residual, .fromHub)
        let toHub = HubDistances(residual, .toHub)
        losses = .init(repeating: Self.unreachable, count: graph.edgeCount)
        isExact = .init(repeating: true, count: graph.edgeCount)
        for edge in 0..<graph.edgeCount
        where residual.isOpen(edge) && residual.hasRoomLeft[graph.left(of: edge)] {
            losses[edge] = residual.reducedCosts[edge] + toHub.right[graph.right(of: edge)]
        }
        let exchanges = ExchangeGraph(residual)
        let search = ExchangeSearch(
            exchanges, toHub: toHub.right + exchanges.busyLeft.map { toHub.left[Int($0)] })
        let chosen = ChosenEdges(residual)
        var targets = Targets(count: graph.rightCount)
        var allowance = 0
        for head in 0..<graph.rightCount where !chosen.ofRight(head).isEmpty {
            targets.removeAll()
            for edge in chosen.ofRight(head) {
                for other in graph.edges(ofLeft: graph.left(of: Int(edge))) where residual.isOpen(other) {
                    targets.insert(graph.rightOfEdge[other])
                }
            }
            allowance += share
            search.find(
                from: targets.vertices, to: head, fromHub: fromHub.right[head],
                vertexLimit: allowance - search.settledCount)
            for edge in chosen.ofRight(head) { appraise(edge: Int(edge), search) }
        }
        for edge in losses.indices { losses[edge] = min(losses[edge], Self.unreachable) }
        settledCount = search.settledCount
    }

    /// Forbids a chosen edge, and forces the others of its left end, as far as the paths to its right end tell.
    private mutating func appraise(edge chosen: Int, _ search: ExchangeSearch<Code>) {
        let (tail, head) = (residual.graph.left(of: chosen), residual.graph.right(of: chosen))
        let dropping = -residual.reducedCosts[chosen]
        lower(chosen, to: dropping + residual.exitLeft[tail] + fromHub.right[head], isExact: true)
        for edge in residual.graph.edges(ofLeft: tail) where residual.isOpen(edge) {
            let vertex = residual.graph.right(of: edge)
            let distance = search.distance(of: vertex)
            let loss = residual.reducedCosts[edge] + distance.length + dropping
            lower(chosen, to: loss, isExact: distance.isExact)
            lower(edge, to: loss, isExact: distance.isExact)
        }
    }

    /// One more way of making a change: the least loss counts, and an exact number before an equal bound.
    private mutating func lower(_ edge: Int, to loss: Code, isExact exact: Bool) {
        if loss < losses[edge] {
            losses[edge] = loss
            isExact[edge] = exact
        } else if loss == losses[edge] && exact {
            isExact[edge] = true
        }
    }
}

/// The chosen edges of every right vertex.
private struct ChosenEdges {
    private let starts: [Int32]
    private let edges: [Int32]

    init<Code>(_ residual: Residual<Code>) {
        let graph = residual.graph
        var starts: [Int32] = [0]
        var edges: [Int32] = []
        for vertex in 0..<graph.rightCount {
            for edge in graph.edges(ofRight: vertex) where residual.isChosen[edge] {
                edges.append(Int32(edge))
            }
            starts.append(Int32(edges.count))
        }
        self.starts = starts
        self.edges = edges
    }

    func ofRight(_ vertex: Int) -> ArraySlice<Int32> { edges[Int(starts[vertex])..<Int(starts[vertex + 1])] }
}

/// A set of right vertices that is emptied often.
private struct Targets {
    private(set) var vertices: [Int32] = []
    private var isIn: [Bool]

    init(count: Int) { isIn = .init(repeating: false, count: count) }

    mutating func insert(_ vertex: Int32) {
        guard !isIn[Int(vertex)] else { return }
        isIn[Int(vertex)] = true
        vertices.append(vertex)
    }

    mutating func removeAll() {
        for vertex in vertices { isIn[Int(vertex)] = false }
        vertices.removeAll(keepingCapacity: true)
    }
}
