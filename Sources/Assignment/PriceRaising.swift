/// All prices raised as far as they go.
extension PlaceSearches {
    /// Raises every p_j by its distance d_j to an end: a right vertex with a place left, or a left vertex that is worth
    /// no more than `floor` without its place. Returns the vertices that go on waiting.
    ///
    /// Lengths are r_e off the matching and 0 from a right vertex to its partners, so d_i ≤ r_e + d_j; with
    /// u_i − d_i and p_j + d_j no r_e falls below 0, prices of right vertices with a place left stay as they are,
    /// and every waiting vertex has a path of edges with r_e = 0 to an end. Paths that meet none taken before are
    /// taken. Distances are needed up to the farthest waiting vertex only.
    ///
    /// - Precondition: the price of a waiting vertex is its best offer.
    /// - Complexity: O(|E| + n log n).
    func raisePrices(for waiting: [Int32]) -> [Int32] {
        search += 1
        heap.removeAll()
        let rightCount = graph.rightCount
        let leavers = Self.filled(rightCount, Int32(-1))
        defer { leavers.deallocate() }
        var readyCount = 0
        for column in 0..<rightCount {
            if hasPlace(column) || capacities[column] == 0 {
                labels[column] = Label(distance: 0, search: search, edge: -1)
                guard capacities[column] > 0 else { continue }
                ready[readyCount] = Int32(column)
                readyCount += 1
            } else {
                let leaver = cheapestPartner(of: column)
                leavers[column] = Int32(leaver)
                let distance = left[leaver].price &- floor
                labels[column] = Label(distance: distance, search: search, edge: -1)
                heap.insertOrLower(column, key: distance)
            }
        }
        for vertex in waiting {
            let node = rightCount + Int(vertex)
            labels[node] = Label(distance: left[Int(vertex)].price &- floor, search: search, edge: -1)
            heap.insertOrLower(node, key: labels[node].distance)
        }
        let farthest = settle(waiting.count, &readyCount, leavers)
        for column in 0..<rightCount {
            let distance = min(labels[column].distance, farthest)
            if distance > 0 { shift(column, by: distance) }
        }
        for vertex in waiting { left[Int(vertex)].price -= labels[rightCount + Int(vertex)].distance }
        return waiting.filter { !follow(Int($0), leavers) }
    }

    /// The Dijkstra search, backwards from the ends; the greatest distance settled.
    private func settle(
        _ wanted: Int, _ readyCount: inout Int, _ leavers: UnsafeMutablePointer<Int32>
    ) -> Code {
        let (arcs, left, labels, rightCount) = (graph.arcs, left, labels, graph.rightCount)
        let excluded = WeightedArcs<Weight>.excluded
        var current: Code = 0
        var wanted = wanted
        graph.graph.edgesByRight.withUnsafeBufferPointer { byRight in
            tails.withUnsafeBufferPointer { tails in
                while wanted > 0 {
                    let node: Int
                    if readyCount > 0 {
                        readyCount -= 1
                        node = Int(ready[readyCount])
                    } else {
                        current = heap.smallest
                        node = heap.removeSmallest()
                    }
                    guard node < rightCount else {
                        wanted -= 1
                        continue
                    }
                    let base = current &+ prices[node]
                    for position in graph.graph.edgePositions(ofRight: node) {
                        let edge = Int(byRight[position])
                        let row = Int(tails[edge])
                        let state = left[row]
                        let target = state.mate < 0 ? rightCount &+ row : Int(state.partner)
                        guard labels[target].search == search else { continue }
                        let weight = arcs[edge].weight
                        let distance = base &+ state.price &- Code(weight)
                        guard distance < labels[target].distance, weight != excluded else { continue }
                        labels[target].distance = distance
                        labels[target].edge = Int32(edge)
                        if target < rightCount { leavers[target] = Int32(row) }
                        reach(target, at: distance, current: current, &readyCount)
                    }
                }
            }
        }
        return current
    }

    /// The partner that is worth least without its place.
    private func cheapestPartner(of column: Int) -> Int {
        let first = Int(placeStarts[column])
        var best = Int(places[first])
        for place in (first + 1)..<max(first + 1, first + Int(used[column]))
        where left[Int(places[place])].price < left[best].price {
            best = Int(places[place])
        }
        return best
    }

    /// Takes the path of a waiting vertex unless it meets one that was taken.
    private func follow(_ source: Int, _ leavers: UnsafeMutablePointer<Int32>) -> Bool {
        let first = Int(labels[graph.rightCount + source].edge)
        // It is worth no more than the floor now.
        guard first >= 0 else { return true }
        var column = Int(graph.arcs[first].head)
        while !hasPlace(column) {
            guard touched[column] != search, leavers[column] >= 0 else { return false }
            guard labels[column].edge >= 0 else { break }
            column = Int(graph.arcs[Int(labels[column].edge)].head)
        }
        var (row, edge) = (source, first)
        while true {
            column = Int(graph.arcs[edge].head)
            touched[column] = search
            guard !hasPlace(column) else {
                append(row, edge)
                return true
            }
            let leaver = Int(leavers[column])
            take(row, edge, place: place(of: leaver))
            guard labels[column].edge >= 0 else {
                free(leaver)
                return true
            }
            (row, edge) = (leaver, Int(labels[column].edge))
        }
    }
}
