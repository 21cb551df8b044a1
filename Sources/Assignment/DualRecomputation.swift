/// The right-hand side of the inequality in `Certificate`, evaluated afresh from a proof's multipliers.
///
/// For `verify`. Nothing is kept for an edge but, under limits, one number: what an edge is worth is computed when
/// asked for. Every operation is checked, or ruled out by a bound on all of them: leaving 128 bits gives `nil`,
/// never a wrong number.
struct DualRecomputation {
    /// D.
    let dualValue: Int128
    /// Sum of the scale and all multipliers.
    let multiplierTotal: Int128
    private let valuation: Valuation

    /// Evaluates a proof whose arrays have the right lengths.
    init?(of goal: Int, _ solution: MatchSolution, _ problem: AssignmentProblem) {
        let proof = solution.certificate.goals[goal]
        var sum = CheckedSum()
        for (multiplier, capacity) in zip(proof.left, problem.leftCapacities) {
            sum.add(multiplier, times: Int128(capacity))
        }
        for (multiplier, capacity) in zip(proof.right, problem.rightCapacities) {
            sum.add(multiplier, times: Int128(capacity))
        }
        for (multiplier, limit) in zip(proof.limits, problem.limits) where multiplier != 0 {
            // A missing bound is reported as a wrong sign; here it counts as 0.
            let bound = multiplier > 0 ? limit.upper : limit.lower
            sum.add(multiplier, times: Int128(bound ?? 0))
        }
        for (earlier, multiplier) in proof.held.enumerated() {
            let value = Int128(solution.goalValues[earlier])
            let oriented = problem.goals[earlier].sense == .maximise ? value : -value
            sum.add(multiplier, times: -oriented)
        }

        var control = CheckedSum()
        control.add(proof.scale, times: 1)
        for multiplier in [proof.left, proof.right, proof.limits, proof.held].joined() {
            control.add(multiplier, times: 1)
        }
        guard let valuation = Valuation(of: goal, proof, problem) else { return nil }
        valuation.forEach(isAboveZero: true) { _, value in if value > 0 { sum.add(value, times: 1) } }
        // Locked edges count whatever they are worth.
        for edge in problem.locked {
            let value = valuation.value(of: edge)
            if value < 0 { sum.add(value, times: 1) }
        }
        // A value at the very edge of 128 bits has no magnitude to compare; treat it as an overflow too.
        guard sum.isExact, control.isExact, sum.total.magnitude < 1 << 126, proof.scale < 1 << 60
        else { return nil }
        dualValue = sum.total
        multiplierTotal = control.total
        self.valuation = valuation
    }

    /// ⌊D / S⌋.
    func bound(scale: Int128) -> Int128 {
        let (quotient, remainder) = dualValue.quotientAndRemainder(dividingBy: scale)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// Hands out d_e, the value of every edge at these multipliers.
    func forEachEdge(_ body: (Int, Int128) -> Void) { valuation.forEach(isAboveZero: false, body) }
}

/// d_e = Σ_k factor_k w^k_e − u_i − p_j − Σ_l λ_l c_{l,e}.
private struct Valuation {
    private let problem: AssignmentProblem
    private let proof: GoalProof
    /// S for the goal and μ_h for the earlier ones, negative where less is better.
    private let factors: [Int128]
    /// Σ_l λ_l c_{l,e}, indexed by edge; empty when no limit has a multiplier.
    private let limitShares: [Int128]
    /// Whether no sum for an edge leaves 64 bits.
    private let isNarrow: Bool

    /// `nil` when a sum for an edge might leave 126 bits.
    init?(of goal: Int, _ proof: GoalProof, _ problem: AssignmentProblem) {
        self.problem = problem
        self.proof = proof
        factors = (0...goal).map { level in
            let factor = level == goal ? proof.scale : proof.held[level]
            return problem.goals[level].sense == .maximise ? factor : 0 - factor
        }
        var shares: [CheckedSum] = []
        for (multiplier, limit) in zip(proof.limits, problem.limits) where multiplier != 0 {
            if shares.isEmpty { shares = .init(repeating: CheckedSum(), count: problem.graph.edgeCount) }
            for term in limit.terms { shares[term.edge].add(multiplier, times: Int128(term.coefficient)) }
        }
        guard shares.allSatisfy(\.isExact) else { return nil }
        limitShares = shares.map(\.total)

        var largest = CheckedSum()
        for (factor, goal) in zip(factors, problem.goals) {
            largest.add(Int128(clamping: factor.magnitude), times: Self.magnitude(goal.weights))
        }
        for numbers in [proof.left, proof.right, limitShares] {
            largest.add(Int128(clamping: numbers.reduce(0) { max($0, $1.magnitude) }), times: 1)
        }
        guard largest.isExact, largest.total < 1 << 126 else { return nil }
        isNarrow = largest.total < 1 << 62
    }

