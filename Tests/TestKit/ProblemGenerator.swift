package import Assignment

/// Makes random problems from seeds.
package struct ProblemGenerator {
    var random: SplitMix64

    package init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// A problem of at most 8 × 8 vertices and 14 edges with everything that a problem may have: capacities 0 to
    /// 3, any signs, one to three goals of either sense, locks, vertices to fill, up to four limits.
    package mutating func small() throws -> AssignmentProblem {
        let (leftCount, rightCount) = (random.number(in: 1...8), random.number(in: 1...8))
        var edges: [(left: Int, right: Int)] = []
        let wanted = random.number(in: 0...min(14, leftCount * rightCount))
        while edges.count < wanted {
            let edge = (
                left: random.number(in: 0...leftCount - 1), right: random.number(in: 0...rightCount - 1)
            )
            if !edges.contains(where: { $0 == edge }) { edges.append(edge) }
        }
        let graph = try BipartiteGraph(leftCount: leftCount, rightCount: rightCount, edges: edges)
        let most = random.number(in: 1...3)
        var left = (0..<leftCount).map { _ in random.number(in: 0...most) }
        var right = (0..<rightCount).map { _ in random.number(in: 0...most) }

        var locked: [Int] = []
        if random.once(in: 3) {
            for edge in 0..<graph.edgeCount where random.once(in: 6) {
                locked.append(edge)
                // Make room, so that locks alone never exceed a capacity.
                let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
                left[tail] = max(left[tail], locked.count { graph.left(of: $0) == tail })
                right[head] = max(right[head], locked.count { graph.right(of: $0) == head })
            }
        }
        return try AssignmentProblem(
            graph: graph, leftCapacities: left, rightCapacities: right, goals: goals(graph),
            limits: random.once(in: 2) ? limits(graph) : [], locked: locked,
            mustFillLeft: random.once(in: 5) ? [random.number(in: 0...leftCount - 1)] : [],
            mustFillRight: random.once(in: 5) ? [random.number(in: 0...rightCount - 1)] : [])
    }

    /// A problem without limits: residents with `degree` random volunteers each, weights 0 to 10,000, most pairs
    /// first and then the fit.
    package mutating func sparse(
        left: Int, right: Int, degree: Int, capacities: ClosedRange<Int> = 1...1
    ) throws -> AssignmentProblem {
        var edges: [(left: Int, right: Int)] = []
        edges.reserveCapacity(left * degree)
        for vertex in 0..<left {
            var partners = Set<Int>()
            while partners.count < min(degree, right) { partners.insert(random.number(in: 0...right - 1)) }
            for partner in partners.sorted() { edges.append((vertex, partner)) }
        }
        let graph = try BipartiteGraph(leftCount: left, rightCount: right, edges: edges)
        return try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: left),
            rightCapacities: (0..<right).map { _ in random.number(in: capacities) },
            goals: [
                Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount)),
                Goal(name: "fit", weights: (0..<graph.edgeCount).map { _ in random.number(in: 0...10_000) }),
            ])
    }

    /// Tasks on the left at random times of `days` days, people on the right with several places each; weights
    /// 1 to 5, and for every person and group of tasks that overlap a limit of at most one.
    package mutating func overlapping(
        tasks: Int, people: Int, percentJoined: Int, days: Int
    ) throws -> AssignmentProblem {
        var edges: [(left: Int, right: Int)] = []
        for task in 0..<tasks {
            for person in 0..<people where random.number(in: 1...100) <= percentJoined {
                edges.append((task, person))
            }
        }
        let graph = try BipartiteGraph(leftCount: tasks, rightCount: people, edges: edges)
        let slots = (0..<tasks).map { _ in random.number(in: 1...days) }
        var limits: [Limit] = []
        for person in 0..<people {
            for slot in 1...days {
                let terms = graph.edges(ofRight: person).filter { slots[graph.left(of: $0)] == slot }
                guard terms.count > 1 else { continue }
                limits.append(
                    Limit(
                        name: "person \(person), slot \(slot)", terms: terms.map { Limit.Term(edge: $0) },
                        atMost: 1))
            }
        }
        return try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: tasks),
            rightCapacities: .init(repeating: days, count: people),
            goals: [
                Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount)),
                Goal(name: "fit", weights: (0..<graph.edgeCount).map { _ in random.number(in: 1...5) }),
            ], limits: limits)
    }

    private mutating func goals(_ graph: BipartiteGraph) -> [Goal] {
        let range = [0...1, -3...3, 0...5, -100...100][random.number(in: 0...3)]
        func weights(_ random: inout SplitMix64) -> [Int] {
            (0..<graph.edgeCount).map { _ in random.number(in: range) }
        }
        let pairs = Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount))
        switch random.number(in: 0...3) {
        case 0: return [Goal(name: "weight", weights: weights(&random))]
        case 1: return [pairs, Goal(name: "weight", weights: weights(&random))]
        case 2: return [Goal(name: "cost", weights: weights(&random), sense: .minimise), pairs]
        default:
            return [
                pairs, Goal(name: "cost", weights: weights(&random), sense: .minimise),
                Goal(name: "weight", weights: weights(&random)),
            ]
        }
    }

    private mutating func limits(_ graph: BipartiteGraph) -> [Limit] {
        (0..<random.number(in: 1...4)).map { index in
            let range = [1...1, 1...4, -2...3][random.number(in: 0...2)]
            let terms = (0..<graph.edgeCount).filter { _ in random.once(in: 2) }
                .map { Limit.Term(edge: $0, coefficient: random.number(in: range)) }
            let lower = random.once(in: 3) ? random.number(in: -1...2) : nil
            let upper = lower == nil || random.once(in: 3) ? (lower ?? 0) + random.number(in: 0...3) : nil
            return Limit(name: "limit \(index)", terms: terms, atLeast: lower, atMost: upper)
        }
    }
}
