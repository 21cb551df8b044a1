import Assignment
import Foundation
import Programmes
import Records
import Reporting

/// What a run was made of, for audits: everything that decides its bytes, and nothing that changes between
/// two runs on the same input.
struct Manifest: Encodable {
    struct Input: Encodable {
        var role: String
        /// Name without its folder: where the file lay does not matter.
        var file: String
        var sha256: String
        var rows: Int?
        var quarantined: Int?
    }

    struct Output: Encodable {
        var file: String
        var sha256: String
        var bytes: Int
    }

    struct GoalResult: Encodable {
        var goal: String
        var value: Int
        var bound: Int
        var method: String
    }

    struct SolverResult: Encodable {
        var name: String
        /// `optimal` or `gap`.
        var status: String
        var termination: String
        var claim: String
        var goals: [GoalResult]
    }

    var schema = 1
    var musubi: String
    var programme: String
    var asOf: String
    var language: String
    var inputs: [Input]
    var outputs: [Output]
    var solver: SolverResult

    init(
        _ report: MatchReport, solved: SolvedMatch, inputs: [Input],
        outputs: [(name: String, bytes: [UInt8])], language: Language
    ) {
        musubi = report.header.version
        programme = report.header.programmeID
        asOf = report.header.asOf.description
        self.language = language.rawValue
        self.inputs = inputs
        self.outputs = outputs.map {
            Output(file: $0.name, sha256: Digest.sha256($0.bytes), bytes: $0.bytes.count)
        }
        solver = SolverResult(
            name: report.certificate.solver, status: report.certificate.status,
            termination: solved.outcome.termination.rawValue, claim: "\(solved.outcome.claim)",
            goals: zip(report.certificate.goals, solved.solution.certificate.goals).map { goal, proof in
                let method = Manifest.method(proof.method)
                let isLowest = goal.name == ProgrammeGoal.raiseLowest.name
                return GoalResult(
                    goal: goal.name, value: goal.value, bound: goal.bound,
                    method: isLowest ? Manifest.method(solved.lowestFit, reached: method) : method)
            })
    }

    /// How the lowest fit was proved: that the value is reached, and that the next fit is not.
    private static func method(_ fit: LowestFit?, reached: String) -> String {
        guard let fit else { return reached }
        let first = "no pair below \(fit.value): \(reached)"
        guard let next = fit.next else { return first + "; no pair fits better" }
        return first + "; at least \(next.below) below \(next.fit): \(method(next.method))"
    }

    private static func method(_ method: GoalProof.Method) -> String {
        switch method {
        case .duals: "duals"
        case .branchAndBound(let edges, let gap): "branch and bound (kernel of \(edges) edges, gap \(gap))"
        case .open(let gap): "open (gap \(gap))"
        }
    }

    /// Pretty-printed with sorted keys.
    func bytes() throws -> [UInt8] {
        try Manifest.json(self)
    }

    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }
}
