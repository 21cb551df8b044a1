/// After the optimum: what the goals gain by one more place at a vertex, and by one more vertex like it.
///
/// An added place of i is an arc from the hub to i that costs −u_i, a copy of i a way from the hub into any
/// j that i knows (see `Residual`); one unit more flows along the shortest cycle through it:
///
///     place at i   u_i − dist(i, hub)         copy of i   max over e = (i, j) of c_e − p_j − dist(j, hub)
///     place at j   p_j − dist(hub, j)         copy of j   max over e = (i, j) of c_e − u_i − dist(hub, i)
///
/// and never less than 0, because a place may stay free; except an added place of a vertex that must be filled:
/// it must be filled too. A copy has one place, which may stay free, and counts in limits as the vertex does.
///
/// Exact without limits, after two searches; bounds from the certificate otherwise (`CertifiedBounds`).
///
/// - Complexity: O(|E| + n log n) without limits, else O(goals² · |E| + goals · limit terms).
package struct MarginalValues: Sendable {
    private var places: [VertexSide: ChangeTable] = [:]
    private var copies: [VertexSide: ChangeTable] = [:]

    /// Appraises every vertex of a solution that `verify` accepts.
    package init(of solution: MatchSolution, _ problem: AssignmentProblem) {
        let prepared = PreparedProblem(problem)
        guard let prices = TightPrices(solution, prepared) else {
            let bounds = CertifiedBounds(solution, prepared)
            fill(problem, places: bounds.place, copies: bounds.copy)
            return
        }
        func appraise<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(_: Code.Type) {
            let gains = ResidualGains(Residual<Code>(solution, prices, prepared), prepared)
            func change(_ gain: Code?, mayStayFree: Bool) -> Change {
                guard let gain else { return .impossible }
                let amounts = prices.coding.amounts(of: Int128(gain))
                // What brings nothing without limits brings nothing with them.
                let isNothing = mayStayFree && amounts.allSatisfy { $0 == 0 }
                return problem.limits.isEmpty || isNothing ? .exactly(amounts) : .atMost(amounts)
            }
            fill(problem) { side, vertex in
                change(gains.place(side, vertex), mayStayFree: !prepared.mustFill(side, vertex))
            } copies: { side, vertex in
                change(gains.copy(side, vertex), mayStayFree: true)
            }
        }
        if prices.fitsInt64 { appraise(Int64.self) } else { appraise(Int128.self) }
    }

    /// One more place at a vertex.
    package func place(_ side: VertexSide, _ vertex: Int) -> Change {
        places[side]?[vertex] ?? .impossible
    }

    /// One more vertex with the edges of an existing one, locked ones included, and one place.
    package func copy(_ side: VertexSide, _ vertex: Int) -> Change {
        copies[side]?[vertex] ?? .impossible
    }

    private mutating func fill(
        _ problem: AssignmentProblem, places place: (VertexSide, Int) -> Change,
        copies copy: (VertexSide, Int) -> Change
    ) {
        let sizes = [(VertexSide.left, problem.graph.leftCount), (.right, problem.graph.rightCount)]
        for (side, count) in sizes {
            let empty = ChangeTable(count: count, goalCount: problem.goals.count)
            var (placeTable, copyTable) = (empty, empty)
            for vertex in 0..<count {
                placeTable[vertex] = place(side, vertex)
                copyTable[vertex] = copy(side, vertex)
            }
            places[side] = placeTable
            copies[side] = copyTable
        }
    }
}

/// The gains by shortest paths, as codes.
private struct ResidualGains<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private let residual: Residual<Code>
    private let prepared: PreparedProblem
    private let toHub: HubDistances<Code>
    private let fromHub: HubDistances<Code>

    init(_ residual: Residual<Code>, _ prepared: PreparedProblem) {
        self.residual = residual
        self.prepared = prepared
        toHub = HubDistances(residual, .toHub)
        fromHub = HubDistances(residual, .fromHub)
    }

    /// One more place; `nil` where it must be filled and cannot be.
    func place(_ side: VertexSide, _ vertex: Int) -> Code? {
        let (price, distance) =
            side == .left
            ? (residual.left[vertex], toHub.left[vertex]) : (residual.right[vertex], fromHub.right[vertex])
        if prepared.mustFill(side, vertex) {
            return distance < Residual<Code>.unreachable ? price - distance : nil
        }
        return max(0, price - distance)
    }

    /// One more vertex with the same edges.
    func copy(_ side: VertexSide, _ vertex: Int) -> Code {
        var gain: Code = 0
        for edge in residual.graph.edges(of: side, vertex) {
            let (tail, head) = (residual.graph.left(of: edge), residual.graph.right(of: edge))
            let reduced = residual.reducedCosts[edge]
            // c_e − p_j = u_i − r_e, and c_e − u_i = p_j − r_e.
            gain = max(
                gain,
                side == .left
                    ? residual.left[tail] - reduced - toHub.right[head]
                    : residual.right[head] - reduced - fromHub.left[tail])
        }
        return gain
    }
}

extension PreparedProblem {
    /// Whether a vertex must be filled.
    func mustFill(_ side: VertexSide, _ vertex: Int) -> Bool {
        side == .left ? mustFillLeft[vertex] : mustFillRight[vertex]
    }
}
