/// Which chosen edges the program solver has to confirm, and the places that the others leave.
///
/// After changes to a problem whose answer it has confirmed before, these are the edges that were not chosen then:
/// the prices prove the others with them, and the edges chosen anew are the best choice of the places left.
struct ConfirmationScope: Sendable {
    /// Chosen edges to confirm, ascending.
    let edges: [Int]
    /// Chosen edges that were chosen before, ascending.
    let kept: [Int]
    /// What the edges kept leave of a_i.
    let leftCapacities: [Int]
    /// What the edges kept leave of b_j.
    let rightCapacities: [Int]
    /// Edges without a say: locked ones, and those kept.
    let isFixed: LockedEdges

    /// Everything that a start has chosen.
    init(_ start: PureStart, _ prepared: PreparedProblem) {
        edges = start.edges
        kept = []
        leftCapacities = prepared.leftCapacities
        rightCapacities = prepared.rightCapacities
        isFixed = prepared.isLocked
    }

    /// What a start has chosen and an earlier answer had not.
    ///
    /// - Complexity: O(|E| / 8 + pairs · log(longest row)).
    init(_ start: PureStart, since earlier: StartingPoint, _ prepared: PreparedProblem) {
        let graph = prepared.graph
        var wasChosen = [Bool](repeating: false, count: graph.edgeCount)
        for pair in earlier.pairs {
            if let edge = graph.edge(from: pair.left, to: pair.right) { wasChosen[edge] = true }
        }
        (edges, kept) = (start.edges.filter { !wasChosen[$0] }, start.edges.filter { wasChosen[$0] })
        var (left, right) = (prepared.leftCapacities, prepared.rightCapacities)
        for edge in kept {
            left[graph.left(of: edge)] -= 1
            right[graph.right(of: edge)] -= 1
        }
        (leftCapacities, rightCapacities) = (left, right)
        isFixed = LockedEdges(prepared.problem.locked + kept, of: graph)
    }
}
