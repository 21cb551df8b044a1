import Assignment
import GLPKSolver
import TestKit
import Testing

/// Forgeries that keep their own books straight: control totals and stated numbers fit, the claim is false.
@Suite struct ForgedProofTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    private func solved(_ seeds: Range<UInt64>) throws -> [(problem: AssignmentProblem, best: MatchSolution)]
    {
        try seeds.compactMap { seed in
            var generator = ProblemGenerator(seed: seed)
            let problem = try seed % 2 == 0 ? generator.small() : generator.binding()
            return solver.solve(problem).solution.map { (problem, $0) }
        }
    }

    /// The solution of other edges, with values and control total as these edges give them.
    private func restated(
        _ solution: MatchSolution, edges: [Int], _ problem: AssignmentProblem
    ) -> MatchSolution {
        var copy = solution
        copy.edges = edges
        copy.certificate.edgeTotal = edges.reduce(0) { $0 + Int128($1) + 1 }
        copy.goalValues = problem.goals.map { goal in edges.reduce(0) { $0 + goal.weights[$1] } }
        for (goal, value) in copy.goalValues.enumerated() { copy.certificate.goals[goal].value = value }
        return copy
    }

    private func isWorse(_ values: [Int], than best: [Int], _ problem: AssignmentProblem) -> Bool {
        func oriented(_ values: [Int]) -> [Int] {
            zip(values, problem.goals).map { $1.sense == .maximise ? $0 : -$0 }
        }
        return oriented(values).lexicographicallyPrecedes(oriented(best))
    }

    @Test("every chosen edge exchanged for every other one, with honest totals, is found or is as good")
    func exchangedEdges() throws {
        var count = 0
        for (problem, best) in try solved(0..<150) {
            for position in best.edges.indices {
                for other in 0..<problem.graph.edgeCount where !best.edges.contains(other) {
                    var edges = best.edges
                    edges[position] = other
                    let forged = restated(best, edges: edges.sorted(), problem)
                    guard verify(forged, problem).isEmpty else {
                        count += 1
                        continue
                    }
                    #expect(!isWorse(forged.goalValues, than: best.goalValues, problem))
                }
            }
        }
        #expect(count > 1_000)
    }

    @Test("no choice of multipliers one unit away proves a choice best that is not")
    func worseChoices() throws {
        var count = 0
        for (problem, best) in try solved(0..<150) {
            for position in best.edges.indices {
                var edges = best.edges
                edges.remove(at: position)
                let worse = restated(best, edges: edges, problem)
                guard isWorse(worse.goalValues, than: best.goalValues, problem) else { continue }
                let goal = zip(worse.goalValues, best.goalValues).prefix { $0 == $1 }.count
                for forged in forgeries(of: worse, goal: goal) {
                    #expect(!verify(forged, problem).isEmpty)
                    count += 1
                }
            }
        }
        #expect(count > 2_000)
    }

    /// The proof of a goal with every multiplier moved by one, said to be tight; books kept straight.
    private func forgeries(of solution: MatchSolution, goal: Int) -> [MatchSolution] {
        var result: [MatchSolution] = []
        func forge(_ change: Int128, _ body: (inout GoalProof) -> Void) {
            var copy = solution
            body(&copy.certificate.goals[goal])
            copy.certificate.goals[goal].multiplierTotal += change
            copy.certificate.goals[goal].method = .duals
            copy.certificate.goals[goal].bound = solution.goalValues[goal]
            result.append(copy)
        }
        forge(0) { _ in }
        let proof = solution.certificate.goals[goal]
        for path in [\GoalProof.left, \.right, \.limits] {
            for index in proof[keyPath: path].indices {
                for change: Int128 in [-1, 1] {
                    forge(change) {
                        $0[keyPath: path][index] += change
                        $0.dualValue += change
                    }
                    forge(change) { $0[keyPath: path][index] += change }
                }
            }
        }
        return result
    }

    @Test("a proof is of its problem alone: one unit on a chosen weight, or one place less, is found")
    func otherProblem() throws {
        var count = 0
        for (problem, best) in try solved(0..<150) {
            for edge in best.edges {
                var draft = ProblemDraft(problem)
                draft.edges[edge].weights[0] += 1
                #expect(!verify(best, try draft.problem()).isEmpty)
                count += 1
            }
            for vertex in 0..<problem.graph.leftCount {
                let used = best.edges.count { problem.graph.left(of: $0) == vertex }
                guard used == problem.leftCapacities[vertex], used > 0, problem.locked.isEmpty else {
                    continue
                }
                var draft = ProblemDraft(problem)
                draft.leftCapacities[vertex] -= 1
                #expect(!verify(best, try draft.problem()).isEmpty)
                count += 1
            }
        }
        #expect(count > 200)
    }

    @Test("a bound on a limit one unit too tight for the choice is found")
    func tighterLimits() throws {
        var count = 0
        for (problem, best) in try solved(0..<400) {
            for (index, limit) in problem.limits.enumerated() {
                let sum = limit.terms.reduce(0) { best.edges.contains($1.edge) ? $0 + $1.coefficient : $0 }
                for (lower, upper) in [(nil, sum - 1), (sum + 1, nil)] {
                    var draft = ProblemDraft(problem)
                    draft.limits[index].lower = lower
                    draft.limits[index].upper = upper
                    #expect(
                        verify(best, try draft.problem()).contains(.limitBroken(limit: index, sum: sum)))
                    count += 1
                }
            }
        }
        #expect(count > 400)
    }

    @Test("an open goal's gap must be what bound and value leave, to the unit")
    func openGaps() throws {
        var count = 0
        for seed in UInt64(0)..<400 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.binding()
            let impatient = CertifiedAssignmentSolver(programSolver: OneIntegerProgram())
            guard let solution = impatient.solve(problem).solution else { continue }
            for (goal, proof) in solution.certificate.goals.enumerated() {
                guard case .open(let gap) = proof.method else { continue }
                for method: GoalProof.Method in [.open(gap: gap - 1), .open(gap: gap + 1), .duals] {
                    var forged = solution
                    forged.certificate.goals[goal].method = method
                    #expect(verify(forged, problem) == [.methodUnsupported(goal: goal)])
                    count += 1
                }
            }
        }
        #expect(count > 50)
    }
}
