/// Goals that no one code holds (`GoalCoding`), settled one after the other, limits left aside.
///
/// The prices of a goal tell all its optimal choices: by complementary slackness these are the choices without an edge of
/// d_e < 0, with every edge of d_e > 0 and with every vertex full that has a price. The next goal is a problem
/// on what is left, its *face*: fewer edges, more locks, more vertices to fill. The numbers are those of one goal at a
/// time.
///
/// The prices of a later goal prove it on the face. Those of the goals before it, last first, are added as often as
/// it takes for them to hold outside it as well: how often is the goal's multiplier in the certificate.
struct GoalStages {
    /// A goal on the face of those before it.
    private struct Stage {
        let prepared: PreparedProblem
        /// The whole problem's number of every edge.
        let edges: [Int]
        /// Prices that prove the goal on the face.
        let prices: Multipliers
        /// d_e at these prices, by edge of the face.
        let edgeValues: [Int128]
    }

    let prepared: PreparedProblem
    let session: SolveSession

    /// No sum of multipliers over all edges and vertices may surpass this.
    private static let mostTotal = Int128(1) << 118

    /// Settles all goals; `first` is the optimum of the first.
    func run(_ first: PureStart) throws -> MatchSolution {
        var stages: [Stage] = []
        var chosen: [Int] = []
        for goal in prepared.problem.goals.indices {
            let stage: PreparedProblem
            let edges: [Int]
            if let last = stages.last {
                (stage, edges) = try face(of: last, goal: goal)
            } else {
                (stage, edges) = (try whole(), Array(0..<prepared.graph.edgeCount))
            }
            guard let coding = GoalCoding(problem: stage.problem) else { throw tooLarge(goal) }
            let start = stages.isEmpty ? first : session.timedStart { PureStart(stage, coding: coding) }
            let confirmed = try PureConfirmation(prepared: stage, start: start, session: session).run()
            chosen = confirmed.edges.map { edges[$0] }
            let prices = start.multipliers(of: 0, stage)
            stages.append(
                Stage(
                    prepared: stage, edges: edges, prices: prices,
                    edgeValues: DualBound.edgeValues(prices, goal: 0, stage)))
        }
        return try solution(chosen, stages)
    }

    /// The problem with its first goal alone and without its limits.
    private func whole() throws -> PreparedProblem {
        let problem = prepared.problem
        return PreparedProblem(
            try AssignmentProblem(
                graph: problem.graph, leftCapacities: problem.leftCapacities,
                rightCapacities: problem.rightCapacities, goals: [problem.goals[0]], locked: problem.locked,
                mustFillLeft: problem.mustFillLeft, mustFillRight: problem.mustFillRight))
    }

    /// A goal on the optimal choices of the stage before it.
    private func face(of stage: Stage, goal: Int) throws -> (PreparedProblem, edges: [Int]) {
        let (graph, isLocked) = (stage.prepared.graph, stage.prepared.isLocked)
        let kept = stage.edges.indices.filter { isLocked[$0] || stage.edgeValues[$0] >= 0 }
        let problem = prepared.problem
        func full(_ prices: [Int128], _ mustFill: [Bool]) -> [Int] {
            prices.indices.filter { mustFill[$0] || prices[$0] > 0 }
        }
        let weights = kept.map { problem.goals[goal].weights[stage.edges[$0]] }
        let face = try AssignmentProblem(
            graph: BipartiteGraph(
                leftCount: graph.leftCount, rightCount: graph.rightCount,
                sortedLeft: kept.map { graph.leftOfEdge[$0] }, right: kept.map { graph.rightOfEdge[$0] }),
            leftCapacities: problem.leftCapacities, rightCapacities: problem.rightCapacities,
            goals: [
                Goal(name: problem.goals[goal].name, weights: weights, sense: problem.goals[goal].sense)
            ],
            locked: kept.indices.filter { isLocked[kept[$0]] || stage.edgeValues[kept[$0]] > 0 },
            mustFillLeft: full(stage.prices.left, stage.prepared.mustFillLeft),
            mustFillRight: full(stage.prices.right, stage.prepared.mustFillRight))
        return (PreparedProblem(face), kept.map { stage.edges[$0] })
    }

