import Assignment
import Intake
package import Records

/// The outcome of `solve`.
package struct BareResult: Sendable {
    let edges: EdgeList
    let outcome: AssignmentOutcome
    let solution: MatchSolution
    var timings: Timings?

    init(edges: EdgeList, outcome: AssignmentOutcome, solution: MatchSolution) {
        self.edges = edges
        self.outcome = outcome
        self.solution = solution
    }

    func timed(_ timings: Timings) -> BareResult {
        var copy = self
        copy.timings = timings
        return copy
    }

    private struct Summary: Encodable {
        var schema = 1
        var status: String
        var pairs: Int
        var weight: Int
        var bound: Int
        var seconds: [String: Double]
    }

    private var summaryValues: Summary {
        let proof = solution.certificate.goals.last
        var bound = proof?.bound ?? 0
        if case .branchAndBound? = proof?.method { bound = proof?.value ?? 0 }
        let laps = timings?.laps.map { ($0.stage, $0.seconds) } ?? []
        return Summary(
            status: outcome.claim == .provenOptimal ? "optimal" : "gap", pairs: solution.edges.count,
            weight: solution.goalValues.last ?? 0, bound: bound,
            seconds: Dictionary(laps, uniquingKeysWith: { first, _ in first }))
    }

    /// One line: `{"bound":9,"pairs":3,…}`.
    package func json() throws -> String { try JSONText.line(summaryValues) }

    /// The outcome in a sentence.
    package var summary: Bilingual {
        let values = summaryValues
        return Bilingual(
            ja: "\(values.pairs)組、重み \(values.weight)（上界 \(values.bound)、\(values.status)）",
            en: "\(values.pairs) pairs, weight \(values.weight) (bound \(values.bound), \(values.status))")
    }

    /// The chosen pairs as CSV lines, by left and then by right id.
    package var pairLines: [String] {
        ["left,right,weight"]
            + solution.edges.map { edge in
                let left = edges.leftIDs[Int(edges.left[edge])].text
                let right = edges.rightIDs[Int(edges.right[edge])].text
                return "\(BareResult.quoted(left)),\(BareResult.quoted(right)),\(edges.weight[edge])"
            }
    }

    var csv: [UInt8] { Array((pairLines.joined(separator: "\n") + "\n").utf8) }

    /// RFC 4180: ids go back exactly as they came.
    private static func quoted(_ id: String) -> String {
        guard id.utf8.contains(where: { [0x0A, 0x0D, 0x22, 0x2C, 0x20].contains($0) }) else { return id }
        return "\"" + id.replacing("\"", with: "\"\"") + "\""
    }
}
