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
}
