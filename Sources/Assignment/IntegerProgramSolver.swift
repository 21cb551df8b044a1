/// Solves linear relaxations and integer programs; GLPK is one, brute force another.
package protocol IntegerProgramSolver: Sendable {
    /// What reports call the solver, with its version.
    var name: String { get }

    /// Solves the program without integrality.
    ///
    /// - Parameters:
    ///   - program: the program.
    ///   - startingBasis: where to begin; a basis that does not fit or is singular is passed over.
    ///   - timeLimit: when to give up, or `nil`.
    /// - Returns: the optimum, or why there is none.
    /// - Throws: when the solver itself fails; an infeasible program is an answer, not an error.
    func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> LinearSolution

    /// Solves the program with every column an integer, to proven optimality unless the time ends first.
    ///
    /// - Parameters:
    ///   - program: the program.
    ///   - startingBasis: where to begin with its relaxation, as above.
    ///   - timeLimit: when to stop with the best point found, or `nil`.
    /// - Returns: the best point found, which keeps all rows exactly, and whether it is optimal.
    /// - Throws: when the solver itself fails.
    func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> IntegerSolution

    /// As above, under watch; a solver that cannot be watched works on as without.
    func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?, watch: ProgramWatch
    ) throws -> LinearSolution

    /// As above, under watch.
    func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?, watch: ProgramWatch
    ) throws -> IntegerSolution
}

extension IntegerProgramSolver {
    package func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?, watch: ProgramWatch
    ) throws -> LinearSolution {
        try relaxation(program, startingBasis: startingBasis, timeLimit: timeLimit)
    }

    package func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?, watch: ProgramWatch
    ) throws -> IntegerSolution {
        try solve(program, startingBasis: startingBasis, timeLimit: timeLimit)
    }
}

/// Why a program solver stopped.
package enum ProgramStatus: String, Sendable, Equatable {
    /// Optimal, as far as the solver's arithmetic can tell.
    case optimal
    /// No point keeps all rows.
    case infeasible
    /// The objective has no bound.
    case unbounded
    /// The time was over.
    case timeLimit
    /// The watch asked it to stop.
    case interrupted
    /// The solver gave up for numerical reasons.
    case failed
    /// The solver refused the model.
    case invalidModel
}

/// Which variables are basic; rows stand for their own slack.
package struct Basis: Sendable, Equatable {
    /// Where a variable stands.
    package enum Status: UInt8, Sendable {
        /// In the basis.
        case basic
        /// At its lower bound.
        case lower
        /// At its upper bound.
        case upper
    }

    /// One status for every row.
    package var rows: [Status]
    /// One status for every column.
    package var columns: [Status]

    package init(rows: [Status], columns: [Status]) {
        self.rows = rows
        self.columns = columns
    }

    /// Whether it has a status for every row and column of a program.
    package func fits(_ program: IntegerProgram) -> Bool {
        rows.count == program.rows.count && columns.count == program.columnCount
    }
}

/// An answer in floating point: a guide for what to look at, never a proof.
package struct LinearSolution: Sendable {
    /// Why the solver stopped; the rest means something only when `optimal`.
    package let status: ProgramStatus
    /// x_c.
    package let values: [Double]
    /// The multiplier of every row: ≥ 0 where its upper bound holds it, ≤ 0 where its lower bound does.
    package let rowDuals: [Double]
    /// Σ objective_c x_c.
    package let objective: Double
    /// Where the solver ended.
    package let basis: Basis?
    /// The solver's own words.
    package let words: String

    package init(
        status: ProgramStatus, values: [Double] = [], rowDuals: [Double] = [], objective: Double = 0,
        basis: Basis? = nil, words: String
    ) {
        self.status = status
        self.values = values
        self.rowDuals = rowDuals
        self.objective = objective
        self.basis = basis
        self.words = words
    }
}

/// An answer in integers.
package struct IntegerSolution: Sendable {
    /// Why the solver stopped.
    package let status: ProgramStatus
    /// The best point found, which keeps all rows exactly, or `nil`.
    package let values: [Int]?
    /// The solver's own words.
    package let words: String

    package init(status: ProgramStatus, values: [Int]? = nil, words: String) {
        self.status = status
        self.values = values
        self.words = words
    }
}
