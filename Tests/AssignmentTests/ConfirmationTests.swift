import Assignment
import GLPKSolver
import Synchronization
import TestKit
import Testing

/// What the program solver is handed to confirm a start.
@Suite struct ConfirmationTests {
    private func confirm(
        _ problem: AssignmentProblem, from start: StartingPoint? = nil
    ) throws -> (solution: MatchSolution, calls: [Call]) {
        let recorder = Recorder()
        let outcome = CertifiedAssignmentSolver(programSolver: recorder)
            .solve(problem, options: SolverOptions(startingPoint: start))
        #expect(outcome.claim == .provenOptimal, "\(outcome.words)")
        let solution = try #require(outcome.solution)
        #expect(verify(solution, problem).isEmpty)
        #expect(outcome.statistics.programCount == recorder.calls.count)
        return (solution, recorder.calls)
    }

    @Test(
        "many people are confirmed in many small parts, from bases in which GLPK finds nothing to pivot",
        arguments: [(4_000, 8_000), (4_000, 4_000), (4_000, 3_000)])
    func parts(_ left: Int, _ right: Int) throws {
        var generator = ProblemGenerator(seed: 7)
        let (solution, calls) = try confirm(generator.sparse(left: left, right: right, degree: 12))
        #expect(calls.count > 1)
        for call in calls {
            #expect(call.words == "the starting basis is optimal")
            #expect(call.program.columnCount < 4_000)
        }
        #expect(calls.reduce(0) { $0 + $1.chosen } == solution.edges.count)
    }

    @Test("vertices of several places on both sides, and such that must be filled: nothing to pivot either")
    func severalPlaces() throws {
        var generator = ProblemGenerator(seed: 8)
        let one = try generator.sparse(left: 500, right: 300, degree: 9, capacities: 1...4)
        let places = one.leftCapacities.indices.map { 1 + $0 % 3 }
        let problem = try AssignmentProblem(
            graph: one.graph, leftCapacities: places, rightCapacities: one.rightCapacities, goals: one.goals)
        let (solution, calls) = try confirm(problem)
        #expect(calls.allSatisfy { $0.words == "the starting basis is optimal" })
        // Whoever has all places filled without being asked to can be asked to.
        var used = [Int](repeating: 0, count: 500)
        for edge in solution.edges { used[one.graph.left(of: edge)] += 1 }
        let full = places.indices.filter { used[$0] == places[$0] }
        let again = try confirm(
            AssignmentProblem(
                graph: one.graph, leftCapacities: places, rightCapacities: one.rightCapacities,
                goals: one.goals,
                mustFillLeft: full))
        #expect(again.solution.goalValues == solution.goalValues)
        #expect(again.calls.allSatisfy { $0.words == "the starting basis is optimal" })
    }

    @Test(
        "after a change of some weights GLPK sees the pairs that are new, in what the others leave of the places",
        arguments: [1...1, 1...4])
    func changed(places: ClosedRange<Int>) throws {
        var generator = ProblemGenerator(seed: 9)
        var random = SplitMix64(seed: 9)
        let one = try generator.sparse(left: 900, right: 600, degree: 9, capacities: places)
        let problem = try one.with(leftCapacities: (0..<900).map { min(places.upperBound, 1 + $0 % 3) })
        let first = try confirm(problem)
        let start = try #require(StartingPoint(first.solution, of: problem))
        #expect(try confirm(problem, from: start).calls.isEmpty)
        let fit = problem.goals[1].weights.map { random.once(in: 100) ? random.number(in: 0...10_000) : $0 }
        let changed = try problem.with(goals: [problem.goals[0], Goal(name: "fit", weights: fit)])
        let again = try confirm(changed, from: start)
        let new = Set(again.solution.edges).subtracting(first.solution.edges)
        #expect(!new.isEmpty && new.count < again.solution.edges.count / 4, "\(new.count)")
        #expect(again.calls.reduce(0) { $0 + $1.chosen } == new.count)
        #expect(again.calls.allSatisfy { $0.words == "the starting basis is optimal" })
        let afresh = try confirm(changed)
        #expect(again.solution.goalValues == afresh.solution.goalValues)
        let columns = [again, afresh].map { $0.calls.reduce(0) { $0 + $1.program.columnCount } }
        #expect(columns[0] * 3 < columns[1], "\(columns)")
    }

    @Test("a tree of equal weights longer than a part is cut, and what is left has roots of its own")
    func longTree() throws {
        // L0 - R0 - L1 - R1 - ... : every edge worth 5, so all of it is tight and one tree.
        let count = 5_000
        let edges = (0..<count).flatMap { index in
            index + 1 < count
                ? [(left: index, right: index), (left: index + 1, right: index)]
                : [(left: index, right: index)]
        }
        let graph = try BipartiteGraph(leftCount: count, rightCount: count, edges: edges)
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: count),
            rightCapacities: .init(repeating: 1, count: count),
            goals: [
                Goal(name: "pairs", weights: edges.map { _ in 1 }),
                Goal(name: "fit", weights: edges.map { _ in 5 }),
            ])
        let (solution, calls) = try confirm(problem)
        #expect(solution.goalValues == [count, 5 * count])
        #expect(calls.count >= 5)
        #expect(calls.allSatisfy { $0.words == "the starting basis is optimal" })
    }
}

/// One integer program, and what GLPK said of its basis.
private struct Call {
    let program: IntegerProgram
    let words: String
    let chosen: Int
}

/// GLPK, which is asked about every basis as well.
private final class Recorder: IntegerProgramSolver {
    let name = "recorder"
    private let seen = Mutex<[Call]>([])

    var calls: [Call] { seen.withLock { $0 } }

    func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> LinearSolution {
        try GLPKProgramSolver().relaxation(program, startingBasis: startingBasis, timeLimit: timeLimit)
    }

    func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> IntegerSolution {
        let linear = try relaxation(program, startingBasis: startingBasis, timeLimit: nil)
        let answer = try GLPKProgramSolver().solve(
            program, startingBasis: startingBasis, timeLimit: timeLimit)
        let chosen = answer.values?.reduce(0, +) ?? 0
        seen.withLock { $0.append(Call(program: program, words: linear.words, chosen: chosen)) }
        return answer
    }
}
