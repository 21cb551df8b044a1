/// Shortest augmenting paths where left vertices have one place each: from a matching with prices that are right but
/// for left vertices still waiting for a place, and right vertices with a price and a place left, to an optimum.
///
/// With the weights w_e of the arcs, a reward for every pair that is greater by `-floor` than what they contain, and
/// r_e = u_i + p_j − w_e: p ≥ 0, u ≥ floor, r_e ≥ 0 everywhere, = 0 on the matching, u_i = floor at free left vertices
/// that do not wait. So the reward never enters the arcs, and weights of 32 bits serve goals of 64.
///
/// Three operations keep all of this:
///
/// - `insert` gives one waiting vertex a place: one Dijkstra search, which ends as soon as it can;
/// - `raisePrices` (PriceRaising.swift) raises all prices as far as they go, after which **every** waiting
///   vertex has a path of tight edges, and takes a greatest set of paths that do not meet;
/// - `lowerPrices` (PriceLowering.swift) is its mirror image for right vertices with a price and a place left.
///
/// A search may look at much of the graph to move one vertex; an operation on all prices looks at all of it, but moves
/// many. `insertAll` takes the second whenever the first have scanned as much since, so no instance costs more than
/// twice the better way.
///
/// Reference: Jonker, Volgenant, Computing 38 (1987), for ending a search early; Goldberg, Kennedy, Mathematical
/// Programming 71 (1995), for global price updates triggered by work done.
final class PlaceSearches<
    Weight: FixedWidthInteger & SignedInteger & BitwiseCopyable,
    Code: FixedWidthInteger & SignedInteger & BitwiseCopyable
