/// Why a solution is optimal, or how far from optimal it may be; checked by `verify`.
///
/// For goal k let ŵ = w when maximising and −w when minimising, and ẑ_h the value of the solution in that
/// orientation. For every choice x that fits the capacities and limits, contains the locked edges and is
/// worth exactly ẑ_h in each earlier goal h, weak duality says, in integers,
///
///     S · Σ_e ŵ^k_e x_e ≤ D,   where
///     D   = Σ_i a_i u_i + Σ_j b_j p_j + Σ_l λ_l · bound_l − Σ_h μ_h ẑ_h + Σ_e value_e
///     d_e = S · ŵ^k_e + Σ_{h<k} μ_h ŵ^h_e − u_i − p_j − Σ_l λ_l · coefficient_{l,e}
///
/// with value_e = d_e for a locked edge and max(0, d_e) for any other; u_i, p_j ≥ 0 except at vertices that
/// must be filled; bound_l is the upper bound of l where λ_l > 0 and its lower bound where λ_l < 0. The μ_h
/// may have any sign, because the earlier goals are held exactly.
/// So ⌊D / S⌋ bounds the goal over **all** edges, whatever core the solver looked at.
package struct Certificate: Sendable, Equatable {
    /// One proof for every goal, in order.
    package var goals: [GoalProof]
    /// Sum of the chosen edges' numbers plus one each.
    ///
    /// A proof tolerates some slips, since another optimal
    /// choice or multiplier proves as much; a control total tolerates none.
    package var edgeTotal: Int128

    package init(goals: [GoalProof], edgeTotal: Int128) {
        self.goals = goals
        self.edgeTotal = edgeTotal
    }
}

/// The proof for one goal; see `Certificate` for the inequality.
package struct GoalProof: Sendable, Equatable {
    /// How the distance between value and bound was closed.
    package enum Method: Sendable, Equatable {
        /// The multipliers alone: value = ⌊D / S⌋.
        case duals
        /// The multipliers show that no edge outside a kernel can be part of anything better, and branch and
        /// bound found nothing better inside it. `gap` is |bound − value|.
        case branchAndBound(kernelEdges: Int, gap: Int)
        /// It was not closed: the best value may be up to `gap` better.
        case open(gap: Int)
    }

    /// z_k, the value of the solution.
    package var value: Int
    /// What no solution can surpass, from the multipliers: ⌊D / S⌋, in the goal's own sense.
    package var bound: Int
    /// S, the scale of the multipliers; positive.
    package var scale: Int128
    /// S · u_i, indexed by left vertex.
    package var left: [Int128]
    /// S · p_j, indexed by right vertex.
    package var right: [Int128]
    /// S · λ_l, indexed by limit.
    package var limits: [Int128]
    /// S · μ_h, indexed by earlier goal.
    package var held: [Int128]
    /// D.
    package var dualValue: Int128
    /// Sum of the scale and all multipliers of this proof.
    package var multiplierTotal: Int128
    /// How the goal was closed.
    package var method: Method

    package init(
        value: Int, bound: Int, scale: Int128, left: [Int128], right: [Int128], limits: [Int128],
        held: [Int128], dualValue: Int128, method: Method
    ) {
        self.value = value
        self.bound = bound
        self.scale = scale
        self.left = left
        self.right = right
        self.limits = limits
        self.held = held
        self.dualValue = dualValue
        multiplierTotal = [left, right, limits, held].joined().reduce(scale, +)
        self.method = method
    }
}
