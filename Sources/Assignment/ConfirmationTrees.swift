/// Trees of tight edges, and the parts that chosen edges make of them, found in one pass over all edges.
///
/// A chosen edge may be worth more than its ends cost where both have several places: it stands at its bound of 1, is in
/// no tree, but keeps the trees of its ends in one part. A tree has one root at most: a vertex of price 0, whose
/// slack stands in the basis for the tree.
struct ConfirmationTrees {
    private let start: PureStart
    private let graph: BipartiteGraph
    private let scope: ConfirmationScope
    private let size: Int
    /// Left vertices, and right ones after them, joined by tight edges taken.
    private var trees: UnionFind
    /// The same, joined by all edges taken.
    private var parts: UnionFind
    /// Whether a tree has a root, by the vertex that stands for it.
    private var isRooted: [Bool]
    /// Chosen edges of reduced cost below 0.
    private var bounded: [Int] = []
    /// The edges taken, ascending.
    private(set) var edges: [Int] = []
    /// Whether they are chosen.
    private(set) var isChosen: [Bool] = []

    /// What the chosen edges join; `size` is the most vertices that a tight edge may bring together in a part.
    init(_ start: PureStart, _ scope: ConfirmationScope, size: Int) {
        self.start = start
        self.scope = scope
        self.size = size
        graph = start.graph
        let count = graph.leftCount + graph.rightCount
        trees = UnionFind(count: count)
        parts = trees
        isRooted = [Bool](repeating: false, count: count)
        for edge in scope.edges {
            let (tail, head) = (graph.left(of: edge), graph.leftCount + graph.right(of: edge))
            parts.join(tail, head)
            if start.reducedCost(of: edge) == 0 { trees.join(tail, head) } else { bounded.append(edge) }
        }
        for vertex in start.left.indices where start.left[vertex] == 0 { isRooted[trees.root(vertex)] = true }
        for vertex in start.right.indices where start.right[vertex] == 0 {
            isRooted[trees.root(graph.leftCount + vertex)] = true
        }
        edges.reserveCapacity(2 * scope.edges.count)
        isChosen.reserveCapacity(2 * scope.edges.count)
    }

    /// Takes the chosen edges, and tight ones between two trees of which one has no root yet.
    mutating func scan<Code: FixedWidthInteger & SignedInteger>(_: Code.Type) {
        let (left, right) = (scope.leftCapacities, scope.rightCapacities)
        var chosen = scope.edges.makeIterator()
        var next = chosen.next()
        start.forEachRow(Code.self, where: { left[$0] > 0 }) { vertex, row, costs in
            // Nearly all cost more than nothing, are neither chosen nor tight, and are passed over by the block.
            for block in stride(from: 0, to: row.count, by: Self.block) {
                let end = min(block + Self.block, row.count)
                if end - block == Self.block {
                    var signs: Code = 0
                    for index in block..<(block + Self.block) { signs |= costs[index] &- 1 }
                    if signs >= 0 { continue }
                }
                for index in block..<end where costs[index] <= 0 {
                    let edge = row.lowerBound + index
                    if edge == next {
                        next = chosen.next()
                        take(edge, isChosen: true)
                    } else if !scope.isFixed[edge], right[graph.right(of: edge)] > 0,
                        connects(edge, vertex)
                    {
                        take(edge, isChosen: false)
                    }
                }
            }
        }
    }

    /// Edges that are looked at together.
    private static var block: Int { 16 }

    /// Joins the ends of a tight edge, where that makes neither a cycle, nor a tree of two roots, nor a part too large.
    private mutating func connects(_ edge: Int, _ vertex: Int) -> Bool {
        let head = graph.leftCount + graph.right(of: edge)
        let (one, other) = (trees.root(vertex), trees.root(head))
        guard one != other, !(isRooted[one] && isRooted[other]) else { return false }
        let (part, next) = (parts.root(vertex), parts.root(head))
        guard part == next || parts.size(ofRoot: part) + parts.size(ofRoot: next) <= size else {
            return false
        }
        let hasRoot = isRooted[one] || isRooted[other]
        trees.join(one, other)
        parts.join(part, next)
        isRooted[trees.root(one)] = hasRoot
        return true
    }

    private mutating func take(_ edge: Int, isChosen: Bool) {
        edges.append(edge)
        self.isChosen.append(isChosen)
    }

    /// The start's prices, moved in trees without a root: as far down on the left and up on the right as the least price
    /// of their left vertices goes, or until a chosen edge that comes into them from another tree is tight.
    ///
    /// Sums over a tree's edges stay as they are, no price falls below 0, and no chosen edge gets a reduced cost above 0.
    /// How far each tree moves is a shortest distance over the chosen edges between trees.
    mutating func rootedPrices() -> (left: [Int128], right: [Int128]) {
        let count = start.left.count
        var moves = [Int128](repeating: Int128.max, count: count + start.right.count)
        for vertex in 0..<count {
            let root = trees.root(vertex)
            moves[root] = isRooted[root] ? 0 : min(moves[root], start.left[vertex])
        }
        if !bounded.isEmpty {
            let arcs = bounded.map { edge in
                (
                    trees.root(graph.left(of: edge)), trees.root(count + graph.right(of: edge)),
                    -start.reducedCost(of: edge)
                )
            }
            Self.shorten(&moves, arcs)
        }
        // Nothing holds a right vertex of price above 0 but the chosen edges that fill it; one without places has none.
        for root in moves.indices where moves[root] == Int128.max { moves[root] = 0 }
        var (left, right) = (start.left, start.right)
        for vertex in left.indices { left[vertex] -= moves[trees.root(vertex)] }
        for vertex in right.indices { right[vertex] += moves[trees.root(count + vertex)] }
        return (left, right)
    }

    /// Lowers distances until no arc lowers one any more (Dijkstra).
    private static func shorten(
        _ distances: inout [Int128], _ arcs: [(tail: Int, head: Int, length: Int128)]
    ) {
        let arcs = arcs.sorted { ($0.tail, $0.head) < ($1.tail, $1.head) }
        var first: [Int: Int] = [:]
        for (index, arc) in arcs.enumerated() where first[arc.tail] == nil { first[arc.tail] = index }
        let heap = IndexedHeap<Int128>(capacity: distances.count, placeholder: 0)
        for arc in arcs where !heap.contains(arc.tail) {
            heap.insertOrLower(arc.tail, key: distances[arc.tail])
        }
        while heap.count > 0 {
            let tree = heap.removeSmallest()
            guard let start = first[tree] else { continue }
            for arc in arcs[start...].prefix(while: { $0.tail == tree })
            where distances[tree] + arc.length < distances[arc.head] {
                distances[arc.head] = distances[tree] + arc.length
                if first[arc.head] != nil { heap.insertOrLower(arc.head, key: distances[arc.head]) }
            }
        }
    }

    /// The part of every edge taken, of parts put together until they have a number of vertices.
    mutating func parts(size: Int) -> (ofEdges: [Int32], count: Int) {
        var numbers = [Int32](repeating: -1, count: isRooted.count)
        var (count, fill) = (0, size)
        var partOfEdge: [Int32] = []
        partOfEdge.reserveCapacity(edges.count)
        for edge in edges {
            let part = parts.root(graph.left(of: edge))
            if numbers[part] < 0 {
                if fill >= size { (count, fill) = (count + 1, 0) }
                numbers[part] = Int32(count - 1)
                fill += parts.size(ofRoot: part)
            }
            partOfEdge.append(numbers[part])
        }
        return (partOfEdge, count)
    }
}
