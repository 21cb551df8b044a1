package import Assignment
import CGLPK

/// Solves integer programs with GLPK, the GNU Linear Programming Kit.
///
/// Columns that can only be 0 are fixed before anything is searched for, and a search ends as soon as no open node promises
/// what is asked for.
///
/// Settings, as measured on matchings with limits: textbook pricing for the primal simplex method, projected
/// steepest edge for the dual one; columns without an upper bound where rows imply one; the dual method only
/// with the bound-flipping ratio test, and only where the starting point is not feasible; mixed-integer
/// rounding cuts and the feasibility pump when the relaxation comes out fractional; GLPK's presolvers off,
/// because the programs arrive small. Where floating point does not suffice, `RationalSearch` takes over.
package struct GLPKProgramSolver: IntegerProgramSolver {
    package init() {}

    /// The version of the library in use.
    package static var version: String { glp_version().map { String(cString: $0) } ?? "unknown" }

    /// Lets the process keep up to 16 MiB of memory that is not in use, and ask for as much at once.
    ///
    /// Given back to the system and asked for again with every program, memory costs a third of what GLPK takes for small
    /// ones. For the command to call when it begins.
    package static func keepHeap() { musubi_glpk_keep_heap() }

    package var name: String { "GLPK \(Self.version)" }

    package func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> LinearSolution {
        try relaxation(
            program, startingBasis: startingBasis, timeLimit: timeLimit,
            watch: ProgramWatch(interruption: nil))
    }

    package func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> IntegerSolution {
        try solve(
            program, startingBasis: startingBasis, timeLimit: timeLimit,
            watch: ProgramWatch(interruption: nil))
    }

    package func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?, watch: ProgramWatch
    ) throws -> LinearSolution {
        guard program.columnCount > 0 else { return Self.withoutColumns(program) }
        let deadline = timeLimit.map { ContinuousClock.now + $0 }
        func answer(
            _ optimise: (GLPKProblem) throws -> (ProgramStatus, String)
        ) throws -> LinearSolution {
            try GLPKProblem.with(program, watch: watch) { problem in
                let (status, words) = try optimise(problem)
                guard status == .optimal else { return LinearSolution(status: status, words: words) }
                return LinearSolution(
                    status: status, values: problem.values, rowDuals: problem.rowDuals,
                    objective: problem.objective, basis: problem.basis, words: words)
            }
        }
        if !RationalSearch.suits(program),
            let usual = try? answer({ try Self.optimise($0, program, startingBasis, deadline) }),
            !Self.isTrouble(usual.status)
        {
            return usual
        }
        return try answer {
            try RationalSearch($0, program, startingBasis, deadline: deadline, watch: watch).relax()
        }
    }

    package func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?, watch: ProgramWatch
    ) throws -> IntegerSolution {
        guard program.columnCount > 0 else {
            let empty = Self.withoutColumns(program)
            return IntegerSolution(
                status: empty.status, values: empty.status == .optimal ? [] : nil, words: empty.words)
        }
        let program = program.withoutDeadColumns()
        let deadline = timeLimit.map { ContinuousClock.now + $0 }
        if !RationalSearch.suits(program),
            let usual = try? GLPKProblem.with(
                program, watch: watch,
                { try Self.search($0, program, startingBasis, deadline, watch) }),
            !Self.isTrouble(usual.status)
        {
            return usual
        }
        return try GLPKProblem.with(program, watch: watch) { problem in
            var search = try RationalSearch(problem, program, startingBasis, deadline: deadline, watch: watch)
            return try search.solve()
        }
    }

    /// Whether floating point has failed: no program that is put together here is unbounded.
    private static func isTrouble(_ status: ProgramStatus) -> Bool {
        status == .failed || status == .unbounded
    }

    /// Solves the relaxation, then the program in integers.
    private static func search(
        _ problem: GLPKProblem, _ program: IntegerProgram, _ startingBasis: Basis?,
        _ deadline: ContinuousClock.Instant?, _ watch: ProgramWatch
    ) throws -> IntegerSolution {
        let (root, rootWords) = try optimise(problem, program, startingBasis, deadline)
        guard root == .optimal else { return IntegerSolution(status: root, words: rootWords) }
        let relaxed = Root(problem)
        guard relaxed.objective >= relaxed.threshold(program.leastObjective) else {
            return IntegerSolution(status: .infeasible, words: "the relaxation is worth too little")
        }
        try problem.makeInteger(constant: relaxed.constant)
        let (status, words, raw) = try branch(problem, program, relaxed, deadline, watch)
        guard status != .infeasible, let raw else { return IntegerSolution(status: status, words: words) }
        let point = raw.map { Int($0.rounded()) }
        if let least = program.leastObjective, status == .optimal, worth(raw, program) < least {
            return IntegerSolution(status: .infeasible, words: "the best is worth too little")
        }
        guard program.admits(point) else {
            return IntegerSolution(status: .failed, words: words + "; the rounded point breaks a row")
        }
        return IntegerSolution(status: status, values: point, words: words)
    }

    /// What branch and cut begins from.
    private struct Root {
        let objective: Double
        let isIntegral: Bool
        /// GLPK's tolerance on the objective is relative: near zero it tells neighbouring integers apart.
        let constant: Double

        init(_ problem: GLPKProblem) {
            objective = problem.objective
            isIntegral = problem.values.allSatisfy { abs($0 - $0.rounded()) < 1e-7 }
            constant = objective.rounded(.down)
        }

        /// What a bound surely falls short of if nothing is worth `least`.
        func threshold(_ least: Int?) -> Double {
            least.map { Double($0) - GLPKProgramSolver.tolerance(of: objective) } ?? -.infinity
        }
    }

    /// Runs branch and cut on a solved relaxation: where it is fractional, first for a few nodes with Gomory's cuts.
    private static func branch(
        _ problem: GLPKProblem, _ program: IntegerProgram, _ root: Root,
        _ deadline: ContinuousClock.Instant?, _ watch: ProgramWatch
    ) throws -> (ProgramStatus, String, [Double]?) {
        var first: [Double]?
        var least = program.leastObjective
        if !root.isIntegral,
            program.columnCount <= mostGomoryColumns || program.longestRow <= longestLocalRow
        {
            let (status, words) = try problem.branchAndCut(
                gomorySettings(milliseconds(until: deadline)), constant: root.constant,
                least: root.threshold(least), nodes: gomoryNodes)
            first = problem.integerValues
            let isStopped = watch.interruption?.isRequested ?? false
            guard status == .interrupted, !isStopped else { return (status, words, first) }
            let (again, code) = try restart(problem, deadline)
            guard again == .optimal else { return (again, code, first) }
            // What has been found need not be found again.
            least = [least, first.map { worth($0, program) + 1 }].compactMap(\.self).max()
        }
        let (status, words) = try problem.branchAndCut(
            branchSettings(milliseconds(until: deadline), isIntegral: root.isIntegral),
            constant: root.constant, least: root.threshold(least))
        let isKnownBest = status == .infeasible && least != program.leastObjective
        return (
            isKnownBest ? .optimal : status, words, better(problem.integerValues, first, program)
        )
    }

    /// How far a computed objective may be from the exact one: that of sums in the order of 2⁵³ is off by whole units.
    static func tolerance(of objective: Double) -> Double { 1e-6 + 1e-12 * abs(objective) }

    /// Nodes for which Gomory's cuts are tried.
    ///
    /// Where cuts close the gap they do it at the root or soon after, as with hours and overlapping times (a hundred
    /// times faster there); where not, they only weigh every node down.
    private static let gomoryNodes: Int32 = 100

    /// In larger programs a round of these cuts, each as long as the program is wide, costs more than it closes.
    private static let mostGomoryColumns = 10_000

    /// Where no row is longer, as in a month of errands, neither are the cuts, however many columns there are.
    private static let longestLocalRow = 1_000

    private static func gomorySettings(_ milliseconds: Int32) -> glp_iocp {
        var settings = glp_iocp()
        glp_init_iocp(&settings)
        settings.tm_lim = milliseconds
        settings.gmi_cuts = GLP_ON
        settings.mir_cuts = GLP_ON
        return settings
    }

    private static func branchSettings(_ milliseconds: Int32, isIntegral: Bool) -> glp_iocp {
        var settings = glp_iocp()
        glp_init_iocp(&settings)
        settings.tm_lim = milliseconds
        if isIntegral {
            // Nothing is left to branch on, so there is no use in what a node could infer from its bounds.
            settings.pp_tech = GLP_PP_NONE
        } else {
            settings.mir_cuts = GLP_ON
            settings.cov_cuts = GLP_ON
            settings.fp_heur = GLP_ON
        }
        return settings
    }

    /// The one of two points that is worth more.
    private static func better(_ one: [Double]?, _ other: [Double]?, _ program: IntegerProgram) -> [Double]? {
        guard let one, let other else { return one ?? other }
        return worth(other, program) > worth(one, program) ? other : one
    }

    private static func worth(_ point: [Double], _ program: IntegerProgram) -> Int {
        program.value(of: point.map { Int($0.rounded()) }) ?? Int.min
    }

    /// Solves the relaxation from a basis if it is usable, and from an advanced one if not.
    private static func optimise(
        _ problem: GLPKProblem, _ program: IntegerProgram, _ start: Basis?,
        _ deadline: ContinuousClock.Instant?
    ) throws -> (ProgramStatus, String) {
        var settings = plainSettings(problem, deadline)
        if let start, start.fits(program) {
            try problem.set(start)
            let warm = try problem.warmUp()
            if warm.isOptimal { return (.optimal, "the starting basis is optimal") }
            if warm.isUsable {
                if !warm.isFeasible {
                    settings.meth = GLP_DUALP
                    settings.r_test = GLP_RT_FLIP
                    settings.pricing = GLP_PT_PSE
                }
                let (status, words) = try problem.simplex(settings)
                if status != .failed { return (status, words) }
            }
        }
        settings = plainSettings(problem, deadline)
        try problem.setAdvancedBasis()
        return try problem.simplex(settings)
    }

    /// Solves again from where the simplex method stands.
    private static func restart(
        _ problem: GLPKProblem, _ deadline: ContinuousClock.Instant?
    ) throws -> (ProgramStatus, String) {
        try problem.simplex(plainSettings(problem, deadline))
    }

    private static func plainSettings(
        _ problem: GLPKProblem, _ deadline: ContinuousClock.Instant?
    ) -> glp_smcp {
        var settings = glp_smcp()
        glp_init_smcp(&settings)
        // Nothing needs as many steps but a basis that goes in circles.
        settings.it_lim = Int32(clamping: 100_000 + 100 * problem.columnCount)
        settings.pricing = GLP_PT_STD
        settings.tm_lim = milliseconds(until: deadline)
        return settings
    }

    /// The time left, as GLPK counts it: at least 1 ms, and its greatest number for no limit.
    static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return Int32.max }
        let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
        return Int32(max(1, min(left, Double(Int32.max))))
    }

    /// GLPK takes no empty program; without columns every sum is 0.
    private static func withoutColumns(_ program: IntegerProgram) -> LinearSolution {
        guard program.admits([]) else {
            return LinearSolution(status: .infeasible, words: "no columns, and a row asks for more than 0")
        }
        return LinearSolution(
            status: .optimal, rowDuals: program.rows.map { _ in 0 },
            basis: Basis(rows: program.rows.map { _ in .basic }, columns: []), words: "no columns")
    }
}
