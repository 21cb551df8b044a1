import Assignment
import Testing

@Suite("Goals in one integer: radices as small as alternating paths allow")
struct GoalCodingTests {
    /// People on both sides with three edges, of which two have the given weights.
    private func coding(people: Int, weights: [(Int, Int)]) throws -> GoalCoding {
        let graph = try BipartiteGraph(
            leftCount: people, rightCount: people, edges: [(0, 0), (0, 1), (1, 0)])
        let goals = weights.enumerated().map { index, ends in
            Goal(name: "goal \(index)", weights: [ends.0, ends.1, ends.0])
        }
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: people),
            rightCapacities: .init(repeating: 1, count: people), goals: goals)
        return try #require(GoalCoding(problem: problem))
    }

    @Test("most pairs, some thousand days of waiting and a fit of 1,600 points fit 64 bits at 20,000 people")
    func typicalGoalsFit() throws {
        #expect(try coding(people: 20_000, weights: [(1, 1), (0, 5_000), (0, 1_600)]).fitsInt64)
        #expect(try !coding(people: 20_000, weights: [(1, 1), (0, 500_000), (0, 1_600)]).fitsInt64)
    }

    @Test("what all weights have in common counts once: by hand, for 2 people a side")
    func radices() throws {
        // n = 3 edges of one sign; digits 4 · (7 + 3 · 2) = 52 and 4 · 1, so the radix surpasses 104.
        let coding = try coding(people: 2, weights: [(1, 1), (5, 7)])
        #expect(coding.radices == [105, 1])
        #expect(coding.prefix(105 * 4 + 52, upTo: 0) == 4)
        #expect(coding.prefix(105 * -4 - 52, upTo: 0) == -4)
    }
}
