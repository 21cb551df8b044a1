import Evidence
import Testing

@Suite struct LargestRemainderTests {
    /// A stream of numbers that is the same in every run.
    private struct Stream {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    @Test("hand-computed splits: 100 by 3:3:3, by 1:2:4, and by 33.33/33.33/33.34 per cent")
    func byHand() {
        // 33.33… each; the one yen left goes to the smallest key.
        #expect(LargestRemainder.split(100, shares: [3, 3, 3], keys: ["c", "a", "b"]) == [33, 34, 33])
        // 14.28, 28.57, 57.14: the remainders are 2/7, 4/7, 1/7.
        #expect(LargestRemainder.split(100, shares: [1, 2, 4], keys: ["a", "b", "c"]) == [14, 29, 57])
        // 62,193.78, 62,193.78 and 62,212.44.
        #expect(
            LargestRemainder.split(186_600, shares: [3333, 3333, 3334], keys: ["a", "b", "c"])
                == [62_194, 62_194, 62_212])
    }

    @Test("of equal remainders the larger share comes first, then the smaller key")
    func ties() {
        // 0.5, 1.5, 1.5 … of 7 by 1:3:3:7 = 0.5, 1.5, 1.5, 3.5: two yen are left.
        #expect(
            LargestRemainder.split(7, shares: [1, 3, 3, 7], keys: ["a", "z", "b", "q"]) == [0, 1, 2, 4])
    }

    @Test("nothing to split gives nothing, and a share of 0 never receives")
    func edges() {
        #expect(LargestRemainder.split(0, shares: [1, 2], keys: ["a", "b"]) == [0, 0])
        #expect(LargestRemainder.split(5, shares: [0, 7, 0], keys: ["a", "b", "c"]) == [0, 5, 0])
    }

    @Test("what cannot be split is refused instead of trapped")
    func refused() {
        #expect(LargestRemainder.split(-1, shares: [1], keys: ["a"]) == nil)
        #expect(LargestRemainder.split(1, shares: [], keys: []) == nil)
        #expect(LargestRemainder.split(1, shares: [0], keys: ["a"]) == nil)
        #expect(LargestRemainder.split(1, shares: [1, -1], keys: ["a", "b"]) == nil)
        #expect(LargestRemainder.split(1, shares: [.max, 1], keys: ["a", "b"]) == nil)
        #expect(LargestRemainder.split(1, shares: [1], keys: []) == nil)
        #expect(LargestRemainder.split(.max, shares: [.max], keys: ["a"]) == [.max])
    }

    @Test("over seeds: the parts add up, each is its quota rounded down or up, and the order changes nothing")
    func properties() throws {
        for seed in 0..<500 {
            var stream = Stream(state: UInt64(seed))
            let count = 1 + stream.below(9)
            var shares = (0..<count).map { _ in stream.below(50) }
            shares[0] += 1
            let keys = (0..<count).map { "key-\($0)" }
            let total = stream.below(100_000)
            let parts = try #require(LargestRemainder.split(total, shares: shares, keys: keys))
            #expect(parts.reduce(0, +) == total)
            let whole = shares.reduce(0, +)
            for (part, share) in zip(parts, shares) {
                let (floor, rest) = (total * share).quotientAndRemainder(dividingBy: whole)
                #expect(part == floor || (rest > 0 && part == floor + 1))
            }
            let order = keys.indices.map { ($0 * 5 + seed) % count }
            guard Set(order).count == count else { continue }
            let shuffled = try #require(
                LargestRemainder.split(
                    total, shares: order.map { shares[$0] }, keys: order.map { keys[$0] }))
            #expect(shuffled == order.map { parts[$0] })
        }
    }
}
