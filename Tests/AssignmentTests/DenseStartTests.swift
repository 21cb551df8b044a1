import Assignment
import GLPKSolver
import TestKit
import Testing

/// Complete graphs, where everybody knows everybody, against the auction and the plain shortest augmenting paths.
@Suite struct DenseStartTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    private func problem(
        _ left: Int, _ right: Int, cost: (_ left: Int, _ right: Int) -> Int, isLeast: Bool = false
    ) throws -> AssignmentProblem {
        let edges = (0..<left).flatMap { i in (0..<right).map { (left: i, right: $0) } }
        let weights = edges.map { cost($0.left, $0.right) }
        return try AssignmentProblem(
            graph: try BipartiteGraph(leftCount: left, rightCount: right, edges: edges),
            leftCapacities: .init(repeating: 1, count: left),
            rightCapacities: .init(repeating: 1, count: right),
            goals: [Goal(name: "goal", weights: weights, sense: isLeast ? .minimise : .maximise)],
            mustFillLeft: isLeast ? Array(0..<left) : [])
    }

    /// Solves, and compares value, proof and, where the weights are to be maximised, prices with the auction's.
    private func check(_ problem: AssignmentProblem, _ comment: Comment? = nil) throws {
        let goal = problem.goals[0]
        let solution = try #require(solver.solve(problem).solution, comment)
        let cover = problem.mustFillLeft.isEmpty ? 0 : Int64(1) << 50
        let sign: Int64 = goal.sense == .maximise ? 1 : -1
        let costs = goal.weights.map { cover + sign * Int64($0) }
        let (graph, left, right) = (problem.graph, problem.leftCapacities, problem.rightCapacities)
        let plain = ShortestAugmentingPaths(
            graph: graph, costs: costs, leftCapacities: left, rightCapacities: right
        ).run()
        #expect(solution.goalValues == [plain.edges.reduce(0) { $0 + goal.weights[$1] }], comment)
        #expect(verify(solution, problem).isEmpty, comment)
        let auction = AuctionStart(graph: graph, costs: costs, leftCapacities: left, rightCapacities: right)
        #expect(solution.certificate.goals[0].right == auction.run().right.map { Int128($0) }, comment)
    }

    @Test(
        "1,500 random problems up to 20 x 24, from all tied to all different: value, proof and least prices")
    func random() throws {
        for seed in UInt64(0)..<1_500 {
            var random = SplitMix64(seed: seed)
            let left = random.number(in: 1...20)
            let right = left + (random.once(in: 2) ? 0 : random.number(in: 1...4))
            let range = [0...0, 0...1, 0...9, 5...1_000, 0...1 << 26, 1 << 40...(1 << 40) + 99, -50...50][
                random.number(in: 0...6)]
            let costs = (0..<left * right).map { _ in random.number(in: range) }
            try check(
                problem(left, right, cost: { costs[$0 * right + $1] }, isLeast: random.once(in: 2)),
                "seed \(seed)")
        }
    }

    @Test("more people on the left than on the right is left to the auction")
    func moreLeft() throws {
        for seed in UInt64(0)..<50 {
            var random = SplitMix64(seed: seed)
            let costs = (0..<63).map { _ in random.number(in: 0...20) }
            try check(problem(9, 7, cost: { costs[$0 * 7 + $1] }), "seed \(seed)")
        }
    }

    @Test("products, the hardest costs there are: every row wants the same columns in the same order")
    func products() throws {
        try check(problem(60, 60, cost: { ($0 + 1) * ($1 + 1) }, isLeast: true))
        try check(problem(60, 60, cost: { ($0 + 1) * ($1 + 1) }))
        try check(problem(40, 55, cost: { ($0 + 1) * (55 - $1) }))
    }

    @Test("weights too far apart for 32 bits are left to the auction, with the same answer")
    func wide() throws {
        for top in [(1 << 26) - 1, 1 << 26, (1 << 26) + 1, 1 << 31, 1 << 40] {
            var random = SplitMix64(seed: 3)
            let costs = (0..<400).map { _ in random.number(in: 0...top) }
            try check(problem(20, 20, cost: { $0 + $1 == 0 ? 0 : $0 + $1 == 38 ? top : costs[$0 * 20 + $1] }))
        }
    }

    @Test("two goals in one code: most pairs, then the best fit")
    func twoGoals() throws {
        var random = SplitMix64(seed: 4)
        for size in [1, 7, 8, 9, 33] {
            let one = try problem(size, size, cost: { _, _ in random.number(in: 0...500) })
            let weights = one.goals[0].weights
            let both = try one.with(goals: [
                Goal(name: "pairs", weights: .constant(1, count: weights.count)), one.goals[0],
            ])
            let solution = try #require(solver.solve(both).solution)
            let alone = try #require(solver.solve(one).solution)
            #expect(solution.goalValues == [size] + alone.goalValues)
            #expect(verify(solution, both).isEmpty)
        }
    }

    @Test("300 x 300: every row is gone through a few times, and no more often where one pair is missing")
    func scans() throws {
        var random = SplitMix64(seed: 5)
        let dense = try problem(300, 300, cost: { _, _ in random.number(in: 0...10_000) }, isLeast: true)
        let statistics = solver.solve(dense).statistics
        #expect(statistics.scannedEdges > 2 * 90_000 && statistics.scannedEdges < 15 * 90_000)
        // Without one pair the graph is not complete, and a core of it is enough.
        let sparse = try dense.without(edge: 7)
        #expect(solver.solve(sparse).statistics.scannedEdges < statistics.scannedEdges)
    }
}
