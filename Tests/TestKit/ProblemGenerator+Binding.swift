package import Assignment

extension ProblemGenerator {
    /// A dense problem of 3 to 5 vertices a side (some left out) under one to four limits that bind: what the
    /// best choice without them needs, less a part.
    ///
    /// Kinds of limits: caseloads (coefficients 1 on some right vertices), quotas (on some left vertices, at
    /// least), budgets (coefficients 1 to 30, at most), exact sums (both bounds equal), and balances of any
    /// signs. Up to three goals, and now and then a lock or a vertex that must be filled.
    package mutating func binding() throws -> AssignmentProblem {
        let (leftCount, rightCount) = (random.number(in: 3...5), random.number(in: 3...5))
        var edges: [(left: Int, right: Int)] = []
        for left in 0..<leftCount {
            for right in 0..<rightCount where !random.once(in: 5) { edges.append((left, right)) }
        }
        let graph = try BipartiteGraph(leftCount: leftCount, rightCount: rightCount, edges: edges)
        let left = (0..<leftCount).map { _ in random.once(in: 6) ? 2 : 1 }
        let right = (0..<rightCount).map { _ in random.once(in: 4) ? 2 : 1 }
        let goals = bindingGoals(graph)
        let free = try AssignmentProblem(
            graph: graph, leftCapacities: left, rightCapacities: right, goals: goals)
        let chosen = BruteForceSolver().solve(free).solution?.edges ?? []
        let limits = (0..<random.number(in: 1...4)).map { bindingLimit($0, graph, chosen) }
        return try AssignmentProblem(
            graph: graph, leftCapacities: left, rightCapacities: right, goals: goals, limits: limits,
            locked: !edges.isEmpty && random.once(in: 6) ? [random.number(in: 0...edges.count - 1)] : [],
            mustFillLeft: random.once(in: 6) ? [random.number(in: 0...leftCount - 1)] : [],
            mustFillRight: random.once(in: 6) ? [random.number(in: 0...rightCount - 1)] : [])
    }

    private mutating func bindingGoals(_ graph: BipartiteGraph) -> [Goal] {
        let range = [0...0, 1...5, 0...100, -50...50, 0...10_000][random.number(in: 0...4)]
        func goal(_ name: String, _ sense: Goal.Sense, _ random: inout SplitMix64) -> Goal {
            Goal(
                name: name, weights: (0..<graph.edgeCount).map { _ in random.number(in: range) }, sense: sense
            )
        }
        let pairs = Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount))
        switch random.number(in: 0...3) {
        case 0: return [goal("fit", .maximise, &random)]
        case 1: return [pairs, goal("fit", .maximise, &random)]
        case 2: return [pairs, goal("cost", .minimise, &random), goal("fit", .maximise, &random)]
        default: return [goal("fit", .maximise, &random), goal("cost", .minimise, &random), pairs]
        }
    }

    private mutating func bindingLimit(_ index: Int, _ graph: BipartiteGraph, _ chosen: [Int]) -> Limit {
        let kind = random.number(in: 0...4)
        let members = (0..<8).map { _ in random.once(in: 2) }
        let terms = (0..<graph.edgeCount).compactMap { edge -> Limit.Term? in
            switch kind {
            case 0: members[graph.right(of: edge)] ? Limit.Term(edge: edge) : nil
            case 1: members[graph.left(of: edge)] ? Limit.Term(edge: edge) : nil
            case 2: Limit.Term(edge: edge, coefficient: random.number(in: 1...30))
            case 3: random.once(in: 2) ? Limit.Term(edge: edge) : nil
            default: Limit.Term(edge: edge, coefficient: random.number(in: -5...5))
            }
        }
        let used = terms.reduce(0) { chosen.contains($1.edge) ? $0 + $1.coefficient : $0 }
        let step = random.number(in: 1...2)
        switch kind {
        case 1: return Limit(name: "quota \(index)", terms: terms, atLeast: used + step)
        case 2: return Limit(name: "budget \(index)", terms: terms, atMost: used * (10 - step) / 10)
        case 3: return Limit(name: "exact \(index)", terms: terms, atLeast: used - 1, atMost: used - 1)
        case 4: return Limit(name: "balance \(index)", terms: terms, atLeast: used - 9, atMost: used - step)
        default: return Limit(name: "caseload \(index)", terms: terms, atMost: max(0, used - step))
        }
    }
}
