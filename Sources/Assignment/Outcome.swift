/// Why a solver stopped.
package enum Termination: String, Sendable, Equatable {
    /// It had nothing left to do.
    case optimal
    /// No choice of edges keeps every limit and fills every vertex that must be filled.
    case infeasible
    /// The time was over.
    case timeLimit
    /// Somebody asked it to stop (`Interruption`).
    case interrupted
    /// What was found is as close to the bound as the options ask for.
    case gapReached
    /// Two computations that must agree did not, or the program solver failed.
    case numericalTrouble
    /// The program solver refused the model.
    case invalidModel
}

/// What the solver claims of its solution; a separate question from why it stopped.
package enum Claim: Sendable, Equatable {
    /// Every goal is at its best value, and the certificate says why.
    case provenOptimal
    /// Every goal is within its certificate's gap of its best value.
    case withinGap
    /// There is no solution to speak of.
    case none
}

/// What became of a problem: why the solver stopped, what it claims, and its own words, kept apart.
package struct AssignmentOutcome: Sendable {
    /// Why the solver stopped.
    package let termination: Termination
    /// What it claims of `solution`.
    package let claim: Claim
    /// The solver's own words, in the order in which things happened.
    package let words: [String]
    /// The chosen edges with their certificate, or `nil` when there is none.
    package let solution: MatchSolution?
    /// An answer that the independent check refused: for finding the fault, never to be used.
    package let refused: MatchSolution?
    /// What cannot hold together, when `termination` is `infeasible`.
    package let infeasibility: Infeasibility?
    /// Where the time went, and how large the programs were; never part of a result.
    package let statistics: SolverStatistics

    package init(
        termination: Termination, claim: Claim, words: [String] = [], solution: MatchSolution? = nil,
        refused: MatchSolution? = nil, infeasibility: Infeasibility? = nil,
        statistics: SolverStatistics = SolverStatistics()
    ) {
        self.termination = termination
        self.claim = claim
        self.words = words
        self.solution = solution
        self.refused = refused
        self.infeasibility = infeasibility
        self.statistics = statistics
    }
}

/// Where the time went, for benchmarks and logs; it never decides anything.
package struct SolverStatistics: Sendable, Equatable {
    /// Time in the combinatorial start.
    package var start: Duration = .zero
    /// Time inside the program solver, building included.
    package var programs: Duration = .zero
    /// The whole call.
    package var total: Duration = .zero
    /// Edges looked at in the combinatorial start, one as often as it was looked at: what the start cost, whatever the
    /// machine.
    package var scannedEdges = 0
    /// Number of linear relaxations and integer programs handed over.
    package var programCount = 0
    /// Columns of the largest of them.
    package var largestProgram = 0

    package init() {}
}
