package import Assignment

extension ProblemGenerator {
    /// A small generalised assignment: up to 6 jobs, 2 or 3 agents with room for a part of all loads, jobs on either
    /// side; now and then jobs that may be left, edges that load nobody, a lock, and up to three goals.
    package mutating func loads() throws -> AssignmentProblem {
        let (jobs, agents) = (random.number(in: 3...6), random.number(in: 2...3))
        let jobsAreLeft = !random.once(in: 3)
        var pairs: [(job: Int, agent: Int)] = []
        for job in 0..<jobs {
            for agent in 0..<agents where !random.once(in: 6) { pairs.append((job, agent)) }
        }
        let graph = try BipartiteGraph(
            leftCount: jobsAreLeft ? jobs : agents, rightCount: jobsAreLeft ? agents : jobs,
            edges: pairs.map { jobsAreLeft ? ($0.job, $0.agent) : ($0.agent, $0.job) })
        let largest = [3, 12, 40][random.number(in: 0...2)]
        let step = random.once(in: 4) ? 5 : 1
        let limits = (0..<agents).compactMap { agent -> Limit? in
            if random.once(in: 8) { return nil }
            let edges = (0..<graph.edgeCount).filter {
                (jobsAreLeft ? graph.right(of: $0) : graph.left(of: $0)) == agent
            }
            let terms = edges.map { edge in
                Limit.Term(
                    edge: edge, coefficient: random.once(in: 10) ? 0 : step * random.number(in: 1...largest))
            }
            let all = terms.reduce(0) { $0 + $1.coefficient }
            return Limit(
                name: "agent \(agent)", terms: terms, atMost: all * random.number(in: 20...60) / 100)
        }
        let jobPlaces = (0..<jobs).map { _ in random.once(in: 12) ? 0 : 1 }
        let agentPlaces = (0..<agents).map { _ in random.once(in: 6) ? random.number(in: 2...4) : jobs }
        let required = random.once(in: 3) ? [] : Array(0..<jobs).filter { _ in !random.once(in: 8) }
        let locks =
            graph.edgeCount > 0 && random.once(in: 6) ? [random.number(in: 0...graph.edgeCount - 1)] : []
        let fits = locks.allSatisfy { lock in
            jobPlaces[jobsAreLeft ? graph.left(of: lock) : graph.right(of: lock)] == 1
        }
        return try AssignmentProblem(
            graph: graph, leftCapacities: jobsAreLeft ? jobPlaces : agentPlaces,
            rightCapacities: jobsAreLeft ? agentPlaces : jobPlaces, goals: loadGoals(graph), limits: limits,
            locked: fits ? locks : [], mustFillLeft: jobsAreLeft ? required : [],
            mustFillRight: jobsAreLeft ? [] : required)
    }

    private mutating func loadGoals(_ graph: BipartiteGraph) -> [Goal] {
        let range = [1...5, 10...50, -20...20, 0...10_000][random.number(in: 0...3)]
        func goal(_ name: String, _ sense: Goal.Sense, _ random: inout SplitMix64) -> Goal {
            Goal(
                name: name, weights: (0..<graph.edgeCount).map { _ in random.number(in: range) }, sense: sense
            )
        }
        let pairs = Goal(name: "pairs", weights: .init(repeating: 1, count: graph.edgeCount))
        switch random.number(in: 0...3) {
        case 0: return [goal("cost", .minimise, &random)]
        case 1: return [goal("fit", .maximise, &random)]
        case 2: return [pairs, goal("fit", .maximise, &random)]
        default: return [goal("fit", .maximise, &random), pairs, goal("cost", .minimise, &random)]
        }
    }

    /// A generalised assignment of class C or D of the literature: every job once, the least cost, rooms of 0.8 of
    /// an agent's share of its loads; in class D what is light is dear.
    ///
    /// Reference: Chu, Beasley, Computers & Operations Research 24 (1997).
    package mutating func generalisedAssignment(agents: Int, jobs: Int, isClassD: Bool) throws
        -> AssignmentProblem
    {
        var edges: [(left: Int, right: Int)] = []
        var (loads, costs): ([Int], [Int]) = ([], [])
        for job in 0..<jobs {
            for agent in 0..<agents {
                edges.append((job, agent))
                let load = isClassD ? random.number(in: 1...100) : random.number(in: 5...25)
                loads.append(load)
                costs.append(isClassD ? 111 - load + random.number(in: -10...10) : random.number(in: 10...50))
            }
        }
        let limits = (0..<agents).map { agent in
            let own = (0..<jobs).map { $0 * agents + agent }
            let all = own.reduce(0) { $0 + loads[$1] }
            return Limit(
                name: "agent \(agent)", terms: own.map { Limit.Term(edge: $0, coefficient: loads[$0]) },
                atMost: all * 8 / (10 * agents))
        }
        return try AssignmentProblem(
            graph: BipartiteGraph(leftCount: jobs, rightCount: agents, edges: edges),
            leftCapacities: .init(repeating: 1, count: jobs),
            rightCapacities: .init(repeating: jobs, count: agents),
            goals: [Goal(name: "cost", weights: costs, sense: .minimise)], limits: limits,
            mustFillLeft: Array(0..<jobs))
    }
}
