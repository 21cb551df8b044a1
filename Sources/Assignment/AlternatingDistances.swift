/// Dijkstra searches against the direction of a residual graph's arcs: distances of many vertices to one.
///
/// A search towards a head can be told what a path through the hub costs from every vertex. It then only visits
/// vertices from which a direct path is shorter: behind any other, the hub is at least as near. It reads the
/// arcs of a head in the order of their cost and stops, within a head and altogether, where nothing shorter than
/// the farthest target's best known path can follow.
///
/// - Complexity: O(|E| + n log n) a search, n vertices; usually far less. Memory is taken once, at `init`.
final class AlternatingDistances<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// What is known of a vertex; tails first, then heads.
    private struct Label {
        var distance: Code
        /// Distance to the hub.
        var toHub: Code
        /// The search that set the distance.
        var search: Int32
        /// The search that still waits for this vertex.
        var awaited: Int32
    }

    private typealias Arc = ResidualArcs<Code>.Arc

    private static var unreachable: Code { Residual<Code>.unreachable }

    private let tailCount: Int
    private let nodeCount: Int
    private let takingStarts: UnsafeMutablePointer<Int32>
    private let taking: UnsafeMutablePointer<Arc>
    private let droppingStarts: UnsafeMutablePointer<Int32>
    private let dropping: UnsafeMutablePointer<Arc>
    private let labels: UnsafeMutablePointer<Label>
    /// Vertices at the current distance, which never enter the heap.
    private let ready: UnsafeMutablePointer<Int32>
    private var readyCount = 0
    private let heap: IndexedHeap<Code>
    private var search: Int32 = 0
    /// What a path from the hub to the head of the search costs.
    private var fromHub: Code = 0
    /// Nothing that is as far needs to be looked at.
    private var bound: Code = 0
    private var boundIsStale = false
    /// Vertices settled by all searches so far.
    private(set) var settledCount = 0

    /// Searches over arcs; `toHub` are the distances to the hub by tail and by head, where paths through it are
    /// to be considered.
    init(_ arcs: ResidualArcs<Code>, toHub: (tails: [Code], heads: [Code])? = nil) {
        tailCount = arcs.tailCount
        nodeCount = arcs.tailCount + arcs.headCount
        takingStarts = Self.copy(arcs.takingStarts)
        taking = Self.copy(arcs.taking)
        droppingStarts = Self.copy(arcs.droppingStarts)
        dropping = Self.copy(arcs.dropping)
        var distances = [Code](repeating: Self.unreachable, count: nodeCount)
        if let toHub { distances = toHub.tails + toHub.heads }
        labels = Self.copy(distances.map { Label(distance: 0, toHub: $0, search: 0, awaited: 0) })
        ready = Self.copy([Int32](repeating: 0, count: nodeCount))
        heap = IndexedHeap(capacity: nodeCount, placeholder: 0)
    }

    deinit {
        takingStarts.deallocate()
        taking.deallocate()
        droppingStarts.deallocate()
        dropping.deallocate()
        labels.deallocate()
        ready.deallocate()
    }

    /// The distances of all vertices to a place that tails and heads reach at the given costs.
    func settleAll(tails: [Code], heads: [Code]) -> (tails: [Code], heads: [Code]) {
        begin(fromHub: Self.unreachable)
        bound = Self.unreachable
        for (node, cost) in [tails, heads].joined().enumerated() where cost < bound {
            improve(node, to: cost, current: -1)
        }
        var current: Code = 0
        while let node = next(&current) { settle(node, at: current) }
        let distances = (0..<nodeCount).map { node in
            labels[node].search == search ? labels[node].distance : Self.unreachable
        }
        return (Array(distances[..<tailCount]), Array(distances[tailCount...]))
    }

    /// Finds the distances of the targets, which are heads, to a head that the hub reaches at a cost.
    ///
    /// - Returns: How far everything is settled. Nearer distances, and where that is `nil` all those of the
    ///   targets, are exact afterwards; it is a number when the search had settled as many vertices as it may.
    func run(to head: Int, fromHub: Code, targets: [Int32], vertexLimit: Int) -> Code? {
        begin(fromHub: fromHub)
        for target in targets { labels[tailCount + Int(target)].awaited = search }
        updateBound(targets)
        improve(tailCount + head, to: 0, current: 0)
        var current: Code = 0
        let last = settledCount + vertexLimit
        while current < bound, let node = next(&current) {
            if settledCount == last { return current }
            settledCount += 1
            if labels[node].awaited == search {
                labels[node].awaited = 0
                boundIsStale = boundIsStale || labels[node].distance == bound
            }
            settle(node, at: current)
            if boundIsStale { updateBound(targets) }
        }
        return nil
    }

    /// The shortest path found from a head to that of the last search, through the hub or not.
    @inline(__always)
    func distance(ofHead head: Int) -> Code {
        let label = labels[tailCount + head]
        let throughHub = label.toHub &+ fromHub
        return label.search == search ? min(label.distance, throughHub) : throughHub
    }

    private func begin(fromHub: Code) {
        search += 1
        heap.removeAll()
        readyCount = 0
        self.fromHub = fromHub
    }

    /// The next vertex to settle, nearer than the bound.
    @inline(__always)
    private func next(_ current: inout Code) -> Int? {
        if readyCount > 0 {
            readyCount -= 1
            return Int(ready[readyCount])
        }
        guard heap.count > 0, heap.smallest < bound else { return nil }
        current = heap.smallest
        return heap.removeSmallest()
    }

    @inline(__always)
    private func settle(_ node: Int, at current: Code) {
        if node < tailCount {
            for index in Int(droppingStarts[node])..<Int(droppingStarts[node + 1]) {
                let arc = dropping[index]
                improve(tailCount &+ Int(arc.end), to: current &+ arc.cost, current: current)
            }
        } else {
            let head = node &- tailCount
            for index in Int(takingStarts[head])..<Int(takingStarts[head + 1]) {
                let arc = taking[index]
                let distance = current &+ arc.cost
                // The arcs of a search with a bound are sorted; without one, none is as long.
                if distance >= bound { break }
                improve(Int(arc.end), to: distance, current: current)
            }
        }
    }

    /// Notes a path, if it is shorter than the best known one, the one through the hub included.
    @inline(__always)
    private func improve(_ node: Int, to distance: Code, current: Code) {
        let label = labels[node]
        guard distance < bound, distance < label.toHub &+ fromHub,
            label.search != search || distance < label.distance
        else { return }
        if label.awaited == search {
            let before =
                label.search == search ? label.distance : min(label.toHub &+ fromHub, Self.unreachable)
            boundIsStale = boundIsStale || before == bound
        }
        labels[node].distance = distance
        labels[node].search = search
        if distance == current && !heap.contains(node) {
            ready[readyCount] = Int32(truncatingIfNeeded: node)
            readyCount += 1
        } else {
            heap.insertOrLower(node, key: distance)
        }
    }

    /// The farthest that a target still awaited may be.
    private func updateBound(_ targets: [Int32]) {
        boundIsStale = false
        var farthest: Code = 0
        for target in targets where labels[tailCount + Int(target)].awaited == search {
            farthest = max(farthest, min(distance(ofHead: Int(target)), Self.unreachable))
        }
        bound = farthest
    }

    private static func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
        for (index, element) in array.enumerated() { (pointer + index).initialize(to: element) }
        return pointer
    }
}
