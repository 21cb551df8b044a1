/// Has the program solver confirm an optimum that needs no limits: an integer program over a core of the graph,
/// whose optimum must equal the start's to the last unit.
///
/// All goals go into one objective, in proportions that the prices show to be large enough (`ConfirmationCore`). The
/// matrix is totally unimodular and the start's forest is handed over as the basis: the program solver has nothing
/// to pivot and branch and bound ends at its root. Where the goals do not fit one exact objective, they are confirmed
/// one after the other (GoalwiseConfirmation.swift).
struct PureConfirmation {
    let prepared: PreparedProblem
    let start: PureStart
    let session: SolveSession

    /// Confirms all goals and returns the program solver's edges, with the start's proof.
    ///
    /// When the time ends first the start's edges are returned: their proof needs no confirmation.
    func run() throws -> MatchSolution {
        let core = ConfirmationCore(start, prepared)
        session.report(
            SolverProgress(
                phase: .confirmation, goal: prepared.goalCount - 1, columns: core.edges.count, value: nil,
                bound: nil))
        var edges = start.edges
        do {
            if let codes = core.codes(prepared, start.coding) {
                let request = CoreRequest(.coded(codes), edges: core.edges, prepared)
                edges = try confirm(request, "all goals")
            } else {
                edges = try goalwise(core.edges)
            }
        } catch SolverTrouble.timeLimit {
            session.say(
                "stopped before the program solver had confirmed the start; its prices prove it all the same")
        }
        let all = (edges + prepared.problem.locked).sorted()
        let values = prepared.problem.goals.map { goal in all.reduce(0) { $0 + goal.weights[$1] } }
        return MatchSolution(
            edges: all, goalValues: values,
            certificate: Certificate(
                goals: prepared.problem.goals.indices.map { proof(of: $0) },
                edgeTotal: all.reduce(0) { $0 + Int128($1) + 1 }))
    }

    /// Solves a core from the start's basis; the optimum must be worth what the start is, goal by goal.
    func confirm(_ request: CoreRequest, _ name: String) throws -> [Int] {
        var isChosen = [Bool](repeating: false, count: prepared.graph.edgeCount)
        for edge in start.edges { isChosen[edge] = true }
        let core = try CoreProgram(request, prepared)
        let answer = try session.solve(core, from: start.basis(of: core) { isChosen[$0] })
        session.say("\(name), \(core.edges.count) columns: \(answer.words)")
        if let trouble = SolverTrouble(answer.status, words: answer.words) { throw trouble }
        guard let point = answer.values else {
            throw SolverTrouble.numerical("the program solver finds the start's matching infeasible")
        }
        let edges = (core.chosen(point) + request.forced).sorted()
        let goals =
            if case .goal(let only) = request.objective { only.goal..<(only.goal + 1) } else {
                0..<prepared.goalCount
            }
        for goal in goals where prepared.value(goal, of: edges) != prepared.value(goal, of: start.edges) {
            throw SolverTrouble.numerical("the program solver's optimum differs from the start's")
        }
        return edges
    }

    /// The start's prices as a proof: D is the value itself, which the independent check computes afresh.
    private func proof(of goal: Int) -> GoalProof {
        let multipliers = start.multipliers(of: goal, prepared)
        let value = prepared.value(goal, of: start.edges)
        return GoalProof(
            value: prepared.reoriented(value, goal: goal), bound: prepared.reoriented(value, goal: goal),
            scale: multipliers.scale, left: multipliers.left, right: multipliers.right,
            limits: multipliers.limits, held: multipliers.held, dualValue: Int128(value), method: .duals)
    }
}

extension PureStart {
    /// The basis of a core that stands for this matching.
    func basis(of core: CoreProgram, isChosen: (Int) -> Bool) -> Basis {
        MatchingBasis.statuses(
            core, graph: graph, isChosen: isChosen, isTight: { reducedCost(of: $0) == 0 },
            isFreeLeft: { left[$0] == 0 }, isFreeRight: { right[$0] == 0 })
    }

    /// The edges of least reduced cost at every vertex, locked ones left out.
    func nearest(perLeft: Int, perRight: Int, _ prepared: PreparedProblem) -> [Int] {
        var choice = BestPerVertex<Int128>(perLeft: perLeft, perRight: perRight, prepared.graph)
        forEachReducedCost { edge, cost in
            if !prepared.isLocked[edge] { choice.offer(edge, worth: -cost) }
        }
        return choice.edges
    }
}

extension GoalProof {
    /// The proof that a bound gives for an oriented value.
    init(_ bound: DualBound, value: Int, goal: Int, method: Method, _ prepared: PreparedProblem) {
        let multipliers = bound.multipliers
        self.init(
            value: prepared.reoriented(value, goal: goal),
            bound: prepared.reoriented(bound.bound, goal: goal),
            scale: multipliers.scale, left: multipliers.left, right: multipliers.right,
            limits: multipliers.limits, held: multipliers.held, dualValue: bound.total, method: method)
    }
}
