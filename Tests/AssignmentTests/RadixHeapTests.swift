import Assignment
import TestKit
import Testing

/// The queue of operations on all prices.
@Suite struct RadixHeapTests {
    @Test(
        "keys come in order, each as often as it was inserted, whatever is inserted between",
        arguments: 0..<50)
    func order(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let width = random.number(in: 1...50)
        var heap = RadixHeap<Int64>()
        var expected: [Int64: Int] = [:]
        var last: Int64 = 0
        for step in 0..<400 {
            // First more is inserted than taken, then less.
            if random.number(in: 0...399) > step || expected.isEmpty {
                let key = last + Int64(random.number(in: 0...(1 << width)))
                heap.insert(Int(key % 1_000), key: key)
                expected[key, default: 0] += 1
            } else {
                let (key, node) = heap.removeSmallest()
                #expect(key == expected.keys.min())
                #expect(node == Int(key % 1_000))
                expected[key] = expected[key] == 1 ? nil : (expected[key] ?? 0) - 1
                last = key
            }
            #expect(heap.count == expected.values.reduce(0, +))
        }
    }
}
