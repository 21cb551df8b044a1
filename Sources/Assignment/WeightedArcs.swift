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

    let graph: BipartiteGraph
    let leftCount: Int
    let rightCount: Int
    /// Left vertex i has the arcs `starts[i] ..< starts[i + 1]`, numbered like the edges.
    let starts: UnsafeMutablePointer<Int32>
    let arcs: UnsafeMutablePointer<Arc>

    /// Arcs of weight 0.
    init(_ graph: BipartiteGraph) {
        self.graph = graph
        leftCount = graph.leftCount
        rightCount = graph.rightCount
        starts = .allocate(capacity: leftCount + 1)
        for vertex in 0...leftCount { (starts + vertex).initialize(to: graph.leftStarts[vertex]) }
        arcs = .allocate(capacity: max(1, graph.edgeCount))
        for edge in 0..<graph.edgeCount {
            (arcs + edge).initialize(to: Arc(weight: 0, head: graph.rightOfEdge[edge]))
        }
    }

    /// Takes over what edges are worth, less a number, and leaves out edges that cannot be chosen; `nil` where all can.
    convenience init<Code>(_ costs: EdgeCosts<Code>, shift: Code, isUsable: ((Int) -> Bool)?) {
        self.init(costs.graph)
        costs.forEachRow { _, edges, row in
            let arcs = arcs + edges.lowerBound
            for index in 0..<edges.count {
                arcs[index].weight = Weight(truncatingIfNeeded: row[index] &- shift)
            }
            guard let isUsable else { return }
            for edge in edges where !isUsable(edge) { self.arcs[edge].weight = Self.excluded }
        }
    }

    /// Writes other weights for the edges that can be chosen.
    @inline(__always)
    func changeWeights(_ change: (Weight) -> Weight) {
        for edge in 0..<graph.edgeCount where arcs[edge].weight != Self.excluded {
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
}