    private func solution(_ chosen: [Int], _ stages: [Stage]) throws -> MatchSolution {
        let free = chosen.filter { !prepared.isLocked[$0] }
        let values = stages.indices.map { prepared.value($0, of: free) }
        let proofs = try stages.indices.map { goal in
            let multipliers = try multipliers(of: goal, stages)
            let bound = DualBound(multipliers, goal: goal, held: Array(values[..<goal]), prepared)
            guard bound.total == Int128(values[goal]) else {
                throw SolverTrouble.numerical("the prices of goal \(goal) leave a gap")
            }
            return GoalProof(bound, value: values[goal], goal: goal, method: .duals, prepared)
        }
        return MatchSolution(
            edges: chosen, goalValues: proofs.map(\.value),
            certificate: Certificate(goals: proofs, edgeTotal: chosen.reduce(0) { $0 + Int128($1) + 1 }))
    }

    /// The prices of a goal, made to hold on the whole graph.
    private func multipliers(of goal: Int, _ stages: [Stage]) throws -> Multipliers {
        var multipliers = stages[goal].prices
        multipliers.limits = .init(repeating: 0, count: prepared.limitRows.count)
        multipliers.held = .init(repeating: 0, count: goal)
        for earlier in (0..<goal).reversed() {
            let stage = stages[earlier]
            let factor = factor(of: stage, for: multipliers, goal)
            multipliers.held[earlier] = factor
            guard
                let left = Self.sum(multipliers.left, stage.prices.left, times: factor),
                let right = Self.sum(multipliers.right, stage.prices.right, times: factor)
            else { throw tooLarge(goal) }
            (multipliers.left, multipliers.right) = (left, right)
            guard isSmall(multipliers) else { throw tooLarge(goal) }
        }
        return multipliers
    }

    /// The least number of times that the prices of a stage must be added for multipliers that hold on its face to
    /// hold on all of it.
    private func factor(of stage: Stage, for multipliers: Multipliers, _ goal: Int) -> Int128 {
        let graph = prepared.graph
        var factor: Int128 = 0
        /// `amount` + factor · `each` must not be below 0, and is not where `each` is 0.
        func lift(_ amount: Int128, by each: Int128) {
            if amount < 0, each > 0 { factor = max(factor, (each - 1 - amount) / each) }
        }
        for (number, value) in stage.edgeValues.enumerated() where !stage.prepared.isLocked[number] {
            let edge = stage.edges[number]
            var worth = Int128(prepared.weight(goal, edge))
            worth -= multipliers.left[graph.left(of: edge)] + multipliers.right[graph.right(of: edge)]
            for (held, multiplier) in multipliers.held.enumerated() where multiplier != 0 {
                worth += multiplier * Int128(prepared.weight(held, edge))
            }
            lift(value < 0 ? -worth : worth, by: abs(value))
        }
        for (vertex, price) in stage.prices.left.enumerated() where !stage.prepared.mustFillLeft[vertex] {
            lift(multipliers.left[vertex], by: price)
        }
        for (vertex, price) in stage.prices.right.enumerated() where !stage.prepared.mustFillRight[vertex] {
            lift(multipliers.right[vertex], by: price)
        }
        return factor
    }

    private static func sum(_ prices: [Int128], _ more: [Int128], times factor: Int128) -> [Int128]? {
        var sums = prices
        for index in sums.indices {
            let (product, overflow) = more[index].multipliedReportingOverflow(by: factor)
            let (sum, overflowToo) = sums[index].addingReportingOverflow(product)
            if overflow || overflowToo { return nil }
            sums[index] = sum
        }
        return sums
    }

    /// Whether all that is ever added up of some multipliers stays well within 128 bits.
    private func isSmall(_ multipliers: Multipliers) -> Bool {
        let graph = prepared.graph
        let room = Int128(graph.edgeCount + graph.leftCount + graph.rightCount + 1) * 4
        let mostPrice = UInt128(Self.mostTotal / room)
        guard [multipliers.left, multipliers.right].joined().allSatisfy({ $0.magnitude <= mostPrice }) else {
            return false
        }
        return multipliers.held.enumerated().allSatisfy { goal, multiplier in
            let weights = prepared.problem.goals[goal].weights
            return multiplier <= Self.mostTotal / weights.reduce(1) { $0 + Int128($1.magnitude) }
        }
    }

    private func tooLarge(_ goal: Int) -> SolverTrouble {
        .invalidModel(
            "the proof of goal \(prepared.problem.goals[goal].name) needs numbers of more than 126 bits; "
                + "use fewer goals or smaller weights")
    }
}
