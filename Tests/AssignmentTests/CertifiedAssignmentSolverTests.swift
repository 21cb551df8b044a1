import Assignment
import GLPKSolver
import TestKit
import Testing

/// The solver as the pipeline uses it: certified cores, finished by GLPK.
@Suite struct CertifiedAssignmentSolverTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    @Test("on thousands of small problems with everything in them the answer equals brute force, proven")
    func conforms() throws {
        let failures = try assignmentSolverConformance(solver, seeds: 0..<6_000)
        #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(5))")
    }
}
