/// Has the program solver confirm an optimum that needs no limits: integer programs over the parts of a core of the
/// graph, whose optima must come to the start's to the last unit.
///
/// All goals go into one objective, in proportions that the prices show to be large enough (`ConfirmationCore`). The
/// matrix is totally unimodular and the start's forest is handed over as the basis: the program solver has nothing
/// to pivot and branch and bound ends at its root. Where the goals do not fit one exact objective, they are confirmed
/// one after the other (GoalwiseConfirmation.swift).
struct PureConfirmation {
    let prepared: PreparedProblem
    let start: PureStart
    let session: SolveSession
    /// An answer confirmed before: what is still as it says is not confirmed again.
    var earlier: StartingPoint?

    /// Confirms all goals and returns the program solver's edges, with the start's proof.
    ///
    /// When the time ends first the start's edges are returned: their proof needs no confirmation.
    func run() throws -> MatchSolution {
        let scope =
            earlier.map { ConfirmationScope(start, since: $0, prepared) }
            ?? ConfirmationScope(start, prepared)
        let core = ConfirmationCore(start, scope)
        session.report(
            SolverProgress(
                phase: .confirmation, goal: prepared.goalCount - 1, columns: core.edges.count, value: nil,
                bound: nil))
        var edges = start.edges
        do {
            if let codes = core.codes(start, prepared) {
                edges = try partwise(core, scope, codes)
            } else {
                edges = try goalwise(
                    scope.kept.isEmpty
                        ? core.edges : ConfirmationCore(start, ConfirmationScope(start, prepared)).edges)
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

    /// Solves every part of the core; together they must be worth what the start is, goal by goal.
    private func partwise(
        _ core: ConfirmationCore, _ scope: ConfirmationScope, _ codes: GoalCodes<Int>
    ) throws -> [Int] {
        let answers = try session.solveAll(core.partCount, largest: core.largestPart) { [prepared] part in
            let program = try ConfirmationProgram(part: part, of: core, scope, codes: codes, prepared)
            return (program.program, program.basis)
        }
        let parts = core.partCount == 1 ? "" : " in \(core.partCount) parts"
        let kept = scope.kept.isEmpty ? "" : ", beside \(scope.kept.count) pairs as before"
        session.say(
            "all goals, \(core.edges.count) columns\(parts)\(kept): \(answers.last?.words ?? "nothing to choose")"
        )
        var edges = scope.kept
        for (part, answer) in answers.enumerated() {
            if let trouble = SolverTrouble(answer.status, words: answer.words) { throw trouble }
            guard let point = answer.values else { throw Self.infeasible }
            for (column, position) in core.part(part).enumerated() where point[column] > 0 {
                edges.append(core.edges[Int(position)])
            }
        }
        edges.sort()
        try compare(edges, in: prepared.problem.goals.indices)
        return edges
    }

    /// Solves a core from the start's basis; the optimum must be worth what the start is in the goal that it counts.
    func confirm(_ request: CoreRequest, goal: Int) throws -> [Int] {
        var isChosen = [Bool](repeating: false, count: prepared.graph.edgeCount)
        for edge in start.edges { isChosen[edge] = true }
        let core = try CoreProgram(request, prepared)
        let answer = try session.solve(core, from: start.basis(of: core) { isChosen[$0] })
        session.say("goal \(goal), \(core.edges.count) columns: \(answer.words)")
        if let trouble = SolverTrouble(answer.status, words: answer.words) { throw trouble }
        guard let point = answer.values else { throw Self.infeasible }
        let edges = (core.chosen(point) + request.forced).sorted()
        try compare(edges, in: goal..<(goal + 1))
        return edges
    }

    private func compare(_ edges: [Int], in goals: Range<Int>) throws {
        for goal in goals where prepared.value(goal, of: edges) != prepared.value(goal, of: start.edges) {
            throw SolverTrouble.numerical("the program solver's optimum differs from the start's")
        }
    }

    private static var infeasible: SolverTrouble {
        .numerical("the program solver finds the start's matching infeasible")
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
            core.program, ends: core.ends(graph),
            isFree: core.vertexRows(left: { left[$0] == 0 }, right: { right[$0] == 0 }),
            isChosen: { isChosen(core.edges[$0]) }, isTight: { reducedCost(of: core.edges[$0]) == 0 })
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
