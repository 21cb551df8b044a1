import Assignment
import GLPKSolver
import TestKit
import Testing

/// Three instances of the sizes that the pipeline meets, end to end.
@Suite struct LargeInstanceTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    @Test("2,000 residents with 30 candidates each among 2,000 volunteers: proven by prices, and it checks")
    func sparse() throws {
        var generator = ProblemGenerator(seed: 1)
        let problem = try generator.sparse(left: 2_000, right: 2_000, degree: 30)
        let outcome = solver.solve(problem)
        let solution = try #require(outcome.solution)
        #expect(outcome.claim == .provenOptimal)
        #expect(solution.certificate.goals.allSatisfy { $0.method == .duals })
        #expect(verify(solution, problem).isEmpty)
    }

    @Test(
        "1,000 tasks and 1,200 people with some 500,000 tied edges and at-most-one cliques: proven, checked")
    func overlapping() throws {
        var generator = ProblemGenerator(seed: 2)
        let problem = try generator.overlapping(tasks: 1_000, people: 1_200, percentJoined: 42, days: 4)
        let outcome = solver.solve(problem)
        let solution = try #require(outcome.solution)
        #expect(outcome.claim == .provenOptimal)
        #expect(verify(solution, problem).isEmpty)
    }

    @Test("300 residents under caseloads, a quota and a travel budget: proven by branch and bound or prices")
    func caseloads() throws {
        var generator = ProblemGenerator(seed: 3)
        let pure = try generator.sparse(left: 300, right: 120, degree: 20, capacities: 1...3)
        let graph = pure.graph
        func terms(_ isIn: (Int) -> Bool, _ coefficient: (Int) -> Int = { _ in 1 }) -> [Limit.Term] {
            (0..<graph.edgeCount).filter(isIn).map { Limit.Term(edge: $0, coefficient: coefficient($0)) }
        }
        let caseloads = (0..<6).map { coordinator in
            Limit(
                name: "caseload \(coordinator)", terms: terms { graph.right(of: $0) / 20 == coordinator },
                atMost: 32)
        }
        let quota = Limit(name: "quota", terms: terms { graph.left(of: $0) < 60 }, atLeast: 54)
        // Some 190 pairs at 0 to 99 minutes each come to about 9,400; ask for noticeably less.
        let budget = Limit(name: "minutes", terms: terms({ _ in true }, { $0 * 37 % 100 }), atMost: 7_500)
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: pure.leftCapacities, rightCapacities: pure.rightCapacities,
            goals: pure.goals, limits: caseloads + [quota, budget])
        let outcome = solver.solve(problem)
        let solution = try #require(outcome.solution)
        #expect(outcome.claim == .provenOptimal)
        #expect(verify(solution, problem).isEmpty)
        // The limits cost something, or this would be no test of them.
        let free = try #require(solver.solve(pure).solution)
        #expect(solution.goalValues.lexicographicallyPrecedes(free.goalValues))
    }
}
