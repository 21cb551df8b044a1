import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite("A relaxation that takes a part of a step is no obstacle to a proof")
struct StepSplitTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    @Test("on 300 small problems made of steps the answer equals brute force, proven; many of them are split")
    func conforms() throws {
        var failures: [String] = []
        var splits = 0
        for seed in UInt64(0)..<300 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.steps()
            if let failure = conformanceFailure(of: solver, on: problem) {
                failures.append("seed \(seed): \(failure)")
            }
            if solver.solve(problem).words.contains(where: { $0.contains("steps of") }) { splits += 1 }
        }
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
        #expect(splits > 50)
    }

    @Test("300 people in a city whose ways have to be a seventh shorter: split, proven, checked")
    func city() throws {
        for seed in UInt64(1)...2 {
            var generator = ProblemGenerator(seed: seed)
            let (free, ways) = try generator.city(residents: 300, volunteers: 120, degree: 20)
            let edges = try #require(solver.solve(free).solution).edges
            func limit(_ name: String, percent: Int, _ coefficient: (Int) -> Int) -> Limit {
                let terms = ways.indices.filter { coefficient($0) != 0 }.map {
                    Limit.Term(edge: $0, coefficient: coefficient($0))
                }
                return Limit(
                    name: name, terms: terms, atMost: edges.reduce(0) { $0 + coefficient($1) } * percent / 100
                )
            }
            let caseloads = (0..<6).map { group in
                limit("caseload \(group)", percent: 95) { free.graph.right(of: $0) / 20 == group ? 1 : 0 }
            }
            let problem = try AssignmentProblem(
                graph: free.graph, leftCapacities: free.leftCapacities, rightCapacities: free.rightCapacities,
                goals: free.goals, limits: caseloads + [limit("travel", percent: 86) { ways[$0] }])
            let outcome = solver.solve(problem)
            let solution = try #require(outcome.solution)
            let (claim, words) = (outcome.claim, outcome.words)
            #expect(claim == .provenOptimal)
            #expect(verify(solution, problem).isEmpty)
            #expect(words.contains { $0.contains("steps of 750") }, "\(words)")
        }
    }
}
