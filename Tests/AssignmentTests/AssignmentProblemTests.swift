import Assignment
import Testing

@Suite struct AssignmentProblemTests {
    /// Two left, two right, edges 0: 0–0, 1: 0–1, 2: 1–1.
    private func problem(
        left: [Int] = [1, 1], right: [Int] = [1, 1], goals: [Goal]? = nil, limits: [Limit] = [],
        locked: [Int] = [], mustFillLeft: [Int] = [], mustFillRight: [Int] = []
    ) throws -> AssignmentProblem {
        try AssignmentProblem(
            graph: BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (0, 1), (1, 1)]),
            leftCapacities: left, rightCapacities: right,
            goals: goals ?? [Goal(name: "fit", weights: [1, 2, 3])],
            limits: limits, locked: locked, mustFillLeft: mustFillLeft, mustFillRight: mustFillRight)
    }

    private func expect(
        _ error: AssignmentProblemError, _ make: @autoclosure () throws -> AssignmentProblem,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: error, sourceLocation: sourceLocation) { try make() }
        #expect(!error.description.isEmpty, sourceLocation: sourceLocation)
    }

    @Test("capacities must be one for every vertex and not negative")
    func capacities() {
        expect(.wrongCapacityCount, try problem(left: [1]))
        expect(.negativeCapacity(.left, vertex: 1), try problem(left: [1, -1]))
        expect(.negativeCapacity(.right, vertex: 0), try problem(right: [-2, 1]))
    }

    @Test("there must be a goal, with one weight for every edge")
    func goals() {
        expect(.noGoals, try problem(goals: []))
        expect(
            .wrongWeightCount(goal: "fit", expected: 3, found: 2),
            try problem(goals: [Goal(name: "fit", weights: [1, 2])]))
    }

    @Test("weights that a double cannot add up exactly are refused, even the smallest Int; 2^53 is taken")
    func weightOverflow() throws {
        expect(
            .weightsTooLarge(goal: "fit"), try problem(goals: [Goal(name: "fit", weights: [1 << 53, 1, 0])]))
        expect(
            .weightsTooLarge(goal: "fit"), try problem(goals: [Goal(name: "fit", weights: [.min, .max, 0])]))
        _ = try problem(goals: [Goal(name: "fit", weights: [1 << 53, 0, 0])])
    }

    @Test("goals that no one code holds are taken; a goal too large by itself is refused")
    func codingOverflow() throws {
        let large = Goal(name: "large", weights: [1 << 50, 0, 0])
        #expect(GoalCoding(problem: try problem(goals: [large, large, large])) == nil)
        // Paths of four million vertices, and a vertex to fill, whose level comes before the goal.
        let count = 1 << 22
        let graph = try BipartiteGraph(leftCount: count, rightCount: count, edges: [(0, 0), (1, 1)])
        let goals = [Goal(name: "huge", weights: [1 << 52, -(1 << 52)])]
        let capacities = [Int](repeating: 1, count: count)
        expect(
            .goalTooLarge(goal: "huge"),
            try AssignmentProblem(
                graph: graph, leftCapacities: capacities, rightCapacities: capacities, goals: goals,
                mustFillLeft: [0]))
    }

    @Test("a limit needs a bound, bounds in order, existing edges each once, and numbers that fit")
    func limits() {
        let term = Limit.Term(edge: 0)
        expect(.unboundedLimit("l"), try problem(limits: [Limit(name: "l", terms: [term])]))
        expect(
            .crossedBounds(limit: "l", lower: 2, upper: 1),
            try problem(limits: [Limit(name: "l", terms: [term], atLeast: 2, atMost: 1)]))
        expect(
            .edgeOutOfRange(3, in: "l"),
            try problem(limits: [Limit(name: "l", terms: [Limit.Term(edge: 3)], atMost: 1)]))
        expect(
            .repeatedTerm(edge: 0, limit: "l"),
            try problem(limits: [Limit(name: "l", terms: [term, term], atMost: 1)]))
        expect(
            .coefficientsTooLarge(limit: "l"),
            try problem(limits: [Limit(name: "l", terms: [Limit.Term(edge: 0, coefficient: .max)], atMost: 1)]
            ))
        expect(
            .coefficientsTooLarge(limit: "l"),
            try problem(limits: [Limit(name: "l", terms: [term], atMost: .max)]))
    }

    @Test("locks must exist, be different, and leave no vertex over its capacity, which is named")
    func locks() {
        expect(.edgeOutOfRange(-1, in: "locked"), try problem(locked: [-1]))
        expect(.lockedTwice(edge: 1), try problem(locked: [1, 1]))
        expect(
            .locksExceedCapacity(.left, vertex: 0, locked: 2, capacity: 1), try problem(locked: [0, 1]))
        expect(
            .locksExceedCapacity(.right, vertex: 1, locked: 2, capacity: 1), try problem(locked: [1, 2]))
    }

    @Test("vertices to fill must exist and be listed once")
    func mustFill() {
        expect(.vertexOutOfRange(.left, vertex: 2), try problem(mustFillLeft: [2]))
        expect(.mustFillTwice(.right, vertex: 1), try problem(mustFillRight: [1, 1]))
    }
}
