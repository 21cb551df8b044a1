/// The residual graph between right vertices: an arc h → j of length r_(i,j) − r_(i,h) where the chosen partner i
/// of h could take j instead.
///
/// Left vertices with several chosen edges stay as vertices of their own, numbered after the right ones: the
/// arcs are then at most one an edge. Left vertices without any are reached through the hub only, and the hub
/// is not part of this graph. The arcs of a vertex are in the order of their lengths, so that a search may leave
/// the long ones unread.
struct ExchangeGraph<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// An arc, seen from one of its ends.
    struct Arc {
        let length: Code
        /// The other end.
        let end: Int32
    }

    /// Arcs by one of their ends: those of v are `arcs[starts[v] ..< starts[v + 1]]`.
    struct Arcs {
        var starts: [Int32]
        var arcs: [Arc]
    }

    /// Left vertices with several chosen edges; the k-th has number |R| + k.
    let busyLeft: [Int32]
    let leaving: Arcs
    let entering: Arcs

    /// - Complexity: O(|E| log degree).
    init(_ residual: Residual<Code>) {
        let graph = residual.graph
        var busy: [Int32] = []
        var numbers = [Int32](repeating: -1, count: graph.leftCount)
        for vertex in 0..<graph.leftCount
        where graph.edges(ofLeft: vertex).count(where: { residual.isChosen[$0] }) > 1 {
            numbers[vertex] = Int32(graph.rightCount + busy.count)
            busy.append(Int32(vertex))
        }
        busyLeft = busy
        let nodeCount = graph.rightCount + busy.count
        leaving = Self.rows(count: nodeCount) { visit in
            Self.visitArcs(residual, numbers) { visit($0, $1, $2) }
        }
        entering = Self.rows(count: nodeCount) { visit in
            Self.visitArcs(residual, numbers) { visit($1, $0, $2) }
        }
    }

    /// Calls a function with the ends and the length of every arc.
    private static func visitArcs(
        _ residual: Residual<Code>, _ numbers: [Int32], _ visit: (Int, Int, Code) -> Void
    ) {
        let graph = residual.graph
        for vertex in 0..<graph.leftCount {
            let edges = graph.edges(ofLeft: vertex)
            guard let partner = edges.first(where: { residual.isChosen[$0] }) else { continue }
            var (from, dropping) = (graph.right(of: partner), -residual.reducedCosts[partner])
            if numbers[vertex] >= 0 {
                for edge in edges where residual.isChosen[edge] {
                    visit(graph.right(of: edge), Int(numbers[vertex]), -residual.reducedCosts[edge])
                }
                (from, dropping) = (Int(numbers[vertex]), 0)
            }
            for edge in edges where residual.isOpen(edge) {
                visit(from, graph.right(of: edge), dropping + residual.reducedCosts[edge])
            }
        }
    }

    private static func rows(
        count: Int, _ visitArcs: ((_ at: Int, _ end: Int, _ length: Code) -> Void) -> Void
    ) -> Arcs {
        var starts = [Int32](repeating: 0, count: count + 1)
        visitArcs { at, _, _ in starts[at + 1] += 1 }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var next = starts
        var arcs = [Arc](repeating: Arc(length: 0, end: 0), count: Int(starts[count]))
        visitArcs { at, end, length in
            arcs[Int(next[at])] = Arc(length: length, end: Int32(end))
            next[at] += 1
        }
        for node in 0..<count {
            arcs[Int(starts[node])..<Int(starts[node + 1])].sort {
                $0.length == $1.length ? $0.end < $1.end : $0.length < $1.length
            }
        }
        return Arcs(starts: starts, arcs: arcs)
    }
}
