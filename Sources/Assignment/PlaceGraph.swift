/// Some edges of a graph, where every place of a left vertex stands as a left vertex of its own.
///
/// So left vertices have one place each, as the auction wants it. What is lost: two places of one vertex may both be
/// given the same right vertex, if that has several places too. The optimum here bounds the true one from above, and is the true
/// one where no edge was chosen twice: places of one vertex see the same offers, so that their prices are equal.
///
/// - Complexity: memory and time proportional to Σ a_i over the edges; no vertex has more places here than one more
///   than it has edges.
struct PlaceGraph {
    /// The places on the left, the right vertices as they are.
    let graph: BipartiteGraph
    /// The edge of the whole graph that an edge stands for.
    let edges: [Int32]
    /// Left vertex i has the places `starts[i] ..< starts[i + 1]`.
    private let starts: [Int]

    /// Takes edges of a graph, ascending, of vertices with places.
    init(_ chosen: [Int], of whole: BipartiteGraph, leftCapacities: [Int]) {
        var (tails, heads, edges): ([Int32], [Int32], [Int32]) = ([], [], [])
        tails.reserveCapacity(chosen.count)
        heads.reserveCapacity(chosen.count)
        edges.reserveCapacity(chosen.count)
        var starts = [0]
        starts.reserveCapacity(whole.leftCount + 1)
        var (place, position) = (0, 0)
        for vertex in 0..<whole.leftCount {
            let first = position
            while position < chosen.count, whole.left(of: chosen[position]) == vertex { position += 1 }
            let end = place + min(leftCapacities[vertex], position - first + 1)
            while place < end {
                for index in first..<position {
                    tails.append(Int32(place))
                    heads.append(whole.rightOfEdge[chosen[index]])
                    edges.append(Int32(chosen[index]))
                }
                place += 1
            }
            starts.append(end)
        }
        guard
            let graph = try? BipartiteGraph(
                leftCount: place, rightCount: whole.rightCount, sortedLeft: tails, right: heads)
        else { preconditionFailure("a graph of places is a graph") }
        self.graph = graph
        self.edges = edges
        self.starts = starts
    }

    /// Whether few edges could be chosen twice, and places are not many more than vertices: else too much of
    /// the optimum would have to be taken back.
    static func isWorthwhile(
        _ chosen: [Int], of graph: BipartiteGraph, leftCapacities: [Int], rightCapacities: [Int]
    ) -> Bool {
        var (places, doubles) = (0, 0)
        for edge in chosen {
            let capacity = leftCapacities[graph.left(of: edge)]
            places += capacity
            if capacity > 1 && rightCapacities[graph.right(of: edge)] > 1 { doubles += 1 }
        }
        return doubles <= chosen.count / 16 && places <= 4 * chosen.count
    }

    /// The same prices, and the pairs each at a place of its own as long as there are any.
    func taken<Code>(_ earlier: EarlierMatching<Code>) -> EarlierMatching<Code> {
        var next = starts
        let pairs = earlier.pairs.compactMap { pair -> (left: Int, right: Int)? in
            guard next[pair.left] < starts[pair.left + 1] else { return nil }
            defer { next[pair.left] += 1 }
            return (next[pair.left], pair.right)
        }
        return EarlierMatching(pairs: pairs, prices: earlier.prices)
    }

    /// A matching of the places as one of the vertices; an edge chosen twice stands there twice.
    func merged<Code: FixedWidthInteger>(_ matching: PricedMatching<Code>) -> PricedMatching<Code> {
        PricedMatching(
            edges: matching.edges.map { Int(edges[$0]) }.sorted(),
            left: starts.indices.dropLast().map {
                starts[$0] < starts[$0 + 1] ? matching.left[starts[$0]] : 0
            },
            right: matching.right)
    }
}

/// Pairs and prices of an earlier optimum, of whatever problem: nothing is assumed of them.
struct EarlierMatching<Code> {
    let pairs: [(left: Int, right: Int)]
    /// p_j ≥ 0.
    let prices: [Code]
}
