import Assignment
import Foundation
import Glibc

/// Where the time of a run went; kept apart from everything that must be the same twice.
package struct Timings: Encodable, Sendable {
    /// A stage of the run: elapsed seconds, and seconds of processor time over all threads.
    package struct Lap: Encodable, Sendable {
        package let stage: String
        package let seconds: Double
        package let cpuSeconds: Double
    }

    /// What the stage `solve` was made of.
    package struct Solver: Encodable, Sendable {
        /// Elapsed seconds in the combinatorial start.
        package let start: Double
        /// Elapsed seconds inside the program solver.
        package let programs: Double
        /// Edges looked at in the combinatorial start, one as often as it was looked at; the same on every machine.
        package let scannedEdges: Int
        /// Relaxations and integer programs handed to it.
        package let programCount: Int
        /// Columns of the largest of them.
        package let largestProgram: Int

        init(_ statistics: SolverStatistics) {
            start = Stopwatch.seconds(statistics.start)
            programs = Stopwatch.seconds(statistics.programs)
            scannedEdges = statistics.scannedEdges
            programCount = statistics.programCount
            largestProgram = statistics.largestProgram
        }
    }

    /// The stages, in their order.
    package let laps: [Lap]
    /// From the beginning of the first stage to the end of the last.
    package let total: Double
    package let solver: Solver
    /// Largest resident set of the process, in MiB.
    package let peakMemory: Int
}

/// Measures the stages of a run.
struct Stopwatch {
    private let begun = ContinuousClock.now
    private var last = ContinuousClock.now
    private var lastProcessorTime = Stopwatch.processorTime()
    private(set) var laps: [Timings.Lap] = []

    mutating func lap(_ stage: String) {
        let (now, processorTime) = (ContinuousClock.now, Stopwatch.processorTime())
        laps.append(
            Timings.Lap(
                stage: stage, seconds: Stopwatch.seconds(now - last),
                cpuSeconds: Stopwatch.seconds(processorTime - lastProcessorTime)))
        (last, lastProcessorTime) = (now, processorTime)
    }

    func timings(_ statistics: SolverStatistics) -> Timings {
        Timings(
            laps: laps, total: Stopwatch.seconds(ContinuousClock.now - begun),
            solver: Timings.Solver(statistics), peakMemory: Stopwatch.peakMemory())
    }

    /// Largest resident set of this program, in MiB; 0 where the system does not tell.
    ///
    /// Not `ru_maxrss`, which a process inherits from the larger one that started it.
    static func peakMemory() -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return 0 }
        return kibibytes / 1024
    }

    /// Processor time of the process so far, all threads together.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// To the tenth of a millisecond.
    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return (Double(seconds) * 10_000 + (Double(attoseconds) / 1e14).rounded()) / 10_000
    }
}
