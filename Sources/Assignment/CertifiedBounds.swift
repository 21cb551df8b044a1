/// What certificates prove of changes to a problem whose limits bind: bounds from the multipliers, no search.
///
/// An assignment worth exactly ẑ_h in every earlier goal h that lacks an edge with d_e > 0, or has one with
/// d_e < 0, is worth at most ⌊(D − |d_e|) / S⌋ in goal k; one with one more place at i, at most
/// ⌊(D + u_i) / S⌋. The first goal in which such a bound differs from ẑ_k bounds the whole change; later goals
/// may do anything then. See `Certificate` for the symbols.
struct CertifiedBounds {
    /// The proof of one goal, evaluated.
    private struct Level {
        let bound: DualBound
        /// ẑ_k.
        let value: Int
        let isOpen: Bool

        func price(_ side: VertexSide, _ vertex: Int) -> Int128 {
            side == .left ? bound.multipliers.left[vertex] : bound.multipliers.right[vertex]
        }

        /// How much better the goal can become when D changes by so much.
        func change(_ difference: Int128) -> Int {
            let (quotient, remainder) = (bound.total + difference).quotientAndRemainder(
                dividingBy: bound.multipliers.scale)
            return Int(clamping: (remainder < 0 ? quotient - 1 : quotient) - Int128(value))
        }
    }

    private let levels: [Level]
    private let prepared: PreparedProblem

    /// Evaluates the proofs of a solution that `verify` accepts.
    ///
    /// - Complexity: O(goals² · |E| + goals · limit terms).
    init(_ solution: MatchSolution, _ prepared: PreparedProblem) {
        self.prepared = prepared
        let values = solution.goalValues.enumerated().map { prepared.reoriented($1, goal: $0) }
        levels = solution.certificate.goals.enumerated().map { goal, proof in
            let bound = DualBound(
                Multipliers(proof), goal: goal, held: Array(values[..<goal]), prepared)
            if case .open = proof.method { return Level(bound: bound, value: values[goal], isOpen: true) }
            return Level(bound: bound, value: values[goal], isOpen: false)
        }
    }

    /// Forbidding a chosen edge, or forcing another; none of them locked.
    func edge(_ edge: Int, isChosen: Bool) -> Change {
        atMost { level in
            let value = level.bound.edgeValues[edge]
            let change = level.change(min(0, isChosen ? -value : value))
            // The value of an open goal is not known to be the best, so a change may even help.
            return level.isOpen ? change : min(0, change)
        }
    }

    /// One more place at a vertex.
    func place(_ side: VertexSide, _ vertex: Int) -> Change {
        let bound = atMost { $0.change($0.price(side, vertex)) }
        return prepared.mustFill(side, vertex) ? bound : notBelowZero(bound)
    }

    /// One more vertex with the edges of an existing one and one place that may stay free.
    func copy(_ side: VertexSide, _ vertex: Int) -> Change {
        let edges = prepared.graph.edges(of: side, vertex)
        return notBelowZero(
            atMost { level in
                let price = level.price(side, vertex)
                return level.change(edges.reduce(0) { max($0, level.bound.edgeValues[$1] + price) })
            })
    }

    /// The first goal that the bounds say something of decides; behind an open goal nothing is known.
    private func atMost(_ change: (Level) -> Int) -> Change {
        var amounts: [Int] = []
        for level in levels {
            let amount = change(level)
            amounts.append(amount)
            if amount != 0 || level.isOpen { break }
        }
        return .atMost(amounts)
    }

    /// The same where nothing can become worse: a bound of 0 everywhere is then exact.
    private func notBelowZero(_ bound: Change) -> Change {
        guard case .atMost(let amounts) = bound, amounts.count == levels.count,
            amounts.allSatisfy({ $0 == 0 })
        else { return bound }
        return .exactly(amounts)
    }
}

extension BipartiteGraph {
    /// The edges of a vertex.
    func edges(of side: VertexSide, _ vertex: Int) -> [Int] {
        side == .left ? Array(edges(ofLeft: vertex)) : Array(edges(ofRight: vertex))
    }
}
