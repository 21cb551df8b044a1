package import Assignment

extension ProblemGenerator {
    /// A small dense problem whose fit is so many points a step less so many for a unit of way, with a budget for the ways
    /// that binds, and now and then a caseload; most pairs first, or the fit alone.
    package mutating func steps() throws -> AssignmentProblem {
        let (leftCount, rightCount) = (random.number(in: 4...5), random.number(in: 3...4))
        var edges: [(left: Int, right: Int)] = []
        for left in 0..<leftCount {
            for right in 0..<rightCount where !random.once(in: 6) { edges.append((left, right)) }
        }
        let graph = try BipartiteGraph(leftCount: leftCount, rightCount: rightCount, edges: edges)
        let (step, slope) = (random.number(in: 20...200), random.number(in: -3...3))
        let ways = edges.map { _ in random.number(in: 0...30) }
        let sign = random.once(in: 3) ? -1 : 1
        let weights = ways.map { way in
            sign * (500 + step * random.number(in: 0...3) - slope * way + random.number(in: 0...1))
        }
        let fit = Goal(name: "fit", weights: weights, sense: sign == 1 ? .maximise : .minimise)
        let pairs = Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount))
        let places = (0..<rightCount).map { _ in random.number(in: 1...2) }
        let goals = sign == 1 && random.once(in: 3) ? [fit] : [pairs, fit]
        let free = try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: leftCount), rightCapacities: places,
            goals: goals)
        let chosen = BruteForceSolver().solve(free).solution?.edges ?? []
        let terms = edges.indices.filter { ways[$0] > 0 }.map {
            Limit.Term(edge: $0, coefficient: ways[$0])
        }
        let used = chosen.reduce(0) { $0 + ways[$1] }
        var limits = [Limit(name: "ways", terms: terms, atMost: used * random.number(in: 50...95) / 100)]
        if random.once(in: 2) {
            let group = (0..<graph.edgeCount).filter { graph.right(of: $0) < 2 }
            limits.append(Limit(name: "caseload", terms: group.map { Limit.Term(edge: $0) }, atMost: 2))
        }
        return try AssignmentProblem(
            graph: graph, leftCapacities: free.leftCapacities, rightCapacities: places, goals: goals,
            limits: limits,
            locked: !edges.isEmpty && random.once(in: 6) ? [random.number(in: 0...edges.count - 1)] : [])
    }

    /// Residents and the volunteers nearest to them on a square, with the way of every edge: five steps of 750 points less
    /// 583 for a way of 50, most pairs first, and no limits.
    package mutating func city(
        residents: Int, volunteers: Int, degree: Int
    ) throws -> (problem: AssignmentProblem, ways: [Int]) {
        let people = (0..<residents).map { _ in (x: random.number(in: 0...999), y: random.number(in: 0...999))
        }
        let helpers = (0..<volunteers).map { _ in
            (x: random.number(in: 0...999), y: random.number(in: 0...999))
        }
        var edges: [(left: Int, right: Int)] = []
        var ways: [Int] = []
        for (left, home) in people.enumerated() {
            let all = helpers.enumerated().map { right, helper in
                (way: abs(helper.x - home.x) + abs(helper.y - home.y), right: right)
            }
            for (way, right) in all.sorted(by: <).prefix(degree).sorted(by: { $0.right < $1.right }) {
                edges.append((left, right))
                ways.append(way)
            }
        }
        let graph = try BipartiteGraph(leftCount: residents, rightCount: volunteers, edges: edges)
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: .init(repeating: 1, count: residents),
            rightCapacities: (0..<volunteers).map { _ in random.number(in: 1...3) },
            goals: [
                Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount)),
                Goal(
                    name: "fit", weights: ways.map { 10_000 + 750 * random.number(in: 0...4) - 583 * $0 / 50 }
                ),
            ])
        return (problem, ways)
    }
}
