/// As many pairs as there can be, whatever they are worth, and a minimum vertex cover, which proves it; where left vertices
/// have one place each.
///
/// Each round grows an alternating tree from every free left vertex, all of them at once and a step at a time, so that no
/// two trees meet. The first place left that a tree reaches is where its root's path ends, and the tree with it. The last
/// round reaches none: its trees are the overdetermined part of the decomposition of Dulmage and Mendelsohn, and the
/// right vertices in them with the left ones outside are a cover.
///
/// Reference: Azad, Buluç, Pothen, IEEE Transactions on Parallel and Distributed Systems 28 (2017), without their
/// grafting; Dulmage, Mendelsohn, Canadian Journal of Mathematics 10 (1958).
///
/// - Complexity: O(|E|) a round, and a round for each missing pair at worst; usually a dozen of them.
struct MaximumMatching<Weight: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// Edges looked at.
    private(set) var scanned = 0

    private let graph: WeightedArcs<Weight>
    /// The right vertex of every left one, or `none`.
    private var partners: [Int32]
    /// Places `placeStarts[j] ..< placeStarts[j] + used[j]` hold the partners of right vertex j, as in `PlaceSearches`.
    private let placeStarts: UnsafeMutablePointer<Int32>
    private var places: [Int32]
    private var used: [Int32]
    private let capacities: UnsafeMutablePointer<Int32>
    /// The left vertex by which a right one was reached in this round, or `none`.
    private var reachedBy: [Int32]
    /// The root of the tree that a left vertex is part of, if it has been reached in this round.
    private var roots: [Int32]

    private static var none: Int32 { -1 }

    /// Begins with the pairs of the searches, which keep theirs.
    init<Code>(_ searches: PlaceSearches<Weight, Code>) {
        graph = searches.graph
        placeStarts = searches.placeStarts
        capacities = searches.capacities
        partners = (0..<graph.leftCount).map { searches.left[$0].partner }
        used = Array(UnsafeBufferPointer(start: searches.used, count: graph.rightCount))
        places = Array(
            UnsafeBufferPointer(start: searches.places, count: Int(placeStarts[graph.rightCount])))
        reachedBy = .init(repeating: Self.none, count: graph.rightCount)
        roots = .init(repeating: Self.none, count: graph.leftCount)
        while growTrees() {}
    }

    /// y_i ∈ {0, 1}: whether a left vertex is part of the cover.
    func covers(left row: Int) -> Bool {
        partners[row] != Self.none && !covers(right: Int(partners[row]))
    }

    /// z_j ∈ {0, 1}: whether a right vertex is part of the cover.
    func covers(right column: Int) -> Bool { reachedBy[column] != Self.none }

    /// One round; `false` if no tree has reached a place left.
    private mutating func growTrees() -> Bool {
        for column in reachedBy.indices { reachedBy[column] = Self.none }
        var rows = partners.indices.filter { partners[$0] == Self.none }.map { Int32($0) }
        for row in rows { roots[Int(row)] = row }
        var isLast = true
        var next = 0
        // A root that has found a place is no longer free.
        while next < rows.count {
            let row = rows[next]
            let root = roots[Int(row)]
            next += 1
            guard partners[Int(root)] == Self.none else { continue }
            let range = graph.range(Int(row))
            scanned += range.count
            for edge in range {
                let arc = graph.arcs[edge]
                let column = Int(arc.head)
                guard reachedBy[column] == Self.none, arc.weight != WeightedArcs<Weight>.excluded else {
                    continue
                }
                reachedBy[column] = row
                if used[column] < capacities[column] {
                    move(to: column)
                    isLast = false
                    break
                }
                let first = Int(placeStarts[column])
                for place in first..<(first + Int(used[column])) {
                    roots[Int(places[place])] = root
                    rows.append(places[place])
                }
            }
        }
        return !isLast
    }

    /// Moves the left vertices along the path from a root to a place left.
    private mutating func move(to end: Int) {
        var (column, place) = (end, Int(placeStarts[end] + used[end]))
        used[end] += 1
        while true {
            let row = reachedBy[column]
            let partner = Int(partners[Int(row)])
            partners[Int(row)] = Int32(column)
            guard partner >= 0 else {
                places[place] = row
                return
            }
            var left = Int(placeStarts[partner])
            while places[left] != row { left += 1 }
            places[place] = row
            (column, place) = (partner, left)
        }
    }
}
