import Assignment
import CGLPK

/// Solves programs whose numbers are too far apart for floating point, by relaxations in rational numbers.
///
/// A row that holds an earlier goal to the unit may have coefficients of millions beside rows of ones: what such a row
/// moves in others is below GLPK's tolerances, and so is a unit of it. Its simplex method then calls a program unbounded or
/// infeasible that is neither, or goes in circles. Here the floating-point method, on scaled rows, only brings the basis near;
/// GLPK's exact simplex method goes on from there and has the last word on all that is left out. Branch and
/// bound goes depth first over such relaxations, without cuts, and judges every point in integers.
struct RationalSearch {
    /// The exact relaxation of a larger program could take minutes.
    private static let mostColumns = 4_000
    /// Below GLPK's own, which are a unit and more in a row of scaled millions.
    private static let tolerance = 1e-9

    private let problem: GLPKProblem
    private let program: IntegerProgram
    private let deadline: ContinuousClock.Instant?
    private let watch: ProgramWatch
    private var lower: [Int]
    private var upper: [Int?]
    private var best: [Int]?
    /// What a point must be worth to be of use.
    private var wanted: Int?
    private var nodes = 0

    /// Whether a program is to be solved this way at once, and not only where floating point fails.
    static func suits(_ program: IntegerProgram) -> Bool {
        program.isExacting && program.columnCount <= mostColumns
    }

    /// Prepares a program that has just been loaded, to begin from a basis if it fits.
    init(
        _ problem: GLPKProblem, _ program: IntegerProgram, _ start: Basis?,
        deadline: ContinuousClock.Instant?, watch: ProgramWatch
    ) throws(GLPKError) {
        self.problem = problem
        self.program = program
        self.deadline = deadline
        self.watch = watch
        lower = .init(repeating: 0, count: program.columnCount)
        upper = program.upperBounds
        wanted = program.leastObjective
        try problem.scale()
        if let start, start.fits(program) {
            try problem.set(start)
        } else {
            try problem.setAdvancedBasis()
        }
    }

    /// Solves the relaxation within the bounds of the columns, from where the last one ended; in floating point where that
    /// finds an optimum.
    func relax() throws(GLPKError) -> (status: ProgramStatus, words: String) {
        let (status, words) = try problem.simplex(settings)
        return Self.isSettled(status) ? (status, words) : try confirm()
    }

    /// Goes on in rational numbers.
    private func confirm() throws(GLPKError) -> (status: ProgramStatus, words: String) {
        guard program.columnCount <= Self.mostColumns else {
            return (.failed, "\(program.columnCount) columns are too many for rational numbers")
        }
        let exact = try problem.simplex(settings, isExact: true)
        guard exact.status == .failed else { return exact }
        // The basis that floating point left may be none.
        try problem.setAdvancedBasis()
        return try problem.simplex(settings, isExact: true)
    }

    private static func isSettled(_ status: ProgramStatus) -> Bool {
        status == .optimal || status == .timeLimit || status == .interrupted
    }

    private var settings: glp_smcp {
        var settings = glp_smcp()
        glp_init_smcp(&settings)
        (settings.tol_bnd, settings.tol_dj) = (Self.tolerance, Self.tolerance)
        settings.meth = GLP_DUALP
        settings.tm_lim = GLPKProgramSolver.milliseconds(until: deadline)
        settings.it_lim = Int32(clamping: 10_000 + 10 * program.columnCount)
        return settings
    }

    /// Solves the program with every column an integer.
    mutating func solve() throws(GLPKError) -> IntegerSolution {
        let (status, words) = try branch()
        let sentence = "\(words); \(nodes) nodes in rational numbers"
        guard status == .optimal else {
            return IntegerSolution(status: status, values: best, words: sentence)
        }
        return IntegerSolution(status: best == nil ? .infeasible : .optimal, values: best, words: sentence)
    }

    /// Searches within the bounds of the columns; `optimal` when nothing of use is left there.
    private mutating func branch() throws(GLPKError) -> (ProgramStatus, String) {
        nodes += 1
        if watch.interruption?.isRequested ?? false { return (.interrupted, "stopped on request") }
        if let deadline, ContinuousClock.now >= deadline {
            return (.timeLimit, "the time limit was exceeded")
        }
        var (status, words) = try relax()
        if status == .optimal { keep(problem.values) }
        // A fractional point that may be of use is branched on, whatever its last digits are; all else is certain only
        // in rational numbers.
        if status == .optimal, !isOfUse(problem.objective) || Self.mostFractional(problem.values) == nil {
            (status, words) = try confirm()
            if status == .optimal { keep(problem.values) }
        }
        if status == .infeasible { return (.optimal, words) }
        guard status == .optimal else { return (status, words) }
        guard isOfUse(problem.objective) else { return (.optimal, words) }
        let values = problem.values
        // Where all fractions are too small to see, any column that is not fixed yet will do.
        guard
            let column = Self.mostFractional(values)
                ?? values.indices.first(where: { lower[$0] != upper[$0] })
        else { return (.optimal, words) }
        let nearest = Int(values[column].rounded())
        let floor = max(
            lower[column], min(Int(values[column].rounded(.down)), (upper[column] ?? Int.max) - 1))
        for isBelow in [nearest <= floor, nearest > floor] {
            let (status, words) = try branch(column, at: floor, isBelow: isBelow)
            guard status == .optimal else { return (status, words) }
        }
        return (.optimal, words)
    }

    /// Keeps a relaxation's point if it is one in integers, and better than the best.
    private mutating func keep(_ values: [Double]) {
        guard Self.mostFractional(values) == nil else { return }
        let point = values.map { Int($0.rounded()) }
        guard program.admits(point), let worth = program.value(of: point), worth >= wanted ?? worth else {
            return
        }
        (best, wanted) = (point, worth + 1)
        watch.progress(ProgramProgress(best: Double(worth), bound: nil))
    }

    /// Searches where a column is at most `floor`, or above it.
    private mutating func branch(
        _ column: Int, at floor: Int, isBelow: Bool
    ) throws(GLPKError) -> (ProgramStatus, String) {
        let (least, most) = (lower[column], upper[column])
        if isBelow { upper[column] = floor } else { lower[column] = floor + 1 }
        try problem.setBounds(of: column, lower[column], upper[column])
        let answer = try branch()
        // A search that was stopped has lost its problem.
        guard answer.0 == .optimal else { return answer }
        (lower[column], upper[column]) = (least, most)
        try problem.setBounds(of: column, least, most)
        return answer
    }

    /// Whether points below a relaxation's objective can be worth what is wanted; objectives are integers.
    private func isOfUse(_ objective: Double) -> Bool {
        wanted.map { objective + GLPKProgramSolver.tolerance(of: objective) >= Double($0) } ?? true
    }

    /// The column whose value is furthest from an integer, the first of several; `nil` when all are near to one.
    private static func mostFractional(_ values: [Double]) -> Int? {
        var (column, most) = (Int?.none, 1e-6)
        for (index, value) in values.enumerated() where abs(value - value.rounded()) > most {
            (column, most) = (index, abs(value - value.rounded()))
        }
        return column
    }
}
