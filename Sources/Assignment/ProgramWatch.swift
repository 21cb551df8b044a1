/// Looks over a program solver's shoulder during one call: tells it to stop, and is told how far it is.
package struct ProgramWatch {
    /// Who may ask it to stop, or `nil`.
    package let interruption: Interruption?
    /// Called a few times a second at most, on the thread that solves.
    package let progress: (ProgramProgress) -> Void

    package init(interruption: Interruption?, progress: @escaping (ProgramProgress) -> Void = { _ in }) {
        self.interruption = interruption
        self.progress = progress
    }
}

/// How far branch and bound is, in floating point: for the eye only.
package struct ProgramProgress: Sendable, Equatable {
    /// Σ objective_c x_c of the best integer point found, or `nil` when there is none.
    package let best: Double?
    /// What no integer point surpasses.
    package let bound: Double?

    package init(best: Double?, bound: Double?) {
        self.best = best
        self.bound = bound
    }
}
