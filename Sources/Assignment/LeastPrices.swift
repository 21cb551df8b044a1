/// The least right prices that prove an optimal matching in which left vertices have one place each.
///
/// From any optimal prices, every p_j is lowered by its distance d_j in the graph with lengths r_e = u_i + p_j − c_e
/// from i to j off the matching and 0 from j to its partners: d_j ≤ p_j, and free left vertices are at distance
/// 0. With d_i = d_j for the partners i of j, r_e + d_i − d_j ≥ 0 everywhere, chosen edges stay tight, and where
/// a place is free the price stays 0. The result depends on the problem alone, and each price is what remains
/// along one alternating path: a signed sum of weights, as `GoalCoding` wants it.
///
/// - Complexity: O(|E| + |R| log |R|); most distances are 0 and never see the heap.
struct LeastPrices<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    let graph: BipartiteGraph
    let costs: [Code]
    /// Edges whose weight no price has to cover for now: those that cannot be chosen.
    let isUsable: [Bool]

    /// The same edges with the least prices.
    func of(_ matching: PricedMatching<Code>) -> PricedMatching<Code> {
        var (left, right) = (matching.left, matching.right)
        let partners = Partners(of: matching.edges, graph)
        var distances = right
        let heap = IndexedHeap<Code>(capacity: graph.rightCount, placeholder: 0)
        var ready = right.indices.filter { right[$0] == 0 }
        var inHeap = false

        func relax(from vertex: Int, at current: Code) {
            let price = left[vertex]
            for edge in graph.edges(ofLeft: vertex) where isUsable[edge] {
                let head = Int(graph.rightOfEdge[edge])
                let distance = current &+ (price &+ right[head] &- costs[edge])
                guard distance < distances[head] else { continue }
                distances[head] = distance
                if distance == current && !(inHeap && heap.contains(head)) {
                    ready.append(head)
                } else if inHeap {
                    heap.insertOrLower(head, key: distance)
                }
            }
        }
        for vertex in 0..<graph.leftCount where !partners.isMatched[vertex] { relax(from: vertex, at: 0) }
        func settleReady(at current: Code) {
            while let vertex = ready.popLast() {
                for partner in partners.ofRight(vertex) { relax(from: Int(partner), at: current) }
            }
        }
        settleReady(at: 0)
        inHeap = true
        for vertex in right.indices where distances[vertex] > 0 {
            heap.insertOrLower(vertex, key: distances[vertex])
        }
        while heap.count > 0 {
            let current = heap.smallest
            ready.append(heap.removeSmallest())
            settleReady(at: current)
        }
        for vertex in right.indices {
            right[vertex] -= distances[vertex]
            for partner in partners.ofRight(vertex) { left[Int(partner)] += distances[vertex] }
        }
        return PricedMatching(edges: matching.edges, left: left, right: right)
    }
}

/// The chosen edges' left ends, by right end.
struct Partners {
    private let starts: [Int32]
    private let vertices: [Int32]
    /// Whether a left vertex is matched.
    let isMatched: [Bool]

    init(of edges: [Int], _ graph: BipartiteGraph) {
        var starts = [Int32](repeating: 0, count: graph.rightCount + 1)
        for edge in edges { starts[graph.right(of: edge) + 1] += 1 }
        for vertex in 0..<graph.rightCount { starts[vertex + 1] += starts[vertex] }
        var next = starts
        var vertices = [Int32](repeating: 0, count: edges.count)
        var isMatched = [Bool](repeating: false, count: graph.leftCount)
        for edge in edges {
            let (left, right) = (graph.left(of: edge), graph.right(of: edge))
            vertices[Int(next[right])] = Int32(left)
            next[right] += 1
            isMatched[left] = true
        }
        self.starts = starts
        self.vertices = vertices
        self.isMatched = isMatched
    }

    /// The left vertices matched with a right one.
    func ofRight(_ vertex: Int) -> ArraySlice<Int32> {
        vertices[Int(starts[vertex])..<Int(starts[vertex + 1])]
    }
}
