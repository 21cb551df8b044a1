import Assignment
import GLPKSolver
import TestKit
import Testing

/// Dense problems under limits that bind, where the start is never the answer.
@Suite struct BindingLimitsTests {
    @Test("on 2,000 dense problems under one to four binding limits the answer equals brute force, proven")
    func conforms() throws {
        let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
        var failures: [String] = []
        var feasible = 0
        for seed in UInt64(0)..<2_000 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.binding()
            if let failure = conformanceFailure(of: solver, on: problem) {
                failures.append("seed \(seed): \(failure)")
            }
            if BruteForceSolver().solve(problem).solution != nil { feasible += 1 }
        }
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
        #expect(feasible > 1_000)
    }
}
