/// A problem with its locked edges taken out of capacities and limits, every goal oriented so that more is
/// better, and the limits indexed by edge.
package struct PreparedProblem: Sendable {
    let problem: AssignmentProblem
    /// What the locked edges leave of a_i.
    let leftCapacities: [Int]
    /// What the locked edges leave of b_j.
    let rightCapacities: [Int]
    /// What the locked edges leave of every limit's bounds.
    let limitRows: [IntegerProgram.Row]
    /// Σ ŵ^k over the locked edges, by goal.
    let lockedValues: [Int]
    let isLocked: LockedEdges
    let mustFillLeft: [Bool]
    let mustFillRight: [Bool]
    /// Edge e has the limit terms `termStarts[e] ..< termStarts[e + 1]`; empty without limits.
    let termStarts: [Int32]
    let termLimits: [Int32]
    let termCoefficients: [Int]
    private let signs: [Int]

    package init(_ problem: AssignmentProblem) {
        self.problem = problem
        let graph = problem.graph
        signs = problem.goals.map(\.sign)
        var left = problem.leftCapacities
        var right = problem.rightCapacities
        let locked = LockedEdges(problem.locked, of: graph)
        for edge in problem.locked {
            left[graph.left(of: edge)] -= 1
            right[graph.right(of: edge)] -= 1
        }
        leftCapacities = left
        rightCapacities = right
        isLocked = locked
        mustFillLeft = Self.flags(problem.mustFillLeft, count: graph.leftCount)
        mustFillRight = Self.flags(problem.mustFillRight, count: graph.rightCount)
        lockedValues = problem.goals.map { goal in
            problem.locked.reduce(0) { $0 + goal.sign * goal.weights[$1] }
        }
        limitRows = problem.limits.map { limit in
            let fixed = limit.terms.reduce(0) { locked[$1.edge] ? $0 + $1.coefficient : $0 }
            return IntegerProgram.Row(
                lower: limit.lower.map { $0 - fixed }, upper: limit.upper.map { $0 - fixed })
        }

        guard !problem.limits.isEmpty else {
            (termStarts, termLimits, termCoefficients) = ([], [], [])
            return
        }
        var starts = [Int32](repeating: 0, count: graph.edgeCount + 1)
        for limit in problem.limits { for term in limit.terms { starts[term.edge + 1] += 1 } }
        for edge in 0..<graph.edgeCount { starts[edge + 1] += starts[edge] }
        let count = Int(starts[graph.edgeCount])
        var limits = [Int32](repeating: 0, count: count)
        var coefficients = [Int](repeating: 0, count: count)
        var next = starts
        for (index, limit) in problem.limits.enumerated() {
            for term in limit.terms {
                limits[Int(next[term.edge])] = Int32(index)
                coefficients[Int(next[term.edge])] = term.coefficient
                next[term.edge] += 1
            }
        }
        termStarts = starts
        termLimits = limits
        termCoefficients = coefficients
    }

    var graph: BipartiteGraph { problem.graph }
    var goalCount: Int { problem.goals.count }

    /// ŵ^k_e: to be maximised, whatever the goal's sense.
    package func weight(_ goal: Int, _ edge: Int) -> Int { signs[goal] * problem.goals[goal].weights[edge] }

    /// A value in a goal's own sense from an oriented one, and the other way round.
    func reoriented(_ value: Int, goal: Int) -> Int { signs[goal] * value }

    /// The limit terms of an edge, as positions in `termLimits` and `termCoefficients`.
    func terms(of edge: Int) -> Range<Int> {
        termStarts.isEmpty ? 0..<0 : Int(termStarts[edge])..<Int(termStarts[edge + 1])
    }

    /// Σ ŵ^k over the locked edges and some more.
    func value(_ goal: Int, of edges: [Int]) -> Int {
        edges.reduce(lockedValues[goal]) { $0 + weight(goal, $1) }
    }

    /// Whether the locked edges and some more keep every limit.
    func limitsHold(with edges: [Int]) -> Bool {
        zip(limitSums(of: edges), limitRows).allSatisfy { sum, row in
            (row.lower.map { $0 <= sum } ?? true) && (row.upper.map { sum <= $0 } ?? true)
        }
    }

    /// The sum of every limit over some edges, the locked ones not counted.
    func limitSums(of edges: [Int]) -> [Int] {
        var sums = [Int](repeating: 0, count: limitRows.count)
        for edge in edges {
            for term in terms(of: edge) { sums[Int(termLimits[term])] += termCoefficients[term] }
        }
        return sums
    }

    /// Which of so many numbers are among some.
    static func flags(_ indices: [Int], count: Int) -> [Bool] {
        var flags = [Bool](repeating: false, count: count)
        for index in indices { flags[index] = true }
        return flags
    }
}
