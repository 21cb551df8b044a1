/// Augmenting row reduction: an auction with ε = 0 that starts from exact complementary slackness and keeps it.
extension SlotAuction {
    /// Bids of one left vertex before it is left to a search; fewer where its two best offers are equal, since
    /// then nothing is gained by evicting somebody.
    private static var patience: (bids: UInt8, ties: UInt8) { (20, 2) }

    /// Lets the left vertices that own nothing bid with ε = 0, as many of them as `keepBestOffers` left waiting.
    ///
    /// Afterwards u_i = max(0, max_e c_e − p_j) is attained by every edge in `mates`; a left vertex without one and
    /// with u_i > 0, and a right vertex with a free slot and p_j > 0, are left to a search.
    func reduceRows(_ bidders: Int) {
        let (leftCount, arcs) = (graph.leftCount, graph.arcs)
        var waiting = bidders
        let tries = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, leftCount))
        tries.initialize(repeating: 0, count: max(1, leftCount))
        defer { tries.deallocate() }
        while waiting > 0 {
            waiting -= 1
            let bidder = Int(self.bidders[waiting])
            var (best, second): (Price, Price) = (0, 0)
            var (choice, free) = (-1, -1)
            let range = graph.range(bidder)
            scanned += range.count
            for edge in range {
                let head = Int(arcs[edge].head)
                let worth = arcs[edge].weight &- prices[head]
                guard worth > 0, worth >= second else { continue }
                if worth > best {
                    second = best
                    best = worth
                    choice = edge
                    free = hasFreeSlot(head) ? edge : -1
                } else {
                    second = worth
                    if worth == best && free < 0 && hasFreeSlot(head) { free = edge }
                }
            }
            guard choice >= 0 else { continue }
            if free >= 0 {
                let head = Int(arcs[free].head)
                _ = replaceCheapest(of: head, by: Slot(price: prices[head], owner: Int32(bidder)))
                mates[bidder] = Int32(free)
                continue
            }
            tries[bidder] += 1
            if tries[bidder] > Self.patience.bids || (best == second && tries[bidder] > Self.patience.ties) {
                continue
            }
            let head = Int(arcs[choice].head)
            let slot = Slot(price: prices[head] &+ (best &- second), owner: Int32(bidder))
            let evicted = replaceCheapest(of: head, by: slot)
            mates[bidder] = Int32(choice)
            mates[Int(evicted)] = -1
            self.bidders[waiting] = evicted
            waiting += 1
        }
    }

    @inline(__always)
    private func hasFreeSlot(_ vertex: Int) -> Bool { slots[Int(slotStarts[vertex])].owner < 0 }

    /// Keeps the owners whose edge is a best offer at the current prices; the number of left vertices that are to bid.
    func keepBestOffers() -> Int {
        let arcs = graph.arcs
        for vertex in 0..<graph.rightCount {
            let slot = Slot(price: prices[vertex], owner: -1)
            for index in Int(slotStarts[vertex])..<Int(slotStarts[vertex + 1]) { slots[index] = slot }
        }
        var waiting = 0
        scanned += graph.edgeCount
        for bidder in 0..<graph.leftCount {
            var best: Price = 0
            for edge in graph.range(bidder) {
                best = max(best, arcs[edge].weight &- prices[Int(arcs[edge].head)])
            }
            let mate = Int(mates[bidder])
            if mate >= 0 {
                let head = Int(arcs[mate].head)
                if arcs[mate].weight &- prices[head] == best {
                    // The top is a free slot: there are no more owners than before, and free slots come first.
                    _ = replaceCheapest(of: head, by: Slot(price: prices[head], owner: Int32(bidder)))
                    continue
                }
                mates[bidder] = -1
            }
            if best > 0 {
                bidders[waiting] = Int32(bidder)
                waiting += 1
            }
        }
        return waiting
    }
}
