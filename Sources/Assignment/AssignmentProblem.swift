/// Everything needed to solve: weighted bipartite b-matching with limits and goals in order.
///
/// Immutable, and validated once, here; a solver may rely on every statement below.
///
///     lexicographically best  Σ_e w^1_e x_e, Σ_e w^2_e x_e, …      x_e ∈ {0, 1}
///     Σ_{e at i} x_e ≤ a_i (left),   Σ_{e at j} x_e ≤ b_j (right)
///     lower_l ≤ Σ_e coefficient_{l,e} x_e ≤ upper_l
///     x_e = 1 for locked edges;   equality at the vertices that must be filled
///
/// A forbidden pair is simply not an edge. The caller numbers vertices in the order of its ids: solvers are
/// deterministic, so the same problem gives the same edges.
package struct AssignmentProblem: Sendable {
    /// Who could be paired with whom.
    package let graph: BipartiteGraph
    /// a_i, indexed by left vertex.
    package let leftCapacities: [Int]
    /// b_j, indexed by right vertex.
    package let rightCapacities: [Int]
    /// At least one, most important first.
    package let goals: [Goal]
    /// Bounds on many edges together.
    package let limits: [Limit]
    /// Edges that must be chosen, ascending.
    package let locked: [Int]
    /// Left vertices that must be filled to capacity, ascending.
    package let mustFillLeft: [Int]
    /// Right vertices that must be filled to capacity, ascending.
    package let mustFillRight: [Int]

    /// The largest sum of absolute weights, coefficients or bounds that a double represents exactly.
    static let largestExactSum = 1 << 53

    /// Validates and keeps the problem.
    ///
    /// - Throws: `AssignmentProblemError`, the first thing found to be wrong.
    /// - Complexity: O(|L| + |R| + goals · |E| + limit terms).
    package init(
        graph: BipartiteGraph, leftCapacities: [Int], rightCapacities: [Int], goals: [Goal],
        limits: [Limit] = [], locked: [Int] = [], mustFillLeft: [Int] = [], mustFillRight: [Int] = []
    ) throws(AssignmentProblemError) {
        self.graph = graph
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.goals = goals
        self.limits = limits
        self.locked = locked.sorted()
        self.mustFillLeft = mustFillLeft.sorted()
        self.mustFillRight = mustFillRight.sorted()
        try checkCapacities()
        try checkGoals()
        try checkLimits()
        try checkLocks()
        try checkMustFill()
        // The coding is the solver's business, but a goal that no solver can hold is refused here.
        guard GoalCoding(problem: self) == nil else { return }
        for (index, goal) in goals.enumerated()
        where GoalCoding(problem: self, goals: index..<(index + 1)) == nil {
            throw .goalTooLarge(goal: goal.name)
        }
    }

    private func checkCapacities() throws(AssignmentProblemError) {
        guard leftCapacities.count == graph.leftCount, rightCapacities.count == graph.rightCount else {
            throw .wrongCapacityCount
        }
        if let vertex = leftCapacities.firstIndex(where: { $0 < 0 }) {
            throw .negativeCapacity(.left, vertex: vertex)
        }
        if let vertex = rightCapacities.firstIndex(where: { $0 < 0 }) {
            throw .negativeCapacity(.right, vertex: vertex)
        }
    }

    private func checkGoals() throws(AssignmentProblemError) {
        guard !goals.isEmpty else { throw .noGoals }
        for goal in goals {
            guard goal.weights.count == graph.edgeCount else {
                throw .wrongWeightCount(goal: goal.name, expected: graph.edgeCount, found: goal.weights.count)
            }
            guard Self.sumIsExact(goal.weights) else { throw .weightsTooLarge(goal: goal.name) }
        }
    }

    private func checkLimits() throws(AssignmentProblemError) {
        guard !limits.isEmpty else { return }
        var lastSeen = [Int32](repeating: -1, count: graph.edgeCount)
        for (index, limit) in limits.enumerated() {
            guard limit.lower != nil || limit.upper != nil else { throw .unboundedLimit(limit.name) }
            if let lower = limit.lower, let upper = limit.upper, lower > upper {
                throw .crossedBounds(limit: limit.name, lower: lower, upper: upper)
            }
            for term in limit.terms {
                guard lastSeen.indices.contains(term.edge) else {
                    throw .edgeOutOfRange(term.edge, in: limit.name)
                }
                guard lastSeen[term.edge] != Int32(index) else {
                    throw .repeatedTerm(edge: term.edge, limit: limit.name)
                }
                lastSeen[term.edge] = Int32(index)
            }
            let bounds = [limit.lower, limit.upper].compactMap { $0 }
            guard Self.sumIsExact(limit.terms.lazy.map(\.coefficient)), Self.sumIsExact(bounds) else {
                throw .coefficientsTooLarge(limit: limit.name)
            }
        }
    }

    private func checkLocks() throws(AssignmentProblemError) {
        var usedLeft = [Int](repeating: 0, count: graph.leftCount)
        var usedRight = [Int](repeating: 0, count: graph.rightCount)
        for (position, edge) in locked.enumerated() {
            guard (0..<graph.edgeCount).contains(edge) else { throw .edgeOutOfRange(edge, in: "locked") }
            guard position == 0 || locked[position - 1] != edge else { throw .lockedTwice(edge: edge) }
            usedLeft[graph.left(of: edge)] += 1
            usedRight[graph.right(of: edge)] += 1
        }
        for (vertex, used) in usedLeft.enumerated() where used > leftCapacities[vertex] {
            throw .locksExceedCapacity(.left, vertex: vertex, locked: used, capacity: leftCapacities[vertex])
        }
        for (vertex, used) in usedRight.enumerated() where used > rightCapacities[vertex] {
            throw .locksExceedCapacity(
                .right, vertex: vertex, locked: used, capacity: rightCapacities[vertex])
        }
    }

    private func checkMustFill() throws(AssignmentProblemError) {
        for (side, vertices, count) in [
            (VertexSide.left, mustFillLeft, graph.leftCount), (.right, mustFillRight, graph.rightCount),
        ] {
            for (position, vertex) in vertices.enumerated() {
                guard (0..<count).contains(vertex) else { throw .vertexOutOfRange(side, vertex: vertex) }
                guard position == 0 || vertices[position - 1] != vertex else {
                    throw .mustFillTwice(side, vertex: vertex)
                }
            }
        }
    }

    private static func sumIsExact(_ weights: EdgeWeights) -> Bool {
        let (most, overflow) = weights.largestMagnitude.multipliedReportingOverflow(by: UInt(weights.count))
        if !overflow && most <= UInt(largestExactSum) { return true }
        return sumIsExact(Array(weights))
    }

    private static func sumIsExact(_ numbers: some Sequence<Int>) -> Bool {
        var total: UInt = 0
        for number in numbers {
            let (sum, overflow) = total.addingReportingOverflow(number.magnitude)
            if overflow || sum > UInt(largestExactSum) { return false }
            total = sum
        }
        return true
    }
}
