import Pipeline
import Testing

@Suite("CliqueCover")
struct CliqueCoverTests {
    @Test("Of a triangle with a tail it takes the triangle and the tail")
    func triangle() {
        var adjacent = Array(repeating: Array(repeating: false, count: 4), count: 4)
        for (a, b) in [(0, 1), (1, 2), (0, 2), (2, 3)] {
            adjacent[a][b] = true
            adjacent[b][a] = true
        }
        #expect(CliqueCover.cliques(adjacent) == [[0, 1, 2], [2, 3]])
    }

    @Test("Every conflict is covered and nothing but conflicts", arguments: 0..<60)
    func property(seed: Int) {
        var state = UInt64(seed) &+ 7
        func chance() -> Bool {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 40) % 10 < 4
        }
        let count = 2 + seed % 9
        var adjacent = Array(repeating: Array(repeating: false, count: count), count: count)
        for a in 0..<count {
            for b in 0..<a where chance() {
                adjacent[a][b] = true
                adjacent[b][a] = true
            }
        }
        var covered = Array(repeating: Array(repeating: false, count: count), count: count)
        for clique in CliqueCover.cliques(adjacent) {
            for a in clique { for b in clique where a != b { covered[a][b] = true } }
        }
        #expect(covered == adjacent)
    }
}
