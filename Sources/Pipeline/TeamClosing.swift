import Assignment
import Compatibility
import Programmes
import Records

/// Who gets no partner where not everybody can have their fewest, and the programme says `or-none`.
///
/// Either none or at least l_r partners is no linear bound over pairs. With a further vertex, joined to every
/// such person r by an edge y_r that belongs to no goal but the first, it is two:
///
///     Σ_{e at r} x_e + l_r y_r ≥ l_r        Σ_{e at r} x_e + c_r y_r ≤ c_r
///
/// The first goal is the fewest y_r; the programme's own follow, so that among equally many the choice is theirs
/// (but for `raise-lowest`, which is no sum and is settled with the choice made). The problem that is then solved
/// and proved leaves those people out.
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
        if !reading.programme.orNone.isEmpty {
            let all = try MatchProblem(
                reading, candidates: candidates, locked: locked, conflicts: conflicts, fillsTeams: true)
            if let solved = try solving(all).attempt() { return (all, solved) }
        }
        let problem = try self.problem(solver: solver, options: options)
        return (problem, try solving(problem).run())
    }

    /// The match problem without the people who are left out.
    func problem(solver: any AssignmentSolver, options: SolverOptions) throws(PipelineError) -> MatchProblem {
        let whole = try MatchProblem(reading, candidates: candidates, locked: locked, conflicts: conflicts)
        let teams = self.teams(whole)
        if teams.isEmpty { return whole }
        let solving = MatchSolving(whole, candidates, reading.programme, solver: solver, options: options)
        let order = self.order(teams, whole.problem.graph)
        let answer: (outcome: AssignmentOutcome, solution: MatchSolution)
        do throws(PipelineError) {
            answer = try solving.answer(try extended(whole.problem, teams, order))
        } catch {
            // Limits that closing teams does not mend are explained as ever.
            if case .infeasible = error { return whole }
            throw error
        }
        guard answer.outcome.claim == .provenOptimal else {
            throw .solverStopped(answer.outcome.termination, words: answer.outcome.words)
        }
        let chosen = answer.solution.edges.map { order[$0] }.filter { $0 >= candidates.edges.count }
        let left = chosen.map { teams[$0 - candidates.edges.count] }
        if left.isEmpty { return whole }
        let closed = Dictionary(grouping: left, by: \.side).mapValues { Set($0.map(\.person)) }
        return try MatchProblem(
            reading, candidates: candidates, locked: locked, conflicts: conflicts, closed: closed)
    }

    /// Somebody who has none or at least so many partners.
    private struct Team {
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

    /// The candidate pairs, then an edge for every team.
    private func edges(_ teams: [Team], _ graph: BipartiteGraph) -> [(left: Int, right: Int)] {
        let further = teams.map { team in
            team.side == .resident
                ? (left: team.person, right: graph.rightCount) : (left: graph.leftCount, right: team.person)
        }
        return candidates.edges.map { (left: $0.resident, right: $0.volunteer) } + further
    }

    /// Which of `edges` has each number of the graph, which sorts them by their ends.
    private func order(_ teams: [Team], _ graph: BipartiteGraph) -> [Int] {
        let edges = edges(teams, graph)
        return edges.indices.sorted { edges[$0] < edges[$1] }
    }

    /// The problem with an edge for every team that is chosen where the team has nobody.
    private func extended(
        _ problem: AssignmentProblem, _ teams: [Team], _ order: [Int]
    ) throws(PipelineError) -> AssignmentProblem {
        let count = candidates.edges.count
        let graph = problem.graph
        var number = Array(repeating: 0, count: order.count)
        for (place, edge) in order.enumerated() { number[edge] = place }
        var limits = problem.limits.map { $0.renumbered(number) }
        for (index, team) in teams.enumerated() {
            let pairs = limits[team.limit].terms
            func closing(_ coefficient: Int) -> [Limit.Term] {
                pairs + [Limit.Term(edge: number[count + index], coefficient: coefficient)]
            }
            limits[team.limit] = Limit(
                name: limits[team.limit].name, terms: closing(team.least), atLeast: team.least)
            limits.append(Limit(name: "closed", terms: closing(team.most), atMost: team.most))
        }
        let fewest = Goal(
            name: "fewest-closed",
            weights: order.map { $0 < count ? 0 : 1 }, sense: .minimise)
        let own = problem.goals.filter { $0.name != ProgrammeGoal.raiseLowest.name }
        do {
            return try AssignmentProblem(
                graph: try BipartiteGraph(
                    leftCount: graph.leftCount + 1, rightCount: graph.rightCount + 1,
                    edges: edges(teams, graph)),
                // A closing edge takes one of the team's own places, so the team has one more.
                leftCapacities: raised(problem.leftCapacities, teams, .resident) + [teams.count],
                rightCapacities: raised(problem.rightCapacities, teams, .volunteer) + [teams.count],
                goals: [fewest]
                    + own.map { goal in
                        Goal(
                            name: goal.name, weights: order.map { $0 < count ? goal.weights[$0] : 0 },
                            sense: goal.sense)
                    },
                limits: limits, locked: problem.locked.map { number[$0] })
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    private func raised(_ places: [Int], _ teams: [Team], _ side: Side) -> [Int] {
        var places = places
        for team in teams where team.side == side { places[team.person] += 1 }
        return places
    }
}

extension Limit {
    /// The same limit over edges with other numbers.
    fileprivate func renumbered(_ number: [Int]) -> Limit {
        Limit(
            name: name,
            terms: terms.map { Term(edge: number[$0.edge], coefficient: $0.coefficient) }
                .sorted { $0.edge < $1.edge },
            atLeast: lower, atMost: upper)
    }
}
