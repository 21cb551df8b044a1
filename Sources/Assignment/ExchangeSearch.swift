/// Shortest paths in an exchange graph from some right vertices, the targets, to one.
///
/// A search runs back from the one; after a while, short ones run from the targets that it has not yet met, until
/// they meet it: two small balls instead of one that holds nearly everything. Where the short ones grow too, the
/// search back goes on twice as far. All of them are Dijkstra's method with sorted arcs: the heap holds the next
/// arc of every settled vertex, so that of 30 arcs mostly two or three are ever looked at.
///
/// Paths may also lead through the hub, whose distances are known. The search back does not go beyond a vertex
/// from which the hub is at least as near as a direct path: behind it, the hub is so too.
///
/// References: Spira, SIAM J. Computing 2 (1973), for sorted arcs; Pohl, *Bi-directional search*, Machine
/// Intelligence 6 (1971), for where two searches may stop.
///
/// - Complexity: O(|E| log n) a run; usually far less. Memory is taken once, at `init`.
final class ExchangeSearch<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    private typealias Arc = ExchangeGraph<Code>.Arc

    /// What the search back knows of a vertex.
    private struct Label {
        /// To the end of the search, if the vertex is settled.
        var distance: Code
        /// To the hub.
        var toHub: Code
        /// The run that settled the vertex.
        var run: Int32
        /// The run that still waits for this vertex, or its negative if a search from here has met the one back.
        var awaited: Int32
    }

    /// What a search from a target knows of a vertex.
    private struct ForwardLabel {
        var distance: Code
        /// To the end of the run, if a search from here has met the one back.
        var met: Code
        /// The search that settled the vertex.
        var search: Int64
    }

    private static var unreachable: Code { Residual<Code>.unreachable }

    private let entering: ExchangeArcs<Code>
    private let leaving: ExchangeArcs<Code>
    private let labels: UnsafeMutablePointer<Label>
    private let forwardLabels: UnsafeMutablePointer<ForwardLabel>
    /// Settled vertices by the length of the path along their next arc.
    private let heap: IndexedHeap<Code>
    private let forwardHeap: IndexedHeap<Code>
    private let nodeCount: Int
    private var run: Int32 = 0
    private var forwardSearch: Int64 = 0
    /// From the hub to the end of the run.
    private var fromHub: Code = 0
    /// Everything nearer is settled.
    private var radius: Code = 0
    /// The most that a target still awaited may be away.
    private var bound: Code = 0
    private var boundIsStale = false
    /// Vertices settled by all runs so far.
    private(set) var settledCount = 0

    /// Searches over a graph; `toHub` are the distances to the hub by vertex of it.
    init(_ graph: ExchangeGraph<Code>, toHub: [Code]) {
        entering = ExchangeArcs(graph.entering)
        leaving = ExchangeArcs(graph.leaving)
        nodeCount = toHub.count
        labels = .allocate(capacity: max(1, nodeCount))
        forwardLabels = .allocate(capacity: max(1, nodeCount))
        for (node, distance) in toHub.enumerated() {
            (labels + node).initialize(to: Label(distance: 0, toHub: distance, run: 0, awaited: 0))
        }
        forwardLabels.initialize(repeating: ForwardLabel(distance: 0, met: 0, search: 0), count: nodeCount)
        heap = IndexedHeap(capacity: nodeCount, placeholder: 0)
        forwardHeap = IndexedHeap(capacity: nodeCount, placeholder: 0)
    }

    deinit {
        labels.deallocate()
        forwardLabels.deallocate()
    }

    /// Finds the distances of the targets to a vertex that the hub reaches at a cost, settling no more than so
    /// many vertices.
    func find(from targets: [Int32], to end: Int, fromHub: Code, vertexLimit: Int) {
        run += 1
        self.fromHub = fromHub
        heap.removeAll()
        radius = 0
        for target in targets { labels[Int(target)].awaited = run }
        updateBound(targets)
        let last = settledCount + vertexLimit
        settle(end, at: 0)
        // If a ball of twice the radius has the square of the vertices, one of this size around the end and all
        // the small ones around the targets together take about the same effort.
        var share = 2 * Int(Double(nodeCount * max(1, targets.count)).squareRoot()) + 1
        while settleBack(targets, until: min(last, settledCount + share)) {
            if settledCount >= last { return }
            searchForward(targets, until: min(last, settledCount + share))
            updateBound(targets)
            share *= 2
        }
    }

    /// The distance of a target of the last run, through the hub or not; not exact where the run gave up, and at
    /// least as much then.
    func distance(of target: Int) -> (length: Code, isExact: Bool) {
        let shortest = known(target)
        if labels[target].awaited == run, shortest > radius { return (radius, false) }
        return (shortest, true)
    }

    /// The shortest path known from a vertex, through the hub or not.
    private func known(_ node: Int) -> Code {
        let label = labels[node]
        if label.awaited == -run { return forwardLabels[node].met }
        let throughHub = min(label.toHub &+ fromHub, Self.unreachable)
        return label.run == run ? min(label.distance, throughHub) : throughHub
    }

    /// The farthest that a target still awaited may be.
    private func updateBound(_ targets: [Int32]) {
        boundIsStale = false
        bound = 0
        for target in targets where labels[Int(target)].awaited == run {
            bound = max(bound, known(Int(target)))
        }
    }
}

// MARK: - Back from the end

