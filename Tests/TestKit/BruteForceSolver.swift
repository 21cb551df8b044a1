package import Assignment

/// Tries every choice of edges that fits the capacities: the oracle for small problems.
///
/// - Complexity: exponential; meant for at most about 20 edges.
package struct BruteForceSolver: AssignmentSolver {
    package init() {}

    package func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
        var search = Search(problem)
        search.branch(at: 0)
        guard let edges = search.best else {
            return AssignmentOutcome(
                termination: .infeasible, claim: .none, words: ["every choice was tried"])
        }
        let values = problem.goals.map { goal in edges.reduce(0) { $0 + goal.weights[$1] } }
        let proofs = problem.goals.indices.map { Self.proof(of: $0, value: values[$0], problem) }
        let total = edges.reduce(Int128(0)) { $0 + Int128($1) + 1 }
        return AssignmentOutcome(
            termination: .optimal, claim: .provenOptimal, words: ["every choice was tried"],
            solution: MatchSolution(
                edges: edges, goalValues: values, certificate: Certificate(goals: proofs, edgeTotal: total)))
    }

    /// Multipliers of 0 bound a goal by the sum of its useful weights; trying all choices closes the rest.
    private static func proof(of goal: Int, value: Int, _ problem: AssignmentProblem) -> GoalProof {
        let sign = problem.goals[goal].sense == .maximise ? 1 : -1
        let weights = problem.goals[goal].weights
        let locked = Set(problem.locked)
        let bound = weights.indices.reduce(0) { sum, edge in
            sum + (locked.contains(edge) ? sign * weights[edge] : max(0, sign * weights[edge]))
        }
        let kernel = weights.indices.count { edge in
            !locked.contains(edge) && bound - abs(weights[edge]) >= sign * value + 1
        }
        let gap = bound - sign * value
        return GoalProof(
            value: value, bound: sign * bound, scale: 1,
            left: .init(repeating: 0, count: problem.graph.leftCount),
            right: .init(repeating: 0, count: problem.graph.rightCount),
            limits: .init(repeating: 0, count: problem.limits.count), held: .init(repeating: 0, count: goal),
            dualValue: Int128(bound),
            method: gap == 0 ? .duals : .branchAndBound(kernelEdges: kernel, gap: gap))
    }

    /// Depth-first over the edges in their order; the first of equally good choices stays.
    private struct Search {
        let problem: AssignmentProblem
        let locked: Set<Int>
        var left: [Int]
        var right: [Int]
        var chosen: [Int] = []
        var best: [Int]?
        var bestValues: [Int] = []

        init(_ problem: AssignmentProblem) {
            self.problem = problem
            locked = Set(problem.locked)
            left = problem.leftCapacities
            right = problem.rightCapacities
        }

        mutating func branch(at edge: Int) {
            guard edge < problem.graph.edgeCount else { return judge() }
            let (tail, head) = (problem.graph.left(of: edge), problem.graph.right(of: edge))
            if left[tail] > 0, right[head] > 0 {
                left[tail] -= 1
                right[head] -= 1
                chosen.append(edge)
                branch(at: edge + 1)
                chosen.removeLast()
                left[tail] += 1
                right[head] += 1
            }
            if !locked.contains(edge) { branch(at: edge + 1) }
        }

        mutating func judge() {
            guard problem.mustFillLeft.allSatisfy({ left[$0] == 0 }),
                problem.mustFillRight.allSatisfy({ right[$0] == 0 })
            else { return }
            for limit in problem.limits {
                let sum = limit.terms.reduce(0) { chosen.contains($1.edge) ? $0 + $1.coefficient : $0 }
                if let lower = limit.lower, sum < lower { return }
                if let upper = limit.upper, sum > upper { return }
            }
            let values = problem.goals.map { goal in
                chosen.reduce(0) { $0 + (goal.sense == .maximise ? 1 : -1) * goal.weights[$1] }
            }
            if best == nil || bestValues.lexicographicallyPrecedes(values) {
                best = chosen
                bestValues = values
            }
        }
    }
}
