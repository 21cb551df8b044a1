import Assignment
import Compatibility
import Intake
import Programmes
import Records

/// What each candidate pair counts in the goals of a programme.
struct GoalWeights {
    let reading: CohortReading
    let edges: [Candidates.Edge]
    let waitingDays: [Int?]

    /// A goal over all candidate pairs.
    func goal(_ goal: ProgrammeGoal) -> Goal {
        let cohort = reading.cohort
        switch goal {
        case .mostPairs:
            return Goal(name: goal.name, weights: Array(repeating: 1, count: edges.count))
        case .longestWaiting:
            return Goal(name: goal.name, weights: edges.map { waitingDays[$0.resident] ?? 0 })
        case .bestFit:
            return Goal(name: goal.name, weights: edges.map(\.fit))
        case .cover(let group):
            let members = group.members(in: cohort)
            return Goal(
                name: goal.name,
                weights: edges.map { members[group.side == .resident ? $0.resident : $0.volunteer] ? 1 : 0 })
        case .raiseLowest:
            return GoalWeights.below(0, edges: edges, locked: [])
        case .fewestChanges:
            let previous = Set(reading.previous.map(\.pair))
            let (residents, volunteers) = (cohort.residents.ids, cohort.volunteers.ids)
            return Goal(
                name: goal.name,
                weights: edges.map { edge in
                    let pair = PairKey(
                        volunteer: volunteers[edge.volunteer], resident: residents[edge.resident])
                    return previous.contains(pair) ? 1 : 0
                })
        }
    }

    /// As few pairs as possible below a fit, locked ones apart: 0 is reached exactly where the lowest fit can
    /// be that high.
    static func below(_ fit: Int, edges: [Candidates.Edge], locked: Set<Int>) -> Goal {
        Goal(
            name: ProgrammeGoal.raiseLowest.name,
            weights: edges.enumerated().map { $1.fit < fit && !locked.contains($0) ? 1 : 0 }, sense: .minimise
        )
    }
}
