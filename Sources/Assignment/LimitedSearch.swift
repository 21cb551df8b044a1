/// Settles the goals one after the other under limits that the pure optimum breaks.
///
/// First the last goal is solved with rewards for the earlier ones, from prices that a Lagrangian relaxation has
/// found: nearly always its best choice is the best in every goal. Then each goal gets its own bound by a
/// relaxation over all edges and, where that bound and the choice in hand differ, a search on kernels; it is held,
/// and the next begins.
struct LimitedSearch {
    let prepared: PreparedProblem
    let start: PureStart
    let session: SolveSession

    /// A goal as it was left.
    private struct Settled {
        let multipliers: Multipliers
        let isClosed: Bool
    }

    /// What a search of the last goal with rewards has come to.
    private struct Combined {
        let edges: [Int]
        let settled: Settled
    }

    /// Settles all goals, or as many as the time allows.
    func run() throws -> AssignmentOutcome {
        var generation: ColumnGeneration
        var combined: Combined?
        var first: Relaxed?
        if let (goal, begun) = try beginWithCharges() {
            generation = begun
            do {
                (combined, first) = try solve(goal, &generation)
            } catch SolverTrouble.numerical(let words) {
                // One goal at a time asks for less.
                session.say(words)
            }
        } else {
            generation = try ColumnGeneration(prepared, start: start, session: session)
        }
        var edges = combined?.edges
        var settled: [Settled] = []
        var held: [Int] = []
        var isOver = false
        for goal in 0..<prepared.goalCount {
            if let combined, goal == prepared.goalCount - 1, combined.edges == edges {
                settled.append(combined.settled)
                break
            }
            do {
                let known = goal == 0 ? first : nil
                if isOver && known == nil { throw SolverTrouble.timeLimit }
                guard let relaxed = try known ?? relax(goal, held, &generation) else {
                    return try diagnose(&generation)
                }
                let (result, proof) = try search(CombinedGoal(goal), relaxed, held, known: edges)
                switch result {
                case .best(let found):
                    edges = found
                    settled.append(Settled(multipliers: proof.multipliers, isClosed: true))
                case .open(let found):
                    edges = found
                    settled.append(Settled(multipliers: proof.multipliers, isClosed: false))
                case .infeasible:
                    generation.admit(Array(0..<prepared.graph.edgeCount))
                    return try diagnose(&generation)
                }
            } catch {
                guard edges != nil else { throw error }
                // What the earlier goals have found stands; this one gets an honest bound, and if the time is over so does
                // the rest.
                if case SolverTrouble.timeLimit = error { isOver = true } else { session.note(error) }
                let bound = generation.bestBound(of: goal, held: held)
                settled.append(Settled(multipliers: bound.multipliers, isClosed: false))
            }
            if let edges {
                generation.admit(edges)
                held.append(prepared.value(goal, of: edges))
            }
        }
        guard let edges else { throw SolverTrouble.timeLimit }
        return outcome(edges, settled)
    }

    /// The last goal with rewards for the earlier ones, and a core around the matching at good prices of the
    /// limits; `nil` where the numbers or the capacities do not allow it.
    private func beginWithCharges() throws -> (CombinedGoal, ColumnGeneration)? {
        let last = prepared.goalCount - 1
        guard let goal = CombinedGoal(outweighingBy: 2, upTo: last, prepared),
            let lagrangian = LagrangianStart(goal, prepared)
        else { return nil }
        let charges = session.timedStart { lagrangian.run(session) }
        let scale = Int128(charges.scale)
        let multipliers = Multipliers(
            scale: scale, left: [], right: [], limits: charges.prices.map { Int128($0) },
            held: goal.rewards.map { Int128($0) * scale })
        guard let matching = session.timedStart({ ChargedMatching(at: multipliers, goal: last, prepared) })
        else { return nil }
        let generation = try ColumnGeneration(
            prepared, start: matching, charges: charges, goal: goal, session: session)
        return (goal, generation)
    }

    /// The best choice for a goal with rewards, or `nil` when none is found that way, and the relaxation of the first goal:
    /// a long search for the one must not leave the other without.
    private func solve(
        _ goal: CombinedGoal, _ generation: inout ColumnGeneration
    ) throws -> (Combined?, first: Relaxed?) {
        guard case .optimal(let answer, let core, let bound?) = try generation.relax(.goal(goal), held: [])
        else { return (nil, nil) }
        var first: Relaxed?
        if goal.goal > 0,
            case .optimal(let answer, let core, let bound?) = try generation.relax(
                .goal(CombinedGoal(0)), held: [])
        {
            first = Relaxed(bound, answer, core, generation)
        }
        // A search within the core is glad of the edges that the first goal has brought in.
        let relaxed = Relaxed(bound, answer, core, generation)
        let (result, proof) = try search(goal, relaxed, [], known: nil)
        switch result {
        case .best(let edges):
            let settled = Settled(multipliers: proof.multipliers, isClosed: true)
            return (Combined(edges: edges, settled: settled), first)
        case .open(let edges):
            let settled = Settled(multipliers: proof.multipliers, isClosed: false)
            return (Combined(edges: edges, settled: settled), first)
        case .infeasible:
            return (nil, first)
        }
    }

