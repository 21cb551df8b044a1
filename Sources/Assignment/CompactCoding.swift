/// Smaller radices for several goals than `GoalCoding` has: enough for nearly all choices, proven for none.
///
/// A radix that is safe must outweigh a path through everybody, and an auction over such weights has to find its prices within
/// a range thousands of times as wide as what tells two partners apart. Here a goal's unit counts four times what
/// the later goals of one edge differ by. Prices found for these weights are read digit by digit and written in the true
/// coding (`expanded`); what they do not prove there, the searches from them settle.
///
/// Goals in which all edges weigh the same, as in most-pairs, keep outweighing a path through everybody: `AuctionStart`
/// has a way of its own for them.
package struct CompactCoding {
    /// For every level of the true coding, greatest first.
    package let radices: [Int64]
    let coding: GoalCoding
    /// No edge is worth more in the true coding, and no price has to be greater.
    private let most: Int128

    /// `nil` where the true coding is small enough, or vertices must be filled, which is a level before all goals with
    /// weights of its own.
    package init?(_ coding: GoalCoding, of problem: AssignmentProblem) {
        let spreads = problem.goals.map { $0.weights.spread }
        // A coding of the first goal alone (`GoalStages`) has nothing to make smaller either.
        guard !coding.hasCover, coding.radices.count == spreads.count,
            spreads.count(where: { $0 > 0 }) > 1
        else { return nil }
        let people = Int128(min(problem.graph.leftCount, problem.graph.rightCount)) + 1
        var radices = spreads.map { _ in Int128(1) }
        var (below, longest, most) = (Int128(0), Int128(0), Int128(0))
        for level in radices.indices.reversed() {
            if below > 0 {
                let enough = spreads[level] == 0 ? 16 * people * below : 4 * below
                radices[level] = min(coding.radices[level], enough)
            }
            below += radices[level] * spreads[level]
            // As in `GoalCoding`: every signed sum along four alternating paths has to fit.
            let largest = Int128(problem.goals[level].weights.largestMagnitude)
            longest += 4 * radices[level] * (largest + people * spreads[level])
            guard longest < Int128(Int64.max / 4) else { return nil }
            most += coding.radices[level] * largest
        }
        guard radices != coding.radices else { return nil }
        self.radices = radices.map { Int64($0) }
        self.coding = coding
        self.most = most
    }

    /// A price of these weights as one of the true coding, at most what an edge can be worth.
    package func expanded(_ price: Int64) -> Int128 {
        var (rest, code) = (price, Int128(0))
        for (radix, large) in zip(radices, coding.radices) {
            var (amount, remainder) = rest.quotientAndRemainder(dividingBy: radix)
            if remainder > radix / 2 { amount += 1 } else if remainder < -(radix / 2) { amount -= 1 }
            remainder = rest - amount * radix
            code += Int128(amount) * large
            rest = remainder
        }
        return min(most, max(0, code))
    }
}
