/// An optimal b-matching without limits, with the prices that prove it.
package struct PricedMatching<Code> {
    /// The chosen edges, ascending.
    package let edges: [Int]
    /// u_i ≥ 0, indexed by left vertex; 0 where a place is left.
    package let left: [Code]
    /// p_j ≥ 0, indexed by right vertex; 0 where a place is left.
    package let right: [Code]
}

/// Exact maximum-weight bipartite b-matching by successive shortest augmenting paths, for unit-capacity
/// edges and any capacities on both sides.
///
/// Left vertices are inserted one place at a time. With r_e = u_i + p_j − c_e, the invariants after each
/// insertion are: u, p ≥ 0; r_e ≥ 0 on edges not chosen and r_e ≤ 0 on chosen ones; u_i = 0 (p_j = 0) unless
/// the inserted places of i (all places of j) are full. They make the matching optimal for what is inserted:
///
///     Σ_chosen c_e = Σ_i a_i u_i + Σ_j b_j p_j + Σ_e max(0, −r_e)
///
/// One insertion at i is a Dijkstra search over the residual graph with lengths |r_e|. It ends, as short as
/// possible, at a right vertex with a free place, at a left vertex r that gives up a place (cost u_r), or with
/// the place of i left free (cost u_i); it stops as soon as nothing shorter can follow.
///
/// Reference: Ahuja, Magnanti, Orlin, *Network Flows* (1993), section 9.7 (successive shortest paths) and
/// section 12.4; Jonker, Volgenant, Computing 38 (1987), for ending the search early.
///
/// - Complexity: O(Σ a_i · (|E| + n log n)), n = |L| + |R|. No allocation after `init`.
package final class ShortestAugmentingPaths<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// An edge as the inner loop reads it.
    private struct Arc {
        var cost: Code
        var head: Int32
        /// Place at the right end, `unchosen`, or `excluded`.
        var place: Int32
    }

    /// What is known of a vertex during one search; left vertices first, then right ones.
    private struct Label {
        var distance: Code
        var search: Int32
        /// The edge by which the vertex is reached.
        var edge: Int32
    }

    private static var unchosen: Int32 { -1 }
    private static var excluded: Int32 { Int32.max }

    private let leftCount: Int
    private let nodeCount: Int
    private let edgeCount: Int
    private let starts: UnsafeMutablePointer<Int32>
    private let tails: UnsafeMutablePointer<Int32>
    private let arcs: UnsafeMutablePointer<Arc>
    private let insertions: UnsafeMutablePointer<Int32>
    /// Places of left vertices that are full from the start.
    private let inserted: UnsafeMutablePointer<Int32>
    private let prices: UnsafeMutablePointer<Code>
    /// Places of right vertices: `placeStarts[j] ..< placeStarts[j] + used[j]` hold the chosen edges at j.
    private let placeStarts: UnsafeMutablePointer<Int32>
    private let places: UnsafeMutablePointer<Int32>
    private let used: UnsafeMutablePointer<Int32>
    private let capacities: UnsafeMutablePointer<Int32>
    private let labels: UnsafeMutablePointer<Label>
    private let settled: UnsafeMutablePointer<Int32>
    private let ready: UnsafeMutablePointer<Int32>
    private let heap: IndexedHeap<Code>
    private var search: Int32 = 0
    /// Edges looked at so far.
    private(set) var scanned = 0

    /// Prepares a problem: c_e indexed by edge, of which every signed sum along four alternating paths must fit
    /// in a `Code`, and the edges that may not be chosen.
    ///
    /// A search may also begin with a matching and prices that keep the invariants; places that it leaves free
    /// are inserted then.
    package init(
        graph: BipartiteGraph, costs: [Code], leftCapacities: [Int], rightCapacities: [Int],
        excluding: [Int] = [], from start: PricedMatching<Code>? = nil
    ) {
        let (nodes, edges) = (graph.leftCount + graph.rightCount, graph.edgeCount)
        leftCount = graph.leftCount
        nodeCount = nodes
        edgeCount = edges
        starts = Self.copy(graph.leftStarts)
        tails = Self.copy(graph.leftOfEdge)
        arcs = .allocate(capacity: max(1, edges))
        for edge in 0..<edges {
            let arc = Arc(cost: costs[edge], head: graph.rightOfEdge[edge], place: Self.unchosen)
            (arcs + edge).initialize(to: arc)
        }
        for edge in excluding { arcs[edge].place = Self.excluded }
        // One place more than edges is as good as any number more: it can never be full.
        insertions = Self.copy(
            leftCapacities.enumerated().map { Int32(min($1, graph.edges(ofLeft: $0).count + 1)) })
        let rightDegrees = (0..<graph.rightCount).map { graph.edges(ofRight: $0).count }
        capacities = Self.copy(zip(rightCapacities, rightDegrees).map { Int32(min($0, $1 + 1)) })
        var placeStart: Int32 = 0
        placeStarts = Self.copy(
            zip(rightCapacities, rightDegrees).map { capacity, degree in
                defer { placeStart += Int32(min(capacity, degree)) }
                return placeStart
            })
        places = Self.zeros(Int(placeStart), Int32(-1))
        used = Self.zeros(graph.rightCount, 0)
        prices = Self.zeros(nodes, 0)
        labels = Self.zeros(nodes, Label(distance: 0, search: 0, edge: -1))
        settled = Self.zeros(nodes, 0)
        ready = Self.zeros(nodes, 0)
        heap = IndexedHeap(capacity: nodes, placeholder: 0)
        inserted = Self.zeros(graph.leftCount, 0)
        guard let start else { return }
        for (vertex, price) in start.left.enumerated() { prices[vertex] = price }
        for (vertex, price) in start.right.enumerated() { prices[leftCount + vertex] = price }
        for edge in start.edges {
            choose(edge)
            inserted[Int(tails[edge])] += 1
        }
    }

    deinit {
        starts.deallocate()
        tails.deallocate()
        arcs.deallocate()
        insertions.deallocate()
        inserted.deallocate()
        prices.deallocate()
        placeStarts.deallocate()
        places.deallocate()
        used.deallocate()
        capacities.deallocate()
        labels.deallocate()
        settled.deallocate()
        ready.deallocate()
    }

    /// Inserts every place of every left vertex that is not full yet, in the order of their numbers.
    package func run() -> PricedMatching<Code> {
        for vertex in 0..<leftCount where insertions[vertex] > inserted[vertex] {
            if inserted[vertex] == 0 { prices[vertex] = highestOffer(at: vertex) }
            // At price 0 leaving the place free is best, and so it is for every further place.
            for _ in inserted[vertex]..<insertions[vertex] where prices[vertex] > 0 {
                insertPlace(at: vertex)
            }
        }
        // A vertex without places pays nothing for its price, so let it cover its edges.
        for vertex in 0..<leftCount where insertions[vertex] == 0 {
            prices[vertex] = highestOffer(at: vertex)
        }
        let all = UnsafeBufferPointer(start: prices, count: nodeCount)
        return PricedMatching(
            edges: (0..<edgeCount).filter {
                arcs[$0].place != Self.unchosen && arcs[$0].place != Self.excluded
            },
            left: Array(all[..<leftCount]), right: Array(all[leftCount...]))
    }

    /// The smallest u_i that leaves no edge of a vertex without chosen edges with r_e < 0.
    private func highestOffer(at vertex: Int) -> Code {
        var best: Code = 0
        for edge in Int(starts[vertex])..<Int(starts[vertex + 1]) where arcs[edge].place == Self.unchosen {
            best = max(best, arcs[edge].cost &- prices[leftCount + Int(arcs[edge].head)])
        }
        return best
    }

    /// One search and one augmentation.
    private func insertPlace(at source: Int) {
        search += 1
        heap.removeAll()
        var readyCount = 0
        var settledCount = 0
        var current: Code = 0
        var shortest = prices[source]
        var end = source
        labels[source] = Label(distance: 0, search: search, edge: -1)
        ready[0] = Int32(source)
        readyCount = 1

        search: while shortest > current {
            let node: Int
            if readyCount > 0 {
                readyCount -= 1
                node = Int(ready[readyCount])
            } else {
                guard heap.count > 0, heap.smallest < shortest else { break }
                current = heap.smallest
                node = heap.removeSmallest()
            }
            settled[settledCount] = Int32(node)
            settledCount += 1
            let price = prices[node]

            if node < leftCount {
                if current &+ price < shortest {
                    shortest = current &+ price
                    end = node
                    if shortest == current { break search }
                }
                let range = Int(starts[node])..<Int(starts[node + 1])
                scanned += range.count
                for edge in range {
                    let arc = arcs[edge]
                    guard arc.place == Self.unchosen else { continue }
                    let head = leftCount &+ Int(arc.head)
                    let distance = current &+ (price &+ prices[head] &- arc.cost)
                    guard improves(head, distance, below: shortest) else { continue }
                    labels[head] = Label(distance: distance, search: search, edge: Int32(edge))
                    if used[Int(arc.head)] < capacities[Int(arc.head)] {
                        shortest = distance
                        end = head
                        if shortest == current { break search }
                    } else {
                        reach(head, at: distance, current: current, &readyCount)
                    }
                }
            } else {
                let first = Int(placeStarts[node - leftCount])
                for place in first..<(first + Int(used[node - leftCount])) {
                    let edge = Int(places[place])
                    let tail = Int(tails[edge])
                    let distance = current &- (prices[tail] &+ price &- arcs[edge].cost)
                    guard improves(tail, distance, below: shortest) else { continue }
                    labels[tail] = Label(distance: distance, search: search, edge: Int32(edge))
                    reach(tail, at: distance, current: current, &readyCount)
                }
            }
        }
        for index in 0..<settledCount {
            let node = Int(settled[index])
            let change = shortest &- labels[node].distance
            if change > 0 {
                prices[node] = node < leftCount ? prices[node] &- change : prices[node] &+ change
            }
        }
        augment(from: source, to: end)
    }

    @inline(__always)
    private func improves(_ node: Int, _ distance: Code, below shortest: Code) -> Bool {
        distance < shortest && (labels[node].search != search || distance < labels[node].distance)
    }

    /// Queues a vertex: at the current distance without the heap, unless it is there already.
    @inline(__always)
    private func reach(_ node: Int, at distance: Code, current: Code, _ readyCount: inout Int) {
        if distance == current && !heap.contains(node) {
            ready[readyCount] = Int32(node)
            readyCount += 1
        } else {
            heap.insertOrLower(node, key: distance)
        }
    }

    /// Flips the path that ends at a right vertex with a free place or at a left vertex that gives one up.
    private func augment(from source: Int, to end: Int) {
        var node = end
        while node != source {
            let edge = Int(labels[node].edge)
            if node < leftCount {
                release(edge)
                node = leftCount + Int(arcs[edge].head)
            } else {
                choose(edge)
                node = Int(tails[edge])
            }
        }
    }

    private func choose(_ edge: Int) {
        let right = Int(arcs[edge].head)
        let place = placeStarts[right] + used[right]
        places[Int(place)] = Int32(edge)
        arcs[edge].place = place
        used[right] += 1
    }

    private func release(_ edge: Int) {
        let right = Int(arcs[edge].head)
        used[right] -= 1
        let last = places[Int(placeStarts[right] + used[right])]
        places[Int(arcs[edge].place)] = last
        arcs[Int(last)].place = arcs[edge].place
        arcs[edge].place = Self.unchosen
    }

    private static func copy(_ array: [Int32]) -> UnsafeMutablePointer<Int32> {
        let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, array.count))
        for (index, element) in array.enumerated() { (pointer + index).initialize(to: element) }
        return pointer
    }

    private static func zeros<Element: BitwiseCopyable>(
        _ count: Int, _ element: Element
    ) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
        pointer.initialize(repeating: element, count: max(1, count))
        return pointer
    }
}
