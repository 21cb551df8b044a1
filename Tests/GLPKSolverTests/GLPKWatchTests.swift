import Assignment
import GLPKSolver
import Synchronization
import TestKit
import Testing

@Suite struct GLPKWatchTests {
    /// `agents` take `jobs`, each job once, within hours that are scarce: relaxations of this kind are far
    /// from the truth, and branch and bound takes minutes. (Type D of Chu and Beasley's generalised
    /// assignments.)
    private func scarceHours(agents: Int, jobs: Int) throws -> IntegerProgram {
        var random = SplitMix64(seed: 7)
        let hours = (0..<agents * jobs).map { _ in Int.random(in: 1...100, using: &random) }
        let noise = hours.map { _ in Int.random(in: -10...10, using: &random) }
        let capacities = (0..<agents).map { agent in
            stride(from: agent, to: hours.count, by: agents).reduce(0) { $0 + hours[$1] } * 8 / 10 / agents
        }
        var program = IntegerProgram(
            rows: (0..<jobs).map { _ in .init(lower: 1, upper: 1) } + capacities.map { .init(upper: $0) })
        for (pair, hours) in hours.enumerated() {
            let (job, agent) = pair.quotientAndRemainder(dividingBy: agents)
            try program.addColumn(
                objective: hours - 111 + noise[pair], upperBound: nil,
                entries: [(job, 1), (jobs + agent, hours)])
        }
        return program
    }

    /// Runs a body whose interruption listens, as a solver does.
    private func listening<Result>(_ body: (Interruption) throws -> Result) rethrows -> Result {
        let interruption = Interruption()
        return try interruption.whileListening { try body(interruption) }
    }

    @Test("branch and cut tells its best point and its bound, and stops with that point when asked to")
    func branchAndCut() throws {
        let program = try scarceHours(agents: 10, jobs: 60)
        let reported = Mutex<[ProgramProgress]>([])
        let answer = try listening { interruption in
            let watch = ProgramWatch(interruption: interruption) { progress in
                reported.withLock { $0.append(progress) }
                if progress.best != nil { _ = interruption.request() }
            }
            return try GLPKProgramSolver().solve(
                program, startingBasis: nil, timeLimit: nil, watch: watch)
        }
        #expect(answer.status == .interrupted, "\(answer.words)")
        let values = try #require(answer.values)
        #expect(program.admits(values))
        let last = try #require(reported.withLock { $0.last })
        let (best, bound) = (try #require(last.best), try #require(last.bound))
        let worth = zip(values, program.objective).reduce(0) { $0 + $1.0 * $1.1 }
        // Another point may have been found between the report and the stop.
        #expect(best <= Double(worth) && Double(worth) <= bound)
    }

    @Test("the simplex method stops in its midst when asked to, and GLPK is usable afterwards")
    func simplex() throws {
        var random = SplitMix64(seed: 1)
        let side = 400
        var program = IntegerProgram(rows: (0..<2 * side).map { _ in .init(upper: 1) })
        for pair in 0..<side * side {
            try program.addColumn(
                objective: Int.random(in: 1...1000, using: &random), upperBound: nil,
                entries: [(pair / side, 1), (side + pair % side, 1)])
        }
        let answer = try listening { interruption in
            _ = interruption.request()
            return try GLPKProgramSolver().relaxation(
                program, startingBasis: nil, timeLimit: nil, watch: ProgramWatch(interruption: interruption))
        }
        #expect(answer.status == .interrupted)
        #expect(answer.values.isEmpty)
        var small = IntegerProgram(rows: [.init(upper: 1)])
        try small.addColumn(objective: 1, upperBound: 1, entries: [(0, 1)])
        #expect(try GLPKProgramSolver().solve(small, startingBasis: nil, timeLimit: nil).values == [1])
    }
}