extension ExchangeSearch {
    /// Goes on with the search back; false when no target waits for anything.
    private func settleBack(_ targets: [Int32], until last: Int) -> Bool {
        while heap.count > 0, heap.smallest < bound {
            radius = heap.smallest
            if settledCount >= last { return true }
            let node = heap.removeSmallest()
            let end = Int(entering.take(node).end)
            queueNextArc(of: node)
            settle(end, at: radius)
            if boundIsStale { updateBound(targets) }
        }
        radius = bound
        return false
    }

    @inline(__always)
    private func settle(_ node: Int, at distance: Code) {
        let label = labels[node]
        guard label.run != run else { return }
        settledCount += 1
        let throughHub = label.toHub &+ fromHub
        if label.awaited == run {
            labels[node].awaited = 0
            boundIsStale = boundIsStale || min(throughHub, Self.unreachable) == bound
        }
        labels[node].distance = min(distance, throughHub)
        labels[node].run = run
        guard distance < throughHub else { return }
        entering.rewind(node)
        queueNextArc(of: node)
    }

    @inline(__always)
    private func queueNextArc(of node: Int) {
        while let arc = entering.next(node) {
            if labels[Int(arc.end)].run != run {
                let distance = labels[node].distance &+ arc.length
                if distance < bound { heap.insertOrLower(node, key: distance) }
                return
            }
            entering.skip(node)
        }
    }
}

// MARK: - From the targets

extension ExchangeSearch {
    /// Searches from the targets still awaited.
    private func searchForward(_ targets: [Int32], until last: Int) {
        for target in targets where labels[Int(target)].awaited == run {
            guard settledCount < last else { return }
            guard let distance = meet(from: Int(target), until: last) else { return }
            labels[Int(target)].awaited = -run
            forwardLabels[Int(target)].met = distance
        }
    }

    /// The distance of a target, or `nil` where too many vertices would have to be settled.
    ///
    /// A path that is not known yet begins with vertices at least `radius` away from the end; the last of them
    /// is nearer to the target than the best known path less `radius`, so it is settled before this stops.
    private func meet(from target: Int, until last: Int) -> Code? {
        forwardSearch += 1
        forwardHeap.removeAll()
        var best = known(target)
        settleForward(target, at: 0, &best)
        while forwardHeap.count > 0 {
            let current = forwardHeap.smallest
            if current &+ radius >= best { break }
            guard settledCount < last else { return nil }
            let node = forwardHeap.removeSmallest()
            let end = Int(leaving.take(node).end)
            queueNextForwardArc(of: node, best)
            settleForward(end, at: current, &best)
        }
        return best
    }

    @inline(__always)
    private func settleForward(_ node: Int, at distance: Code, _ best: inout Code) {
        guard forwardLabels[node].search != forwardSearch else { return }
        settledCount += 1
        forwardLabels[node].distance = distance
        forwardLabels[node].search = forwardSearch
        // The search back knows the rest of the way.
        guard labels[node].run != run else { return }
        leaving.rewind(node)
        for arc in leaving.all(node) {
            let length = distance &+ arc.length
            if length >= best { break }
            let label = labels[Int(arc.end)]
            if label.run == run { best = min(best, length &+ label.distance) }
        }
        queueNextForwardArc(of: node, best)
    }

    @inline(__always)
    private func queueNextForwardArc(of node: Int, _ best: Code) {
        while let arc = leaving.next(node) {
            if forwardLabels[Int(arc.end)].search != forwardSearch {
                let distance = forwardLabels[node].distance &+ arc.length
                if distance &+ radius < best { forwardHeap.insertOrLower(node, key: distance) }
                return
            }
            leaving.skip(node)
        }
    }
}

/// The arcs of an exchange graph by one of their ends, each vertex with a place in its row.
private final class ExchangeArcs<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    typealias Arc = ExchangeGraph<Code>.Arc

    private let starts: UnsafeMutablePointer<Int32>
    private let arcs: UnsafeMutablePointer<Arc>
    private let places: UnsafeMutablePointer<Int32>

    init(_ rows: ExchangeGraph<Code>.Arcs) {
        starts = .allocate(capacity: rows.starts.count)
        places = .allocate(capacity: rows.starts.count)
        arcs = .allocate(capacity: max(1, rows.arcs.count))
        for (node, start) in rows.starts.enumerated() {
            (starts + node).initialize(to: start)
            (places + node).initialize(to: start)
        }
        for (index, arc) in rows.arcs.enumerated() { (arcs + index).initialize(to: arc) }
    }

    deinit {
        starts.deallocate()
        places.deallocate()
        arcs.deallocate()
    }

    /// Goes to the first arc of a vertex.
    @inline(__always)
    func rewind(_ node: Int) { places[node] = starts[node] }

    /// The arc whose turn it is, if there are more.
    @inline(__always)
    func next(_ node: Int) -> Arc? {
        places[node] < starts[node + 1] ? arcs[Int(places[node])] : nil
    }

    /// Goes on to the arc after it.
    @inline(__always)
    func skip(_ node: Int) { places[node] += 1 }

    /// The arc whose turn it is, which there must be.
    @inline(__always)
    func take(_ node: Int) -> Arc {
        defer { places[node] += 1 }
        return arcs[Int(places[node])]
    }

    /// All arcs of a vertex.
    @inline(__always)
    func all(_ node: Int) -> UnsafeBufferPointer<Arc> {
        let start = Int(starts[node])
        return UnsafeBufferPointer(start: arcs + start, count: Int(starts[node + 1]) - start)
    }
}
