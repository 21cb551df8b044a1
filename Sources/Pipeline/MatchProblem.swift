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
    /// The goal `raise-lowest` stands in it with weights of 0: `MatchSolving` finds its threshold.
    let problem: AssignmentProblem
    /// The programme's limits, row by row; those that are not redundant come first in `problem.limits`.
    let rows: [LimitRow]
    let residentPlaces: [Int]
    let volunteerPlaces: [Int]
    /// Whole days since each resident applied, never negative; `nil` where the date is missing.
    let waitingDays: [Int?]
    /// People who must have more partners than they have candidates or places for, and get none.
    let tooFewCandidates: [Side: Set<Int>]
    /// People who get no partner so that others have their fewest (`or-none`).
    let closed: [Side: Set<Int>]

    /// The problem; with `fillsTeams`, teams of one size (`or-none`) are vertices to be filled and no limits.
    ///
    /// Without other limits such a problem is as fast as one without teams. `graph` is that of an earlier problem over the
    /// same candidates.
    init(
        _ reading: CohortReading, candidates: Candidates, locked: [Int], conflicts: ErrandConflicts? = nil,
        closed: [Side: Set<Int>] = [:], fillsTeams: Bool = false, graph known: BipartiteGraph? = nil
    ) throws(PipelineError) {
        let cohort = reading.cohort
        let programme = reading.programme
        let places = Dictionary(
            uniqueKeysWithValues: Side.allCases.map { side in
                (side, MatchProblem.places(of: cohort[side], programme.capacities[side]))
            })
        residentPlaces = places[.resident] ?? []
        volunteerPlaces = places[.volunteer] ?? []
        waitingDays = MatchProblem.waitingDays(cohort, programme)
        let weights = GoalWeights(
            reading: reading, edges: candidates.edges, waitingDays: waitingDays)
        let tooFew = MatchProblem.tooFewCandidates(reading, candidates, places)
        tooFewCandidates = tooFew
        self.closed = closed
        var rows = try LimitBuilder(
            cohort: cohort, programme: programme, candidates: candidates, places: places,
            memory: reading.memory, closed: closed
        ).rows()
        var full: [Side: [Int]] = [:]
        if fillsTeams {
            for index in rows.indices {
                guard
                    let side = programme.orNone.first(where: { rows[index].id == "capacity-\($0.rawValue)" }),
                    let first = rows[index].limit.terms.first
                else { continue }
                let edge = candidates.edges[first.edge]
                let person = side == .resident ? edge.resident : edge.volunteer
                guard rows[index].limit.lower == (places[side] ?? [])[person] else { continue }
                rows[index].isRedundant = true
                full[side, default: []].append(person)
            }
        }
        self.rows = rows
        let capacities = Side.allCases.map { side in
            (places[side] ?? []).enumerated().map {
                tooFew[side]?.contains($0) == true || closed[side]?.contains($0) == true ? 0 : $1
            }
        }
        do {
            let graph =
                try known
                ?? BipartiteGraph(
                    leftCount: cohort.residents.count, rightCount: cohort.volunteers.count,
                    sortedLeft: candidates.edges.residents, right: candidates.edges.volunteers)
            problem = try AssignmentProblem(
                graph: graph, leftCapacities: capacities[1], rightCapacities: capacities[0],
                goals: programme.goals.map(weights.goal),
                limits: rows.filter { !$0.isRedundant }.map(\.limit)
                    + MatchProblem.oncePerPair(candidates, cohort, programme)
                    + (conflicts?.limits(candidates.edges) ?? []), locked: locked,
                mustFillLeft: full[.resident] ?? [], mustFillRight: full[.volunteer] ?? [])
        } catch AssignmentProblemError.locksExceedCapacity(let side, let vertex, let locked, let places) {
            let table = side == .left ? cohort.residents : cohort.volunteers
            throw .tooManyLocks(table.ids[vertex], locked: locked, places: places)
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// Nobody is better than too few: who cannot have the fewest partners asked for gets none.
    private static func tooFewCandidates(
        _ reading: CohortReading, _ candidates: Candidates, _ places: [Side: [Int]]
    ) -> [Side: Set<Int>] {
        let residents = reading.cohort.residents.ids.indices.map { candidates.edges(ofResident: $0).count }
        let counts: [Side: [Int]] = [.resident: residents, .volunteer: candidates.volunteerDegrees]
        return Dictionary(
            uniqueKeysWithValues: Side.allCases.map { side in
                let least = LimitBuilder.leastPartners(side, reading.cohort, reading.programme)
                let short = least.indices.filter {
                    least[$0] > min((counts[side] ?? [])[$0], (places[side] ?? [])[$0])
                }
                return (side, Set(short))
            })
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
