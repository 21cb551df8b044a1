/// Disjoint sets of the numbers below a count, with path halving and union by size.
struct UnionFind {
    private var parents: [Int32]
    private var sizes: [Int32]

    init(count: Int) {
        parents = (0..<Int32(count)).map { $0 }
        sizes = [Int32](repeating: 1, count: count)
    }

    /// Unites two sets; `false` when they are one already.
    @discardableResult
    mutating func join(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (root(first), root(second))
        guard one != other else { return false }
        let (larger, smaller) = sizes[one] < sizes[other] ? (other, one) : (one, other)
        parents[smaller] = Int32(larger)
        sizes[larger] += sizes[smaller]
        return true
    }

    /// The element that stands for a set.
    mutating func root(_ element: Int) -> Int {
        var current = element
        while Int(parents[current]) != current {
            parents[current] = parents[Int(parents[current])]
            current = Int(parents[current])
        }
        return current
    }

    /// Elements in the set of an element that stands for it.
    func size(ofRoot root: Int) -> Int { Int(sizes[root]) }
}
