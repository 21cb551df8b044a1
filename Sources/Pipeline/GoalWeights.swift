import Assignment
import Compatibility
import Intake
import Programmes
import Records

/// What each candidate pair counts in the goals of a programme.
struct GoalWeights {
    let reading: CohortReading
    let edges: Candidates.EdgeList
    let waitingDays: [Int?]

    /// A goal over all candidate pairs.
    func goal(_ goal: ProgrammeGoal) -> Goal {
        let cohort = reading.cohort
        switch goal {
        case .mostPairs:
            return Goal(name: goal.name, weights: .constant(1, count: edges.count))
        case .longestWaiting:
            let days = waitingDays.map { Int32(clamping: $0 ?? 0) }
            return Goal(name: goal.name, weights: .smallest(edges.residents.map { days[Int($0)] }))
        case .bestFit:
            return Goal(name: goal.name, weights: .smallest(edges.fits))
        case .cover(let group):
            let members = group.members(in: cohort).map { $0 ? 1 as Int32 : 0 }
            let people = group.side == .resident ? edges.residents : edges.volunteers
            return Goal(name: goal.name, weights: .smallest(people.map { members[Int($0)] }))
        case .raiseLowest:
            return GoalWeights.below(0, edges: edges, locked: [])
        case .fewestChanges:
            let previous = Set(reading.previous.map(\.pair))
            let (residents, volunteers) = (cohort.residents.ids, cohort.volunteers.ids)
            return Goal(
                name: goal.name,
                weights: .smallest(
                    edges.map { edge in
                        let pair = PairKey(
                            volunteer: volunteers[edge.volunteer], resident: residents[edge.resident])
                        return previous.contains(pair) ? 1 : 0
                    }))
        }
    }

    /// As few pairs as possible below a fit, locked ones apart: 0 is reached exactly where the lowest fit can
    /// be that high.
    static func below(_ fit: Int, edges: Candidates.EdgeList, locked: Set<Int>) -> Goal {
        Goal(
            name: ProgrammeGoal.raiseLowest.name,
            weights: .smallest(
                edges.fits.enumerated().map { $1 < fit && !locked.contains($0) ? 1 : 0 }),
            sense: .minimise)
    }
}

extension EdgeWeights {
    /// Weights that are known to be narrow, in nothing at all where they are equal.
    fileprivate static func smallest(_ weights: [Int32]) -> EdgeWeights {
        guard let first = weights.first, weights.contains(where: { $0 != first }) else {
            return .constant(Int(weights.first ?? 0), count: weights.count)
        }
        return EdgeWeights(weights)
    }
}
