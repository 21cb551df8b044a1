/// All prices raised as far as they go.
extension PlaceSearches {
    /// Raises every p_j by its distance d_j to an end, and returns the vertices that go on waiting.
    ///
    /// Ends are right vertices with a place left, and left vertices that are worth no more than `floor` without theirs.
    /// Lengths are r_e off the matching and 0 from a right vertex to its partners, so d_i ≤ r_e + d_j; with
    /// u_i − d_i and p_j + d_j no r_e falls below 0, prices of right vertices with a place left stay as they are,
    /// and every waiting vertex has a path of edges with r_e = 0 to an end. Of these paths a greatest set that do not
    /// meet is taken. Distances are needed up to the farthest waiting vertex only.
    ///
    /// - Precondition: the price of a waiting vertex is its best offer.
    /// - Complexity: O((|E| + n) log C) for distances up to C; most vertices enter the queue once.
    func raisePrices(for waiting: [Int32]) -> [Int32] {
        search += 1
        var queue = RadixHeap<Code>()
        let rightCount = graph.rightCount
        var readyCount = 0
        for column in 0..<rightCount {
            let isEnd = hasPlace(column) || capacities[column] == 0
            let distance = isEnd ? 0 : leastPrice(ofPartnersOf: column) &- floor
            labels[column] = Label(distance: distance, search: search, edge: -1)
            if !isEnd {
                queue.insert(column, key: distance)
            } else if capacities[column] > 0 {
                ready[readyCount] = Int32(column)
                readyCount += 1
            }
        }
        for vertex in waiting {
            let node = rightCount + Int(vertex)
            labels[node] = Label(distance: left[Int(vertex)].price &- floor, search: search, edge: -1)
            queue.insert(node, key: labels[node].distance)
        }
        let farthest = settle(waiting.count, &readyCount, &queue)
        for column in 0..<rightCount {
            let distance = min(labels[column].distance, farthest)
            if distance > 0 { shift(column, by: distance) }
        }
        for vertex in waiting { left[Int(vertex)].price -= labels[rightCount + Int(vertex)].distance }

        for vertex in 0..<graph.leftCount { ready[vertex] = graph.starts[vertex] }
        return waiting.filter { left[Int($0)].price > floor && !followTightArcs(from: Int($0)) }
    }

    /// The Dijkstra search, backwards from the ends, until all waiting vertices are settled; the greatest distance.
    private func settle(_ waiting: Int, _ readyCount: inout Int, _ queue: inout RadixHeap<Code>) -> Code {
        let (arcs, left, labels, rightCount) = (graph.arcs, left, labels, graph.rightCount)
        let excluded = WeightedArcs<Weight>.excluded
        let (original, tails, tailsByRight) = (graph.arcsByRight, tails, tailsByRight)
        var current: Code = 0
        var waiting = waiting
        var scanned = 0
        defer { statistics.scanned += scanned }
        while waiting > 0 {
            let node: Int
            if readyCount > 0 {
                readyCount -= 1
                node = Int(ready[readyCount])
            } else {
                (current, node) = queue.removeSmallest()
                // It may have been found to be nearer since, and is done with then.
                guard current == labels[node].distance else { continue }
            }
            guard node < rightCount else {
                waiting -= 1
                continue
            }
            let base = current &+ prices[node]
            let positions = graph.positions(ofRight: node)
            scanned += positions.count
            for position in positions {
                let row = tailsByRight.map { Int($0[position]) } ?? tails[Int(original[position])]
                let state = left[row]
                let target = state.mate < 0 ? rightCount &+ row : Int(state.partner)
                // Nothing comes nearer than what is being settled; most vertices are, and their weights not looked at.
                guard labels[target].search == search, labels[target].distance > current else { continue }
                let weight = arcs[Int(original[position])].weight
                let distance = base &+ state.price &- Code(weight)
                guard distance < labels[target].distance, weight != excluded else { continue }
                labels[target].distance = distance
                if distance == current {
                    ready[readyCount] = Int32(target)
                    readyCount += 1
                } else {
                    queue.insert(target, key: distance)
                }
            }
        }
        return current
    }

    /// What the partner that is worth least without its place is worth.
    private func leastPrice(ofPartnersOf column: Int) -> Code {
        let first = Int(placeStarts[column])
        var least = left[Int(places[first])].price
        for place in first..<(first + Int(used[column])) {
            least = min(least, left[Int(places[place])].price)
        }
        return least
    }

    /// Takes a path of tight arcs to an end, unless all meet right vertices visited before in this operation; the
    /// usual depth-first search for a blocking flow.
    ///
    /// `ready[i]` is the next arc of left vertex i; all searches of one operation look at every arc at most once.
    private func followTightArcs(from source: Int) -> Bool {
        var depth = 0
        var row = source
        while true {
            if let edge = nextTightArc(of: row) {
                let column = Int(graph.arcs[edge].head)
                touched[column] = search
                labels[column].edge = Int32(edge)
                if hasPlace(column) {
                    augment(from: source, to: column, retiring: -1)
                    return true
                }
                settled[depth] = Int32(column)
                nextPlaces[column] = placeStarts[column]
                depth += 1
            } else if depth == 0 {
                return false
            }
            let column = Int(settled[depth - 1])
            let place = Int(nextPlaces[column])
            if place < Int(placeStarts[column] + used[column]) {
                nextPlaces[column] += 1
                row = Int(places[place])
                if left[row].price == floor {
                    augment(from: source, to: -1, retiring: row)
                    return true
                }
            } else {
                row = tails[Int(labels[column].edge)]
                depth -= 1
            }
        }
    }

    /// The next tight arc to a right vertex not visited yet.
    @inline(__always)
    private func nextTightArc(of row: Int) -> Int? {
        var edge = Int(ready[row])
        let end = Int(graph.starts[row + 1])
        let price = left[row].price
        while edge < end {
            let arc = graph.arcs[edge]
            let head = Int(arc.head)
            if price &+ prices[head] == Code(arc.weight), touched[head] != search,
                arc.weight != WeightedArcs<Weight>.excluded
            {
                ready[row] = Int32(edge + 1)
                return edge
            }
            edge += 1
        }
        ready[row] = Int32(end)
        return nil
    }
}
