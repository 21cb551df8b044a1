/// Which edges are locked; where none is, that takes no memory, which would be a byte for each.
struct LockedEdges: Sendable {
    private let flags: [Bool]

    init(_ edges: [Int], of graph: BipartiteGraph) {
        flags = edges.isEmpty ? [] : PreparedProblem.flags(edges, count: graph.edgeCount)
    }

    /// Whether an edge is locked.
    @inline(__always)
    subscript(edge: Int) -> Bool { !flags.isEmpty && flags[edge] }

    /// The same as an array, of so many edges.
    func array(count: Int) -> [Bool] { flags.isEmpty ? .init(repeating: false, count: count) : flags }
}
