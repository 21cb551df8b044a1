/// The coded prices of a certificate when they fit the solution without a gap: with r_e = u_i + p_j − c_e,
/// r_e ≥ 0 off the chosen edges and ≤ 0 on them, and a price of 0 wherever a place is free.
///
/// They are those of the last goal's proof: its multipliers for the earlier goals are the radices of a
/// `GoalCoding`, so c_e codes all goals. Vertices that must be filled have prices of any sign.
struct TightPrices {
    let coding: GoalCoding
    /// u_i, indexed by left vertex.
    let left: [Int128]
    /// p_j, indexed by right vertex.
    let right: [Int128]
    /// −r_e, indexed by edge.
    let edgeValues: [Int128]
    /// Whether 64 bits hold every distance.
    let fitsInt64: Bool

    /// Prices that are larger than this by magnitude are left alone: 128 bits would not hold their sums.
    private static let largest = Int128.max / 32

    /// The prices of a solution that `verify` accepts, or `nil` when they leave a gap or price a limit.
    ///
    /// - Complexity: O(|L| + |R| + goals · |E|).
    init?(_ solution: MatchSolution, _ prepared: PreparedProblem) {
        let goal = prepared.goalCount - 1
        let proof = solution.certificate.goals[goal]
        guard let coding = GoalCoding(problem: prepared.problem), proof.scale == 1,
            proof.held == coding.goalRadices.dropLast(), proof.limits.allSatisfy({ $0 == 0 }),
            [proof.left, proof.right].joined().allSatisfy({ $0.magnitude < Self.largest.magnitude })
        else { return nil }
        let values = solution.goalValues.enumerated().map { prepared.reoriented($1, goal: $0) }
        let bound = DualBound(
            Multipliers(proof), goal: goal, held: Array(values.dropLast()), prepared)
        guard bound.total == Int128(values[goal]) else { return nil }
        self.coding = coding
        left = proof.left
        right = proof.right
        edgeValues = bound.edgeValues
        let narrow = UInt128(Int64.max / 32)
        fitsInt64 =
            coding.fitsInt64
            && [left, right, edgeValues].joined().allSatisfy { $0.magnitude < narrow }
    }
}

extension Multipliers {
    /// Those of a proof.
    init(_ proof: GoalProof) {
        self.init(
            scale: proof.scale, left: proof.left, right: proof.right, limits: proof.limits, held: proof.held)
    }
}

extension GoalCoding {
    /// radix_k of every goal, the cover's left out.
    var goalRadices: ArraySlice<Int128> { radices.dropFirst(hasCover ? 1 : 0) }

    /// The numbers that a code without a cover's share stands for, one for every goal.
    func amounts(of code: Int128) -> [Int] {
        var rest = code
        return radices.indices.dropFirst(hasCover ? 1 : 0).map { level in
            let amount = prefix(rest, upTo: level)
            rest -= amount * radices[level]
            return Int(amount)
        }
    }
}
