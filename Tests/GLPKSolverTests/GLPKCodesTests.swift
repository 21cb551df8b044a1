import Assignment
import CGLPK
import GLPKSolver
import Testing

@Suite struct GLPKCodesTests {
    @Test("every documented return code of the simplex method has a status and a sentence of its own")
    func simplex() {
        let codes = [
            GLP_EBADB, GLP_ESING, GLP_ECOND, GLP_EBOUND, GLP_EFAIL, GLP_EOBJLL, GLP_EOBJUL, GLP_EITLIM,
            GLP_ETMLIM, GLP_ENOPFS, GLP_ENODFS,
        ]
        let answers = codes.map { GLPKCodes.simplex(code: $0, status: GLP_UNDEF) }
        #expect(Set(answers.map(\.1)).count == codes.count)
        #expect(answers.allSatisfy { !$0.1.contains("unknown") && $0.0 != .optimal })
        #expect(GLPKCodes.simplex(code: GLP_ETMLIM, status: GLP_FEAS).0 == .timeLimit)
        #expect(GLPKCodes.simplex(code: 99, status: GLP_OPT).1.contains("unknown"))
    }

    @Test("a return code of 0 promises nothing: the status decides")
    func zero() {
        #expect(GLPKCodes.simplex(code: 0, status: GLP_OPT).0 == .optimal)
        #expect(GLPKCodes.simplex(code: 0, status: GLP_NOFEAS).0 == .infeasible)
        #expect(GLPKCodes.simplex(code: 0, status: GLP_UNBND).0 == .unbounded)
        #expect(GLPKCodes.simplex(code: 0, status: GLP_FEAS).0 == .failed)
        #expect(GLPKCodes.integer(code: 0, status: GLP_OPT).0 == .optimal)
        #expect(GLPKCodes.integer(code: 0, status: GLP_NOFEAS).0 == .infeasible)
        #expect(GLPKCodes.integer(code: 0, status: GLP_FEAS).0 == .failed)
    }

    @Test("every documented return code of branch and cut has a status and a sentence of its own")
    func integer() {
        let codes = [
            GLP_EBOUND, GLP_EROOT, GLP_ENOPFS, GLP_ENODFS, GLP_EFAIL, GLP_EMIPGAP, GLP_ETMLIM, GLP_ESTOP,
        ]
        let answers = codes.map { GLPKCodes.integer(code: $0, status: GLP_OPT) }
        #expect(Set(answers.map(\.1)).count == codes.count)
        #expect(answers.allSatisfy { !$0.1.contains("unknown") && $0.0 != .optimal })
    }
}
