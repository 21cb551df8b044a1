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

        /// Up to 14 × 14 vertices with 0 to 3 places each, a reward for every pair or none, few or many weights.
        init(seed: UInt64) throws {
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
            left = (0..<rows).map { _ in random.number(in: 0...3) }
            right = (0..<columns).map { _ in random.number(in: 0...3) }
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
        "over 2,000 seeds it is as good as searches over all edges, and its prices prove it over all of them")
    func agrees() throws {
        var grown = 0
        for seed in 0..<2_000 as Range<UInt64> {
            let instance = try Instance(seed: seed)
            let (matching, rounds, _) = CoreStart(
                graph: instance.graph, leftCapacities: instance.left, rightCapacities: instance.right,
                perVertex: 1 + Int(seed % 3), cost: { instance.costs[$0] },
                isExcluded: { instance.excluded.contains($0) }
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
        #expect(grown > 500)
    }
}
