package import Assignment
import CGLPK

/// GLPK's return codes and statuses in our words, one function for every routine.
///
/// A return code of 0 says only
/// that the routine ended by itself; what it found is in the status.
package enum GLPKCodes {
    /// What became of `glp_simplex`.
    package static func simplex(code: Int32, status: Int32) -> (ProgramStatus, String) {
        switch code {
        case 0: relaxation(status)
        case GLP_EBADB: (.failed, "simplex: the starting basis has the wrong size")
        case GLP_ESING: (.failed, "simplex: the starting basis is singular")
        case GLP_ECOND: (.failed, "simplex: the starting basis is ill-conditioned")
        case GLP_EBOUND: (.invalidModel, "simplex: a variable has impossible bounds")
        case GLP_EFAIL: (.failed, "simplex: the search failed for numerical reasons")
        case GLP_EOBJLL: (.failed, "simplex: the objective reached its lower limit")
        case GLP_EOBJUL: (.failed, "simplex: the objective reached its upper limit")
        case GLP_EITLIM: (.failed, "simplex: the iteration limit was exceeded")
        case GLP_ETMLIM: (.timeLimit, "simplex: the time limit was exceeded")
        case GLP_ENOPFS: (.infeasible, "simplex: there is no primal feasible solution")
        case GLP_ENODFS: (.unbounded, "simplex: there is no dual feasible solution")
        case MUSUBI_GLPK_STOPPED: (.interrupted, "simplex: stopped on request")
        default: (.failed, "simplex: unknown return code \(code)")
        }
    }

    /// What `glp_get_status` says of a basic solution.
    static func relaxation(_ status: Int32) -> (ProgramStatus, String) {
        switch status {
        case GLP_OPT: (.optimal, "simplex: optimal")
        case GLP_FEAS: (.failed, "simplex: feasible, not known to be optimal")
        case GLP_INFEAS: (.failed, "simplex: the point found is infeasible")
        case GLP_NOFEAS: (.infeasible, "simplex: no feasible solution exists")
        case GLP_UNBND: (.unbounded, "simplex: the objective is unbounded")
        case GLP_UNDEF: (.failed, "simplex: the solution is undefined")
        default: (.failed, "simplex: unknown status \(status)")
        }
    }

    /// What became of `glp_intopt`.
    package static func integer(code: Int32, status: Int32) -> (ProgramStatus, String) {
        switch code {
        case 0: integerStatus(status)
        case GLP_EBOUND: (.invalidModel, "intopt: a variable has impossible bounds")
        case GLP_EROOT: (.failed, "intopt: the relaxation was not solved to optimality")
        case GLP_ENOPFS: (.infeasible, "intopt: the relaxation has no feasible solution")
        case GLP_ENODFS: (.unbounded, "intopt: the relaxation is unbounded")
        case GLP_EFAIL: (.failed, "intopt: the search failed for numerical reasons")
        case GLP_EMIPGAP: (.failed, "intopt: stopped at the gap tolerance")
        case GLP_ETMLIM: (.timeLimit, "intopt: the time limit was exceeded")
        case MUSUBI_GLPK_NOTHING_LEFT: (.infeasible, "intopt: no integer solution is worth enough")
        case GLP_ESTOP, MUSUBI_GLPK_STOPPED: (.interrupted, "intopt: stopped on request")
        default: (.failed, "intopt: unknown return code \(code)")
        }
    }

    /// What `glp_mip_status` says.
    static func integerStatus(_ status: Int32) -> (ProgramStatus, String) {
        switch status {
        case GLP_OPT: (.optimal, "intopt: integer optimal")
        case GLP_FEAS: (.failed, "intopt: integer feasible, not known to be optimal")
        case GLP_NOFEAS: (.infeasible, "intopt: no integer feasible solution exists")
        case GLP_UNDEF: (.failed, "intopt: the solution is undefined")
        default: (.failed, "intopt: unknown status \(status)")
        }
    }

    /// A basis status as GLPK writes it; a row or column without an upper bound cannot stand at one.
    static func code(of status: Basis.Status) -> Int32 {
        switch status {
        case .basic: GLP_BS
        case .lower: GLP_NL
        case .upper: GLP_NU
        }
    }

    /// A basis status as GLPK reads it.
    static func status(of code: Int32) -> Basis.Status {
        switch code {
        case GLP_BS: .basic
        case GLP_NU: .upper
        default: .lower
        }
    }
}
