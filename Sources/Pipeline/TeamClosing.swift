import Assignment
import Compatibility
import Programmes
import Records

/// Who gets no partner where not everybody can have their fewest, and the programme says `or-none`.
///
/// As few as possible go without; among equally few, the programme's goals decide (`ClosingProblem`): where places alone
/// decide about teams of one size, over the pairs of those who compete for them, else over all pairs. The problem that
/// is then solved and proved leaves those people out.
struct TeamClosing {
    let reading: CohortReading
    let candidates: Candidates
    let locked: [Int]
    let conflicts: ErrandConflicts?

    /// The solved problem: with every team where all can be had, else without those who are left out.
    func solve(
        solver: any AssignmentSolver, options: SolverOptions
    ) throws(PipelineError) -> (problem: MatchProblem, solved: SolvedMatch) {
        func solving(_ problem: MatchProblem) -> MatchSolving {
            MatchSolving(problem, candidates, reading.programme, solver: solver, options: options)
        }
        if reading.programme.orNone.isEmpty {
            let problem = try whole()
            return (problem, try solving(problem).run())
        }
        let contest = try contest()
        // Where places alone decide, it is known that not all can be had; else it is tried.
        if !contest.isApart || contest.teams.isEmpty {
            let all = try whole(fillsTeams: true, like: contest.match)
            if let solved = try solving(all).attempt() { return (all, solved) }
        }
        let closed = try closed(in: contest, solver: solver, options: options)
        let filled = try whole(closed: closed, fillsTeams: true, like: contest.match)
        if let solved = try solving(filled).attempt() { return (filled, solved) }
        let problem = try whole(closed: closed, like: contest.match)
        return (problem, try solving(problem).run())
    }

    /// The match problem without the people who are left out.
    func problem(solver: any AssignmentSolver, options: SolverOptions) throws(PipelineError) -> MatchProblem {
        let contest = try contest()
        return try whole(
            closed: try closed(in: contest, solver: solver, options: options), like: contest.match)
    }

    private func whole(
        closed: [Side: Set<Int>] = [:], fillsTeams: Bool = false, like match: MatchProblem? = nil
    ) throws(PipelineError) -> MatchProblem {
        try MatchProblem(
            reading, candidates: candidates, locked: locked, conflicts: conflicts, closed: closed,
            fillsTeams: fillsTeams, graph: match?.problem.graph)
    }

    /// Teams of which some may have to go without.
    private struct Contest {
        let match: MatchProblem
        let teams: [Team]
        /// Whether places alone decide, so that these compete and all others can be had.
        let isApart: Bool
    }

    private func contest() throws(PipelineError) -> Contest {
        let match = try whole()
        let teams = self.teams(match)
        guard let competing = competing(teams, match) else {
            return Contest(match: match, teams: teams, isApart: false)
        }
        // Whatever becomes of those who compete, the others can all be had: no choice is theirs to lose.
        return Contest(match: match, teams: teams.filter { competing.contains($0.person) }, isApart: true)
    }

    /// The people who are left out.
    private func closed(
        in contest: Contest, solver: any AssignmentSolver, options: SolverOptions
    ) throws(PipelineError) -> [Side: Set<Int>] {
        if contest.teams.isEmpty { return [:] }
        let closing = try ClosingProblem(
            contest.match.problem, candidates.edges, teams: contest.teams, isApart: contest.isApart)
        let answer: (outcome: AssignmentOutcome, solution: MatchSolution)
        do throws(PipelineError) {
            answer = try solver.checkedAnswer(closing.problem, options: options)
        } catch {
            // Limits that closing teams does not mend are explained as ever.
            if case .infeasible = error { return [:] }
            throw error
        }
        guard answer.outcome.claim == .provenOptimal else {
            throw .solverStopped(answer.outcome.termination, words: answer.outcome.words)
        }
        return Dictionary(grouping: closing.closed(by: answer.solution), by: \.side)
            .mapValues { Set($0.map(\.person)) }
    }

    /// The residents' teams of one size that cannot all be had; `nil` where anything else than places decides.
    private func competing(_ teams: [Team], _ match: MatchProblem) -> Set<Int>? {
        let problem = match.problem
        let isTeam = Set(teams.map(\.person))
        guard teams.allSatisfy({ $0.side == .resident && $0.least == $0.most }),
            problem.limits.count == teams.count,
            !problem.locked.contains(where: { isTeam.contains(problem.graph.left(of: $0)) })
        else { return nil }
        var demands = Array(repeating: 0, count: problem.graph.leftCount)
        for team in teams { demands[team.person] = team.least }
        var places = problem.rightCapacities
        for edge in problem.locked { places[problem.graph.right(of: edge)] -= 1 }
        return Set(UnmetDemand(graph: problem.graph, demands: demands, capacities: places).competing)
    }

    /// Somebody who has none or at least so many partners.
    struct Team {
        let side: Side
        let person: Int
        /// Position of the row that asks for the fewest, among the limits of the problem.
        let limit: Int
        let least: Int
        let most: Int
    }

    private func teams(_ match: MatchProblem) -> [Team] {
        let rows = match.rows.filter { !$0.isRedundant }
        return rows.enumerated().compactMap { index, row in
            guard
                let side = reading.programme.orNone.first(where: { row.id == "capacity-\($0.rawValue)" }),
                let least = row.limit.lower, let first = row.limit.terms.first
            else { return nil }
            let edge = candidates.edges[first.edge]
            let person = side == .resident ? edge.resident : edge.volunteer
            let places = side == .resident ? match.residentPlaces : match.volunteerPlaces
            return Team(side: side, person: person, limit: index, least: least, most: places[person])
        }
    }
}
