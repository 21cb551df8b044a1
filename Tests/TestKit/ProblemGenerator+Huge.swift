package import Assignment

extension ProblemGenerator {
    /// A `small()` problem with so many goals, of weights of so many bits, that no one code holds them.
    ///
    /// Most weights are tied, so that the later goals have something to decide. Without limits unless asked for.
    package mutating func huge(
        goals: ClosedRange<Int>, bits: ClosedRange<Int>, hasLimits: Bool = false
    ) throws -> AssignmentProblem {
        var draft = ProblemDraft(try small())
        if !hasLimits {
            draft.limits = []
            for edge in draft.edges.indices { draft.edges[edge].coefficients = [] }
        }
        let count = random.number(in: goals)
        draft.goals = (0..<count).map { goal in
            (name: "goal \(goal)", sense: random.once(in: 3) ? .minimise : .maximise)
        }
        let units = (0..<count).map { _ in (1 << random.number(in: bits)) + random.number(in: 0...1_000) }
        for edge in draft.edges.indices {
            draft.edges[edge].weights = units.map { unit in
                unit * random.number(in: -2...2) + (random.once(in: 8) ? random.number(in: -9...9) : 0)
            }
        }
        return try draft.problem()
    }

    /// As many people on both sides with `degree` candidates each, goals of so many bits in steps with a little beside, and
    /// three limits that bind.
    package mutating func heavy(people: Int, degree: Int, goals: Int, bits: Int) throws -> AssignmentProblem {
        var drawing = self
        let base = try drawing.sparse(left: people, right: people, degree: degree, capacities: 1...2)
        let edges = 0..<base.graph.edgeCount
        let goals = (0..<goals).map { goal in
            let unit = (1 << bits) + random.number(in: 0...1_000)
            let weights = edges.map { _ in
                unit * random.number(in: -1...2) + (random.once(in: 8) ? random.number(in: -9...9) : 0)
            }
            return Goal(name: "goal \(goal)", weights: weights)
        }
        let limits = (0..<3).map { limit in
            let terms = edges.filter { _ in random.once(in: 3) }
                .map { Limit.Term(edge: $0, coefficient: random.number(in: 1...4)) }
            return Limit(name: "limit \(limit)", terms: terms, atMost: people / 4)
        }
        return try AssignmentProblem(
            graph: base.graph, leftCapacities: base.leftCapacities, rightCapacities: base.rightCapacities,
            goals: goals, limits: limits)
    }
}
