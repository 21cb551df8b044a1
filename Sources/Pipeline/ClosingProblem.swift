import Assignment
import Compatibility
import Programmes
import Records

/// Which teams go without, as an assignment problem.
///
/// Either none or at least l_r partners is no linear bound over pairs. With a further vertex, joined to every
/// such person r by an edge y_r that belongs to no goal but the first, it is two:
///
///     Σ_{e at r} x_e + l_r y_r ≥ l_r        Σ_{e at r} x_e + c_r y_r ≤ c_r
///
/// The first goal is the fewest y_r; the programme's own follow, but for `raise-lowest`, which is no sum.
struct ClosingProblem {
    let problem: AssignmentProblem
    private let teams: [TeamClosing.Team]
    /// The team that each edge of the problem closes, `nil` for a pair.
    private let teamOfEdge: [Int?]

    /// Adds an edge for each team to a problem.
    ///
    /// `isApart` says that places alone decide about these teams: every other pair is then left aside, and the
    /// places that locked pairs take are gone.
    ///
    /// - Throws: `problem` where the numbers are too large.
    init(
        _ whole: AssignmentProblem, _ edges: Candidates.EdgeList, teams: [TeamClosing.Team], isApart: Bool
    ) throws(PipelineError) {
        self.teams = teams
        let graph = whole.graph
        var isTeam = (
            left: [Bool](repeating: false, count: graph.leftCount),
            right: [Bool](repeating: false, count: graph.rightCount)
        )
        for team in teams {
            if team.side == .resident {
                isTeam.left[team.person] = true
            } else {
                isTeam.right[team.person] = true
            }
        }
        func isOfTeam(_ edge: Candidates.Edge) -> Bool {
            isTeam.left[edge.resident] || isTeam.right[edge.volunteer]
        }
        // The pairs, then an edge for every team, in the order that the graph gives them.
        var ends: [(left: Int, right: Int, pair: Int?, team: Int?)] = []
        for (number, edge) in edges.enumerated() where !isApart || isOfTeam(edge) {
            ends.append((edge.resident, edge.volunteer, number, nil))
        }
        for (index, team) in teams.enumerated() {
            let isResident = team.side == .resident
            ends.append(
                (
                    isResident ? team.person : graph.leftCount, isResident ? graph.rightCount : team.person,
                    nil, index
                ))
        }
        ends.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        teamOfEdge = ends.map(\.team)
        var numbers = [Int](repeating: -1, count: graph.edgeCount)
        var closing = [Int](repeating: 0, count: teams.count)
        for (number, edge) in ends.enumerated() {
            if let pair = edge.pair { numbers[pair] = number }
            if let team = edge.team { closing[team] = number }
        }
        let fewest = Goal(
            name: "fewest-closed", weights: ends.map { $0.team == nil ? 0 : 1 }, sense: .minimise)
        let own = whole.goals.filter { $0.name != ProgrammeGoal.raiseLowest.name }.map { goal in
            Goal(
                name: goal.name,
                weights: ends.map { $0.pair.map { goal.weights[$0] } ?? 0 }, sense: goal.sense)
        }
        do {
            problem = try AssignmentProblem(
                graph: try BipartiteGraph(
                    leftCount: graph.leftCount + 1, rightCount: graph.rightCount + 1,
                    edges: ends.map { (left: $0.left, right: $0.right) }),
                leftCapacities: Self.places(whole, .resident, teams, isApart),
                rightCapacities: Self.places(whole, .volunteer, teams, isApart), goals: [fewest] + own,
                limits: Self.limits(whole.limits, numbers, teams, closing, isApart),
                locked: isApart ? [] : whole.locked.map { numbers[$0] })
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// The teams that an answer leaves out.
    func closed(by solution: MatchSolution) -> [TeamClosing.Team] {
        solution.edges.compactMap { teamOfEdge[$0] }.map { teams[$0] }
    }

    /// The places of a side and of its further vertex; a closing edge takes one of the team's own places, so the team has
    /// one more.
    private static func places(
        _ whole: AssignmentProblem, _ side: Side, _ teams: [TeamClosing.Team], _ isApart: Bool
    ) -> [Int] {
        var places = side == .resident ? whole.leftCapacities : whole.rightCapacities
        for team in teams where team.side == side { places[team.person] += 1 }
        if isApart {
            for edge in whole.locked {
                places[side == .resident ? whole.graph.left(of: edge) : whole.graph.right(of: edge)] -= 1
            }
        }
        return places + [teams.count]
    }

    private static func limits(
        _ limits: [Limit], _ numbers: [Int], _ teams: [TeamClosing.Team], _ closing: [Int], _ isApart: Bool
    ) -> [Limit] {
        let isOfTeam = Set(teams.map(\.limit))
        let others = limits.indices.filter { !isApart && !isOfTeam.contains($0) }
            .map { limits[$0].renumbered(numbers) }
        return others
            + zip(teams, closing).flatMap { team, edge in
                let pairs = limits[team.limit].renumbered(numbers)
                func bound(_ coefficient: Int) -> [Limit.Term] {
                    pairs.terms + [Limit.Term(edge: edge, coefficient: coefficient)]
                }
                return [
                    Limit(name: pairs.name, terms: bound(team.least), atLeast: team.least),
                    Limit(name: "closed", terms: bound(team.most), atMost: team.most),
                ]
            }
    }
}

extension Limit {
    /// The same limit over edges with other numbers.
    fileprivate func renumbered(_ numbers: [Int]) -> Limit {
        Limit(
            name: name,
            terms: terms.map { Term(edge: numbers[$0.edge], coefficient: $0.coefficient) }
                .sorted { $0.edge < $1.edge },
            atLeast: lower, atMost: upper)
    }
}
