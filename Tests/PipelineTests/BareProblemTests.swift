import Assignment
import Foundation
import Pipeline
import Records
import TestSupport
import Testing

/// Answers with one given edge of a–x 3, a–y 5, b–y 4 and the bound that multipliers of 0 prove: 12.
private struct HastySolver: AssignmentSolver {
    let edge: Int

    func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
        let value = problem.goals[0].weights[edge]
        let zeros = [Int128](repeating: 0, count: 2)
        let proof = GoalProof(
            value: value, bound: 12, scale: 1, left: zeros, right: zeros, limits: [], held: [], dualValue: 12,
            method: .open(gap: 12 - value))
        let solution = MatchSolution(
            edges: [edge], goalValues: [value],
            certificate: Certificate(goals: [proof], edgeTotal: Int128(edge) + 1))
        return AssignmentOutcome(termination: .timeLimit, claim: .withinGap, solution: solution)
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
