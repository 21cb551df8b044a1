import Assignment
import Intake
package import Records

/// The outcome of `solve`.
package struct BareResult: Sendable {
    let instance: BareInstance
    let outcome: AssignmentOutcome
    let solution: MatchSolution
    var timings: Timings?

    init(instance: BareInstance, outcome: AssignmentOutcome, solution: MatchSolution) {
        self.instance = instance
        self.outcome = outcome
        self.solution = solution
    }

    func timed(_ timings: Timings) -> BareResult {
        var copy = self
        copy.timings = timings
        return copy
    }

    private struct GoalSummary: Encodable {
        var goal: String
        var value: Int
        /// What is proven: the value where branch and bound closed the distance.
        var bound: Int

        init(_ goal: BareGoal, _ proof: GoalProof) {
            self.goal = goal.rawValue
            value = proof.value
            bound = proof.bound
            if case .branchAndBound = proof.method { bound = proof.value }
        }

        var gap: Int { abs(bound - value) }
    }

    private struct Summary: Encodable {
        var schema = 1
        var status: String
        /// Whether the user ended the solve.
        var interrupted: Bool
        var pairs: Int
        /// Sum of the chosen weights.
        var weight: Int
        /// Of the goal about the weight; of the last goal where none is.
        var bound: Int
        /// Of the first goal that is not proven; 0 when all are.
        var gap: Int
        var goals: [GoalSummary]
        /// The only part that differs between two runs on the same input.
        var timings: Timings?
    }

    private var summaryValues: Summary {
        let proofs = zip(instance.objective.goals, solution.certificate.goals)
        let goals = proofs.map { GoalSummary($0, $1) }
        let aboutWeight = goals.first { $0.goal != BareGoal.mostPairs.rawValue } ?? goals.last
        return Summary(
            status: outcome.claim == .provenOptimal ? "optimal" : "gap",
            interrupted: outcome.termination == .interrupted, pairs: solution.edges.count,
            weight: solution.edges.reduce(0) { $0 + instance.edges.weight[$1] },
            bound: aboutWeight?.bound ?? 0, gap: goals.first { $0.gap != 0 }?.gap ?? 0, goals: goals,
            timings: timings)
    }

    /// One line: `{"bound":9,"gap":0,…}`.
    package func json() throws -> String { try JSONText.line(summaryValues) }

    /// The outcome in a sentence, or two where the proof is not complete.
    package var summary: Bilingual {
        let values = summaryValues
        let open = values.goals.filter { $0.gap != 0 }
        let sentence = Bilingual(
            ja: "\(values.pairs)組、重み \(values.weight)（上界 \(values.bound)、\(values.status)）",
            en: "\(values.pairs) pairs, weight \(values.weight) (bound \(values.bound), \(values.status))")
        guard !open.isEmpty else { return sentence }
        let rest = Bilingual.join(
            open.map {
                Bilingual(
                    ja: "\($0.goal) はあと最大 \($0.gap) 良くなる可能性があります（上界 \($0.bound)）",
                    en: "\($0.goal) may be up to \($0.gap) better (bound \($0.bound))")
            })
        return values.interrupted
            ? Bilingual(
                ja: "\(sentence.ja)。中断されたため、最適とは証明できていません: \(rest.ja)",
                en: "\(sentence.en). Interrupted before the proof was complete: \(rest.en)")
            : Bilingual(
                ja: "\(sentence.ja)。時間内に最適とは証明できませんでした: \(rest.ja)",
                en: "\(sentence.en). The time was over before the proof was complete: \(rest.en)")
    }

    /// The chosen pairs as a CSV file, by left and then by right id; ids go back exactly as they came.
    package var csv: [UInt8] {
        let edges = instance.edges
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
