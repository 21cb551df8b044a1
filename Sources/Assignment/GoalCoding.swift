/// Codes a vector of goal weights in one integer so that comparing codes is comparing vectors, first goal first.
///
/// The code of (v^1, …, v^K) is Σ_k radix_k · v^k, radix_K = 1. Every number that shortest augmenting paths
/// form (prices, reduced costs, distances) is a signed sum of weights along at most three alternating paths
/// plus one edge. Signs alternate along such a path, so what all weights have in common counts once at most, and what
/// they differ by once for each of at most n = min(|L|, |R|) + 1 edges of one sign: the k-th digit is at most
/// 4 · (max|w^k| + n · (max w^k − min w^k)) =: digit_k in absolute value; for the goal "most pairs" that is 4. Take for
/// radix_k the least multiple of radix_{k+1} that surpasses 2 · Σ_{h>k} radix_h · digit_h: what lies below a digit is
/// then less than half its radix, so codes are exactly the ordered group Z^K, and the code of the first k goals is a code divided by
/// radix_k and rounded to the nearest integer, in which goal h counts radix_h / radix_k.
///
/// Vertices that must be filled come before all goals as a level of their own ("cover"), whose weight is
/// the number of ends of the edge that must be filled.
///
/// Goals that need more bits than there are have no coding; they are settled one after the other (`GoalStages`).
package struct GoalCoding: Sendable {
    /// radix_k for every level, cover first when there is one.
    package let radices: [Int128]
    /// Whether the first level is the cover.
    package let hasCover: Bool
    /// Whether every number formed fits in 64 bits.
    package let fitsInt64: Bool

    /// Chooses the radices for some of the goals, all of them unless told otherwise; `nil` when sums of codes over all
    /// edges would not fit in 128 bits.
    package init?(problem: AssignmentProblem, goals: Range<Int>? = nil) {
        hasCover = !(problem.mustFillLeft.isEmpty && problem.mustFillRight.isEmpty)
        let graph = problem.graph
        let edges = Int128(min(graph.leftCount, graph.rightCount)) + 1
        var digits = problem.goals[goals ?? problem.goals.indices].map { goal in
            4 * max(1, Int128(goal.weights.largestMagnitude) + edges * goal.weights.spread)
        }
        // Edges have 0, 1 or 2 ends in the cover.
        if hasCover { digits.insert(4 * (2 + 2 * edges), at: 0) }
        var radices = [Int128](repeating: 1, count: digits.count)
        var below: Int128 = 0
        var bits = 0
        for level in radices.indices.reversed() {
            if level + 1 < radices.count {
                radices[level] = radices[level + 1] * (2 * below / radices[level + 1] + 1)
            }
            bits += 1 + digits[level].bitsNeeded
            guard bits < 120 else { return nil }
            below = below &+ radices[level] &* digits[level]
        }
        let room = Int128(graph.edgeCount + graph.leftCount + graph.rightCount + 1) * 4
        guard !below.multipliedReportingOverflow(by: room).overflow else { return nil }
        self.radices = radices
        fitsInt64 = below < Int128(Int64.max / 4)
    }

    /// The code of the levels up to and including one, given the code of all: division by its radix, rounded
    /// to the nearest.
    package func prefix(_ code: Int128, upTo level: Int) -> Int128 {
        let radix = radices[level]
        let shifted = code + radix / 2
        let quotient = shifted / radix
        return shifted % radix < 0 ? quotient - 1 : quotient
    }
}

extension Int128 {
    /// The number of binary digits of a number that is not negative.
    fileprivate var bitsNeeded: Int { Int128.bitWidth - leadingZeroBitCount }
}
