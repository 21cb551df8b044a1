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

    /// The chosen pairs as a CSV file, by left and then by right id; ids go back exactly as they came.
    package var csv: [UInt8] {
        var bytes = Array("left,right,weight\n".utf8)
        for edge in solution.edges {
            let row = [
                edges.leftIDs[Int(edges.left[edge])].text, edges.rightIDs[Int(edges.right[edge])].text,
                String(edges.weight[edge]),
            ]
            CSVQuoting.append(row: row, lineEnd: [0x0A], to: &bytes)
        }
        return bytes
    }
}
