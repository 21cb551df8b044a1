/// All prices lowered as far as they go.
extension PlaceSearches {
    /// Lowers every p_j by its distance d_j ≤ p_j from the ends, free left vertices and right vertices of price 0, along
    /// lengths r_e off the matching and 0 from a right vertex to its partners; `false` once no right vertex with a
    /// place left has a price.
    ///
    /// With d_i = d_j for the partners i of j, r_e + d_i − d_j ≥ 0 everywhere, and chosen edges stay tight. A right
    /// vertex with a place left that still has a price has then a path of tight edges from an end, and gets a partner
    /// along it unless the path meets one that was taken.
    ///
    /// When it returns `false`, the prices are the least ones that prove the matching. They depend on the problem alone,
    /// and each is what remains along one alternating path: a signed sum of weights, as `GoalCoding` wants it.
    ///
    /// - Precondition: no left vertex waits.
    /// - Complexity: O((|E| + |R|) log C) for prices up to C; most distances are 0 and never see the queue.
    func lowerPrices() -> Bool {
        search += 1
        var queue = RadixHeap<Code>()
        var readyCount = 0
        var idle: [Int] = []
        for column in 0..<graph.rightCount {
            labels[column] = Label(distance: prices[column], search: search, edge: -1)
            if prices[column] > 0 && hasPlace(column) { idle.append(column) }
        }
        // The ends first, in the order in which their arcs lie in memory.
        for row in 0..<graph.leftCount where left[row].mate < 0 || prices[Int(left[row].partner)] == 0 {
            relax(from: row, at: 0, waitsForQueue: true, &readyCount, &queue)
        }
        settleReady(at: 0, waitsForQueue: true, &readyCount, &queue)
        for column in 0..<graph.rightCount where labels[column].distance > 0 {
            queue.insert(column, key: labels[column].distance)
        }
        var current: Code = 0
        var open = idle.count(where: { labels[$0].distance > 0 })
        // Without idle prices the distances are wanted to the end, with some up to the farthest of them.
        let isLast = idle.isEmpty
        while queue.count > 0 && (isLast || open > 0) {
            let (distance, column) = queue.removeSmallest()
            // It may have been found to be nearer since, and is done with then.
            guard distance == labels[column].distance else { continue }
            current = distance
            if !isLast && hasPlace(column) { open -= 1 }
            ready[0] = Int32(column)
            readyCount = 1
            settleReady(at: current, waitsForQueue: false, &readyCount, &queue)
        }
        for column in 0..<graph.rightCount {
            let distance = isLast ? labels[column].distance : min(labels[column].distance, current)
            if distance > 0 { shift(column, by: -distance) }
        }
        for column in idle where prices[column] > 0 { follow(column) }
        return !isLast
    }

    /// Passes a distance on along the arcs of a left vertex.
    @inline(__always)
    private func relax(
        from row: Int, at current: Code, waitsForQueue: Bool, _ readyCount: inout Int,
        _ queue: inout RadixHeap<Code>
    ) {
        let (arcs, labels) = (graph.arcs, labels)
        let base = current &+ left[row].price
        let range = graph.range(row)
        statistics.scanned += range.count
        for edge in range {
            let arc = arcs[edge]
            // No vertex is farther away than its price: what cannot lower a price need not be looked up.
            guard base < Code(arc.weight) else { continue }
            let head = Int(arc.head)
            let distance = base &+ prices[head] &- Code(arc.weight)
            guard distance < labels[head].distance, arc.weight != WeightedArcs<Weight>.excluded else {
                continue
            }
            labels[head].distance = distance
            labels[head].edge = Int32(edge)
            if !waitsForQueue {
                queue.insert(head, key: distance)
            } else if distance == current {
                ready[readyCount] = Int32(head)
                readyCount += 1
            }
        }
    }

    private func settleReady(
        at current: Code, waitsForQueue: Bool, _ readyCount: inout Int, _ queue: inout RadixHeap<Code>
    ) {
        while readyCount > 0 {
            readyCount -= 1
            let column = Int(ready[readyCount])
            let first = Int(placeStarts[column])
            for place in first..<(first + Int(used[column])) {
                relax(
                    from: Int(places[place]), at: current, waitsForQueue: waitsForQueue, &readyCount, &queue)
            }
        }
    }

    /// Gives an idle right vertex a partner along its path, unless that meets one that was taken.
    private func follow(_ idle: Int) {
        guard touched[idle] != search else { return }
        var column = idle
        while labels[column].edge >= 0 {
            let row = tails[Int(labels[column].edge)]
            guard left[row].mate >= 0 else { break }
            column = Int(left[row].partner)
            guard touched[column] != search else { return }
        }
        column = idle
        var place = Int(placeStarts[idle] + used[idle])
        used[idle] += 1
        while true {
            touched[column] = search
            let edge = Int(labels[column].edge)
            guard edge >= 0 else { return vacate(place, of: column) }
            let row = tails[edge]
            guard left[row].mate >= 0 else { return take(row, edge, place: place) }
            let next = (column: Int(left[row].partner), place: self.place(of: row))
            take(row, edge, place: place)
            (column, place) = next
        }
    }
}
