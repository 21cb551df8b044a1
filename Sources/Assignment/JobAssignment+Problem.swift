/// The generalised assignment in a problem, where there is one.
extension JobAssignment {
    /// Cells of an agent's table at most: what lies beyond has so much room that a linear relaxation is tight anyway.
    private static let largestTable = 1 << 23

    /// Reads a problem as jobs and agents, or returns `nil` where it is something else.
    ///
    /// The vertices of one side are the jobs: each has one place at most. Limits are the agents: upper bounds with
    /// coefficients of 0 or more, every edge in at most one of them, the edges of a job all in different ones. What an
    /// edge without a limit asks of nobody goes to agents of its own. Places at the other side must not matter: there
    /// are as many as edges, or any that keep the limit are few enough.
    ///
    /// - Parameters:
    ///   - prepared: the problem.
    ///   - worth: what an edge is worth.
    /// - Returns: the problem, and the edge that each of its options stands for; `nil` for the option to leave the job.
    /// - Complexity: O(|E| log |E| + limit terms).
    package static func reading(
        _ prepared: PreparedProblem, worth: (Int) -> Int
    ) -> (problem: JobAssignment, edges: [Int?], side: VertexSide)? {
        guard !prepared.limitRows.isEmpty, let loads = EdgeLoads(prepared) else { return nil }
        return read(prepared, loads, jobs: .left, worth: worth)
            ?? read(prepared, loads, jobs: .right, worth: worth)
    }

    private static func read(
        _ prepared: PreparedProblem, _ loads: EdgeLoads, jobs side: VertexSide, worth: (Int) -> Int
    ) -> (problem: JobAssignment, edges: [Int?], side: VertexSide)? {
        let graph = prepared.graph
        let places = side == .left ? prepared.leftCapacities : prepared.rightCapacities
        guard places.allSatisfy({ $0 <= 1 }), loads.leavePlaces(prepared, ofJobs: side) else { return nil }
        var options: [[Option]] = []
        var edges: [Int?] = []
        var freeAgents = 0
        for vertex in places.indices where places[vertex] == 1 {
            var list: [(option: Option, edge: Int?)] = []
            var free = 0
            func offerFree(_ edge: Int?) {
                let agent = loads.rooms.count + free
                list.append((Option(agent: agent, load: 0, worth: edge.map(worth) ?? 0), edge))
                free += 1
            }
            if !prepared.mustFill(side, vertex) { offerFree(nil) }
            for edge in graph.edges(of: side, vertex) where prepared.isOpen(edge) {
                guard let agent = loads.agent(of: edge) else {
                    offerFree(edge)
                    continue
                }
                if loads.load(of: edge) <= loads.rooms[agent] {
                    list.append((Option(agent: agent, load: loads.load(of: edge), worth: worth(edge)), edge))
                }
            }
            list.sort { $0.option.agent < $1.option.agent }
            let isDistinct = zip(list, list.dropFirst()).allSatisfy { $0.option.agent < $1.option.agent }
            guard !list.isEmpty, isDistinct else { return nil }
            freeAgents = max(freeAgents, free)
            options.append(list.map(\.option))
            edges += list.map(\.edge)
        }
        guard options.contains(where: { $0.count > 1 }) else { return nil }
        let rooms = loads.rooms + Array(repeating: 0, count: freeAgents)
        let problem = JobAssignment(options, rooms: rooms)
        let isSmall = rooms.indices.allSatisfy { agent in
            let items = problem.agentStarts[agent + 1] - problem.agentStarts[agent] + 1
            let (cells, overflow) = items.multipliedReportingOverflow(by: rooms[agent] + 1)
            return !overflow && cells <= largestTable
        }
        return isSmall ? (problem, edges, side) : nil
    }
}

/// What every edge loads on which limit, where each edge has one load at most; loads and rooms of a limit divided by
/// what all its loads have in common.
private struct EdgeLoads {
    /// What every limit allows.
    let rooms: [Int]
    private let limits: [Int32]
    private let loads: [Int]

    init?(_ prepared: PreparedProblem) {
        let count = prepared.graph.edgeCount
        var (limits, loads) = ([Int32](repeating: -1, count: count), [Int](repeating: 0, count: count))
        var divisors = [Int](repeating: 0, count: prepared.limitRows.count)
        for row in prepared.limitRows {
            guard let upper = row.upper, upper >= 0, row.lower ?? 0 <= 0 else { return nil }
        }
        for edge in 0..<count where prepared.isOpen(edge) {
            for term in prepared.terms(of: edge) where prepared.termCoefficients[term] != 0 {
                let (limit, load) = (prepared.termLimits[term], prepared.termCoefficients[term])
                guard load > 0, limits[edge] < 0 else { return nil }
                (limits[edge], loads[edge]) = (limit, load)
                divisors[Int(limit)] = Self.commonDivisor(divisors[Int(limit)], load)
            }
        }
        for edge in 0..<count where limits[edge] >= 0 { loads[edge] /= divisors[Int(limits[edge])] }
        // Where every load is one, a limit only counts: linear bounds are nearly tight, and knapsacks no better.
        guard loads.contains(where: { $0 > 1 }) else { return nil }
        self.limits = limits
        self.loads = loads
        rooms = zip(prepared.limitRows, divisors).map { ($0.upper ?? 0) / max(1, $1) }
    }

    func agent(of edge: Int) -> Int? { limits[edge] < 0 ? nil : Int(limits[edge]) }

    func load(of edge: Int) -> Int { loads[edge] }

    /// Whether no choice within the limits needs more places than there are at the side that the jobs go to.
    func leavePlaces(_ prepared: PreparedProblem, ofJobs side: VertexSide) -> Bool {
        let agents: VertexSide = side == .left ? .right : .left
        let places = agents == .left ? prepared.leftCapacities : prepared.rightCapacities
        return places.indices.allSatisfy { vertex in
            let edges = prepared.graph.edges(of: agents, vertex).filter { prepared.isOpen($0) }
            if prepared.mustFill(agents, vertex), places[vertex] > 0 { return false }
            if edges.count <= places[vertex] { return true }
            guard let limit = edges.first.flatMap({ agent(of: $0) }),
                edges.allSatisfy({ agent(of: $0) == limit })
            else { return false }
            let least = edges.map { loads[$0] }.sorted().prefix(places[vertex] + 1).reduce(0, +)
            return least > rooms[limit]
        }
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}