> {
    /// A left vertex: its price, the edge chosen at it (or −1), and that edge's right end.
    struct Left {
        var price: Code
        var mate: Int32
        var partner: Int32
    }

    /// What is known of a vertex during one search.
    struct Label {
        var distance: Code
        var search: Int32
        /// The edge by which the vertex is reached, or along which its leaver goes on; −1 at an end.
        var edge: Int32
    }

    let graph: WeightedArcs<Weight>
    let tails: ArcTails
    /// The left ends in the order of `arcsByRight`, made when first needed, where they would lie far from each other otherwise.
    private(set) lazy var tailsByRight: [Int32]? =
        graph.numbering == nil ? graph.arcsByRight.map { Int32(tails[Int($0)]) } : nil
    /// What the price of a left vertex comes to when it is worth nothing.
    var floor: Code = 0
    let left: UnsafeMutablePointer<Left>
    let prices: UnsafeMutablePointer<Code>
    /// Places `placeStarts[j] ..< placeStarts[j] + used[j]` hold the partners of right vertex j.
    let placeStarts: UnsafeMutablePointer<Int32>
    let places: UnsafeMutablePointer<Int32>
    let used: UnsafeMutablePointer<Int32>
    /// b_j, or one more than there are edges at j.
    let capacities: UnsafeMutablePointer<Int32>
    /// Right vertices first, then left ones.
    let labels: UnsafeMutablePointer<Label>
    /// The search in which a right vertex was last part of a path taken.
    let touched: UnsafeMutablePointer<Int32>
    let nextPlaces: UnsafeMutablePointer<Int32>
    let settled: UnsafeMutablePointer<Int32>
    let ready: UnsafeMutablePointer<Int32>
    /// Right vertices that a search for one vertex has reached.
    let heap: IndexedHeap<Code>
    var search: Int32 = 0
    /// What was done so far, for tests and measurements.
    var statistics: SearchStatistics

    /// Takes over from an auction whose rows are reduced.
    init(_ auction: SlotAuction<Weight>, capacities slotCounts: [Int]) {
        graph = auction.graph
        statistics = SearchStatistics(scanned: auction.scanned)
        tails = graph.tails
        let (leftCount, rightCount) = (graph.leftCount, graph.rightCount)
        left = .allocate(capacity: max(1, leftCount))
        left.initialize(repeating: Left(price: 0, mate: -1, partner: -1), count: max(1, leftCount))
        prices = Self.filled(rightCount, 0)
        capacities = Self.filled(rightCount, 0)
        used = Self.filled(rightCount, 0)
        placeStarts = Self.filled(rightCount + 1, 0)
        touched = Self.filled(rightCount, 0)
        nextPlaces = Self.filled(rightCount, 0)
        settled = Self.filled(rightCount, 0)
        ready = Self.filled(rightCount + leftCount, 0)
        labels = Self.filled(rightCount + leftCount, Label(distance: 0, search: 0, edge: -1))
        heap = IndexedHeap(capacity: rightCount, placeholder: 0)
        for vertex in 0..<rightCount {
            prices[vertex] = Code(auction.prices[vertex])
            capacities[vertex] = Int32(slotCounts[vertex])
            placeStarts[vertex + 1] = placeStarts[vertex] + Int32(slotCounts[vertex])
        }
        places = Self.filled(Int(placeStarts[rightCount]), -1)
        for vertex in 0..<leftCount {
            let mate = auction.mates[vertex]
            if mate >= 0 {
                let arc = graph.arcs[Int(mate)]
                append(vertex, Int(mate))
                left[vertex].price = Code(arc.weight) - prices[Int(arc.head)]
            }
        }
    }

    deinit {
        left.deallocate()
        prices.deallocate()
        placeStarts.deallocate()
        places.deallocate()
        used.deallocate()
        capacities.deallocate()
        labels.deallocate()
        touched.deallocate()
        nextPlaces.deallocate()
        settled.deallocate()
        ready.deallocate()
    }

    /// Gives every free left vertex a place, or what it is worth to others to keep theirs.
    func insertAll() {
        var waiting: [Int32] = []
        for vertex in 0..<graph.leftCount where left[vertex].mate < 0 {
            left[vertex].price = bestOffer(vertex)
            if left[vertex].price > floor { waiting.append(Int32(vertex)) }
        }
        var next = 0
        var before = statistics.scanned
        while next < waiting.count {
            if statistics.scanned - before > graph.edgeCount && waiting.count - next > 1 {
                waiting.removeFirst(next)
                for vertex in waiting { left[Int(vertex)].price = bestOffer(Int(vertex)) }
                waiting = raisePrices(for: waiting)
                statistics.raises += 1
                (next, before) = (0, statistics.scanned)
            } else {
                let vertex = Int(waiting[next])
                left[vertex].price = bestOffer(vertex)
                if left[vertex].price > floor { insert(vertex) }
                next += 1
            }
        }
    }

    /// The least price of a free left vertex that no arc of it surpasses.
    private func bestOffer(_ vertex: Int) -> Code {
        var best = floor
        for edge in graph.range(vertex) where graph.arcs[edge].weight != WeightedArcs<Weight>.excluded {
            best = max(best, Code(graph.arcs[edge].weight) &- prices[Int(graph.arcs[edge].head)])
        }
        return best
    }

    /// One search and one augmentation.
    private func insert(_ source: Int) {
        statistics.searches += 1
        search += 1
        heap.removeAll()
        let (arcs, left, prices, labels) = (graph.arcs, left, prices, labels)
        var (readyCount, settledCount) = (0, 0)
        var current: Code = 0
        var shortest = left[source].price &- floor
        /// The right vertex with a free place, or the left one that stays or becomes free.
        var (end, retiring) = (-1, source)
        var row = source
        var (place, lastPlace) = (0, 0)
        var scanned = 0
        defer { statistics.scanned += scanned }
        scan: while true {
            let range = graph.range(row)
            let base = current &+ left[row].price
            scanned &+= range.count
            for edge in range {
                let arc = arcs[edge]
                let head = Int(arc.head)
                let distance = base &+ prices[head] &- Code(arc.weight)
                guard distance < shortest, arc.weight != WeightedArcs<Weight>.excluded,
                    labels[head].search != search || distance < labels[head].distance
                else { continue }
                labels[head] = Label(distance: distance, search: search, edge: Int32(edge))
                if used[head] < capacities[head] {
                    (shortest, end) = (distance, head)
                    if shortest == current { break scan }
                } else {
                    reach(head, at: distance, current: current, &readyCount)
                }
            }
            if place == lastPlace {
                guard let column = nearest(&readyCount, &current, below: shortest) else { break scan }
                settled[settledCount] = Int32(column)
                settledCount += 1
                place = Int(placeStarts[column])
                lastPlace = place + Int(used[column])
            }
            row = Int(places[place])
            place += 1
            if current &+ (left[row].price &- floor) < shortest {
                shortest = current &+ (left[row].price &- floor)
                (end, retiring) = (-1, row)
                if shortest == current { break scan }
            }
        }
        left[source].price -= shortest
        for index in 0..<settledCount {
            let column = Int(settled[index])
            shift(column, by: shortest &- labels[column].distance)
        }
        if end >= 0 || retiring != source { augment(from: source, to: end, retiring: retiring) }
    }

    /// Queues a right vertex: at the current distance without the heap, unless it is there already.
    @inline(__always)
    func reach(_ node: Int, at distance: Code, current: Code, _ readyCount: inout Int) {
        if distance == current && !heap.contains(node) {
            ready[readyCount] = Int32(node)
            readyCount += 1
        } else {
            heap.insertOrLower(node, key: distance)
        }
    }

    /// Takes the nearest vertex from the queue, as far away as `current` then says; `nil` when all are as far as an end.
    @inline(__always)
    func nearest(_ readyCount: inout Int, _ current: inout Code, below shortest: Code) -> Int? {
        if readyCount > 0 {
            readyCount -= 1
            return Int(ready[readyCount])
        }
        guard heap.count > 0, heap.smallest < shortest else { return nil }
        current = heap.smallest
        return heap.removeSmallest()
    }

    /// Adds to the price of a right vertex what its partners then lose.
    @inline(__always)
    func shift(_ column: Int, by change: Code) {
        prices[column] &+= change
        let first = Int(placeStarts[column])
        for place in first..<(first + Int(used[column])) { left[Int(places[place])].price &-= change }
    }
}

/// What was done to insert and to settle.
package struct SearchStatistics: Sendable, Equatable {
    /// Searches for one vertex.
    package var searches = 0
    /// Operations that raised all prices.
    package var raises = 0
    /// Operations that lowered all prices.
    package var lowerings = 0
    /// Edges looked at by all of it, by the auction and by row reduction.
    package var scanned = 0
    /// Vertices for which a start from an earlier answer had something to look for; `nil` without one.
    package var searched: Int?

    /// Adds up what two stages took.
    static func += (total: inout SearchStatistics, more: SearchStatistics) {
        total.searches += more.searches
        total.raises += more.raises
        total.lowerings += more.lowerings
        total.scanned += more.scanned
        if let searched = more.searched { total.searched = (total.searched ?? 0) + searched }
    }
}
