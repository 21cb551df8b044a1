/// The part of a graph that the program solver sees to confirm a start: chosen edges, and tight ones that join them to
/// trees.
///
/// What the trees join falls into parts without a vertex in common, each a program of its own: small ones fit a
/// processor's cache and are solved on all cores, and a part is all that is ever in the program solver's memory.
struct ConfirmationCore: Sendable {
    /// Ascending.
    let edges: [Int]
    /// Whether an edge is chosen, indexed as `edges`.
    let isChosen: [Bool]
    /// Coded r_e of every edge at the moved prices, indexed as `edges`.
    let reducedCosts: [Int128]
    /// u_i, moved where the trees need a root.
    let left: [Int128]
    /// p_j, moved with them.
    let right: [Int128]
    /// Positions in `edges`, part by part, ascending in each.
    private let order: [Int32]
    private let partStarts: [Int]
    /// The number of a right vertex within its part, in the order in which its edges come.
    private let rightNumbers: [Int32]

    /// Chooses the edges, and cuts them into parts at about `size` vertices: none but chosen edges make a larger one.
    ///
    /// - Complexity: O(|E| α(n)).
    init(_ start: PureStart, _ scope: ConfirmationScope, size: Int = 2_000) {
        var trees = ConfirmationTrees(start, scope, size: size)
        let graph = start.graph
        if start.coding.fitsInt64 {
            trees.scan(Int64.self)
        } else {
            trees.scan(Int128.self)
        }
        edges = trees.edges
        isChosen = trees.isChosen
        let (left, right) = trees.rootedPrices()
        (self.left, self.right) = (left, right)
        reducedCosts = zip(edges, isChosen).map { edge, isChosen in
            guard isChosen else { return 0 }
            let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
            let cost = start.left[tail] + start.right[head] - start.reducedCost(of: edge)
            return left[tail] + right[head] - cost
        }
        let (parts, count) = trees.parts(size: size)
        var starts = [Int](repeating: 0, count: count + 1)
        for part in parts { starts[Int(part) + 1] += 1 }
        for part in 0..<count { starts[part + 1] += starts[part] }
        partStarts = starts
        var order = [Int32](repeating: 0, count: edges.count)
        for (position, part) in parts.enumerated() {
            order[starts[Int(part)]] = Int32(position)
            starts[Int(part)] += 1
        }
        var numbers = [Int32](repeating: -1, count: graph.rightCount)
        for part in 0..<count {
            var next: Int32 = 0
            for position in order[partStarts[part]..<partStarts[part + 1]] {
                let head = graph.right(of: edges[Int(position)])
                guard numbers[head] < 0 else { continue }
                numbers[head] = next
                next += 1
            }
        }
        self.order = order
        rightNumbers = numbers
    }

    var partCount: Int { partStarts.count - 1 }

    /// The positions in `edges` of a part, ascending.
    func part(_ part: Int) -> ArraySlice<Int32> { order[partStarts[part]..<partStarts[part + 1]] }

    /// The number of a right vertex with an edge in the core, within its part.
    func number(ofRight vertex: Int) -> Int { Int(rightNumbers[vertex]) }

    /// Edges of the largest part.
    var largestPart: Int { (0..<partCount).reduce(0) { max($0, part($1).count) } }

    /// One weight for every edge that stands for all goals, in proportions as small as the prices allow; `nil` when a
    /// part's sums of them might not be exact in floating point.
    func codes(_ start: PureStart, _ prepared: PreparedProblem) -> GoalCodes<Int>? {
        let coding = start.coding
        let radices = radices(start)
        var largest: Int128 = 0
        for (level, radix) in radices.enumerated() {
            let goal = coding.hasCover ? level - 1 : level
            let weight = goal < 0 ? 2 : Int128(prepared.problem.goals[goal].weights.largestMagnitude)
            largest += radix * weight
        }
        let (sum, overflow) = largest.multipliedReportingOverflow(by: Int128(largestPart + 1))
        guard !overflow, sum <= Int128(AssignmentProblem.largestExactSum) else { return nil }
        return GoalCodes(prepared, coding, radices: radices.map { Int($0) })
    }

    /// The smallest radices in which every coded number (a price or a reduced cost) keeps its sign, and stays
    /// away from 0 where it was: then the prices prove the same choices optimal, and those alone.
    ///
    /// A number whose first digits up to level k are not all 0 needs a radix_k above what its later levels come to.
    private func radices(_ start: PureStart) -> [Int128] {
        let coding = start.coding
        let count = coding.radices.count
        var radices = [Int128](repeating: 1, count: count)
        for level in (0..<count - 1).reversed() {
            let large = coding.radices[level] / 2
            func take(_ number: Int128) {
                guard number >= large || number < -large else { return }
                var (rest, above) = (Int128(0), coding.prefix(number, upTo: level))
                guard above != 0 else { return }
                for later in (level + 1)..<count {
                    let prefix = later + 1 == count ? number : coding.prefix(number, upTo: later)
                    rest +=
                        radices[later]
                        * (prefix - above * (coding.radices[later - 1] / coding.radices[later]))
                    above = prefix
                }
                radices[level] = max(radices[level], abs(rest) + 1)
            }
            left.forEach(take)
            right.forEach(take)
            reducedCosts.forEach(take)
        }
        return radices
    }
}
