/// What one call of `CertifiedAssignmentSolver` keeps from beginning to end: the clock, the words, the figures.
final class SolveSession {
    let options: SolverOptions
    private let programSolver: any IntegerProgramSolver
    private let elapsed: () -> Duration
    private(set) var words: [String] = []
    private(set) var statistics = SolverStatistics()
    /// Whether a part of the search failed and the rest went on without it.
    private(set) var hasFailed = false
    private var latest: SolverProgress?

    init(_ programSolver: any IntegerProgramSolver, _ options: SolverOptions) {
        self.programSolver = programSolver
        self.options = options
        elapsed = Self.stopwatch(options.clock)
    }

    /// Whether the time limit has passed, or somebody asked to stop.
    var isOver: Bool { isInterrupted || (options.timeLimit.map { elapsed() >= $0 } ?? false) }

    private var isInterrupted: Bool { options.interruption?.isRequested ?? false }

    /// Adds a sentence to the outcome's words.
    func say(_ sentence: String) { words.append(sentence) }

    /// Notes why a part of the search failed, where something is known without it.
    func note(_ failure: any Error) {
        hasFailed = true
        if case SolverTrouble.numerical(let words) = failure { say(words) } else { say("\(failure)") }
    }

    /// Tells the caller where the solver is.
    func report(_ progress: SolverProgress) {
        latest = progress
        options.progress?(progress)
    }

    /// Solves a core without integrality.
    func relax(_ core: CoreProgram, from basis: Basis?) throws -> LinearSolution {
        let watch = ProgramWatch(interruption: options.interruption)
        return try timed(core) {
            try programSolver.relaxation($0, startingBasis: basis, timeLimit: $1, watch: watch)
        }
    }

    /// Solves a core with integrality.
    ///
    /// `elsewhere` is what a choice outside the core may be worth at most, where that is known; only then
    /// does the search within the core tell how good any choice can be.
    func solve(_ core: CoreProgram, from basis: Basis?, elsewhere: Int? = nil) throws -> IntegerSolution {
        relay(ProgramProgress(best: nil, bound: nil), of: core, elsewhere)
        let watch = ProgramWatch(interruption: options.interruption) { [self] in
            relay($0, of: core, elsewhere)
        }
        return try timed(core) {
            try programSolver.solve($0, startingBasis: basis, timeLimit: $1, watch: watch)
        }
    }

    /// Solves programs that have nothing to do with each other, on all cores.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - largest: columns of the largest.
    ///   - make: writes one of them, with the basis to begin from.
    /// - Returns: their answers in order.
    /// - Throws: what the first of them in order throws that throws.
    func solveAll(
        _ count: Int, largest: Int,
        make: @escaping @Sendable (Int) throws -> (program: IntegerProgram, basis: Basis)
    ) throws -> [IntegerSolution] {
        let before = elapsed()
        statistics.programCount += count
        statistics.largestProgram = max(statistics.largestProgram, largest)
        defer { statistics.programs += elapsed() - before }
        let timeLeft = options.timeLimit.map { max(.zero, $0 - before) }
        let (solver, interruption) = (programSolver, options.interruption)
        return try concurrently(count) { index in
            Swift.Result {
                let (program, basis) = try make(index)
                return try solver.solve(
                    program, startingBasis: basis, timeLimit: timeLeft,
                    watch: ProgramWatch(interruption: interruption))
            }
        }.map { try $0.get() }
    }

    /// Turns what branch and bound says of a core into what it means for the goal in hand.
    private func relay(_ progress: ProgramProgress, of core: CoreProgram, _ elsewhere: Int?) {
        guard let latest, let goal = latest.goal, goal == core.goal, latest.phase != .confirmation else {
            return
        }
        var value = latest.value.map(core.oriented)
        if let best = progress.best.flatMap(core.value) { value = max(best, value ?? best) }
        var bound = latest.bound.map(core.oriented)
        if let elsewhere, let inside = progress.bound.flatMap(core.value) {
            // Rounding must not show a bound below what was found.
            let most = max(inside, elsewhere, value ?? inside)
            bound = min(most, bound ?? most)
        }
        report(
            SolverProgress(
                phase: .integerProgram, goal: goal, columns: core.edges.count,
                value: value.map(core.oriented), bound: bound.map(core.oriented)))
    }

    /// Runs the combinatorial start and notes its time.
    func timedStart<Result>(_ body: () -> Result) -> Result {
        let before = elapsed()
        defer { statistics.start += elapsed() - before }
        return body()
    }

    /// Notes what the combinatorial start took.
    func note(_ start: SearchStatistics) { statistics.scannedEdges += start.scanned }

    /// An outcome with everything said and counted so far.
    func outcome(
        _ termination: Termination, _ claim: Claim, solution: MatchSolution? = nil,
        refused: MatchSolution? = nil, infeasibility: Infeasibility? = nil
    ) -> AssignmentOutcome {
        statistics.total = elapsed()
        // To the solver a request to stop is the end of its time; the user is told which it was.
        let termination = termination == .timeLimit && isInterrupted ? .interrupted : termination
        return AssignmentOutcome(
            termination: termination, claim: claim, words: words, solution: solution, refused: refused,
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
    /// The time is over, or somebody asked to stop.
    case timeLimit
    /// Two computations disagree, or the program solver gave up.
    case numerical(String)
    /// The program solver refused the model.
    case invalidModel(String)

    /// The trouble that a program's status means, if it means any.
    init?(_ status: ProgramStatus, words: String) {
        switch status {
        case .optimal, .infeasible: return nil
        case .timeLimit, .interrupted: self = .timeLimit
        case .invalidModel: self = .invalidModel(words)
        case .failed, .unbounded: self = .numerical(words)
        }
    }
}
