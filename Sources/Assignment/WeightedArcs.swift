import CMemory

/// A graph's edges with their weights, side by side as inner loops read them: eight bytes an edge where weights
/// fit 32 bits.
///
/// Edges that cannot be chosen have the weight `excluded`; all others stay above a fifth of the least number of
/// the type, so that no sum of a weight and a price reaches it.
final class WeightedArcs<Weight: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// An edge as an inner loop reads it.
    struct Arc {
        var weight: Weight
        var head: Int32
    }

    /// The weight of an edge that cannot be chosen.
    static var excluded: Weight { Weight.min / 2 }

    let leftCount: Int
    let rightCount: Int
    /// Left vertex i has the arcs `starts[i] ..< starts[i + 1]`, numbered like the edges unless vertices are.
    let starts: UnsafeMutablePointer<Int32>
    let arcs: UnsafeMutablePointer<Arc>
    /// The left ends of the arcs.
    let tails: ArcTails
    /// How vertices are numbered, `nil` where it is as in the graph.
    let numbering: LocalNumbering?

    private let graph: BipartiteGraph
    /// The arcs of right vertex j stand at `rightStarts[j] ..< rightStarts[j + 1]`.
    private let rightStarts: [Int32]
    /// The arcs in the order of their right ends.
    private(set) lazy var arcsByRight =
        numbering == nil
        ? graph.edgesByRight
        : BipartiteGraph.sorted(edgeCount, startingAt: rightStarts) { arcs[$0].head }

    /// Arcs of weight 0, numbered like the edges.
    convenience init(_ graph: BipartiteGraph) {
        self.init(graph, numbering: nil)
        for edge in 0..<graph.edgeCount {
            (arcs + edge).initialize(to: Arc(weight: 0, head: graph.rightOfEdge[edge]))
        }
    }

    /// Takes over what edges are worth, less a number, and leaves out edges that cannot be chosen; `nil` where all can.
    convenience init<Code>(
        _ costs: EdgeCosts<Code>, shift: Code, numbering: LocalNumbering?, isUsable: ((Int) -> Bool)?
    ) {
        let graph = costs.graph
        self.init(graph, numbering: numbering)
        costs.forEachRow { vertex, edges, row in
            let first = Int(starts[Int(numbering?.newLeft[vertex] ?? Int32(vertex))])
            for (index, edge) in edges.enumerated() {
                let head = graph.rightOfEdge[edge]
                let arc = Arc(
                    weight: Weight(truncatingIfNeeded: row[index] &- shift),
                    head: numbering?.newRight[Int(head)] ?? head)
                (arcs + first + index).initialize(to: arc)
            }
            guard let isUsable else { return }
            for (index, edge) in edges.enumerated() where !isUsable(edge) {
                arcs[first + index].weight = Self.excluded
            }
        }
    }

    /// Makes room.
    private init(_ graph: BipartiteGraph, numbering: LocalNumbering?) {
        self.graph = graph
        self.numbering = numbering
        leftCount = graph.leftCount
        rightCount = graph.rightCount
        starts = .allocate(capacity: leftCount + 1)
        arcs = .allocate(capacity: max(1, graph.edgeCount))
        guard let numbering else {
            for vertex in 0...leftCount { (starts + vertex).initialize(to: graph.leftStarts[vertex]) }
            tails = ArcTails(graph, starts: starts)
            rightStarts = graph.rightStarts
            return
        }
        var next: Int32 = 0
        for (row, vertex) in numbering.left.enumerated() {
            (starts + row).initialize(to: next)
            next += Int32(graph.edges(ofLeft: Int(vertex)).count)
        }
        (starts + leftCount).initialize(to: next)
        tails = ArcTails(starts: starts, leftCount: leftCount)
        var rightStarts: [Int32] = [0]
        for vertex in numbering.right {
            rightStarts.append(
                rightStarts[rightStarts.count - 1] + Int32(graph.edgePositions(ofRight: Int(vertex)).count))
        }
        self.rightStarts = rightStarts
    }

    /// Number of arcs.
    var edgeCount: Int { graph.edgeCount }

    /// Where the arcs of a right vertex stand in `arcsByRight`.
    func positions(ofRight vertex: Int) -> Range<Int> {
        Int(rightStarts[vertex])..<Int(rightStarts[vertex + 1])
    }

    /// The edge of the graph that an arc is.
    func edge(of arc: Int) -> Int {
        guard let numbering else { return arc }
        let row = tails[arc]
        return Int(graph.leftStarts[Int(numbering.left[row])]) + arc - Int(starts[row])
    }

    /// Writes other weights for the edges that can be chosen.
    @inline(__always)
    func changeWeights(_ change: (Weight) -> Weight) {
        for edge in 0..<edgeCount where arcs[edge].weight != Self.excluded {
            arcs[edge].weight = change(arcs[edge].weight)
        }
    }

    deinit {
        starts.deallocate()
        arcs.deallocate()
    }

    /// The arcs of a left vertex.
    @inline(__always)
    func range(_ vertex: Int) -> Range<Int> { Int(starts[vertex])..<Int(starts[vertex &+ 1]) }

    /// Fetches where the arcs of a left vertex begin, so that `prefetchArcs` need not wait for it.
    @inline(__always)
    func prefetchStart(_ vertex: Int) { musubi_prefetch(starts + vertex) }

    /// Fetches the arcs of a left vertex.
    @inline(__always)
    func prefetchArcs(_ vertex: Int) {
        let range = range(vertex)
        var line = UnsafeRawPointer(arcs + range.lowerBound)
        let end = UnsafeRawPointer(arcs + range.upperBound)
        while line < end {
            musubi_prefetch(line)
            line += 64
        }
    }
}
