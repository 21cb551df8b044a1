/// Exact assignment in a complete graph, where every left vertex gets a right vertex of its own, by the method of Jonker
/// and Volgenant: prices from the columns, row reduction, shortest augmenting paths.
///
/// In costs, with prices p_j of the columns: a row wants the column of least cost + price. Kept throughout: whoever has a
/// column wants no other more, and only columns that somebody has cost more than nothing. Since every row knows
/// every column, no two prices differ by more than the greatest cost, so 32 bits hold all of it.
///
/// What the weights share cancels out; neither a large reward for every pair nor the cover changes anything.
///
/// Reference: Jonker, Volgenant, Computing 38 (1987).
///
/// - Complexity: O(n³) at worst; scans of rows by vectors, a few for every row on most problems.
final class DenseStart {
    typealias Vector = DenseCosts.Vector

    let costs: DenseCosts
    let width: Int
    /// p_j, by vectors.
    let prices: UnsafeMutablePointer<Vector>
    /// The row that has a column, or −1.
    let owners: UnsafeMutablePointer<Int32>
    /// The column that a row has, or −1.
    let mates: UnsafeMutablePointer<Int32>
    /// What was done so far.
    var statistics = SearchStatistics()

    init(_ costs: DenseCosts) {
        self.costs = costs
        width = costs.width
        let columns = width * Vector.scalarCount
        prices = .allocate(capacity: width)
        prices.initialize(repeating: Vector(repeating: 0), count: width)
        owners = .allocate(capacity: columns)
        owners.initialize(repeating: -1, count: columns)
        mates = .allocate(capacity: costs.rowCount)
        mates.initialize(repeating: -1, count: costs.rowCount)
    }

    deinit {
        prices.deallocate()
        owners.deallocate()
        mates.deallocate()
    }

    /// Finds the assignment of least cost, and the least prices ≥ 0 that prove it.
    func run() {
        // Columns that stay without a row must cost nothing.
        if costs.rowCount == costs.columnCount {
            reduceColumns()
            transferReductions()
        }
        let free = reduceRows()
        let search = DenseSearch(self)
        for row in free { search.insert(row) }
        search.lowerPrices()
    }

    /// p_j.
    @inline(__always)
    func price(_ column: Int) -> Int32 { scalars(prices)[column] }

    @inline(__always)
    func scalars(_ vectors: UnsafeMutablePointer<Vector>) -> UnsafeMutablePointer<Int32> {
        UnsafeMutableRawPointer(vectors).assumingMemoryBound(to: Int32.self)
    }

    /// Gives every column the price at which its cheapest row would just take it, and to that row if it has none.
    private func reduceColumns() {
        let cheapest = UnsafeMutablePointer<Vector>.allocate(capacity: width)
        cheapest.initialize(repeating: Vector(repeating: 0), count: width)
        defer { cheapest.deallocate() }
        let least = prices
        costs.forEachVector(of: 0) { index, costs in least[index] = costs }
        for row in 1..<max(1, costs.rowCount) {
            let number = Vector(repeating: Int32(row))
            costs.forEachVector(of: row) { index, costs in
                let change = costs &- least[index]
                let isLess = change &>> 31
                least[index] &+= change & isLess
                cheapest[index] ^= (cheapest[index] ^ number) & isLess
            }
        }
        statistics.scanned += costs.rowCount * costs.columnCount
        for index in 0..<width { prices[index] = 0 &- least[index] }
        for column in costs.columnCount..<(width * Vector.scalarCount) { scalars(prices)[column] = 0 }
        for column in (0..<costs.columnCount).reversed() {
            let row = Int(scalars(cheapest)[column])
            if mates[row] < 0 { assign(row, column) }
        }
    }

    /// Raises the price of every column in use to what its row would pay before it took another.
    private func transferReductions() {
        for row in 0..<costs.rowCount where mates[row] >= 0 {
            let column = Int(mates[row])
            let offers = leastTwo(of: row)
            // Its own column is a best one, at a cost and price of 0 together.
            scalars(prices)[column] &+= offers.second &- offers.first
        }
    }

    /// Lets rows without a column take the one they want, at a price at which they would just as soon have their
    /// second best; the row that had it is next.
    ///
    /// - Returns: the rows left over, where two offers were equal or bids went on for too long.
    private func reduceRows() -> [Int] {
        var waiting = (0..<costs.rowCount).filter { mates[$0] < 0 }
        var bids = 8 * costs.rowCount
        for _ in 0..<4 {
            var later: [Int] = []
            waiting.reverse()
            while let row = waiting.popLast() {
                guard bids > 0 else {
                    later.append(row)
                    continue
                }
                bids -= 1
                let offers = leastTwo(of: row)
                var column = firstColumn(offering: offers.first, to: row, after: -1)
                let isClear = offers.first < offers.second
                if isClear {
                    scalars(prices)[column] &+= offers.second &- offers.first
                } else if owners[column] >= 0 {
                    column = firstColumn(offering: offers.first, to: row, after: column)
                }
                let evicted = Int(owners[column])
                assign(row, column)
                guard evicted >= 0 else { continue }
                mates[evicted] = -1
                if isClear { waiting.append(evicted) } else { later.append(evicted) }
            }
            waiting = later
        }
        return waiting
    }

    @inline(__always)
    func assign(_ row: Int, _ column: Int) {
        mates[row] = Int32(column)
        owners[column] = Int32(row)
    }

    /// The least and the second least of a row's costs with prices.
    private func leastTwo(of row: Int) -> (first: Int32, second: Int32) {
        statistics.scanned += costs.columnCount
        let prices = prices
        var least = Vector(repeating: DenseCosts.tooDear)
        var second = least
        costs.forEachVector(of: row) { index, costs in
            let offer = costs &+ prices[index]
            second = pointwiseMin(second, pointwiseMax(least, offer))
            least = pointwiseMin(least, offer)
        }
        let first = least.min()
        // The least of one lane is the overall least; of the other lanes the least counts, of its own the second.
        var isOut = false
        var rest = second.min()
        for lane in least.indices {
            if !isOut && least[lane] == first { isOut = true } else { rest = min(rest, least[lane]) }
        }
        return (first, rest)
    }

    /// The first column behind another with some cost and price.
    private func firstColumn(offering offer: Int32, to row: Int, after column: Int) -> Int {
        let wanted = Vector(repeating: offer)
        var index = (column + 1) / Vector.scalarCount
        while true {
            let isMet = (costs.vector(of: row, index) &+ prices[index]) .== wanted
            if any(isMet) {
                for lane in 0..<Vector.scalarCount where isMet[lane] {
                    let found = index * Vector.scalarCount + lane
                    if found > column { return found }
                }
            }
            index += 1
        }
    }
}

extension DenseStart {
    /// The optimum of a problem with a complete graph, or `nil` where the problem is not of this kind (`DenseCosts`).
    static func match<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ prepared: PreparedProblem, _ codes: GoalCodes<Code>
    ) -> (matching: PricedMatching<Code>, statistics: SearchStatistics)? {
        DenseCosts.with(codes, prepared) { costs in
            let dense = DenseStart(costs)
            dense.run()
            let mates = (0..<costs.rowCount).map { Int(dense.mates[$0]) }
            let edges = mates.enumerated().map { $0 * costs.columnCount + $1 }
            let left = zip(edges, mates).map { codes[$0] - Code(dense.price($1)) }
            let right = (0..<costs.columnCount).map { Code(dense.price($0)) }
            return (PricedMatching(edges: edges, left: left, right: right), dense.statistics)
        }
    }
}
