import Assignment
import GLPKSolver
import TestKit
import Testing

/// What a change of the problem must do to the optimum, without knowing the optimum.
///
/// Over `ProblemGenerator.small()`: goals of both senses, limits, locks and vertices to be filled among them.
@Suite struct MetamorphicTests {
    private let solver = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
    private let seeds = UInt64(10_000)..<10_600

    /// Goal values of the optimum, or `nil` where nothing is allowed.
    private func values(_ draft: ProblemDraft) throws -> [Int]? {
        let outcome = solver.solve(try draft.problem())
        if outcome.termination == .infeasible { return nil }
        #expect(outcome.claim == .provenOptimal, "\(outcome)")
        return try #require(outcome.solution).goalValues
    }

    /// Solves the problem of every seed before and after a change; `expected` says what becomes of the values.
    private func check(
        changing change: (inout ProblemDraft, inout SplitMix64) -> Void,
        expected: ([Int]) -> [Int] = { $0 }
    ) throws {
        var feasible = 0
        for seed in seeds {
            var generator = ProblemGenerator(seed: seed)
            var random = SplitMix64(seed: seed)
            let before = ProblemDraft(try generator.small())
            var after = before
            change(&after, &random)
            let (first, second) = (try values(before), try values(after))
            #expect(first.map(expected) == second, "seed \(seed)")
            if first != nil { feasible += 1 }
        }
        #expect(feasible > 300)
    }

    @Test("renumbering residents and volunteers changes no value")
    func renumbering() throws {
        try check { draft, random in
            draft.renumber(
                left: draft.leftCapacities.indices.shuffled(using: &random),
                right: draft.rightCapacities.indices.shuffled(using: &random))
        }
    }

    @Test("exchanging the sides changes no value")
    func swappingSides() throws {
        try check { draft, _ in draft.swapSides() }
    }

    @Test("a person without candidates, and one with candidates but no places, change no value")
    func uselessPersons() throws {
        try check { draft, random in
            draft.leftCapacities.append(3)
            draft.rightCapacities.append(0)
            for left in draft.leftCapacities.indices.dropLast() where random.once(in: 2) {
                draft.edges.append(
                    .init(
                        left: left, right: draft.rightCapacities.count - 1,
                        weights: draft.goals.map { _ in random.number(in: -9...9) },
                        coefficients: draft.limits.map { _ in random.number(in: -9...9) }))
            }
        }
    }

    @Test("a constant on every weight of a resident who must be filled moves that goal by it for each place")
    func constantUnderCover() throws {
        for seed in seeds {
            var generator = ProblemGenerator(seed: seed)
            var random = SplitMix64(seed: seed)
            var before = ProblemDraft(try generator.small())
            let resident = random.number(in: 0...before.leftCapacities.count - 1)
            if !before.mustFillLeft.contains(resident) { before.mustFillLeft.append(resident) }
            let goal = random.number(in: 0...before.goals.count - 1)
            let constant = random.number(in: -50...50)
            var after = before
            for edge in after.edges.indices where after.edges[edge].left == resident {
                after.edges[edge].weights[goal] += constant
            }
            var expected = try values(before)
            expected?[goal] += constant * before.leftCapacities[resident]
            #expect(try values(after) == expected, "seed \(seed)")
        }
    }

    @Test("a constant on every weight moves the goal by it for each pair when everybody is placed")
    func constantUnderFullCover() throws {
        for seed in UInt64(0)..<200 {
            var generator = ProblemGenerator(seed: seed)
            var before = ProblemDraft(try generator.sparse(left: 9, right: 12, degree: 4))
            before.mustFillLeft = Array(before.leftCapacities.indices)
            var after = before
            for edge in after.edges.indices { after.edges[edge].weights[1] -= 4_321 }
            var expected = try values(before)
            expected?[1] -= 4_321 * 9
            #expect(try values(after) == expected, "seed \(seed)")
        }
    }

    @Test("weights in another unit give values in that unit")
    func scaledWeights() throws {
        try check { draft, _ in
            for edge in draft.edges.indices {
                for goal in draft.goals.indices { draft.edges[edge].weights[goal] *= 1_000 }
            }
        } expected: { values in
            values.map { $0 * 1_000 }
        }
    }

    @Test("limits in another unit change no value")
    func scaledLimits() throws {
        try check { draft, _ in
            for limit in draft.limits.indices {
                draft.limits[limit].lower = draft.limits[limit].lower.map { $0 * 60 }
                draft.limits[limit].upper = draft.limits[limit].upper.map { $0 * 60 }
            }
            for edge in draft.edges.indices {
                draft.edges[edge].coefficients = draft.edges[edge].coefficients.map { $0.map { $0 * 60 } }
            }
        }
    }

    @Test("to minimise costs is to maximise their negatives")
    func negatedGoals() throws {
        try check { draft, _ in
            for goal in draft.goals.indices {
                draft.goals[goal].sense = draft.goals[goal].sense == .maximise ? .minimise : .maximise
            }
            for edge in draft.edges.indices {
                draft.edges[edge].weights = draft.edges[edge].weights.map { -$0 }
            }
        } expected: { values in
            values.map { -$0 }
        }
    }

    @Test("an upper bound on a sum is a lower bound on its negative")
    func negatedLimits() throws {
        try check { draft, _ in
            for limit in draft.limits.indices {
                let (name, lower, upper) = draft.limits[limit]
                draft.limits[limit] = (name, upper.map { -$0 }, lower.map { -$0 })
            }
            for edge in draft.edges.indices {
                draft.edges[edge].coefficients = draft.edges[edge].coefficients.map { $0.map { -$0 } }
            }
        }
    }

    @Test("a limit that cannot be broken, and one that stands twice, change no value")
    func idleLimits() throws {
        try check { draft, _ in
            let doubled = draft.limits.first
            for edge in draft.edges.indices {
                let repeated = draft.edges[edge].coefficients.first ?? nil
                draft.edges[edge].coefficients.append(1)
                if doubled != nil { draft.edges[edge].coefficients.append(repeated) }
            }
            draft.limits.append(("everything", 0, draft.edges.count))
            if let doubled { draft.limits.append(("again", doubled.lower, doubled.upper)) }
        }
    }

    @Test("a goal that is asked for again at the end gets the value that it had")
    func repeatedGoal() throws {
        try check { draft, _ in
            draft.goals.append(("again", draft.goals[0].sense))
            for edge in draft.edges.indices {
                draft.edges[edge].weights.append(draft.edges[edge].weights[0])
            }
        } expected: { values in
            values + [values[0]]
        }
    }

    @Test("locking what was chosen and taking away what was not changes no value")
    func hindsight() throws {
        for seed in seeds {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            guard let best = solver.solve(problem).solution else { continue }
            var locked = ProblemDraft(problem)
            for edge in best.edges { locked.edges[edge].isLocked = true }
            #expect(try values(locked) == best.goalValues, "seed \(seed)")
            var bare = ProblemDraft(problem)
            bare.edges = best.edges.map { bare.edges[$0] }
            #expect(try values(bare) == best.goalValues, "seed \(seed)")
        }
    }
}
