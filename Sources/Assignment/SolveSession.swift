/// What one call of `CertifiedAssignmentSolver` keeps from beginning to end: the clock, the words, the figures.
final class SolveSession {
    let options: SolverOptions
    private let programSolver: any IntegerProgramSolver
    private let elapsed: () -> Duration
    private(set) var words: [String] = []
    private(set) var statistics = SolverStatistics()

    init(_ programSolver: any IntegerProgramSolver, _ options: SolverOptions) {
        self.programSolver = programSolver
        self.options = options
        elapsed = Self.stopwatch(options.clock)
    }

    /// Whether the time limit has passed.
    var isOver: Bool { options.timeLimit.map { elapsed() >= $0 } ?? false }

    /// Adds a sentence to the outcome's words.
    func say(_ sentence: String) { words.append(sentence) }

    /// Tells the caller where the solver is.
    func report(_ progress: SolverProgress) { options.progress?(progress) }

    /// Solves a core without integrality.
    func relax(_ core: CoreProgram, from basis: Basis?) throws -> LinearSolution {
        try timed(core) { try programSolver.relaxation($0, startingBasis: basis, timeLimit: $1) }
    }

    /// Solves a core with integrality.
    func solve(_ core: CoreProgram, from basis: Basis?) throws -> IntegerSolution {
        try timed(core) { try programSolver.solve($0, startingBasis: basis, timeLimit: $1) }
    }

    /// Runs the combinatorial start and notes its time.
    func timedStart<Result>(_ body: () -> Result) -> Result {
        let before = elapsed()
        defer { statistics.start += elapsed() - before }
        return body()
    }

    /// An outcome with everything said and counted so far.
    func outcome(
        _ termination: Termination, _ claim: Claim, solution: MatchSolution? = nil,
        infeasibility: Infeasibility? = nil
    ) -> AssignmentOutcome {
        statistics.total = elapsed()
        return AssignmentOutcome(
            termination: termination, claim: claim, words: words, solution: solution,
            infeasibility: infeasibility, statistics: statistics)
    }

    private func timed<Result>(
        _ core: CoreProgram, _ body: (IntegerProgram, Duration?) throws -> Result
    ) rethrows -> Result {
        let before = elapsed()
        statistics.programCount += 1
        statistics.largestProgram = max(statistics.largestProgram, core.program.columnCount)
        defer { statistics.programs += elapsed() - before }
        return try body(core.program, options.timeLimit.map { max(.zero, $0 - before) })
    }

    private static func stopwatch(_ clock: some Clock<Duration>) -> () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}

/// Why a solve cannot go on; becomes a termination.
enum SolverTrouble: Error {
    /// The time is over.
    case timeLimit
    /// Two computations disagree, or the program solver gave up.
    case numerical(String)
    /// The program solver refused the model.
    case invalidModel(String)

    /// The trouble that a program's status means, if it means any.
    init?(_ status: ProgramStatus, words: String) {
        switch status {
        case .optimal, .infeasible: return nil
        case .timeLimit: self = .timeLimit
        case .invalidModel: self = .invalidModel(words)
        case .failed, .unbounded: self = .numerical(words)
        }
    }
}
