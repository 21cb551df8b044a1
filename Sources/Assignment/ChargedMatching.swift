/// The exact optimum of a problem whose limits are charged instead of enforced, with its prices: the inner
/// problem of a Lagrangian relaxation.
///
/// What it is worth at the charges, plus what the charges ask of the limits, bounds every choice that keeps the
/// limits; and a choice with an edge that only a longer alternating path brings in is worth less than the bound
/// by at least that path (`AlternatingPaths`).
struct ChargedMatching {
    /// Charges, and the prices of the vertices that go with them.
    let multipliers: Multipliers
    /// What every edge is worth after the charges, rewards for vertices that must be filled included.
    let costs: [Int64]
    /// The optimum, with u ≥ 0 and p ≥ 0 for these costs.
    let matching: PricedMatching<Int64>

    /// Solves the matching at some charges; prices of vertices in `charges` are not looked at.
    ///
    /// - Returns: `nil` when the numbers would not fit in 64 bits.
    init?(at charges: Multipliers, goal: Int, _ prepared: PreparedProblem) {
        let graph = prepared.graph
        var bare = charges
        bare.left = .init(repeating: 0, count: graph.leftCount)
        bare.right = .init(repeating: 0, count: graph.rightCount)
        guard let filled = FillingMatching(DualBound.edgeValues(bare, goal: goal, prepared), prepared) else {
            return nil
        }
        costs = filled.costs
        matching = filled.matching
        func prices(_ prices: [Int64], _ mustFill: [Bool]) -> [Int128] {
            zip(prices, mustFill).map { Int128($0) - ($1 ? filled.reward : 0) }
        }
        bare.left = prices(matching.left, prepared.mustFillLeft)
        bare.right = prices(matching.right, prepared.mustFillRight)
        multipliers = bare
    }

    /// r_e = u_i + p_j − c_e.
    func reducedCost(_ edge: Int, _ graph: BipartiteGraph) -> Int64 {
        matching.left[graph.left(of: edge)] + matching.right[graph.right(of: edge)] - costs[edge]
    }

    /// The edges of least reduced cost at every vertex, locked ones left out.
    func nearest(perLeft: Int, perRight: Int, _ prepared: PreparedProblem) -> [Int] {
        var choice = BestPerVertex<Int64>(perLeft: perLeft, perRight: perRight, prepared.graph)
        for edge in costs.indices where !prepared.isLocked[edge] {
            choice.offer(edge, worth: -reducedCost(edge, prepared.graph))
        }
        return choice.edges
    }

    /// The basis of a core that stands for this matching: the limits with a price are out of it, and their
    /// charge columns in.
    func basis(of core: CoreProgram, _ prepared: PreparedProblem) -> Basis {
        let chosen = Set(matching.edges)
        var basis = MatchingBasis.statuses(
            core.program, ends: core.ends(prepared.graph),
            isFree: core.vertexRows(
                left: { matching.left[$0] == 0 && !prepared.mustFillLeft[$0] },
                right: { matching.right[$0] == 0 && !prepared.mustFillRight[$0] }),
            isChosen: { chosen.contains(core.edges[$0]) },
            isTight: {
                // Limits make the simplex method pivot anyway: chosen edges go into its basis whatever they are worth.
                chosen.contains(core.edges[$0]) || reducedCost(core.edges[$0], prepared.graph) == 0
            })
        for (index, slack) in core.slacks.enumerated() {
            guard case .charge(let limit) = slack else { continue }
            basis.columns[core.edges.count + index] = .basic
            basis.rows[Int(core.limitRows[limit])] = multipliers.limits[limit] > 0 ? .upper : .lower
        }
        return basis
    }
}

/// An optimal matching among those that fill every vertex that must be filled, limits left aside.
struct FillingMatching {
    /// c_e with a reward for every end that must be filled.
    let costs: [Int64]
    /// The optimum for these costs.
    let matching: PricedMatching<Int64>
    /// The reward of one end.
    let reward: Int128

    /// Solves the matching for some values of the edges; that such matchings exist is known.
    ///
    /// - Returns: `nil` when the numbers would not fit in 64 bits.
    init?(_ values: [Int128], _ prepared: PreparedProblem) {
        let graph = prepared.graph
        let largest = values.reduce(1) { max($0, Int128($1.magnitude)) }
        // Every signed sum along four alternating paths has to fit.
        let room = Int128(Int64.max) / Int128(16 * (min(graph.leftCount, graph.rightCount) + 1))
        let hasCover = !(prepared.problem.mustFillLeft.isEmpty && prepared.problem.mustFillRight.isEmpty)
        var reward: Int128 = hasCover ? 4 * largest + 1 : 0
        while true {
            guard largest + 2 * reward < room else { return nil }
            let costs = values.indices.map {
                Int64(values[$0] + reward * Int128(prepared.fillCount(of: $0)))
            }
            let matching = FreshStart(prepared, EdgeCosts(graph, costs)).matchUnderCharges()
            if !hasCover || prepared.fills(matching.edges) {
                self.costs = costs
                self.matching = matching
                self.reward = reward
                return
            }
            reward *= 64
        }
    }
}

extension PreparedProblem {
    /// Whether some edges fill every vertex that must be filled.
    func fills(_ edges: [Int]) -> Bool {
        var left = leftCapacities
        var right = rightCapacities
        for edge in edges {
            left[graph.left(of: edge)] -= 1
            right[graph.right(of: edge)] -= 1
        }
        return !left.indices.contains { mustFillLeft[$0] && left[$0] > 0 }
            && !right.indices.contains { mustFillRight[$0] && right[$0] > 0 }
    }
}
