/// The right-hand side of the inequality in `Certificate`, evaluated afresh from a proof's multipliers.
///
/// For `verify`. Every operation is checked: leaving 128 bits gives `nil`, never a wrong number.
struct DualRecomputation {
    /// D.
    let dualValue: Int128
    /// Sum of the scale and all multipliers.
    let multiplierTotal: Int128
    /// d_e, the value of every edge at these multipliers, indexed by edge.
    let edgeValues: [Int128]

    /// Evaluates a proof whose arrays have the right lengths.
    init?(of goal: Int, _ solution: MatchSolution, _ problem: AssignmentProblem) {
        let proof = solution.certificate.goals[goal]
        let graph = problem.graph
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

        var values = [CheckedSum](repeating: CheckedSum(), count: graph.edgeCount)
        for edge in values.indices {
            for level in 0...goal {
                let weight = Int128(problem.goals[level].weights[edge])
                let oriented = problem.goals[level].sense == .maximise ? weight : -weight
                values[edge].add(level == goal ? proof.scale : proof.held[level], times: oriented)
            }
            values[edge].add(proof.left[graph.left(of: edge)], times: -1)
            values[edge].add(proof.right[graph.right(of: edge)], times: -1)
        }
        for (multiplier, limit) in zip(proof.limits, problem.limits) where multiplier != 0 {
            for term in limit.terms { values[term.edge].add(multiplier, times: -Int128(term.coefficient)) }
        }
        var locked = [Bool](repeating: false, count: graph.edgeCount)
        for edge in problem.locked { locked[edge] = true }
        for edge in values.indices where values[edge].total > 0 || locked[edge] {
            sum.add(values[edge].total, times: 1)
        }

        var control = CheckedSum()
        control.add(proof.scale, times: 1)
        for multiplier in [proof.left, proof.right, proof.limits, proof.held].joined() {
            control.add(multiplier, times: 1)
        }
        // A value at the very edge of 128 bits has no magnitude to compare; treat it as an overflow too.
        guard sum.isExact, control.isExact,
            values.allSatisfy({ $0.isExact && $0.total.magnitude < 1 << 126 }),
            sum.total.magnitude < 1 << 126, proof.scale < 1 << 60
        else { return nil }
        dualValue = sum.total
        multiplierTotal = control.total
        edgeValues = values.map(\.total)
    }

    /// ⌊D / S⌋.
    func bound(scale: Int128) -> Int128 {
        let (quotient, remainder) = dualValue.quotientAndRemainder(dividingBy: scale)
        return remainder < 0 ? quotient - 1 : quotient
    }
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