    /// Searches for the best choice of a goal below a relaxation's bound, by knapsacks where the limits are agents'
    /// loads, else on kernels; with the bound that proves it.
    private func search(
        _ goal: CombinedGoal, _ relaxed: Relaxed, _ held: [Int], known: [Int]?
    ) throws -> (KernelSearch.Result, DualBound) {
        let (bound, generation) = (relaxed.bound, relaxed.generation)
        if let known, goal.value(of: known, prepared) >= bound.bound { return (.best(known), bound) }
        if let search = LoadSearch(goal, bound: bound, held: held, prepared, session) {
            return (try search.run(known: known), bound)
        }
        let parts = StepSplit.parts(goal, relaxed, prepared, session)
        let search = KernelSearch(goal, bound: bound, held: held, prepared, parts: parts, session)
        return (try search.run(known: known, generation, pairs: start.edges.count), search.bound)
    }

    /// The relaxation of a goal, or `nil` when the problem is infeasible.
    private func relax(
        _ goal: Int, _ held: [Int], _ generation: inout ColumnGeneration
    ) throws -> Relaxed? {
        let objective = CoreRequest.Objective.goal(CombinedGoal(goal))
        if case .optimal(let answer, let core, let bound) = try generation.relax(objective, held: held) {
            return Relaxed(bound ?? generation.bestBound(of: goal, held: held), answer, core, generation)
        }
        guard goal == 0 else {
            throw SolverTrouble.numerical("the earlier goals cannot be held, though a choice holds them")
        }
        // The core may simply lack the edges that some limit needs: let those in that lessen the violation.
        guard case .optimal(let answer, _, _) = try generation.relax(.leastViolation, held: []),
            answer.objective > -Diagnosis.tolerance
        else { return nil }
        guard case .optimal(let answer, let core, let bound) = try generation.relax(objective, held: held)
        else { throw SolverTrouble.numerical("a core without violation is called infeasible") }
        return Relaxed(bound ?? generation.bestBound(of: goal, held: held), answer, core, generation)
    }

    private func diagnose(_ generation: inout ColumnGeneration) throws -> AssignmentOutcome {
        let diagnosis = Diagnosis(prepared: prepared, session: session)
        return session.outcome(.infeasible, .none, infeasibility: try diagnosis.run(&generation))
    }

    /// The outcome of a choice, every goal's proof evaluated at the values it really has.
    private func outcome(_ edges: [Int], _ settled: [Settled]) -> AssignmentOutcome {
        let values = (0..<prepared.goalCount).map { prepared.value($0, of: edges) }
        let proofs = settled.enumerated().map { goal, settled in
            let held = Array(values[..<goal])
            let bound = DualBound(settled.multipliers, goal: goal, held: held, prepared)
            let gap = bound.bound - values[goal]
            let method: GoalProof.Method =
                if gap == 0 {
                    .duals
                } else if settled.isClosed {
                    .branchAndBound(
                        kernelEdges: bound.kernelCount(above: values[goal], prepared), gap: gap)
                } else {
                    .open(gap: gap)
                }
            return GoalProof(bound, value: values[goal], goal: goal, method: method, prepared)
        }
        let all = (edges + prepared.problem.locked).sorted()
        let solution = MatchSolution(
            edges: all, goalValues: proofs.map(\.value),
            certificate: Certificate(goals: proofs, edgeTotal: all.reduce(0) { $0 + Int128($1) + 1 }))
        let gaps = proofs.compactMap { if case .open(let gap) = $0.method { gap } else { nil } }
        if gaps.isEmpty { return session.outcome(.optimal, .provenOptimal, solution: solution) }
        let isAccepted = gaps.allSatisfy { $0 <= session.options.acceptableGap }
        let reason: Termination = session.hasFailed && !session.isOver ? .numericalTrouble : .timeLimit
        return session.outcome(isAccepted ? .gapReached : reason, .withinGap, solution: solution)
    }
}

extension ColumnGeneration {
    /// The best bound met for the goal in hand or, when none was, what multipliers of 0 give.
    func bestBound(of goal: Int, held: [Int]) -> DualBound {
        if let bestBound, bestBound.multipliers.held.count == goal { return bestBound }
        let graph = prepared.graph
        let zero = Multipliers(
            scale: 1, left: .init(repeating: 0, count: graph.leftCount),
            right: .init(repeating: 0, count: graph.rightCount),
            limits: .init(repeating: 0, count: prepared.limitRows.count),
            held: .init(repeating: 0, count: goal))
        let duals = FloatingMultipliers(prepared, held: goal)
        return DualBound(rounding: duals, goal: goal, held: held, prepared)
            ?? DualBound(zero, goal: goal, held: held, prepared)
    }
}
