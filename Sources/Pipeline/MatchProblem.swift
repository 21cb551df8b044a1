import Assignment
import Compatibility
import Programmes
import Records

/// The assignment problem of a run: people become vertices, candidate pairs edges.
///
/// Left vertices are residents and right vertices volunteers, both by their index in the sorted tables; the
/// edge numbers are the positions in `Candidates.edges`. Sorted ids make the numbering, and with it the choice
/// among equally good assignments, independent of the order of the rows.
struct MatchProblem {
    let problem: AssignmentProblem
    let residentPlaces: [Int]
    let volunteerPlaces: [Int]
    /// Whole days since each resident applied, never negative; `nil` where the date is missing.
    let waitingDays: [Int?]

    init(_ reading: CohortReading, candidates: Candidates, locked: [Int]) throws(PipelineError) {
        let cohort = reading.cohort
        let programme = reading.programme
        residentPlaces = MatchProblem.places(of: cohort.residents, programme.capacities[.resident])
        volunteerPlaces = MatchProblem.places(of: cohort.volunteers, programme.capacities[.volunteer])
        let edges = candidates.edges.map { (left: $0.resident, right: $0.volunteer) }
        waitingDays = MatchProblem.waitingDays(cohort, programme)
        let waiting = waitingDays
        let goals = programme.goals.map { goal in
            let weights =
                switch goal {
                case .mostPairs: Array(repeating: 1, count: edges.count)
                case .longestWaiting: candidates.edges.map { waiting[$0.resident] ?? 0 }
                case .bestFit: candidates.edges.map(\.fit)
                }
            return Goal(name: goal.rawValue, weights: weights)
        }
        do {
            let graph = try BipartiteGraph(
                leftCount: cohort.residents.count, rightCount: cohort.volunteers.count, edges: edges)
            problem = try AssignmentProblem(
                graph: graph, leftCapacities: residentPlaces, rightCapacities: volunteerPlaces, goals: goals,
                limits: MatchProblem.oncePerPair(candidates, cohort, programme), locked: locked)
        } catch AssignmentProblemError.locksExceedCapacity(let side, let vertex, let locked, let places) {
            let table = side == .left ? cohort.residents : cohort.volunteers
            throw .tooManyLocks(table.ids[vertex], locked: locked, places: places)
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// How many partners each person may have: 1 unless the programme or their row says otherwise.
    private static func places(of table: PersonTable, _ capacity: Capacity?) -> [Int] {
        switch capacity {
        case .field(let field)?: table.numbers(field).map { max(0, $0 ?? 1) }
        case .fixed(let number)?: Array(repeating: number, count: table.count)
        case nil: Array(repeating: 1, count: table.count)
        }
    }

    private static func waitingDays(_ cohort: Cohort, _ programme: Programme) -> [Int?] {
        guard let field = programme.waitingSince else {
            return Array(repeating: nil, count: cohort.residents.count)
        }
        return cohort.residents.dates(field).map { date in date.map { max(0, cohort.asOf - $0) } }
    }

    /// Where people stand on several rows, two people are still paired at most once: one limit for each two
    /// people with several edges between their rows.
    private static func oncePerPair(
        _ candidates: Candidates, _ cohort: Cohort, _ programme: Programme
    ) -> [Limit] {
        guard programme.people.values.contains(where: \.repeats) else { return [] }
        let residents = firstRows(of: cohort.residents)
        let volunteers = firstRows(of: cohort.volunteers)
        var edgesOfPair: [Int: [Int]] = [:]
        for (number, edge) in candidates.edges.enumerated() {
            let pair = residents[edge.resident] * cohort.volunteers.count + volunteers[edge.volunteer]
            edgesOfPair[pair, default: []].append(number)
        }
        return edgesOfPair.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { edges in
            let edge = candidates.edges[edges[0]]
            let name = "\(cohort.residents.ids[edge.resident]) × \(cohort.volunteers.ids[edge.volunteer])"
            return Limit(name: name, terms: edges.map { Limit.Term(edge: $0) }, atMost: 1)
        }
    }

    /// For each row the first row of the same person.
    private static func firstRows(of table: PersonTable) -> [Int] {
        var first = Array(0..<table.count)
        for row in first.indices.dropFirst() where table.ids[row] == table.ids[row - 1] {
            first[row] = first[row - 1]
        }
        return first
    }
}
