/// The part of a graph that the program solver sees to confirm a start, and one weight for every edge of it that
/// stands for all goals in their order.
struct ConfirmationCore {
    /// Ascending.
    let edges: [Int]
    /// What the levels count beside each other; as small as the prices allow.
    private let radices: [Int128]

    /// Chosen edges, tight ones that join them to a spanning forest (so that the prices belong to a basis), and for
    /// every left vertex without one of these its nearest unchosen edge.
    ///
    /// - Complexity: O(|E| α(n)).
    init(_ start: PureStart, _ prepared: PreparedProblem) {
        var builder = Builder(start, prepared)
        if start.coding.fitsInt64 {
            builder.scan(Int64.self)
        } else {
            builder.scan(Int128.self)
        }
        edges = builder.edges
        radices = Self.radices(start.coding, builder.numbers)
    }

    /// The combined weights; `nil` when sums of them might not be exact in floating point.
    func codes(_ prepared: PreparedProblem, _ coding: GoalCoding) -> GoalCodes<Int>? {
        var largest: Int128 = 0
        for (level, radix) in radices.enumerated() {
            let goal = coding.hasCover ? level - 1 : level
            let weight = goal < 0 ? 2 : Int128(prepared.problem.goals[goal].weights.largestMagnitude)
            largest += radix * weight
        }
        let pairs = Int128(min(prepared.graph.edgeCount, edges.count) + 1)
        let (sum, overflow) = largest.multipliedReportingOverflow(by: pairs)
        guard !overflow, sum <= Int128(AssignmentProblem.largestExactSum) else { return nil }
        return GoalCodes(prepared, coding, radices: radices.map { Int($0) })
    }

    /// The smallest radices in which every coded number (a price or a reduced cost) keeps its sign, and stays
    /// away from 0 where it was: then the prices prove the same choices optimal, and those alone.
    ///
    /// A number whose first digits up to level k are not all 0 needs a radix_k above what its later levels come to.
    private static func radices(_ coding: GoalCoding, _ numbers: [Int128]) -> [Int128] {
        let count = coding.radices.count
        var radices = [Int128](repeating: 1, count: count)
        for level in (0..<count - 1).reversed() {
            let large = coding.radices[level] / 2
            for number in numbers where number >= large || number < -large {
                var (rest, above) = (Int128(0), coding.prefix(number, upTo: level))
                guard above != 0 else { continue }
                for later in (level + 1)..<count {
                    let prefix = later + 1 == count ? number : coding.prefix(number, upTo: later)
                    rest +=
                        radices[later]
                        * (prefix - above * (coding.radices[later - 1] / coding.radices[later]))
                    above = prefix
                }
                radices[level] = max(radices[level], abs(rest) + 1)
            }
        }
        return radices
    }
}

/// One pass over all edges.
private struct Builder {
    private let start: PureStart
    private let prepared: PreparedProblem
    private var forest: UnionFind
    /// The edges taken, ascending.
    private(set) var edges: [Int] = []
    /// Prices, and reduced costs of the edges taken, as far as they are not 0.
    private(set) var numbers: [Int128] = []

    init(_ start: PureStart, _ prepared: PreparedProblem) {
        self.start = start
        self.prepared = prepared
        let graph = prepared.graph
        let ground = graph.leftCount + graph.rightCount
        forest = UnionFind(count: ground + 1)
        for edge in start.edges {
            _ = forest.join(graph.left(of: edge), graph.leftCount + graph.right(of: edge))
        }
        for (vertex, price) in [start.left, start.right].joined().enumerated() {
            if price == 0 { _ = forest.join(vertex, ground) } else { numbers.append(price) }
        }
    }

    mutating func scan<Code: FixedWidthInteger & SignedInteger>(_: Code.Type) {
        let graph = prepared.graph
        var chosen = start.edges[...]
        start.forEachRow(Code.self) { vertex, row, costs in
            let first = edges.count
            var (nearest, hasTight) = (-1, false)
            var least = Code.max
            for (index, edge) in row.enumerated() {
                let cost = costs[index]
                // What is neither chosen nor tight nor nearer than all before, which is nearly everything.
                if cost > 0 && cost >= least { continue }
                if edge == chosen.first {
                    chosen.removeFirst()
                    take(edge, cost)
                } else if prepared.isLocked[edge] {
                    continue
                } else if cost == 0, forest.join(vertex, graph.leftCount + graph.right(of: edge)) {
                    take(edge, cost)
                    hasTight = true
                } else if cost < least {
                    (nearest, least) = (edge, cost)
                }
            }
            guard nearest >= 0, !hasTight else { return }
            take(nearest, least)
            var place = edges.count - 1
            while place > first && edges[place - 1] > nearest {
                edges.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private mutating func take(_ edge: Int, _ cost: some BinaryInteger) {
        edges.append(edge)
        if cost != 0 { numbers.append(Int128(cost)) }
    }
}
