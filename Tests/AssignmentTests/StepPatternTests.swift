import Assignment
import TestKit
import Testing

@Suite("Steps are found in weights that are made of them, whatever a limit counts beside, and in no others")
struct StepPatternTests {
    /// A complete graph of 40 by 40 with given weights and one limit with given coefficients.
    private func prepared(
        _ weights: [Int], along lengths: [Int]? = nil, sense: Goal.Sense = .maximise
    ) throws -> PreparedProblem {
        let pairs = (0..<1_600).map { (left: $0 / 40, right: $0 % 40) }
        let limit = lengths.map { lengths in
            let terms = lengths.enumerated().map { Limit.Term(edge: $0.offset, coefficient: $0.element) }
            return Limit(name: "ways", terms: terms, atMost: 1_000)
        }
        return PreparedProblem(
            try AssignmentProblem(
                graph: BipartiteGraph(leftCount: 40, rightCount: 40, edges: pairs),
                leftCapacities: .init(repeating: 1, count: 40),
                rightCapacities: .init(repeating: 1, count: 40),
                goals: [Goal(name: "fit", weights: weights, sense: sense)], limits: limit.map { [$0] } ?? []))
    }

    private func numbers(_ range: ClosedRange<Int>, seed: UInt64) -> [Int] {
        var random = SplitMix64(seed: seed)
        return (0..<1_600).map { _ in random.number(in: range) }
    }

    @Test(
        "every edge has its own number of steps, for several sizes and numbers of steps, rising and falling ways"
    )
    func stepsLessWays() throws {
        for (seed, form) in [(750, 4, -583), (40, 9, 31), (2_000, 1, -90), (100, 9, 0)].enumerated() {
            let (step, most, slope) = form
            let steps = numbers(0...most, seed: UInt64(seed))
            let lengths = numbers(0...400, seed: UInt64(100 + seed))
            let weights = zip(steps, lengths).map { 7_000 + step * $0 + slope * $1 / 50 }
            let found = try StepPattern(0, along: 0, prepared(weights, along: lengths))
            let pattern = try #require(found, "steps of \(step)")
            #expect(pattern.counts == steps)
            #expect(abs(pattern.step - Double(step)) < 1)
        }
    }

    @Test("steps need no limit; a goal to be minimised counts them the other way round")
    func withoutLimit() throws {
        let steps = numbers(0...4, seed: 1)
        let noise = numbers(-9...9, seed: 2)
        let weights = zip(steps, noise).map { -300 + 200 * $0 + $1 }
        #expect(try #require(StepPattern(0, along: nil, prepared(weights))).counts == steps)
        let minimised = try #require(StepPattern(0, along: nil, prepared(weights, sense: .minimise)))
        #expect(minimised.counts == steps.map { 4 - $0 })
    }

    @Test("evenly spread weights, equal ones, and steps no larger than what kernels close have none")
    func noSteps() throws {
        let lengths = numbers(0...400, seed: 3)
        for seed in 10..<30 as Range<UInt64> {
            let weights = numbers(0...10_000, seed: seed)
            #expect(try StepPattern(0, along: 0, prepared(weights, along: lengths)) == nil)
            #expect(try StepPattern(0, along: nil, prepared(weights)) == nil)
        }
        #expect(try StepPattern(0, along: nil, prepared(.init(repeating: 5, count: 1_600))) == nil)
        #expect(try StepPattern(0, along: nil, prepared(numbers(0...5, seed: 4))) == nil)
        // A bell, as a sum of many small things is: most weights within one part of its range, but no steps.
        let parts = (0..<12).map { numbers(0...500, seed: 40 + $0) }
        let bell = (0..<1_600).map { edge in parts.reduce(0) { $0 + $1[edge] } }
        #expect(try StepPattern(0, along: nil, prepared(bell)) == nil)
    }
}
