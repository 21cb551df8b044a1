import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite("Generalised assignment: solved by knapsack bounds, exactly")
struct LoadSearchTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    @Test("small problems of all kinds equal brute force goal for goal, with proofs that pass the check")
    func equalsBruteForce() throws {
        var readable = 0
        for seed in 0..<250 as Range<UInt64> {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.loads()
            if JobAssignment.reading(PreparedProblem(problem), worth: { _ in 0 }) != nil { readable += 1 }
            let failure = conformanceFailure(of: solver, on: problem)
            #expect(failure == nil, "seed \(seed)")
        }
        #expect(readable > 120)
    }

    @Test("classes C and D are proven, which branch and bound on linear bounds does not come near")
    func classesAreProven() throws {
        for (agents, jobs, isClassD) in [(5, 40, false), (8, 40, false), (4, 24, true)] {
            var generator = ProblemGenerator(seed: 1)
            let problem = try generator.generalisedAssignment(agents: agents, jobs: jobs, isClassD: isClassD)
            let outcome = solver.solve(problem)
            #expect(outcome.claim == .provenOptimal)
            #expect(outcome.words.contains { $0.contains("\(jobs) jobs") })
        }
    }

    @Test("the value of a hand-made case: two agents of room 5 share loads 3, 3 and 2")
    func handMade() throws {
        let graph = try BipartiteGraph(
            leftCount: 3, rightCount: 2, edges: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)])
        let loads = [3, 3, 3, 3, 2, 2]
        let limits = (0..<2).map { agent in
            Limit(
                name: "agent \(agent)",
                terms: (0..<3).map { Limit.Term(edge: 2 * $0 + agent, coefficient: loads[2 * $0 + agent]) },
                atMost: 5)
        }
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1, 1, 1], rightCapacities: [3, 3],
            goals: [Goal(name: "fit", weights: [9, 1, 8, 2, 7, 1])], limits: limits,
            mustFillLeft: [0, 1, 2])
        // Jobs 0 and 1 do not fit together: 9 + 2 + 7 = 18, or 1 + 8 + 7 = 16.
        #expect(solver.solve(problem).solution?.goalValues == [18])
    }

    @Test("an acceptable gap ends the search with the gap that is left")
    func acceptableGap() throws {
        var generator = ProblemGenerator(seed: 2)
        let problem = try generator.generalisedAssignment(agents: 5, jobs: 40, isClassD: true)
        let best = try #require(solver.solve(problem).solution?.goalValues.first)
        let outcome = solver.solve(problem, options: SolverOptions(acceptableGap: 1_000))
        let value = try #require(outcome.solution?.goalValues.first)
        #expect(value >= best && value <= best + 1_000)
        #expect(outcome.termination == .gapReached || outcome.termination == .optimal)
    }
}

@Suite("What counts as a generalised assignment")
struct JobAssignmentReadingTests {
    private func problem(
        places: [Int] = [3, 3], coefficients: [Int] = [4, 6, 8, 3, 9, 12], lower: Int? = nil,
        twice: Bool = false, mustFillRight: [Int] = []
    ) throws -> PreparedProblem {
        let graph = try BipartiteGraph(
            leftCount: 3, rightCount: 2, edges: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)])
        var limits = (0..<2).map { agent in
            Limit(
                name: "agent \(agent)",
                terms: (0..<3).map {
                    Limit.Term(edge: 2 * $0 + agent, coefficient: coefficients[2 * $0 + agent])
                }, atLeast: lower, atMost: 13)
        }
        if twice { limits.append(Limit(name: "once more", terms: [Limit.Term(edge: 0)], atMost: 1)) }
        return PreparedProblem(
            try AssignmentProblem(
                graph: graph, leftCapacities: [1, 1, 1], rightCapacities: places,
                goals: [Goal(name: "fit", weights: [1, 2, 3, 4, 5, 6])], limits: limits,
                mustFillRight: mustFillRight))
    }

    private func reading(_ prepared: PreparedProblem) -> JobAssignment? {
        JobAssignment.reading(prepared, worth: { prepared.weight(0, $0) })?.problem
    }

    @Test(
        "loads and rooms are divided by what the loads of a limit have in common, an option to leave a job is added"
    )
    func dividesLoads() throws {
        let jobs = try #require(reading(try problem(coefficients: [4, 6, 8, 3, 12, 9])))
        #expect(jobs.jobCount == 3)
        // Loads 4, 8, 12 within 13 are 1, 2, 3 within 3; loads 6, 3, 9 within 13 are 2, 1, 3 within 4.
        #expect(Array(jobs.rooms.prefix(2)) == [3, 4])
        #expect(jobs.loads == [1, 2, 0, 2, 1, 0, 3, 3, 0])
        #expect(jobs.worths == [1, 2, 0, 3, 4, 0, 5, 6, 0])
    }

    @Test("options that no room is large enough for are left out")
    func dropsWhatDoesNotFit() throws {
        let jobs = try #require(reading(try problem(coefficients: [14, 6, 8, 3, 12, 9])))
        #expect(jobs.options(of: 0).count == 2)
    }

    @Test(
        "places that bind, a negative load, a lower bound, an edge in two limits, an agent to be filled: none of them is"
    )
    func refuses() throws {
        #expect(reading(try problem(places: [1, 3])) == nil)
        #expect(reading(try problem(coefficients: [-4, 6, 8, 3, 9, 12])) == nil)
        #expect(reading(try problem(lower: 1)) == nil)
        #expect(reading(try problem(twice: true)) == nil)
        #expect(reading(try problem(mustFillRight: [0])) == nil)
    }

    @Test("limits that only count are left to linear bounds")
    func countsOnly() throws {
        #expect(reading(try problem(coefficients: [1, 1, 1, 1, 1, 1])) == nil)
        #expect(reading(try problem(coefficients: [7, 2, 7, 2, 7, 2])) == nil)
        #expect(reading(try problem(coefficients: [7, 2, 7, 4, 7, 2])) != nil)
    }

    @Test("few places do not matter where more jobs than that never fit")
    func placesThatNeverBind() throws {
        #expect(reading(try problem(places: [2, 3], coefficients: [4, 6, 8, 3, 9, 12])) != nil)
    }
}
