import Assignment
import TestKit
import Testing

/// The start over a growing core against searches over all edges, and against what its prices have to prove.
@Suite struct CoreStartTests {
    private struct Instance {
        var graph: BipartiteGraph
        var costs: [Int64] = []
        var left: [Int] = []
        var right: [Int] = []
        var excluded: Set<Int> = []

        init(graph: BipartiteGraph, costs: [Int64], left: [Int], right: [Int]) {
            (self.graph, self.costs, self.left, self.right) = (graph, costs, left, right)
        }

        /// Up to 14 × 14 vertices, a reward for every pair or none, few or many weights.
        ///
        /// They have 0 to 3 places each, or one but for few who have two.
        init(seed: UInt64, isMostlySingle: Bool = false) throws {
            var random = SplitMix64(seed: seed)
            let (rows, columns) = (random.number(in: 1...14), random.number(in: 1...14))
            let density = random.number(in: 1...4)
            var ends: [(left: Int, right: Int)] = []
            for i in 0..<rows {
                for j in 0..<columns where random.number(in: 1...4) <= density { ends.append((i, j)) }
            }
            graph = try BipartiteGraph(leftCount: rows, rightCount: columns, edges: ends)
            let reward = Int64([0, 1_000, 1 << 40][random.number(in: 0...2)])
            let range = [0...1, -3...3, 0...100_000][random.number(in: 0...2)]
            costs = ends.map { _ in reward + Int64(random.number(in: range)) }
            func places() -> Int {
                isMostlySingle ? (random.once(in: 6) ? 2 : 1) : random.number(in: 0...3)
            }
            left = (0..<rows).map { _ in places() }
            right = (0..<columns).map { _ in places() }
            excluded = Set(ends.indices.filter { _ in random.once(in: 10) })
        }

        func value(_ matching: PricedMatching<Int64>) -> Int64 {
            matching.edges.reduce(0) { $0 + costs[$1] }
        }

        /// Σ a_i u_i + Σ b_j p_j + Σ_e max(0, −r_e) over chosen edges: an upper bound where no other edge has r_e < 0.
        func bound(_ matching: PricedMatching<Int64>) -> Int64? {
            let chosen = Set(matching.edges)
            var bound =
                zip(left, matching.left).reduce(0) { $0 + Int64($1.0) * $1.1 }
                + zip(right, matching.right).reduce(0) { $0 + Int64($1.0) * $1.1 }
            guard (matching.left + matching.right).allSatisfy({ $0 >= 0 }) else { return nil }
            for edge in 0..<graph.edgeCount where !excluded.contains(edge) {
                let reduced =
                    matching.left[graph.left(of: edge)] + matching.right[graph.right(of: edge)] - costs[edge]
                if chosen.contains(edge) { bound += max(0, -reduced) } else if reduced < 0 { return nil }
            }
            return bound
        }

        func isFeasible(_ matching: PricedMatching<Int64>) -> Bool {
            var (left, right) = (left, right)
            for edge in matching.edges {
                left[graph.left(of: edge)] -= 1
                right[graph.right(of: edge)] -= 1
            }
            return (left + right).allSatisfy { $0 >= 0 } && excluded.isDisjoint(with: matching.edges)
                && Set(matching.edges).count == matching.edges.count
        }
    }

    @Test(
        "over 4,000 seeds it is as good as searches over all edges, and its prices prove it over all of them",
        arguments: [false, true])
    func agrees(isMostlySingle: Bool) throws {
        var grown = 0
        for seed in 0..<2_000 as Range<UInt64> {
            let instance = try Instance(seed: seed, isMostlySingle: isMostlySingle)
            let (matching, rounds, _) = CoreStart(
                graph: instance.graph, costs: instance.costs, leftCapacities: instance.left,
                rightCapacities: instance.right, perVertex: 1 + Int(seed % 3), excluding: instance.excluded
            ).run()
            let plain = ShortestAugmentingPaths(
                graph: instance.graph, costs: instance.costs, leftCapacities: instance.left,
                rightCapacities: instance.right, excluding: instance.excluded.sorted()
            ).run()
            #expect(instance.isFeasible(matching), "seed \(seed)")
            #expect(instance.value(matching) == instance.value(plain), "seed \(seed)")
            #expect(instance.bound(matching) == instance.value(matching), "seed \(seed)")
            if rounds > 1 { grown += 1 }
        }
        // Else the first core was always enough and nothing was tried.
        #expect(grown > 300)
    }

    @Test("a pair that two places of one resident would both like to be is chosen once: by hand")
    func doubles() throws {
        // Resident 0 and volunteer 0 have two places. Twice 10 for the two of them, and 5 for (1, 1), would be 25; allowed
        // are 10, 3 and 4. The other 38 pairs are worth 5 each.
        let ends = [(left: 0, right: 0), (0, 1), (1, 0), (1, 1)] + (2..<40).map { ($0, $0) }
        let instance = Instance(
            graph: try BipartiteGraph(leftCount: 40, rightCount: 40, edges: ends),
            costs: [10, 3, 4, 5] + .init(repeating: 5, count: 38),
            left: [2] + .init(repeating: 1, count: 39), right: [2] + .init(repeating: 1, count: 39))
        let (matching, _, _) = CoreStart(
            graph: instance.graph, costs: instance.costs, leftCapacities: instance.left,
            rightCapacities: instance.right
        ).run()
        #expect(matching.edges == [0, 1, 2] + Array(4..<42))
        let expected: Int64 = 17 + 38 * 5
        #expect(instance.value(matching) == expected)
        #expect(instance.bound(matching) == expected)
    }

    @Test(
        "where everybody has hundreds of candidates, every edge is looked at a few times and most not by a search"
    )
    func fewScans() throws {
        for seed in 0..<3 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let ends = (0..<400).flatMap { i in (0..<380).map { (left: i, right: $0) } }
            func places(_ count: Int) -> [Int] { (0..<count).map { _ in random.once(in: 20) ? 2 : 1 } }
            let instance = Instance(
                graph: try BipartiteGraph(leftCount: 400, rightCount: 380, edges: ends),
                costs: ends.map { _ in 1 << 30 + Int64(random.number(in: 0...10_000)) }, left: places(400),
                right: places(380))
            let (matching, rounds, scanned) = CoreStart(
                graph: instance.graph, costs: instance.costs, leftCapacities: instance.left,
                rightCapacities: instance.right
            ).run()
            #expect(instance.bound(matching) == instance.value(matching), "seed \(seed)")
            // One pass for the first core and one for each core; the rest is what was looked at within them.
            #expect(scanned - (rounds + 1) * ends.count < 4 * ends.count, "seed \(seed): \(scanned)")
            #expect(rounds <= 6, "seed \(seed)")
        }
    }
}
