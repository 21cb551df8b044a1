import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite("Smaller radices to begin with: never the last word")
struct CompactCodingTests {
    /// People on both sides with three edges, of which two have the given weights.
    private func problem(people: Int, _ weights: [(Int, Int)]) throws -> AssignmentProblem {
        let graph = try BipartiteGraph(
            leftCount: people, rightCount: people, edges: [(0, 0), (0, 1), (1, 0)])
        return try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: people),
            rightCapacities: .init(repeating: 1, count: people),
            goals: weights.enumerated().map {
                Goal(name: "goal \($0)", weights: [$1.0, $1.1, $1.0])
            })
    }

    @Test(
        "a unit counts four times what the later goals of one edge differ by, and pairs a path through everybody"
    )
    func radices() throws {
        // Fit differs by 3, so a day counts 12; days differ by 10, so an edge by 3 + 120; with 1,000 people on a side a
        // pair counts 16 · 1,001 · 123.
        let problem = try problem(people: 1_000, [(1, 1), (5, 15), (0, 3)])
        let coding = try #require(GoalCoding(problem: problem))
        let compact = try #require(CompactCoding(coding, of: problem))
        #expect(compact.radices == [16 * 1_001 * 123, 12, 1])
        // Digits are read to the nearest and written with the true radices.
        #expect(compact.expanded(2 * 12 - 1) == 2 * coding.radices[1] - 1)
        #expect(compact.expanded(compact.radices[0] - 12) == coding.radices[0] - coding.radices[1])
        #expect(compact.expanded(-12) == 0)
    }

    @Test("where one goal alone tells edges apart there is nothing to make smaller")
    func oneGoal() throws {
        let problem = try problem(people: 1_000, [(1, 1), (0, 3)])
        #expect(CompactCoding(try #require(GoalCoding(problem: problem)), of: problem) == nil)
    }

    @Test(
        "three goals among people with hundreds of candidates: proven over all edges, whatever their places")
    func threeGoals() throws {
        for seed in UInt64(0)..<6 {
            var random = SplitMix64(seed: seed)
            let (left, right) = (150, 120 + 20 * Int(seed % 3))
            var ends: [(left: Int, right: Int)] = []
            for i in 0..<left { for j in 0..<right where !random.once(in: 8) { ends.append((i, j)) } }
            let graph = try BipartiteGraph(leftCount: left, rightCount: right, edges: ends)
            let waits = (0..<left).map { _ in random.number(in: 3...240) }
            // Nobody has several places; some on the left; some on both sides; everybody on both sides.
            func places(_ count: Int, _ kind: Int) -> [Int] {
                (0..<count).map { _ in kind == 2 ? 2 : kind == 1 && random.once(in: 12) ? 2 : 1 }
            }
            let kinds = [(0, 0), (1, 0), (1, 1), (2, 2), (0, 1), (1, 1)][Int(seed)]
            let problem = try AssignmentProblem(
                graph: graph, leftCapacities: places(left, kinds.0), rightCapacities: places(right, kinds.1),
                goals: [
                    Goal(name: "pairs", weights: .init(repeating: 1, count: ends.count)),
                    Goal(name: "wait", weights: ends.map { waits[$0.left] }),
                    Goal(name: "fit", weights: ends.map { _ in random.number(in: 0...40) * 40 }),
                ],
                locked: seed == 5 ? [0, 700] : [])
            let outcome = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()).solve(problem)
            let solution = try #require(outcome.solution)
            #expect(outcome.claim == .provenOptimal, "seed \(seed)")
            #expect(solution.certificate.goals.allSatisfy { $0.method == .duals }, "seed \(seed)")
            #expect(verify(solution, problem).isEmpty, "seed \(seed)")
        }
    }
}
