package import Records

/// Finds the edges of a graph by the ids at their ends.
package struct EdgeIndex {
    private let edges: EdgeList
    private var leftNumbers: ByteInterner
    private var rightNumbers: ByteInterner
    private let leftStarts: [Int]
    private let byRight: [Int]
    private let rightStarts: [Int]

    /// - Complexity: O(|L| + |R| + |E|).
    package init(_ edges: EdgeList) {
        self.edges = edges
        leftNumbers = ByteInterner(capacity: edges.leftIDs.count)
        rightNumbers = ByteInterner(capacity: edges.rightIDs.count)
        for id in edges.leftIDs { _ = leftNumbers.intern(ArraySlice(id.text.utf8)) }
        for id in edges.rightIDs { _ = rightNumbers.intern(ArraySlice(id.text.utf8)) }
        leftStarts = EdgeIndex.starts(of: edges.left, count: edges.leftIDs.count)
        rightStarts = EdgeIndex.starts(of: edges.right, count: edges.rightIDs.count)
        var next = rightStarts
        var byRight = [Int](repeating: 0, count: edges.right.count)
        for (edge, right) in edges.right.enumerated() {
            byRight[next[Int(right)]] = edge
            next[Int(right)] += 1
        }
        self.byRight = byRight
    }

    /// The edges between two ids; an empty id stands for every vertex of its side.
    func edges(left: ArraySlice<UInt8>, right: ArraySlice<UInt8>) -> [Int] {
        if left.isEmpty {
            guard let vertex = rightNumbers.find(right) else { return [] }
            return Array(byRight[rightStarts[vertex]..<rightStarts[vertex + 1]])
        }
        guard let vertex = leftNumbers.find(left) else { return [] }
        let range = leftStarts[vertex]..<leftStarts[vertex + 1]
        if right.isEmpty { return Array(range) }
        guard let end = rightNumbers.find(right) else { return [] }
        return range.filter { edges.right[$0] == Int32(end) }
    }

    /// The edge between two ids, or `nil` when the graph has none.
    package func edge(_ left: PersonID, _ right: PersonID) -> Int? {
        guard !left.text.isEmpty, !right.text.isEmpty else { return nil }
        return edges(left: ArraySlice(left.text.utf8), right: ArraySlice(right.text.utf8)).first
    }

    private static func starts(of ends: [Int32], count: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: count + 1)
        for end in ends { starts[Int(end) + 1] += 1 }
        for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
        return starts
    }
}
