/// Places that are left at right vertices with a price: each gets a partner, or the price goes.
extension PlaceSearches {
    /// Takes the price off every right vertex with a place left, or fills its places, and lowers all prices as far as they go.
    ///
    /// Searches for one place and operations on all prices share the work as in `insertAll`.
    ///
    /// - Returns: how many such vertices there were.
    func settleRight() -> Int {
        var idle = idleColumns
        let first = idle.count
        // A search looks at a few dozen edges at the least: where every second place is idle, all at once is sooner done.
        while idle.count > graph.rightCount / 16 && lowerPrices() {
            statistics.lowerings += 1
            idle = idleColumns
        }
        var next = 0
        // Where the first are long, all prices have far to fall, and that is one operation.
        var limit = statistics.scanned + graph.edgeCount / 4
        while next < idle.count {
            if statistics.scanned > limit && idle.count - next > 1 {
                _ = lowerPrices()
                statistics.lowerings += 1
                idle = idleColumns
                (next, limit) = (0, statistics.scanned + graph.edgeCount)
            } else if prices[idle[next]] > 0 && hasPlace(idle[next]) {
                fill(idle[next])
            } else {
                next += 1
            }
        }
        while lowerPrices() { statistics.lowerings += 1 }
        statistics.lowerings += 1
        return first
    }

    /// Right vertices with a price and a place left.
    private var idleColumns: [Int] { (0..<graph.rightCount).filter { prices[$0] > 0 && hasPlace($0) } }

    /// One search for a partner: `insert` seen from the right.
    ///
    /// It ends, as short as possible, at a free left vertex, at a right vertex that loses a partner to the others (cost p_j), or
    /// with the place left (cost: the price of its vertex), whichever is nearest. Prices fall by what is left of the distance.
    private func fill(_ source: Int) {
        statistics.searches += 1
        search += 1
        heap.removeAll()
        let (arcs, left, prices, labels) = (graph.arcs, left, prices, labels)
        let original = graph.arcsByRight
        var (readyCount, settledCount) = (0, 0)
        var current: Code = 0
        var shortest = prices[source]
        /// The edge to the free left vertex, or the right vertex that loses a partner.
        var (last, loser) = (-1, -1)
        var column = source
        labels[source] = Label(distance: 0, search: search, edge: -1)
        var scanned = 0
        defer { statistics.scanned += scanned }
        scan: while true {
            settled[settledCount] = Int32(column)
            settledCount += 1
            if current &+ prices[column] < shortest {
                (shortest, last, loser) = (current &+ prices[column], -1, column)
                if shortest == current { break scan }
            }
            let base = current &+ prices[column]
            let positions = graph.positions(ofRight: column)
            scanned &+= positions.count
            for position in positions {
                let edge = original[position]
                let state = left[tails[Int(edge)]]
                let weight = arcs[Int(edge)].weight
                let distance = base &+ state.price &- Code(weight)
                guard distance < shortest, weight != WeightedArcs<Weight>.excluded else { continue }
                if state.mate < 0 {
                    (shortest, last, loser) = (distance, Int(edge), -1)
                    if shortest == current { break scan }
                } else {
                    let partner = Int(state.partner)
                    guard labels[partner].search != search || distance < labels[partner].distance else {
                        continue
                    }
                    labels[partner] = Label(distance: distance, search: search, edge: edge)
                    reach(partner, at: distance, current: current, &readyCount)
                }
            }
            guard let next = nearest(&readyCount, &current, below: shortest) else { break scan }
            column = next
        }
        for index in 0..<settledCount {
            let column = Int(settled[index])
            let change = labels[column].distance &- shortest
            if change < 0 { shift(column, by: change) }
        }
        if last >= 0 {
            pull(last, vacated: nil, to: source)
        } else if loser >= 0 {
            pull(Int(labels[loser].edge), vacated: loser, to: source)
        }
    }

    /// Moves left vertices along a path to a place of `source`: the first takes `edge` and leaves `vacated` if it has been there.
    private func pull(_ edge: Int, vacated: Int?, to source: Int) {
        var edge = edge
        var row = tails[edge]
        if let vacated { vacate(place(of: row), of: vacated) }
        let free = Int(placeStarts[source] + used[source])
        used[source] += 1
        while true {
            let column = Int(graph.arcs[edge].head)
            guard column != source else { return take(row, edge, place: free) }
            let next = Int(labels[column].edge)
            let leaver = tails[next]
            let place = place(of: leaver)
            take(row, edge, place: place)
            (row, edge) = (leaver, next)
        }
    }
}
