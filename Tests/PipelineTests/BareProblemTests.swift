import Assignment
import Foundation
import Pipeline
import Records
import Reporting
import Synchronization
import TestSupport
import Testing

/// Answers with one given edge of a–x 3, a–y 5, b–y 4 and the bound that multipliers of 0 prove: 12.
private struct HastySolver: AssignmentSolver {
    let edge: Int
    /// The value that it states, where that is not the true one.
    var stated: Int?
    var termination = Termination.timeLimit

    func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
        let value = stated ?? problem.goals[0].weights[edge]
        options.progress?(
            SolverProgress(phase: .integerProgram, goal: 0, columns: 3, value: value, bound: 12))
        let zeros = [Int128](repeating: 0, count: 2)
        let proof = GoalProof(
            value: value, bound: 12, scale: 1, left: zeros, right: zeros, limits: [], held: [], dualValue: 12,
            method: .open(gap: 12 - value))
        let solution = MatchSolution(
            edges: [edge], goalValues: [value],
            certificate: Certificate(goals: [proof], edgeTotal: Int128(edge) + 1))
        return AssignmentOutcome(termination: termination, claim: .withinGap, solution: solution)
    }
}

/// Finds nothing.
private struct IdleSolver: AssignmentSolver {
    func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
        AssignmentOutcome(termination: .timeLimit, claim: .none, words: ["nothing"])
    }
}

@Suite struct BareProblemTests {
    private let folder: TemporaryFolder
    private let files: BareFiles

    init() throws {
        folder = try TemporaryFolder()
        files = BareFiles(
            graph: try folder.write("left,right,weight\na,x,3\na,y,5\nb,y,4\n", to: "graph.csv"))
    }

    private func result(_ solver: any AssignmentSolver) throws -> BareResult {
        let output = BareProblem.Output(
            pairs: folder.path("pairs.csv"), certificate: folder.path("proof.json"), replaces: false)
        return try BareProblem(
            files: files, objective: BareObjective(goals: "best-fit", cover: nil), timeLimit: .zero,
            solver: solver
        ).solve(writingTo: output)
    }

    @Test("an unfinished proof is given with its bound and gap, in numbers and in words")
    func gap() throws {
        let result = try result(HastySolver(edge: 1))
        let line = Data(try result.json().utf8)
        let json = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
        #expect(json["status"] as? String == "gap" && json["gap"] as? Int == 7)
        #expect(json["weight"] as? Int == 5 && json["bound"] as? Int == 12)
        #expect(
            result.summary.en == "1 pairs, weight 5 (bound 12, gap). The time was over before the proof was "
                + "complete: best-fit may be up to 7 better (bound 12)")
        #expect(result.summary.ja.contains("あと最大 7"))
        let checked = try BareVerification(
            files: files, cover: nil, result: folder.path("pairs.csv"), certificate: folder.path("proof.json")
        ).run()
        #expect(checked[1].en == "best-fit 5: not proven best; it may be up to 7 better (bound 12).")
    }

    @Test("an answer that fails its check is written with its problem, in numbers, and fails there as well")
    func refused() throws {
        let error = #expect(throws: PipelineError.self) { try result(HastySolver(edge: 1, stated: 9)) }
        #expect(error?.exitCode == 70)
        let place = folder.path("pairs.csv.failed-check")
        #expect(
            error?.lines(in: .en).contains { $0.hasPrefix("  musubi verify '\(place)/graph.csv'") } == true)
        #expect(try folder.entries() == ["graph.csv", "pairs.csv.failed-check"])
        #expect(
            try folder.text(of: "pairs.csv.failed-check/graph.csv")
                == "left,right,weight\nL1,R1,3\nL1,R2,5\nL2,R2,4\n")
        let again = #expect(throws: PipelineError.self) {
            try BareVerification(
                files: BareFiles(
                    graph: "\(place)/graph.csv", leftCapacities: "\(place)/left.csv",
                    rightCapacities: "\(place)/right.csv"),
                cover: nil, result: "\(place)/result.csv", certificate: "\(place)/certificate.json"
            ).run()
        }
        guard case .refuted(let findings) = again else {
            Issue.record("\(String(describing: again))")
            return
        }
        #expect(findings.allSatisfy { $0.en.contains("9") } && !findings.isEmpty)
        // A second failure does not touch the first one's folder.
        #expect(throws: PipelineError.self) { try result(HastySolver(edge: 1, stated: 9)) }
        #expect(try folder.entries().count == 3)
    }

    @Test("progress is told with goal, best found, bound and gap; an interrupted answer says so")
    func interrupted() throws {
        let told = Mutex<[Bilingual]>([])
        let result = try BareProblem(
            files: files, objective: BareObjective(goals: "best-fit", cover: nil), timeLimit: nil,
            solver: HastySolver(edge: 1, termination: .interrupted)
        ).solve(writingTo: .init(pairs: nil, replaces: false)) { stage in told.withLock { $0.append(stage) } }
        let stages = told.withLock { $0 }
        #expect(stages.map(\.en).contains("searching (best-fit): found 5 of at most 12, gap 7"))
        #expect(stages.map(\.ja).contains("探索中・「best-fit」 これまでの最良 5（上限 12、差 7）"))
        #expect(
            result.summary.en.contains("Interrupted before the proof was complete: best-fit may be up to 7"))
        #expect(result.summary.ja.contains("中断されたため"))
        #expect(try result.json().contains("\"interrupted\":true"))
    }

    @Test("a text is cut to the columns of a terminal, of which Japanese letters take two")
    func width() {
        #expect(TerminalWidth.columns(of: "探索 12") == 7)
        #expect(TerminalWidth.fitted("探索 12", to: 7) == "探索 12")
        #expect(TerminalWidth.fitted("探索 12", to: 6) == "探索 …")
        #expect(TerminalWidth.fitted("探索 12", to: 4) == "探…")
        #expect(TerminalWidth.fitted("abc", to: 0) == "")
    }

    @Test("where nothing was found in time the exit code is 69 and nothing is written")
    func nothing() throws {
        #expect {
            try result(IdleSolver())
        } throws: { error in
            (error as? PipelineError)?.exitCode == 69
        }
        #expect(try folder.entries() == ["graph.csv"])
    }
}

@Suite struct BareObjectiveTests {
    @Test("goals stand in the order of the list; the short form covers the left side too")
    func lists() throws {
        let list = try BareObjective(goals: "least-cost,most-pairs", cover: .right)
        #expect(list.goals == [.leastCost, .mostPairs] && list.cover == .right)
        let short = try BareObjective(goals: "least-cost-perfect", cover: nil)
        #expect(short.goals == [.leastCost] && short.cover == .left)
        #expect(try BareObjective(goals: "least-cost-perfect", cover: .right).cover == .both)
    }

    @Test("unknown, repeated and opposed goals are refused")
    func refused() {
        #expect(throws: BareObjectiveError.unknown("")) { try BareObjective(goals: "", cover: nil) }
        #expect(throws: BareObjectiveError.unknown("best")) { try BareObjective(goals: "best", cover: nil) }
        #expect(throws: BareObjectiveError.repeated(.mostPairs)) {
            try BareObjective(goals: "most-pairs,best-fit,most-pairs", cover: nil)
        }
        #expect(throws: BareObjectiveError.opposed) {
            try BareObjective(goals: "least-cost,best-fit", cover: nil)
        }
    }
}
