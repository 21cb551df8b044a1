import Assignment
import GLPKSolver
import Synchronization

/// A program solver that always answers "all zero, optimal".
struct EmptyHanded: IntegerProgramSolver {
    let name = "empty-handed"

    func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> LinearSolution {
        LinearSolution(
            status: .optimal, values: .init(repeating: 0, count: program.columnCount),
            rowDuals: .init(repeating: 0, count: program.rows.count), words: "zero")
    }

    func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> IntegerSolution {
        IntegerSolution(
            status: .optimal, values: .init(repeating: 0, count: program.columnCount), words: "zero")
    }
}

/// GLPK, but out of time, or of its depth, after the first integer program.
final class OneIntegerProgram: IntegerProgramSolver {
    let name = "one integer program"
    private let solved = Atomic(false)
    private let status: ProgramStatus

    init(then status: ProgramStatus = .timeLimit) { self.status = status }

    func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> LinearSolution {
        try GLPKProgramSolver().relaxation(program, startingBasis: startingBasis, timeLimit: timeLimit)
    }

    func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> IntegerSolution {
        if solved.exchange(true, ordering: .relaxed) {
            return IntegerSolution(status: status, words: "no more")
        }
        return try GLPKProgramSolver().solve(program, startingBasis: startingBasis, timeLimit: timeLimit)
    }
}

/// Collects phases from a callback.
final class Phases: Sendable {
    private let phases = Mutex<[SolverProgress.Phase]>([])

    var all: [SolverProgress.Phase] { phases.withLock { $0 } }

    func append(_ phase: SolverProgress.Phase) { phases.withLock { $0.append(phase) } }
}

/// Collects everything from a callback.
final class Told: Sendable {
    private let progress = Mutex<[SolverProgress]>([])

    var all: [SolverProgress] { progress.withLock { $0 } }

    func append(_ progress: SolverProgress) { self.progress.withLock { $0.append(progress) } }
}
