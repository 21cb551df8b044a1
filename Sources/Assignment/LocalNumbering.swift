/// Other numbers for the vertices of a graph, in which neighbours of neighbours stand close together in memory: the order
/// in which a breadth-first search meets them.
///
/// What an auction or a search looks up next is mostly near what it has just looked at, whenever people are joined to
/// those who live close by. In lists in any other order, by name or by date, every look goes to another end of the memory.
///
/// Reference: Cuthill, McKee, Proceedings of the 24th National Conference of the ACM (1969), without sorting by degree.
package struct LocalNumbering {
    /// Numbers in the graph, by new number.
    package let left: [Int32]
    package let right: [Int32]
    /// New numbers, by number in the graph.
    package let newLeft: [Int32]
    package let newRight: [Int32]

    /// As many vertices as are near enough in any order: what is read of them fits a processor's cache.
    private static var few: Int { 1 << 15 }
    /// Left vertices that are asked whether it is worth it, and as many neighbours of each, and as many of theirs: somebody
    /// whom all know would take long to ask.
    private static var sample: Int { 64 }
    /// Numbers farther apart than this stand in other parts of the memory.
    private static var near: Int { 512 }

    /// Numbers the vertices, unless there are few, anybody is joined to anybody, or their order is such a one already.
    ///
    /// - Complexity: O(|L| + |R| + |E|), about two looks at every edge in any order.
    package init?(_ graph: BipartiteGraph) {
        guard graph.leftCount + graph.rightCount > Self.few, Self.isLocalOutOfOrder(graph) else { return nil }
        var order = Order(graph)
        for vertex in 0..<graph.leftCount where order.newLeft[vertex] < 0 {
            order.follow(from: vertex, graph)
        }
        for vertex in 0..<graph.rightCount where order.newRight[vertex] < 0 { order.append(right: vertex) }
        (left, right, newLeft, newRight) = (order.left, order.right, order.newLeft, order.newRight)
    }

    /// The vertices met so far.
    private struct Order {
        var left: [Int32] = []
        var right: [Int32] = []
        /// −1 for those still to come.
        var newLeft: [Int32]
        var newRight: [Int32]

        init(_ graph: BipartiteGraph) {
            newLeft = .init(repeating: -1, count: graph.leftCount)
            newRight = .init(repeating: -1, count: graph.rightCount)
            left.reserveCapacity(graph.leftCount)
            right.reserveCapacity(graph.rightCount)
        }

        mutating func append(left vertex: Int) {
            newLeft[vertex] = Int32(left.count)
            left.append(Int32(vertex))
        }

        mutating func append(right vertex: Int) {
            newRight[vertex] = Int32(right.count)
            right.append(Int32(vertex))
        }

        /// All that a left vertex is joined to, step by step.
        mutating func follow(from first: Int, _ graph: BipartiteGraph) {
            var next = left.count
            append(left: first)
            while next < left.count {
                for edge in graph.edges(ofLeft: Int(left[next])) where newRight[graph.right(of: edge)] < 0 {
                    let vertex = graph.right(of: edge)
                    append(right: vertex)
                    for position in graph.edgePositions(ofRight: vertex) {
                        let other = graph.left(of: Int(graph.edgesByRight[position]))
                        if newLeft[other] < 0 { append(left: other) }
                    }
                }
                next += 1
            }
        }
    }

    /// Whether neighbours have neighbours in common, but numbers far from each other: told from some left vertices.
    private static func isLocalOutOfOrder(_ graph: BipartiteGraph) -> Bool {
        var (ways, distinct) = (0, 0)
        var (steps, far) = (0, 0)
        for index in 0..<sample {
            let edges = graph.edges(ofLeft: index * graph.leftCount / sample).prefix(sample)
            var others: Set<Int32> = []
            for edge in edges {
                let positions = graph.edgePositions(ofRight: graph.right(of: edge)).prefix(sample)
                ways += positions.count
                others.formUnion(positions.map { graph.leftOfEdge[Int(graph.edgesByRight[$0])] })
            }
            distinct += others.count
            for (edge, next) in zip(edges, edges.dropFirst()) {
                steps += 1
                if graph.right(of: next) - graph.right(of: edge) > near { far += 1 }
            }
        }
        return distinct < ways / 2 && far > steps / 4
    }
}
