/// Has the program solver confirm an optimum that needs no limits: for every goal an integer program over a
/// core of the graph, whose optimum must equal the start's to the last unit.
///
/// The core of a goal is the part of the optimal face of the earlier goals that lies near the start's prices:
/// edges of reduced cost 0 (and a few above) as columns, chosen edges that the earlier goals price below 0
/// fixed to 1, and vertices that they price above 0 held full. All of it follows from complementary slackness,
/// so every optimal choice satisfies it. The matrix is totally unimodular: branch and bound ends at its root.
struct PureConfirmation {
    /// Unchosen edges of a left vertex that enter the core.
    private static let edgesPerVertex = 6

    let prepared: PreparedProblem
    let start: PureStart
    let session: SolveSession

    /// Confirms all goals and returns the program solver's edges for the last one, with the start's proof.
    ///
    /// When the time ends first the start's edges are returned: their proof needs no confirmation.
    func run() throws -> MatchSolution {
        let bounds = try prepared.problem.goals.indices.map { try proof(of: $0) }
        let core = coreEdges()
        var edges = start.edges
        for goal in prepared.problem.goals.indices {
            session.report(
                SolverProgress(phase: .confirmation, goal: goal, columns: core.count, value: nil, bound: nil))
            do {
                edges = try confirm(goal, core)
            } catch SolverTrouble.timeLimit {
                session.say("stopped before goal \(goal) was confirmed; its prices prove it all the same")
                edges = start.edges
                break
            }
        }
        let all = (edges + prepared.problem.locked).sorted()
        let values = prepared.problem.goals.map { goal in all.reduce(0) { $0 + goal.weights[$1] } }
        return MatchSolution(
            edges: all, goalValues: values,
            certificate: Certificate(
                goals: bounds, edgeTotal: all.reduce(0) { $0 + Int128($1) + 1 }))
    }

    private func proof(of goal: Int) throws -> GoalProof {
        let held = (0..<goal).map { prepared.value($0, of: start.edges) }
        let bound = DualBound(start.multipliers(of: goal, prepared), goal: goal, held: held, prepared)
        let value = prepared.value(goal, of: start.edges)
        guard bound.total == Int128(value) else {
            throw SolverTrouble.numerical("the start's prices do not prove goal \(goal)")
        }
        return GoalProof(bound, value: value, goal: goal, method: .duals, prepared)
    }

    private func confirm(_ goal: Int, _ coreEdges: [Int]) throws -> [Int] {
        let chosen = Set(start.edges)
        func isFixed(_ edge: Int) -> Bool { start.settled(start.reducedCosts[edge], before: goal) != 0 }
        var request = CoreRequest(.goal(goal), edges: coreEdges.filter { !isFixed($0) }, prepared)
        request.forced = coreEdges.filter { isFixed($0) && chosen.contains($0) }
        for (vertex, price) in start.left.enumerated() where start.settled(price, before: goal) > 0 {
            request.fullLeft[vertex] = true
        }
        for (vertex, price) in start.right.enumerated() where start.settled(price, before: goal) > 0 {
            request.fullRight[vertex] = true
        }
        let core = try CoreProgram(request, prepared)
        let basis = start.basis(of: core, graph: prepared.graph, chosen: chosen)
        let answer = try session.solve(core, from: basis)
        session.say("goal \(goal), \(core.edges.count) columns: \(answer.words)")
        if let trouble = SolverTrouble(answer.status, words: answer.words) { throw trouble }
        guard let point = answer.values else {
            throw SolverTrouble.numerical("the program solver finds the start's matching infeasible")
        }
        let edges = (core.chosen(point) + request.forced).sorted()
        guard prepared.value(goal, of: edges) == prepared.value(goal, of: start.edges) else {
            throw SolverTrouble.numerical("the program solver's optimum differs from the start's")
        }
        return edges
    }

    /// The chosen edges, and of every left vertex the unchosen ones of least reduced cost.
    private func coreEdges() -> [Int] {
        var inCore = [Bool](repeating: false, count: prepared.graph.edgeCount)
        for edge in start.edges { inCore[edge] = true }
        for edge in start.nearest(perLeft: Self.edgesPerVertex, perRight: 0, prepared) { inCore[edge] = true }
        return inCore.indices.filter { inCore[$0] }
    }
}

extension PureStart {
    /// The basis of a core that stands for this matching.
    func basis(of core: CoreProgram, graph: BipartiteGraph, chosen: Set<Int>) -> Basis {
        MatchingBasis.statuses(
            core, graph: graph, isChosen: { chosen.contains($0) }, isTight: { reducedCosts[$0] == 0 },
            isFreeLeft: { left[$0] == 0 }, isFreeRight: { right[$0] == 0 })
    }

    /// The edges of least reduced cost at every vertex, locked ones left out.
    func nearest(perLeft: Int, perRight: Int, _ prepared: PreparedProblem) -> [Int] {
        var choice = BestPerVertex<Int128>(perLeft: perLeft, perRight: perRight, prepared.graph)
        for edge in reducedCosts.indices where !prepared.isLocked[edge] {
            choice.offer(edge, worth: -reducedCosts[edge])
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
