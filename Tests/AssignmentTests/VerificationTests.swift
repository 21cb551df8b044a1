import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite struct VerificationTests {
    /// A solution with every kind of multiplier: the problems of some seeds, with limits among them.
    private func solved(_ seeds: ClosedRange<UInt64>) throws -> [(AssignmentProblem, MatchSolution)] {
        let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
        return try seeds.compactMap { seed in
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            return solver.solve(problem).solution.map { (problem, $0) }
        }
    }

    @Test("every single edge dropped, added or exchanged for its neighbour is found")
    func corruptEdges() throws {
        var count = 0
        for (problem, solution) in try solved(0...200) {
            var corrupted: [[Int]] = solution.edges.indices.flatMap { position in
                var (dropped, next, previous) = (solution.edges, solution.edges, solution.edges)
                dropped.remove(at: position)
                next[position] += 1
                previous[position] -= 1
                return [dropped, next, previous]
            }
            for edge in 0..<problem.graph.edgeCount where !solution.edges.contains(edge) {
                corrupted.append((solution.edges + [edge]).sorted())
            }
            for edges in corrupted {
                var copy = solution
                copy.edges = edges
                #expect(!verify(copy, problem).isEmpty)
                count += 1
            }
        }
        #expect(count > 1_000)
    }

    @Test("every multiplier, bound, value, scale, total and gap changed by one unit is found")
    func corruptProofs() throws {
        var count = 0
        for (problem, solution) in try solved(0...200) {
            for goal in problem.goals.indices {
                for change: Int128 in [-1, 1] {
                    for proof in corruptions(of: solution.certificate.goals[goal], by: change) {
                        var copy = solution
                        copy.certificate.goals[goal] = proof
                        #expect(!verify(copy, problem).isEmpty, "goal \(goal): \(proof)")
                        count += 1
                    }
                    var copy = solution
                    copy.goalValues[goal] += Int(change)
                    #expect(!verify(copy, problem).isEmpty)
                    copy = solution
                    copy.certificate.edgeTotal += change
                    #expect(!verify(copy, problem).isEmpty)
                }
            }
        }
        #expect(count > 5_000)
    }

    private func corruptions(of proof: GoalProof, by change: Int128) -> [GoalProof] {
        var result: [GoalProof] = []
        func corrupt(_ body: (inout GoalProof) -> Void) {
            var copy = proof
            body(&copy)
            result.append(copy)
        }
        for path in [\GoalProof.left, \.right, \.limits, \.held] {
            for index in proof[keyPath: path].indices { corrupt { $0[keyPath: path][index] += change } }
        }
        for path in [\GoalProof.scale, \.dualValue, \.multiplierTotal] {
            corrupt { $0[keyPath: path] += change }
        }
        for path in [\GoalProof.value, \.bound] { corrupt { $0[keyPath: path] += Int(change) } }
        switch proof.method {
        case .duals:
            corrupt { $0.method = .open(gap: 1) }
            corrupt { $0.method = .branchAndBound(kernelEdges: 0, gap: 1) }
        case .branchAndBound(let kernel, let gap):
            corrupt { $0.method = .duals }
            corrupt { $0.method = .branchAndBound(kernelEdges: kernel + Int(change), gap: gap) }
            corrupt { $0.method = .branchAndBound(kernelEdges: kernel, gap: gap + Int(change)) }
        case .open(let gap):
            corrupt { $0.method = .open(gap: gap + Int(change)) }
        }
        return result
    }

    /// One left vertex of capacity 1, two right ones; weights 2 and 3, so the best choice is edge 1.
    private func tiny() throws -> (AssignmentProblem, MatchSolution) {
        let problem = try AssignmentProblem(
            graph: BipartiteGraph(leftCount: 1, rightCount: 2, edges: [(0, 0), (0, 1)]), leftCapacities: [1],
            rightCapacities: [1, 1], goals: [Goal(name: "fit", weights: [2, 3])])
        // u = 3: no edge is worth more than that, and the sum 1 · 3 is the bound.
        let proof = GoalProof(
            value: 3, bound: 3, scale: 1, left: [3], right: [0, 0], limits: [], held: [], dualValue: 3,
            method: .duals)
        return (
            problem,
            MatchSolution(edges: [1], goalValues: [3], certificate: Certificate(goals: [proof], edgeTotal: 2))
        )
    }

    @Test("a proof written by hand is accepted")
    func handMade() throws {
        let (problem, solution) = try tiny()
        #expect(verify(solution, problem).isEmpty)
    }

    @Test("both edges of a full vertex are too many, and a worse edge does not reach the bound")
    func handMadeWrong() throws {
        let (problem, honest) = try tiny()
        var solution = honest
        solution.edges = [0, 1]
        solution.certificate.edgeTotal = 3
        #expect(verify(solution, problem) == [.overCapacity(.left, vertex: 0, used: 2, capacity: 1)])
        solution.edges = [0]
        solution.certificate.edgeTotal = 1
        solution.goalValues = [2]
        solution.certificate.goals[0].value = 2
        #expect(verify(solution, problem) == [.methodUnsupported(goal: 0)])
    }

    @Test("a negative price proves nothing, and says where it is")
    func wrongSign() throws {
        let (problem, honest) = try tiny()
        var solution = honest
        solution.certificate.goals[0].right[0] = -1
        #expect(verify(solution, problem).contains(.wrongSign(goal: 0, multiplier: "right", index: 0)))
    }

    @Test("multipliers that leave 128 bits are reported, not trapped on")
    func overflow() throws {
        let (problem, honest) = try tiny()
        var solution = honest
        solution.certificate.goals[0].left[0] = .max
        #expect(verify(solution, problem).contains(.overflow(goal: 0)))
    }

    @Test("a proof with too few multipliers or for too few goals is malformed")
    func malformed() throws {
        let (problem, honest) = try tiny()
        var solution = honest
        solution.certificate.goals[0].right = [0]
        #expect(verify(solution, problem) == [.malformedProof(goal: 0)])
        solution.certificate.goals = []
        #expect(verify(solution, problem) == [.wrongGoalCount])
    }

    @Test(
        "in complete graphs, where whole rows are passed over, D is still the sum over all edges",
        arguments: [1, 3])
    func completeGraphs(scale: Int) throws {
        let graph = try BipartiteGraph(
            leftCount: 5, rightCount: 4, edges: (0..<20).map { (left: $0 / 4, right: $0 % 4) })
        for seed in UInt64(0)..<200 {
            var random = SplitMix64(seed: seed)
            let weights = (0..<20).map { _ in random.number(in: -9...9) }
            let sense: Goal.Sense = random.once(in: 2) ? .maximise : .minimise
            let sign = sense == .maximise ? 1 : -1
            let left = (0..<5).map { _ in random.number(in: 0...20) }
            let right = (0..<4).map { _ in random.number(in: 0...20) }
            let problem = try AssignmentProblem(
                graph: graph, leftCapacities: [1, 1, 1, 1, 1], rightCapacities: [1, 1, 1, 1],
                goals: [Goal(name: "fit", weights: weights, sense: sense)])
            let excess = weights.indices.map { sign * scale * weights[$0] - left[$0 / 4] - right[$0 % 4] }
            let total = (left + right + excess.filter { $0 > 0 }).reduce(0, +)
            let bound = Int((Double(total) / Double(scale)).rounded(.down))
            func findings(_ stated: Int) -> [VerificationFinding] {
                let proof = GoalProof(
                    value: weights[0], bound: sign * bound, scale: Int128(scale),
                    left: left.map { Int128($0) },
                    right: right.map { Int128($0) }, limits: [], held: [], dualValue: Int128(stated),
                    method: .open(gap: bound - sign * weights[0]))
                return verify(
                    MatchSolution(
                        edges: [0], goalValues: [weights[0]],
                        certificate: Certificate(goals: [proof], edgeTotal: 1)),
                    problem)
            }
            #expect(findings(total).isEmpty, "seed \(seed): \(findings(total))")
            #expect(findings(total - 1).count == 1 && findings(total + 1).count == 1, "seed \(seed)")
        }
    }
}
