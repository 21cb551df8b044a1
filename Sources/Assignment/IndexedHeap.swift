/// A 4-ary minimum heap of nodes `0..<capacity` with keys that can be lowered; at most one entry a node.
///
/// Memory is taken once, at `init`: pushing, lowering and popping never allocate. Equal keys leave in an order
/// that depends only on the operations, so searches are deterministic.
final class IndexedHeap<Key: Comparable & BitwiseCopyable> {
    private let nodes: UnsafeMutablePointer<Int32>
    private let keys: UnsafeMutablePointer<Key>
    private let positions: UnsafeMutablePointer<Int32>
    private(set) var count = 0

    /// A heap for nodes `0..<capacity`.
    init(capacity: Int, placeholder: Key) {
        nodes = .allocate(capacity: max(1, capacity))
        keys = .allocate(capacity: max(1, capacity))
        positions = .allocate(capacity: max(1, capacity))
        nodes.initialize(repeating: -1, count: max(1, capacity))
        keys.initialize(repeating: placeholder, count: max(1, capacity))
        positions.initialize(repeating: -1, count: max(1, capacity))
    }

    deinit {
        nodes.deallocate()
        keys.deallocate()
        positions.deallocate()
    }

    /// The smallest key.
    ///
    /// - Precondition: the heap is not empty.
    var smallest: Key { keys[0] }

    /// Whether a node is in the heap.
    func contains(_ node: Int) -> Bool { positions[node] >= 0 }

    /// Inserts a node, or lowers its key.
    ///
    /// - Precondition: a node that is present has a key that is not smaller.
    /// - Complexity: O(log n).
    func insertOrLower(_ node: Int, key: Key) {
        var hole = Int(positions[node])
        if hole < 0 {
            hole = count
            count += 1
        }
        while hole > 0 {
            let parent = (hole - 1) / 4
            guard key < keys[parent] else { break }
            move(from: parent, to: hole)
            hole = parent
        }
        place(node, key: key, at: hole)
    }

    /// Removes and returns a node with the smallest key.
    ///
    /// - Precondition: the heap is not empty.
    /// - Complexity: O(log n).
    func removeSmallest() -> Int {
        let node = Int(nodes[0])
        positions[node] = -1
        count -= 1
        guard count > 0 else { return node }
        let (last, key) = (Int(nodes[count]), keys[count])
        var hole = 0
        while true {
            let first = 4 * hole + 1
            guard first < count else { break }
            var child = first
            var other = first + 1
            while other < min(first + 4, count) {
                if keys[other] < keys[child] { child = other }
                other += 1
            }
            guard keys[child] < key else { break }
            move(from: child, to: hole)
            hole = child
        }
        place(last, key: key, at: hole)
        return node
    }

    /// Removes every node.
    ///
    /// - Complexity: O(n).
    func removeAll() {
        for index in 0..<count { positions[Int(nodes[index])] = -1 }
        count = 0
    }

    private func move(from source: Int, to target: Int) {
        nodes[target] = nodes[source]
        keys[target] = keys[source]
        positions[Int(nodes[target])] = Int32(target)
    }

    private func place(_ node: Int, key: Key, at index: Int) {
        nodes[index] = Int32(node)
        keys[index] = key
        positions[node] = Int32(index)
    }
}
