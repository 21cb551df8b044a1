/// A bipartite graph on integer indices: left vertices `0..<leftCount`, right vertices `0..<rightCount`,
/// and edges numbered `0..<edgeCount` in the order of (left, right).
///
/// Annotations (weights, coefficients) live outside, in arrays indexed by edge. An edge's number is its
/// position in the sorted order: a caller who hands the edges over sorted by (left, right) can index its own
/// arrays by the same number; any other caller asks `edge(from:to:)`.
///
/// Stored as compressed rows both ways; immutable.
package struct BipartiteGraph: Sendable {
    /// Number of left vertices, |L|.
    package let leftCount: Int
    /// Number of right vertices, |R|.
    package let rightCount: Int

    let leftStarts: [Int32]
    let leftOfEdge: [Int32]
    let rightOfEdge: [Int32]
    let rightStarts: [Int32]
    let edgesByRight: [Int32]

    /// Builds the graph from its edges, in any order.
    ///
    /// - Throws: `BipartiteGraphError` for a negative count, an end out of range, two edges between the same
    ///   vertices, or more than 2³¹ − 1 vertices or edges.
    /// - Complexity: O(|L| + |R| + |E|) when the edges are sorted, else O(|E| log |E|).
    package init(
        leftCount: Int, rightCount: Int, edges: [(left: Int, right: Int)]
    ) throws(BipartiteGraphError) {
        guard leftCount < Int32.max, rightCount < Int32.max, edges.count < Int32.max else { throw .tooLarge }
        for (position, edge) in edges.enumerated() {
            guard (0..<max(0, leftCount)).contains(edge.left), (0..<max(0, rightCount)).contains(edge.right)
            else { throw .endOutOfRange(position: position, left: edge.left, right: edge.right) }
        }
        let inOrder = zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
        let sorted = inOrder ? edges : edges.sorted { $0 < $1 }
        try self.init(
            leftCount: leftCount, rightCount: rightCount, sortedLeft: sorted.map { Int32($0.left) },
            right: sorted.map { Int32($0.right) })
    }

    /// Takes the ends of the edges as they are, sorted by (left, right).
    ///
    /// - Throws: as above, and `outOfOrder` for edges that are not sorted.
    /// - Complexity: O(|L| + |R| + |E|).
    package init(
        leftCount: Int, rightCount: Int, sortedLeft: [Int32], right: [Int32]
    ) throws(BipartiteGraphError) {
        guard leftCount >= 0, rightCount >= 0 else { throw .negativeCount }
        guard leftCount < Int32.max, rightCount < Int32.max, sortedLeft.count < Int32.max else {
            throw .tooLarge
        }
        precondition(sortedLeft.count == right.count, "an edge has two ends")
        try Self.check(sortedLeft, right, leftCount: leftCount, rightCount: rightCount)
        self.leftCount = leftCount
        self.rightCount = rightCount
        leftOfEdge = sortedLeft
        rightOfEdge = right
        leftStarts = Self.starts(of: sortedLeft, count: leftCount)
        rightStarts = Self.starts(of: right, count: rightCount)
        edgesByRight = Self.sorted(right.count, startingAt: rightStarts) { right[$0] }
    }

    private static func check(
        _ left: [Int32], _ right: [Int32], leftCount: Int, rightCount: Int
    ) throws(BipartiteGraphError) {
        var last: (left: Int32, right: Int32) = (-1, -1)
        for position in left.indices {
            let edge = (left: left[position], right: right[position])
            guard edge.left >= 0, edge.left < leftCount, edge.right >= 0, edge.right < rightCount else {
                throw .endOutOfRange(position: position, left: Int(edge.left), right: Int(edge.right))
            }
            guard last < edge else {
                if last == edge { throw .parallelEdges(left: Int(edge.left), right: Int(edge.right)) }
                throw .outOfOrder(position: position)
            }
            last = edge
        }
    }

    /// Number of edges, |E|.
    package var edgeCount: Int { leftOfEdge.count }

    /// The left end of an edge.
    package func left(of edge: Int) -> Int { Int(leftOfEdge[edge]) }

    /// The right end of an edge.
    package func right(of edge: Int) -> Int { Int(rightOfEdge[edge]) }

    /// The edges of a left vertex, in the order of their right ends.
    package func edges(ofLeft vertex: Int) -> Range<Int> {
        Int(leftStarts[vertex])..<Int(leftStarts[vertex + 1])
    }

    /// The edges of a right vertex, in the order of their left ends.
    package func edges(ofRight vertex: Int) -> some RandomAccessCollection<Int> {
        edgesByRight[Int(rightStarts[vertex])..<Int(rightStarts[vertex + 1])].lazy.map { Int($0) }
    }

    /// Where the edges of a right vertex stand in `edgesByRight`.
    func edgePositions(ofRight vertex: Int) -> Range<Int> {
        Int(rightStarts[vertex])..<Int(rightStarts[vertex + 1])
    }

    /// The number of the edge between two vertices, or `nil` when they are not joined.
    ///
    /// - Complexity: O(log degree).
    package func edge(from left: Int, to right: Int) -> Int? {
        var range = edges(ofLeft: left)
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let found = Int(rightOfEdge[middle])
            if found == right { return middle }
            range = found < right ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    private static func starts(of ends: [Int32], count: Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: count + 1)
        for end in ends { starts[Int(end) + 1] += 1 }
        for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
        return starts
    }
}