    func value(of edge: Int) -> Int128 {
        var value = limitShares.isEmpty ? 0 : -limitShares[edge]
        for (factor, goal) in zip(factors, problem.goals) { value += factor * Int128(goal.weights[edge]) }
        return value - proof.left[problem.graph.left(of: edge)] - proof.right[problem.graph.right(of: edge)]
    }

    /// Hands out the values; where only those above 0 are wanted, others may be left out.
    func forEach(isAboveZero: Bool, _ body: (Int, Int128) -> Void) {
        guard isNarrow, limitShares.isEmpty else {
            for edge in 0..<problem.graph.edgeCount { body(edge, value(of: edge)) }
            return
        }
        let right = proof.right.map { Int(truncatingIfNeeded: $0) }
        var constant = 0
        var terms: [(factor: Int, weights: EdgeWeights)] = []
        for (factor, goal) in zip(factors, problem.goals) {
            let narrow = Int(truncatingIfNeeded: factor)
            if let weight = goal.weights.constant {
                constant += narrow * weight
            } else if narrow != 0 {
                terms.append((narrow, goal.weights))
            }
        }
        if terms.count == 1, let weights = terms[0].weights.narrow {
            forEach(right, constant: constant, factor: terms[0].factor, weights, isAboveZero, body)
            return
        }
        for vertex in 0..<problem.graph.leftCount {
            let base = constant - Int(truncatingIfNeeded: proof.left[vertex])
            for edge in problem.graph.edges(ofLeft: vertex) {
                var value = base - right[problem.graph.right(of: edge)]
                for term in terms { value += term.factor * term.weights[edge] }
                body(edge, Int128(value))
            }
        }
    }

    /// The same where the weights of one goal in 32 bits are all that differs from edge to edge; that no sum leaves 64
    /// bits is known (`isNarrow`).
    @inline(__always)
    private func forEach(
        _ right: [Int], constant: Int, factor: Int, _ weights: [Int32], _ isAboveZero: Bool,
        _ body: (Int, Int128) -> Void
    ) {
        let graph = problem.graph
        right.withUnsafeBufferPointer { right in
            weights.withUnsafeBufferPointer { weights in
                graph.rightOfEdge.withUnsafeBufferPointer { heads in
                    for vertex in 0..<graph.leftCount {
                        let base = constant - Int(truncatingIfNeeded: proof.left[vertex])
                        let edges = graph.edges(ofLeft: vertex)
                        // Everybody: their ends need not be looked up to see that there is nothing.
                        if isAboveZero, edges.count == right.count,
                            Self.hasNoneAboveZero(
                                base, right, factor, UnsafeBufferPointer(rebasing: weights[edges]))
                        {
                            continue
                        }
                        for edge in edges {
                            let value = base &- right[Int(heads[edge])] &+ factor &* Int(weights[edge])
                            body(edge, Int128(value))
                        }
                    }
                }
            }
        }
    }

    /// Whether base − p_j + factor · w is above 0 for no right vertex: no difference to it has a sign bit.
    private static func hasNoneAboveZero(
        _ base: Int, _ right: UnsafeBufferPointer<Int>, _ factor: Int, _ weights: UnsafeBufferPointer<Int32>
    ) -> Bool {
        var signs = 0
        // Multiplied only where it must be: vectors have no product of 64 bits.
        switch factor {
        case 1: for index in right.indices { signs |= right[index] &- base &- Int(weights[index]) }
        case -1: for index in right.indices { signs |= right[index] &- base &+ Int(weights[index]) }
        default: for index in right.indices { signs |= right[index] &- base &- factor &* Int(weights[index]) }
        }
        return signs >= 0
    }

    private static func magnitude(_ weights: EdgeWeights) -> Int128 { Int128(weights.largestMagnitude) }
}

/// A sum of products that remembers whether it ever left 128 bits.
private struct CheckedSum {
    var total: Int128 = 0
    var isExact = true

    mutating func add(_ factor: Int128, times other: Int128) {
        let (product, productOverflow) = factor.multipliedReportingOverflow(by: other)
        let (sum, sumOverflow) = total.addingReportingOverflow(product)
        total = sum
        isExact = isExact && !productOverflow && !sumOverflow
    }
}
