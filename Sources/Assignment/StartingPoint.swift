/// Where a solver may begin: pairs and prices of an earlier answer to a similar problem.
///
/// Nothing is assumed of them: they only decide how much is left to do. Among equally good answers another may
/// be chosen than without them.
package struct StartingPoint: Sendable {
    /// The vertices of the pairs chosen earlier; pairs that the problem does not have are passed over.
    package let pairs: [(left: Int, right: Int)]
    /// p_j by right vertex of the problem, a number for every goal; empty for a vertex that is new.
    package let prices: [[Int128]]

    /// Pairs and prices in the numbering of the problem that is to be solved.
    package init(pairs: [(left: Int, right: Int)], prices: [[Int128]]) {
        self.pairs = pairs
        self.prices = prices
    }

    /// The answer to a problem with the same vertices, or `nil` when its limits were binding: the prices then
    /// stand beside prices of limits.
    package init?(_ solution: MatchSolution, of problem: AssignmentProblem) {
        guard let proof = solution.certificate.goals.last, let prices = Self.prices(of: proof) else {
            return nil
        }
        let graph = problem.graph
        self.init(
            pairs: solution.edges.map { (graph.left(of: $0), graph.right(of: $0)) }, prices: prices)
    }

    /// The prices of right vertices that the last goal's proof states, a number for every goal, or `nil` when it
    /// does not code them as `GoalCoding` does.
    package static func prices(of proof: GoalProof) -> [[Int128]]? {
        let radices = proof.held + [1]
        guard proof.scale == 1, proof.limits.allSatisfy({ $0 == 0 }),
            zip(radices, radices.dropFirst()).allSatisfy({ $0 > $1 && $0 % $1 == 0 })
        else { return nil }
        return proof.right.map { price in
            var rest = price
            return radices.map { radix in
                let amount = rest.dividedToNearest(by: radix)
                rest -= amount * radix
                return amount
            }
        }
    }
}

extension EarlierMatching where Code: FixedWidthInteger & SignedInteger & BitwiseCopyable {
    /// Pairs, and prices as codes of a problem's coding, at most what an edge can be worth.
    init(_ start: StartingPoint, _ coding: GoalCoding, _ prepared: PreparedProblem) {
        let most = coding.mostWorth(of: prepared.problem)
        let prices = (0..<prepared.graph.rightCount).map { vertex -> Code in
            let amounts = start.prices.indices.contains(vertex) ? start.prices[vertex] : []
            // The certificate's price of a vertex that must be filled is without the cover's share.
            var code = prepared.mustFillRight[vertex] ? coding.radices[0] : 0
            for (amount, radix) in zip(amounts, coding.goalRadices) {
                let (product, overflows) = amount.multipliedReportingOverflow(by: radix)
                let (sum, overflowsToo) = code.addingReportingOverflow(product)
                if overflows || overflowsToo { return 0 }
                code = sum
            }
            return Code(truncatingIfNeeded: max(0, min(code, most)))
        }
        self.init(pairs: start.pairs, prices: prices)
    }
}

extension Int128 {
    /// The quotient by a positive number, rounded to the nearest.
    fileprivate func dividedToNearest(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder > divisor / 2 { return quotient + 1 }
        return remainder < -(divisor / 2) ? quotient - 1 : quotient
    }
}

extension GoalCoding {
    /// No edge has a code above this.
    fileprivate func mostWorth(of problem: AssignmentProblem) -> Int128 {
        zip(goalRadices, problem.goals).reduce(hasCover ? 2 * radices[0] : 0) { sum, level in
            sum + level.0 * Int128(level.1.weights.largestMagnitude)
        }
    }
}