extension BipartiteGraph {
    /// The numbers 0..<count in the order of their ends, by where the numbers of every end begin.
    @inline(__always)
    static func sorted(_ count: Int, startingAt starts: [Int32], by end: (Int) -> Int32) -> [Int32] {
        var next = starts
        var sorted = [Int32](repeating: 0, count: count)
        for number in 0..<count {
            let end = Int(end(number))
            sorted[Int(next[end])] = Int32(number)
            next[end] += 1
        }
        return sorted
    }

    /// The same graph with left and right exchanged: its edge k is edge `edgesByRight[k]` of this one.
    var transposed: BipartiteGraph { BipartiteGraph(transposing: self) }

    private init(transposing graph: BipartiteGraph) {
        leftCount = graph.rightCount
        rightCount = graph.leftCount
        leftStarts = graph.rightStarts
        leftOfEdge = graph.edgesByRight.map { graph.rightOfEdge[Int($0)] }
        rightOfEdge = graph.edgesByRight.map { graph.leftOfEdge[Int($0)] }
        rightStarts = graph.leftStarts
        var position = [Int32](repeating: 0, count: graph.edgeCount)
        for (index, edge) in graph.edgesByRight.enumerated() { position[Int(edge)] = Int32(index) }
        edgesByRight = position
    }
}

/// Why a graph was refused.
package enum BipartiteGraphError: Error, Equatable, CustomStringConvertible {
    /// A number of vertices is negative.
    case negativeCount
    /// There are more vertices or edges than 32-bit indices can number.
    case tooLarge
    /// The edge at a position of the list names a vertex that does not exist.
    case endOutOfRange(position: Int, left: Int, right: Int)
    /// Edges that had to be sorted by (left, right) are not, from this position on.
    case outOfOrder(position: Int)
    /// Two edges join the same two vertices.
    case parallelEdges(left: Int, right: Int)

    package var description: String {
        switch self {
        case .negativeCount: "the number of vertices is negative; give counts of 0 or more"
        case .tooLarge: "more vertices or edges than 2147483647; split the problem"
        case .endOutOfRange(let position, let left, let right):
            "edge \(position) of the list joins left \(left) and right \(right), one of which does not exist"
        case .outOfOrder(let position):
            "edge \(position) of the list does not follow the one before it; sort the edges by their ends"
        case .parallelEdges(let left, let right):
            "left \(left) and right \(right) are joined twice; merge the two edges into one"
        }
    }
}
