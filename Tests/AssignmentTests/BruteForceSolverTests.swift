import Assignment
import TestKit
import Testing

@Suite struct BruteForceSolverTests {
    @Test("the oracle itself passes the conformance suite, certificates included")
    func conforms() throws {
        #expect(try assignmentSolverConformance(BruteForceSolver(), seeds: 0..<300).isEmpty)
    }
}
