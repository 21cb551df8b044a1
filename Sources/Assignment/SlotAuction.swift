import CMemory

/// An auction for the places of the right vertices, by left vertices with one place each.
///
/// A right vertex with b_j places offers b_j slots, each with an owner and a price of its own; its price p_j is
/// that of its cheapest slot. A bidder without a slot takes the cheapest slot where c_e − p_j is greatest, and
/// raises its price by the lead over the second best offer (at least 0: staying free) plus ε. In phases of
/// falling ε this finds good prices quickly, but neither its prices nor its owners are optimal: `reduceRows()`
/// makes them consistent, and shortest augmenting paths settle what is left.
///
/// Prices stay within 0...max c_e + ε, so `Price` may be as narrow as the weights allow.
///
/// Reference: Bertsekas, Castañon, Annals of Operations Research 20 (1989), for slots ("similar objects") and ε.
final class SlotAuction<Price: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// A place of a right vertex; `owner` is −1 while it is free.
    struct Slot {
        var price: Price
        var owner: Int32

        /// Cheaper first, and among equally cheap ones the free slot.
        @inline(__always)
        static func < (one: Slot, other: Slot) -> Bool {
            one.price < other.price || (one.price == other.price && one.owner < other.owner)
        }
    }

    /// Edges with weights c_e; those of c_e ≤ 0 are never bid for.
    let graph: WeightedArcs<Price>
    /// Slots `slotStarts[j] ..< slotStarts[j + 1]` belong to j: a binary heap, the cheapest at the top.
    let slotStarts: UnsafeMutablePointer<Int32>
    let slots: UnsafeMutablePointer<Slot>
    /// p_j ≥ 0.
    let prices: UnsafeMutablePointer<Price>
    /// The edge at whose right end a left vertex owns a slot, or −1.
    let mates: UnsafeMutablePointer<Int32>
    /// Left vertices still to bid.
    let bidders: UnsafeMutablePointer<Int32>
    /// Edges looked at so far.
    var scanned = 0
    private let largest: Price
    private let spread: Price
    /// Binary digits by which prices are finer than weights while bids are made: where weights are few, small and
    /// often tied, ε could not fall below the least difference of them otherwise.
    private let scale: Price

    /// Prepares an auction.
    ///
    /// - Parameters:
    ///   - graph: Its left vertices bid for places of its right vertices; five times the greatest weight must fit.
    ///   - slotCounts: b_j ≥ 0; no edge of positive weight may end at a vertex with 0.
    ///   - largest: the largest absolute weight of an edge not excluded.
    ///   - spread: the range of the weights, from which ε falls.
    ///   - isRefining: whether prices may be finer than weights while bids are made.
    init(
        _ graph: WeightedArcs<Price>, slotCounts: [Int], largest: Price, spread: Price,
        isRefining: Bool = true
    ) {
        self.graph = graph
        var scale: Price = 0
        while isRefining && (spread << scale) < 1 << 13 && largest < (Price.max / 5) >> (scale + 1) {
            scale += 1
        }
        self.scale = scale
        self.largest = largest << scale
        self.spread = spread << scale
        let (leftCount, rightCount) = (graph.leftCount, graph.rightCount)
        slotStarts = .allocate(capacity: rightCount + 1)
        var count = 0
        for vertex in 0..<rightCount {
            (slotStarts + vertex).initialize(to: Int32(count))
            count += slotCounts[vertex]
        }
        (slotStarts + rightCount).initialize(to: Int32(count))
        slots = .allocate(capacity: max(1, count))
        slots.initialize(repeating: Slot(price: 0, owner: -1), count: max(1, count))
        prices = .allocate(capacity: max(1, rightCount))
        prices.initialize(repeating: 0, count: max(1, rightCount))
        mates = .allocate(capacity: max(1, leftCount))
        mates.initialize(repeating: -1, count: max(1, leftCount))
        bidders = .allocate(capacity: max(1, leftCount))
        bidders.initialize(repeating: -1, count: max(1, leftCount))
    }

    deinit {
        slotStarts.deallocate()
        slots.deallocate()
        prices.deallocate()
        mates.deallocate()
        bidders.deallocate()
    }

    /// Runs the phases, from an eighth of the spread down to some thousandth of it, beginning with one price for all.
    ///
    /// Between phases prices give way a little, so that the next one can correct them downwards too.
    func run(at price: Price = 0) {
        for vertex in 0..<graph.rightCount { prices[vertex] = price }
        refining { run(from: max(1, spread / 8), to: last) }
    }

    /// Runs one phase of the last ε, beginning with the prices as they are.
    func refine() {
        refining { _ = runPhase(last) }
    }

    private var last: Price { max(1, spread / 5000) }

    /// Has bids made with the finer numbers.
    ///
    /// Prices are rounded down again, but for what ε may have left short: then few best offers are lost.
    private func refining(_ bid: () -> Void) {
        guard scale > 0 else { return bid() }
        graph.changeWeights { $0 << scale }
        for vertex in 0..<graph.rightCount { prices[vertex] <<= scale }
        bid()
        graph.changeWeights { $0 >> scale }
        for vertex in 0..<graph.rightCount { prices[vertex] = (prices[vertex] + last) >> scale }
    }

    /// Runs the phases from one ε down to another, beginning with the prices as they are.
    func run(from first: Price, to last: Price) {
        var epsilon = first
        while true {
            let bids = runPhase(epsilon)
            guard epsilon > last else { return }
            lowerPrices(by: min(largest, epsilon * 4))
            // Where hardly anybody had to bid twice there is nothing that smaller steps would have to prepare.
            epsilon = bids - graph.leftCount < graph.leftCount / 16 ? last : max(last, epsilon / 8)
        }
    }

    /// Lets prices give way, so that the next bids can correct them downwards too.
    func lowerPrices(by step: Price) {
        for vertex in 0..<graph.rightCount { prices[vertex] = max(0, prices[vertex] - step) }
    }

    /// One phase from the current prices, cut off when bids only creep; the number of bids.
    ///
    /// Bidders take turns in a short queue: the evicted one joins its end, and if nobody was evicted, another one does.
    private func runPhase(_ epsilon: Price) -> Int {
        let leftCount = graph.leftCount
        for vertex in 0..<graph.rightCount {
            let slot = Slot(price: prices[vertex], owner: -1)
            for index in Int(slotStarts[vertex])..<Int(slotStarts[vertex + 1]) { slots[index] = slot }
        }
        for index in 0..<leftCount {
            mates[index] = -1
            bidders[index] = Int32(leftCount - 1 - index)
        }
        var waiting = leftCount
        let patience = 30 * leftCount + 1000
        var bids = 0
        var scanned = 0
        defer { self.scanned += scanned }
        var queue = BidderQueue()
        while bids < patience {
            while waiting > 0 && !queue.isFull {
                waiting &-= 1
                queue.append(bidders[waiting])
            }
            guard queue.count > 0 else { break }
            prefetch(for: queue)
            bids += 1
            let bidder = queue.removeFirst()
            scanned &+= graph.range(bidder).count
            let evicted = bid(bidder, epsilon)
            if evicted >= 0 {
                graph.prefetchStart(Int(evicted))
                queue.append(evicted)
            }
        }
        return bids
    }

    /// Fetches what bids will read, each step where the one before has had time to arrive.
    @inline(__always)
    private func prefetch(for queue: borrowing BidderQueue) {
        if queue.count > 4 { graph.prefetchArcs(queue[4]) }
        guard hasFarPrices && queue.count > 2 else { return }
        for edge in graph.range(queue[2]) { musubi_prefetch(prices + Int(graph.arcs[edge].head)) }
    }

    /// Whether prices are too many to stay in a near cache; where they do, fetching them would only cost time.
    private var hasFarPrices: Bool { graph.rightCount * MemoryLayout<Price>.stride > 1 << 20 }

    /// Has a left vertex without a slot bid; who has lost a slot by it, or −1.
    @inline(__always)
    private func bid(_ bidder: Int, _ epsilon: Price) -> Int32 {
        let (arcs, prices) = (graph.arcs, prices)
        var (best, second): (Price, Price) = (0, 0)
        var choice = -1
        for edge in graph.range(bidder) {
            let arc = arcs[edge]
            let worth = arc.weight &- prices[Int(arc.head)]
            // Without branches, which nobody could foretell.
            let lower = worth > best ? best : worth
            choice = worth > best ? edge : choice
            best = worth > best ? worth : best
            second = lower > second ? lower : second
        }
        guard choice >= 0 else { return -1 }
        let head = Int(arcs[choice].head)
        let price = prices[head] &+ (best &- second) &+ epsilon
        let evicted = replaceCheapest(of: head, by: Slot(price: price, owner: Int32(bidder)))
        mates[bidder] = Int32(choice)
        if evicted >= 0 { mates[Int(evicted)] = -1 }
        return evicted
    }

    /// Gives the cheapest slot of a right vertex away and returns its former owner.
    @inline(__always)
    func replaceCheapest(of vertex: Int, by slot: Slot) -> Int32 {
        let heap = slots + Int(slotStarts[vertex])
        let count = Int(slotStarts[vertex + 1] &- slotStarts[vertex])
        let evicted = heap[0].owner
        var hole = 0
        while true {
            var child = 2 &* hole &+ 1
            guard child < count else { break }
            if child &+ 1 < count && heap[child &+ 1] < heap[child] { child &+= 1 }
            guard heap[child] < slot else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = slot
        prices[vertex] = heap[0].price
        return evicted
    }
}

extension BipartiteGraph {
    /// The places of every right vertex as an auction needs them: one more than edges can never all be taken.
    func slotCounts(_ capacities: [Int]) -> [Int] {
        capacities.indices.map { min(capacities[$0], edges(ofRight: $0).count + 1) }
    }
}
