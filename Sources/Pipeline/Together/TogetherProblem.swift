import Assignment
import Compatibility
import Programmes
import Records

/// The problems of several programmes side by side in one graph, tied together by the hours of the people who volunteer
/// in more than one of them.
struct TogetherProblem {
    let problem: AssignmentProblem
    /// First edge of every part, and the number of all edges.
    private let starts: [Int]
    /// The part of every goal.
    private let partOfGoal: [Int]
    /// The limits on the hours of a volunteer's week.
    private let hours: [Limit]

    init(
        _ parts: [TogetherPart], goals: [(part: Int, goal: ProgrammeGoal)], hours available: [PersonID: Int],
        held: HeldWeeks
    ) throws(PipelineError) {
        var starts = [0]
        var (lefts, rights): ([Int32], [Int32]) = ([], [])
        var capacities: (left: [Int], right: [Int]) = ([], [])
        var limits: [Limit] = []
        var locked: [Int] = []
        for part in parts {
            let (problem, edges, start) = (
                part.problem.problem, part.candidates.edges, starts[starts.count - 1]
            )
            let (left, right) = (Int32(capacities.left.count), Int32(capacities.right.count))
            lefts += edges.residents.map { $0 + left }
            rights += edges.volunteers.map { $0 + right }
            capacities.left += problem.leftCapacities
            capacities.right += problem.rightCapacities
            limits += problem.limits.map { $0.shifted(by: start) }
            locked += problem.locked.map { $0 + start }
            starts.append(start + edges.count)
        }
        let hours = TogetherProblem.hours(parts, starts, available, held)
        do {
            let graph = try BipartiteGraph(
                leftCount: capacities.left.count, rightCount: capacities.right.count, sortedLeft: lefts,
                right: rights)
            problem = try AssignmentProblem(
                graph: graph, leftCapacities: capacities.left, rightCapacities: capacities.right,
                goals: goals.map { part, goal in
                    let own = parts[part].reading.programme.goals.firstIndex(of: goal) ?? 0
                    var weights = Array(repeating: 0, count: lefts.count)
                    for (edge, weight) in parts[part].problem.problem.goals[own].weights.enumerated() {
                        weights[starts[part] + edge] = weight
                    }
                    return Goal(name: "\(part)-\(goal.name)", weights: weights)
                },
                limits: limits + hours, locked: locked)
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
        self.starts = starts
        self.hours = hours
        partOfGoal = goals.map(\.part)
    }

    /// For every volunteer with hours and candidates: a limit for each week with candidates or errands taken on before, and
    /// one for the weeks without; what the ledger holds is taken off.
    private static func hours(
        _ parts: [TogetherPart], _ starts: [Int], _ available: [PersonID: Int], _ held: HeldWeeks
    ) -> [Limit] {
        var everyWeek: [PersonID: [Limit.Term]] = [:]
        var weeks: [PersonID: [Int: [Limit.Term]]] = [:]
        for (index, part) in parts.enumerated() {
            let ids = part.reading.cohort.volunteers.ids
            for (number, edge) in part.candidates.edges.enumerated()
            where available[ids[edge.volunteer]] != nil {
                let (week, minutes) = part.minutes(ofEdge: number)
                guard minutes > 0 else { continue }
                let term = Limit.Term(edge: starts[index] + number, coefficient: minutes)
                if let week {
                    weeks[ids[edge.volunteer], default: [:]][week, default: []].append(term)
                } else {
                    everyWeek[ids[edge.volunteer], default: []].append(term)
                }
            }
        }
        return Set(everyWeek.keys).union(weeks.keys).sorted().flatMap { id -> [Limit] in
            let (always, own) = (everyWeek[id] ?? [], weeks[id] ?? [:])
            // A pair takes its hours also in weeks in which the ledger holds errands and nothing new is asked for.
            let mondays = Set(own.keys).union(held.weeks[id]?.keys.map(\.self) ?? []).sorted()
            func left(_ week: Int?) -> Int { held.left(id, of: available[id] ?? 0, week: week) }
            let sums =
                mondays.isEmpty
                ? [(always, left(nil))] : mondays.map { (always + (own[$0] ?? []), left($0)) }
            return sums.filter { terms, most in terms.reduce(0) { $0 + $1.coefficient } > most }.map {
                Limit(name: "hours-of-the-week", terms: $0, atMost: $1)
            }
                + exclusions(
                    always, mondays.flatMap { week in (own[week] ?? []).map { ($0, left(week)) } }, left(nil))
        }
    }

    /// What follows from the hours in whole pairs, and what a relaxation in halves of a pair would miss: an errand that
    /// leaves no time for a pair is instead of all of them.
    ///
    ///     Σ pairs + k · errand ≤ k,      k pairs fill the hours
    private static func exclusions(
        _ pairs: [Limit.Term], _ errands: [(term: Limit.Term, most: Int)], _ most: Int
    ) -> [Limit] {
        guard let shortest = pairs.map(\.coefficient).min(), shortest <= most else { return [] }
        let full = most / shortest
        let each = pairs.map { Limit.Term(edge: $0.edge) }
        return errands.filter {
            $0.term.coefficient + shortest > $0.most && $0.term.coefficient <= $0.most
        }.map { errand in
            Limit(
                name: "hours-of-the-week",
                terms: each + [Limit.Term(edge: errand.term.edge, coefficient: full)], atMost: full)
        } + (each.count > full ? [Limit(name: "hours-of-the-week", terms: each, atMost: full)] : [])
    }

    /// What of a solution belongs to a part, with the part's own edge numbers.
    func solution(_ solution: MatchSolution, ofPart part: Int) -> MatchSolution {
        let range = starts[part]..<starts[part + 1]
        let edges = solution.edges.filter(range.contains).map { $0 - starts[part] }
        let levels = partOfGoal.indices.filter { partOfGoal[$0] == part }
        var certificate = solution.certificate
        certificate.goals = levels.map { solution.certificate.goals[$0] }
        return MatchSolution(
            edges: edges, goalValues: levels.map { solution.goalValues[$0] }, certificate: certificate)
    }

    /// What the limits on hours leave to one part when the others keep their pairs, as rows over the part's edges.
    func remaining(_ solution: MatchSolution, forPart part: Int) -> [LimitRow] {
        let range = starts[part]..<starts[part + 1]
        let chosen = Set(solution.edges)
        return hours.compactMap { limit in
            let own = limit.terms.filter { range.contains($0.edge) }
            guard !own.isEmpty, let most = limit.upper else { return nil }
            let used = limit.terms.filter { !range.contains($0.edge) && chosen.contains($0.edge) }
                .reduce(0) { $0 + $1.coefficient }
            return LimitRow(
                id: limit.name, label: Bilingual(limit.name), asks: Bilingual(""), scale: .minutes,
                limit: Limit(
                    name: limit.name,
                    terms: own.map { Limit.Term(edge: $0.edge - starts[part], coefficient: $0.coefficient) },
                    atMost: most - used))
        }
    }
}

extension Limit {
    /// The same limit over edges whose numbers are so much higher.
    fileprivate func shifted(by start: Int) -> Limit {
        Limit(
            name: name, terms: terms.map { Term(edge: $0.edge + start, coefficient: $0.coefficient) },
            atLeast: lower, atMost: upper)
    }
}
