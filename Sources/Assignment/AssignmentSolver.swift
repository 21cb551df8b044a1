/// Anything that can solve an `AssignmentProblem`; the conformance suite of the test kit says what it owes.
package protocol AssignmentSolver: Sendable {
    /// Solves a problem. Deterministic as long as no time limit ends it: the same problem gives the same edges.
    func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome
}

extension AssignmentSolver {
    /// Solves a problem without a time limit, to proven optimality.
    package func solve(_ problem: AssignmentProblem) -> AssignmentOutcome {
        solve(problem, options: SolverOptions())
    }
}

/// How long to try, how good is good enough, and whom to tell.
package struct SolverOptions: Sendable {
    /// When to stop with the best found so far, or `nil`.
    package var timeLimit: Duration?
    /// A goal whose value is within this distance of its bound needs no further work; 0 asks for the optimum.
    package var acceptableGap: Int
    /// An answer to a similar problem to begin from, or `nil`.
    ///
    /// The values of the goals do not depend on it; among equally good answers another may be chosen.
    package var startingPoint: StartingPoint?
    /// Who may ask the solver to stop with the best found so far, or `nil`.
    package var interruption: Interruption?
    /// Called now and then, on the thread that solves.
    package var progress: (@Sendable (SolverProgress) -> Void)?
    /// The clock for the time limit and the statistics.
    package var clock: any Clock<Duration>

    package init(
        timeLimit: Duration? = nil, acceptableGap: Int = 0, startingPoint: StartingPoint? = nil,
        interruption: Interruption? = nil,
        progress: (@Sendable (SolverProgress) -> Void)? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.timeLimit = timeLimit
        self.acceptableGap = acceptableGap
        self.startingPoint = startingPoint
        self.interruption = interruption
        self.progress = progress
        self.clock = clock
    }
}

/// Where a solver is.
package struct SolverProgress: Sendable, Equatable {
    /// What it is doing.
    package enum Phase: String, Sendable, Equatable {
        /// Shortest augmenting paths over the whole graph.
        case start
        /// The program solver confirms the start.
        case confirmation
        /// Linear relaxations with column generation.
        case relaxation
        /// Branch and bound on a core.
        case integerProgram
        /// Finding out which limits cannot hold together.
        case diagnosis
        /// The independent check.
        case verification
    }

    /// What the solver is doing.
    package let phase: Phase
    /// The goal it is settling, when it settles one at a time.
    package let goal: Int?
    /// Columns of the program in hand, or edges of the graph.
    package let columns: Int
    /// The best value so far of `goal`.
    package let value: Int?
    /// What `goal` cannot surpass.
    package let bound: Int?

    package init(phase: Phase, goal: Int? = nil, columns: Int, value: Int? = nil, bound: Int? = nil) {
        self.phase = phase
        self.goal = goal
        self.columns = columns
        self.value = value
        self.bound = bound
    }
}
