/// A priority queue of vertices for searches in which keys never fall below the last one taken.
///
/// A key lies in the bucket of the highest binary digit in which it differs from the last one taken. When all nearer
/// buckets are empty, the next one is spread over them: no vertex moves more often than keys have digits, and always to the
/// end of a list, where a tree of many vertices looks into far memory at every step.
///
/// A key cannot be lowered: the vertex is inserted again, and whoever takes one sees whether its key still holds.
///
/// - Complexity: O(digits) for each vertex inserted, all spreading included.
///
/// Reference: Ahuja, Mehlhorn, Orlin, Tarjan, Journal of the ACM 37 (1990).
package struct RadixHeap<Key: FixedWidthInteger & BitwiseCopyable> {
    private typealias Entry = (key: Key, node: Int32)

    private var buckets = [[Entry]](repeating: [], count: Key.bitWidth + 1)
    private var last: Key = 0
    /// How many entries there are, outdated ones among them.
    package private(set) var count = 0

    package init() {}

    @inline(__always)
    private func bucket(of key: Key) -> Int { Key.bitWidth - (key ^ last).leadingZeroBitCount }

    /// Inserts a vertex with a key that is not less than the last one taken.
    @inline(__always)
    package mutating func insert(_ node: Int, key: Key) {
        buckets[bucket(of: key)].append((key, Int32(truncatingIfNeeded: node)))
        count &+= 1
    }

    /// Takes a vertex with the smallest key; only while there is one.
    package mutating func removeSmallest() -> (key: Key, node: Int) {
        if buckets[0].isEmpty { spread() }
        count &-= 1
        let entry = buckets[0].removeLast()
        return (entry.key, Int(entry.node))
    }

    /// Spreads the first bucket that has something over those before it.
    private mutating func spread() {
        guard let first = buckets.firstIndex(where: { !$0.isEmpty }) else { return }
        var entries: [Entry] = []
        swap(&entries, &buckets[first])
        last = entries.reduce(entries[0].key) { min($0, $1.key) }
        for entry in entries {
            buckets[bucket(of: entry.key)].append(entry)
        }
        // The room it had serves again.
        entries.removeAll(keepingCapacity: true)
        swap(&entries, &buckets[first])
    }
}
