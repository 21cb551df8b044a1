/// Dijkstra searches in a complete graph: no heap, one scan of a row settles a column and finds the next.
final class DenseSearch {
    typealias Vector = DenseCosts.Vector

    private let start: DenseStart
    private let costs: DenseCosts
    private let width: Int
    private let prices: UnsafeMutablePointer<Vector>
    /// The distance of every column.
    private let distances: UnsafeMutablePointer<Vector>
    /// The row from which a column is reached.
    private let sources: UnsafeMutablePointer<Vector>
    /// All ones but the sign for columns found, 0 for others: together with a distance, which is never below 0, the distance
    /// of what is still open.
    private let found: UnsafeMutablePointer<Vector>
    /// Columns found and not yet scanned, all at the same distance.
    private var ready: [Int32] = []

    init(_ start: DenseStart) {
        self.start = start
        costs = start.costs
        width = start.width
        prices = start.prices
        distances = .allocate(capacity: width)
        sources = .allocate(capacity: width)
        found = .allocate(capacity: width)
        for vectors in [distances, sources, found] {
            vectors.initialize(repeating: Vector(repeating: 0), count: width)
        }
    }

    deinit {
        distances.deallocate()
        sources.deallocate()
        found.deallocate()
    }

    /// Gives a row without a column the one at the end of the shortest augmenting path.
    func insert(_ source: Int) {
        start.statistics.searches += 1
        begin { costs.vector(of: source, $0) &+ prices[$0] }
        for index in 0..<width { sources[index] = Vector(repeating: Int32(source)) }
        var next = least()
        var settled: [Int32] = []
        while true {
            let distance = next
            if let end = collect(at: distance, stoppingAtFree: true) {
                raisePrices(of: settled, to: distance)
                return augment(from: source, to: end)
            }
            while let column = ready.popLast() {
                settled.append(column)
                let row = Int(start.owners[Int(column)])
                let own = costs[row, Int(column)] &+ start.price(Int(column))
                next = scan(row, offset: distance &- own, keepsSources: true)
            }
        }
    }

    /// Lowers every price as far as it goes and no further than 0.
    ///
    /// A price can fall by the distance of its column from one of price 0, or by itself, whichever is less: along
    /// cost + price of a column less that of the row's own.
    func lowerPrices() {
        let least = (0..<costs.columnCount).reduce(Int32.max) { min($0, start.price($1)) }
        for column in 0..<costs.columnCount { start.scalars(prices)[column] &-= least }
        begin { prices[$0] }
        // What fills rows up costs nothing, and is never to be settled.
        for column in costs.columnCount..<(width * Vector.scalarCount) {
            start.scalars(found)[column] = Int32.max
        }
        var next = self.least()
        while next < Int32.max {
            let distance = next
            _ = collect(at: distance, stoppingAtFree: false)
            next = self.least()
            while let column = ready.popLast() {
                let row = Int(start.owners[Int(column)])
                guard row >= 0 else { continue }
                let own = costs[row, Int(column)] &+ start.price(Int(column))
                next = scan(row, offset: distance &- own, keepsSources: false)
            }
        }
        for index in 0..<width { prices[index] &-= distances[index] }
    }

    private func begin(_ distance: (Int) -> Vector) {
        ready.removeAll(keepingCapacity: true)
        for index in 0..<width {
            distances[index] = distance(index)
            found[index] = Vector(repeating: 0)
        }
    }

    /// The distance of the nearest open column.
    private func least() -> Int32 {
        var least = Vector(repeating: Int32.max)
        for index in 0..<width { least = pointwiseMin(least, distances[index] | found[index]) }
        return least.min()
    }

    /// Passes distances on along a row; the distance of the nearest open column.
    @inline(__always)
    private func scan(_ row: Int, offset: Int32, keepsSources: Bool) -> Int32 {
        start.statistics.scanned += costs.columnCount
        let (distances, prices, found, sources) = (distances, prices, found, sources)
        let number = Vector(repeating: Int32(row))
        let offset = Vector(repeating: offset)
        var least = Vector(repeating: Int32.max)
        costs.forEachVector(of: row) { index, costs in
            var distance = distances[index]
            let change = costs &+ prices[index] &+ offset &- distance
            // All ones where the distance falls: plain arithmetic, of which nothing is left but vector instructions.
            let falls = change &>> 31
            distance &+= change & falls
            distances[index] = distance
            if keepsSources { sources[index] ^= (sources[index] ^ number) & falls }
            least = pointwiseMin(least, distance | found[index])
        }
        return least.min()
    }

    /// Makes all open columns at a distance ready; one without a row, where that is the end.
    private func collect(at distance: Int32, stoppingAtFree: Bool) -> Int? {
        let wanted = Vector(repeating: distance)
        for index in 0..<width {
            let isMet = (distances[index] | found[index]) .== wanted
            guard any(isMet) else { continue }
            for lane in 0..<Vector.scalarCount where isMet[lane] {
                let column = index * Vector.scalarCount + lane
                if stoppingAtFree && start.owners[column] < 0 { return column }
                start.scalars(found)[column] = Int32.max
                ready.append(Int32(column))
            }
        }
        return nil
    }

    private func raisePrices(of columns: [Int32], to distance: Int32) {
        let (prices, distances) = (start.scalars(prices), start.scalars(distances))
        for column in columns { prices[Int(column)] &+= distance &- distances[Int(column)] }
    }

    private func augment(from source: Int, to end: Int) {
        var column = end
        while true {
            let row = Int(start.scalars(sources)[column])
            let next = Int(start.mates[row])
            start.assign(row, column)
            if row == source { return }
            column = next
        }
    }
}
