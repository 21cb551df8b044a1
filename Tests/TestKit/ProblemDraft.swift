package import Assignment

/// A problem whose parts can be changed, for tests that ask what a change does to the optimum.
///
/// Edges are numbered by their position here, in any order; `problem()` sorts them and renumbers everything.
package struct ProblemDraft {
    /// An edge, its weight in every goal and its coefficient in every limit, `nil` where it has no term.
    package struct Edge {
        package var left: Int
        package var right: Int
        package var weights: [Int]
        package var coefficients: [Int?]
        package var isLocked: Bool

        package init(left: Int, right: Int, weights: [Int], coefficients: [Int?], isLocked: Bool = false) {
            self.left = left
            self.right = right
            self.weights = weights
            self.coefficients = coefficients
            self.isLocked = isLocked
        }
    }

    package var edges: [Edge]
    package var leftCapacities: [Int]
    package var rightCapacities: [Int]
    /// Name and direction of every goal.
    package var goals: [(name: String, sense: Goal.Sense)]
    /// Name and bounds of every limit.
    package var limits: [(name: String, lower: Int?, upper: Int?)]
    package var mustFillLeft: [Int]
    package var mustFillRight: [Int]

    package init(_ problem: AssignmentProblem) {
        let graph = problem.graph
        let locked = Set(problem.locked)
        edges = (0..<graph.edgeCount).map { edge in
            Edge(
                left: graph.left(of: edge), right: graph.right(of: edge),
                weights: problem.goals.map { $0.weights[edge] },
                coefficients: problem.limits.map { $0.terms.first { $0.edge == edge }?.coefficient },
                isLocked: locked.contains(edge))
        }
        leftCapacities = problem.leftCapacities
        rightCapacities = problem.rightCapacities
        goals = problem.goals.map { ($0.name, $0.sense) }
        limits = problem.limits.map { ($0.name, $0.lower, $0.upper) }
        mustFillLeft = problem.mustFillLeft
        mustFillRight = problem.mustFillRight
    }

    /// The problem as it stands.
    package func problem() throws -> AssignmentProblem {
        let sorted = edges.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        let graph = try BipartiteGraph(
            leftCount: leftCapacities.count, rightCount: rightCapacities.count,
            edges: sorted.map { ($0.left, $0.right) })
        return try AssignmentProblem(
            graph: graph, leftCapacities: leftCapacities, rightCapacities: rightCapacities,
            goals: goals.indices.map { goal in
                Goal(
                    name: goals[goal].name, weights: sorted.map { $0.weights[goal] }, sense: goals[goal].sense
                )
            },
            limits: limits.indices.map { limit in
                let terms = sorted.enumerated().compactMap { edge, contents in
                    contents.coefficients[limit].map { Limit.Term(edge: edge, coefficient: $0) }
                }
                return Limit(
                    name: limits[limit].name, terms: terms, atLeast: limits[limit].lower,
                    atMost: limits[limit].upper)
            },
            locked: sorted.indices.filter { sorted[$0].isLocked }, mustFillLeft: mustFillLeft,
            mustFillRight: mustFillRight)
    }

    /// Gives every vertex the number at its place of a list.
    package mutating func renumber(left: [Int], right: [Int]) {
        for edge in edges.indices {
            edges[edge].left = left[edges[edge].left]
            edges[edge].right = right[edges[edge].right]
        }
        leftCapacities = moved(leftCapacities, to: left)
        rightCapacities = moved(rightCapacities, to: right)
        mustFillLeft = mustFillLeft.map { left[$0] }
        mustFillRight = mustFillRight.map { right[$0] }
    }

    /// Makes left right and right left.
    package mutating func swapSides() {
        for edge in edges.indices {
            let left = edges[edge].left
            edges[edge].left = edges[edge].right
            edges[edge].right = left
        }
        swap(&leftCapacities, &rightCapacities)
        swap(&mustFillLeft, &mustFillRight)
    }

    private func moved(_ values: [Int], to places: [Int]) -> [Int] {
        var result = values
        for (value, place) in zip(values, places) { result[place] = value }
        return result
    }
}
