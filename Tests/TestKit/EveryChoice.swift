package import Assignment

/// The best values of a problem over all its choices of edges, with and without every edge: what sensitivities
/// are held against.
///
/// - Complexity: exponential; meant for at most about 20 edges.
package struct EveryChoice {
    /// The best values in the orientation in which more is better, or `nil` when nothing is allowed.
    package private(set) var best: [Int]?
    /// The same over the choices with an edge, indexed by edge.
    package private(set) var with: [[Int]?]
    /// The same over the choices without it.
    package private(set) var without: [[Int]?]
    private let problem: AssignmentProblem
    private let isLocked: [Bool]
    private var left: [Int]
    private var right: [Int]
    private var isChosen: [Bool]

    /// Tries every choice.
    package init(of problem: AssignmentProblem) {
        self.problem = problem
        let count = problem.graph.edgeCount
        (with, without) = (.init(repeating: nil, count: count), .init(repeating: nil, count: count))
        isLocked = (0..<count).map { problem.locked.contains($0) }
        isChosen = .init(repeating: false, count: count)
        left = problem.leftCapacities
        right = problem.rightCapacities
        branch(at: 0)
    }

    private mutating func branch(at edge: Int) {
        guard edge < isChosen.count else { return judge() }
        let (tail, head) = (problem.graph.left(of: edge), problem.graph.right(of: edge))
        if left[tail] > 0, right[head] > 0 {
            (left[tail], right[head], isChosen[edge]) = (left[tail] - 1, right[head] - 1, true)
            branch(at: edge + 1)
            (left[tail], right[head], isChosen[edge]) = (left[tail] + 1, right[head] + 1, false)
        }
        if !isLocked[edge] { branch(at: edge + 1) }
    }

    private mutating func judge() {
        guard problem.mustFillLeft.allSatisfy({ left[$0] == 0 }),
            problem.mustFillRight.allSatisfy({ right[$0] == 0 }), limitsHold
        else { return }
        let values = problem.goals.map { goal in
            let sign = goal.sense == .maximise ? 1 : -1
            return isChosen.indices.reduce(0) { isChosen[$1] ? $0 + sign * goal.weights[$1] : $0 }
        }
        Self.raise(&best, to: values)
        for edge in isChosen.indices {
            if isChosen[edge] {
                Self.raise(&with[edge], to: values)
            } else {
                Self.raise(&without[edge], to: values)
            }
        }
    }

    private var limitsHold: Bool {
        problem.limits.allSatisfy { limit in
            let sum = limit.terms.reduce(0) { isChosen[$1.edge] ? $0 + $1.coefficient : $0 }
            return sum >= limit.lower ?? sum && sum <= limit.upper ?? sum
        }
    }

    private static func raise(_ best: inout [Int]?, to values: [Int]) {
        if best?.lexicographicallyPrecedes(values) ?? true { best = values }
    }
}

extension AssignmentProblem {
    /// The same problem with parts replaced.
    package func with(
        leftCapacities: [Int]? = nil, rightCapacities: [Int]? = nil, goals: [Goal]? = nil,
        limits: [Limit]? = nil, locked: [Int]? = nil
    ) throws -> AssignmentProblem {
        try AssignmentProblem(
            graph: graph, leftCapacities: leftCapacities ?? self.leftCapacities,
            rightCapacities: rightCapacities ?? self.rightCapacities, goals: goals ?? self.goals,
            limits: limits ?? self.limits, locked: locked ?? self.locked, mustFillLeft: mustFillLeft,
            mustFillRight: mustFillRight)
    }

    /// The same problem without limits and without an edge that is not locked.
    package func without(edge removed: Int) throws -> AssignmentProblem {
        let kept = (0..<graph.edgeCount).filter { $0 != removed }
        return try AssignmentProblem(
            graph: BipartiteGraph(
                leftCount: graph.leftCount, rightCount: graph.rightCount,
                edges: kept.map { (graph.left(of: $0), graph.right(of: $0)) }),
            leftCapacities: leftCapacities, rightCapacities: rightCapacities,
            goals: goals.map { goal in
                Goal(name: goal.name, weights: kept.map { goal.weights[$0] }, sense: goal.sense)
            },
            locked: locked.map { $0 > removed ? $0 - 1 : $0 }, mustFillLeft: mustFillLeft,
            mustFillRight: mustFillRight)
    }

    /// The same problem with one more place at a vertex.
    package func withPlace(_ side: VertexSide, _ vertex: Int) throws -> AssignmentProblem {
        var (left, right) = (leftCapacities, rightCapacities)
        if side == .left { left[vertex] += 1 } else { right[vertex] += 1 }
        return try with(leftCapacities: left, rightCapacities: right)
    }

    /// The same problem with one more vertex at the end of a side, which has the edges of an existing one and
    /// one place that may stay free.
    package func withCopy(_ side: VertexSide, of vertex: Int) throws -> AssignmentProblem {
        var origins = (0..<graph.edgeCount).map { (graph.left(of: $0), graph.right(of: $0), $0) }
        for edge in 0..<graph.edgeCount {
            if side == .left, graph.left(of: edge) == vertex {
                origins.append((graph.leftCount, graph.right(of: edge), edge))
            } else if side == .right, graph.right(of: edge) == vertex {
                origins.append((graph.left(of: edge), graph.rightCount, edge))
            }
        }
        origins.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        let (more, moreRight) = side == .left ? (1, 0) : (0, 1)
        let enlarged = try BipartiteGraph(
            leftCount: graph.leftCount + more, rightCount: graph.rightCount + moreRight,
            edges: origins.map { ($0.0, $0.1) })
        let isOld = origins.map { $0.0 < graph.leftCount && $0.1 < graph.rightCount }
        return try AssignmentProblem(
            graph: enlarged, leftCapacities: leftCapacities + Array(repeating: 1, count: more),
            rightCapacities: rightCapacities + Array(repeating: 1, count: moreRight),
            goals: goals.map { goal in
                Goal(name: goal.name, weights: origins.map { goal.weights[$0.2] }, sense: goal.sense)
            },
            limits: limits.map { limit in
                let terms = limit.terms.flatMap { term in
                    origins.indices.filter { origins[$0].2 == term.edge }
                        .map { Limit.Term(edge: $0, coefficient: term.coefficient) }
                }
                return Limit(name: limit.name, terms: terms, atLeast: limit.lower, atMost: limit.upper)
            },
            locked: origins.indices.filter { isOld[$0] && locked.contains(origins[$0].2) },
            mustFillLeft: mustFillLeft, mustFillRight: mustFillRight)
    }
}
