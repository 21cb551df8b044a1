import Synchronization

/// A request to stop early, from another thread to the solver that listens for it.
///
/// Passed in with the options; the solver looks at it several times a second, and ends as it does when its
/// time is over: with the best found so far.
package final class Interruption: Sendable {
    private enum State {
        static let idle: UInt8 = 0
        static let listening: UInt8 = 1
        static let requested: UInt8 = 2
    }

    private let state = Atomic<UInt8>(State.idle)

    package init() {}

    /// Whether somebody asked the solver to stop.
    package var isRequested: Bool { state.load(ordering: .relaxed) == State.requested }

    /// Asks the solver to stop.
    ///
    /// - Returns: whether a solver heard it, and it was the first; otherwise nothing will come of it.
    package func request() -> Bool {
        state.compareExchange(
            expected: State.listening, desired: State.requested, ordering: .relaxed
        ).exchanged
    }

    /// Runs a solver that listens; outside of `body` every request is refused.
    package func whileListening<Result>(_ body: () throws -> Result) rethrows -> Result {
        _ = state.compareExchange(expected: State.idle, desired: State.listening, ordering: .relaxed)
        // What was asked for stays asked for; what was not cannot be any more.
        defer {
            _ = state.compareExchange(expected: State.listening, desired: State.idle, ordering: .relaxed)
        }
        return try body()
    }
}
