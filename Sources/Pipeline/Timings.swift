import Assignment
import Glibc

/// Where the time of a run went, in seconds; kept apart from everything that must be the same twice.
package struct Timings: Encodable, Sendable {
    package struct Lap: Encodable, Sendable {
        package let stage: String
        package let seconds: Double
    }

    package let laps: [Lap]
    package let total: Double
    /// Of `solve`: inside the program solver.
    package let programSolver: Double
    /// Largest resident set of the process, in MiB.
    package let peakMemory: Int
}

/// Measures the stages of a run.
struct Stopwatch {
    private let begun = ContinuousClock.now
    private var last = ContinuousClock.now
    private var laps: [Timings.Lap] = []

    mutating func lap(_ stage: String) {
        let now = ContinuousClock.now
        laps.append(Timings.Lap(stage: stage, seconds: Stopwatch.seconds(now - last)))
        last = now
    }

    func timings(_ statistics: SolverStatistics) -> Timings {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Timings(
            laps: laps, total: Stopwatch.seconds(ContinuousClock.now - begun),
            programSolver: Stopwatch.seconds(statistics.programs), peakMemory: usage.ru_maxrss / 1024)
    }

    /// To the millisecond.
    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return (Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded()) / 1000
    }
}
