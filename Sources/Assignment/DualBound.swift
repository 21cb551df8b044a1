/// The multipliers of the inequality in `Certificate`, in integers of scale S.
struct Multipliers {
    /// S.
    var scale: Int128
    /// S · u_i.
    var left: [Int128]
    /// S · p_j.
    var right: [Int128]
    /// S · λ_l.
    var limits: [Int128]
    /// S · μ_h, one for every earlier goal.
    var held: [Int128]
}

/// Multipliers with the bound they give over all edges, exactly, and what they say of each edge.
struct DualBound {
    let multipliers: Multipliers
    /// D.
    let total: Int128
    /// d_e: every choice without an edge of d_e > 0, or with one of d_e < 0, is worth at most (D − |d_e|) / S.
    let edgeValues: [Int128]

    /// Evaluates multipliers of the right signs; `held` are the oriented values of the earlier goals, locked
    /// edges included.
    ///
    /// - Complexity: O(|L| + |R| + goal · |E| + limit terms).
    init(_ multipliers: Multipliers, goal: Int, held: [Int], _ prepared: PreparedProblem) {
        self.multipliers = multipliers
        edgeValues = Self.edgeValues(multipliers, goal: goal, prepared)
        var total: Int128 = 0
        // What the locked edges use of capacities and limits they pay back in their values, so what is left
        // of both together with their weights is the same sum.
        for (price, capacity) in zip(multipliers.left, prepared.leftCapacities) where price != 0 {
            total += price * Int128(capacity)
        }
        for (price, capacity) in zip(multipliers.right, prepared.rightCapacities) where price != 0 {
            total += price * Int128(capacity)
        }
        for (price, row) in zip(multipliers.limits, prepared.limitRows) where price != 0 {
            total += price * Int128((price > 0 ? row.upper : row.lower) ?? 0)
        }
        for (earlier, price) in multipliers.held.enumerated() {
            total += price * Int128(prepared.lockedValues[earlier] - held[earlier])
        }
        total += multipliers.scale * Int128(prepared.lockedValues[goal])
        for (edge, value) in edgeValues.enumerated() where value > 0 && !prepared.isLocked[edge] {
            total += value
        }
        self.total = total
    }

    /// ⌊D / S⌋: no oriented value surpasses it.
    var bound: Int {
        let (quotient, remainder) = total.quotientAndRemainder(dividingBy: multipliers.scale)
        return Int(clamping: remainder < 0 ? quotient - 1 : quotient)
    }

    /// How far |d_e| may be from 0 for an edge that a choice worth at least `value` may use or lack.
    func slack(for value: Int) -> Int128 { total - multipliers.scale * Int128(value) }

    /// The number of edges that could be part of anything better than `value`.
    func kernelCount(above value: Int, _ prepared: PreparedProblem) -> Int {
        let slack = slack(for: value + 1)
        return edgeValues.indices.count {
            !prepared.isLocked[$0] && Int128(edgeValues[$0].magnitude) <= slack
        }
    }

    /// d_e of every edge.
    static func edgeValues(
        _ multipliers: Multipliers, goal: Int, _ prepared: PreparedProblem
    ) -> [Int128] {
        let graph = prepared.graph
        return (0..<graph.edgeCount).map { edge in
            var value =
                multipliers.scale * Int128(prepared.weight(goal, edge))
                - multipliers.left[graph.left(of: edge)]
                - multipliers.right[graph.right(of: edge)]
            for (earlier, price) in multipliers.held.enumerated() where price != 0 {
                value += price * Int128(prepared.weight(earlier, edge))
            }
            for term in prepared.terms(of: edge) {
                let price = multipliers.limits[Int(prepared.termLimits[term])]
                if price != 0 { value -= price * Int128(prepared.termCoefficients[term]) }
            }
            return value
        }
    }
}

extension DualBound {
    /// Integer multipliers from a relaxation's floating-point ones: rounded to the scale, given the right signs,
    /// and the left prices then chosen as well as the others allow.
    ///
    /// The best u_i for given p, λ, μ is the a_i-th largest value that the edges of i have without it (or 0),
    /// so no rounding of the other multipliers costs more than its own size.
    ///
    /// - Returns: `nil` when a multiplier is not a finite number of sensible size.
    init?(
        rounding duals: FloatingMultipliers, goal: Int, held: [Int], _ prepared: PreparedProblem
    ) {
        guard let largest = duals.largestMagnitude, largest < 0x1p59 else { return nil }
        var scale = 0x1p30
        while scale > 1, largest * scale >= 0x1p60 { scale /= 2 }
        func rounded(_ dual: Double) -> Int128 { Int128((dual * scale).rounded()) }

        var multipliers = Multipliers(
            scale: Int128(scale), left: [Int128](repeating: 0, count: prepared.graph.leftCount), right: [],
            limits: [], held: duals.held.map { max(0, rounded(-$0)) })
        multipliers.right = duals.right.indices.map { vertex in
            let price = rounded(duals.right[vertex])
            if prepared.mustFillRight[vertex] { return price }
            // A vertex with a place for every edge cannot be full.
            let isOpen = prepared.rightCapacities[vertex] >= prepared.graph.edges(ofRight: vertex).count
            return isOpen ? 0 : max(0, price)
        }
        multipliers.limits = duals.limits.indices.map { limit in
            let price = rounded(duals.limits[limit])
            let row = prepared.limitRows[limit]
            return price > 0 && row.upper == nil || price < 0 && row.lower == nil ? 0 : price
        }
        let values = Self.edgeValues(multipliers, goal: goal, prepared)
        for vertex in multipliers.left.indices {
            let capacity = prepared.leftCapacities[vertex]
            var offers: [Int128] = []
            for edge in prepared.graph.edges(ofLeft: vertex) where !prepared.isLocked[edge] {
                if values[edge] > 0 || prepared.mustFillLeft[vertex] { offers.append(values[edge]) }
            }
            guard offers.count >= max(1, capacity) else { continue }
            offers.sort(by: >)
            multipliers.left[vertex] = offers[max(0, capacity - 1)]
        }
        self.init(multipliers, goal: goal, held: held, prepared)
    }
}

/// Multipliers as a relaxation gives them, by vertex, limit and earlier goal; 0 where there was no row.
struct FloatingMultipliers {
    var left: [Double]
    var right: [Double]
    var limits: [Double]
    /// Multipliers of the rows Σ ŵ^h ≥ ẑ_h, at most 0.
    var held: [Double]

    /// All 0.
    init(_ prepared: PreparedProblem, held count: Int) {
        left = [Double](repeating: 0, count: prepared.graph.leftCount)
        right = [Double](repeating: 0, count: prepared.graph.rightCount)
        limits = [Double](repeating: 0, count: prepared.limitRows.count)
        held = [Double](repeating: 0, count: count)
    }

    /// The largest absolute value, or `nil` when one is not a number.
    var largestMagnitude: Double? {
        var largest = 0.0
        for dual in [left, right, limits, held].joined() {
            guard dual.isFinite else { return nil }
            largest = max(largest, dual.magnitude)
        }
        return largest
    }
}
