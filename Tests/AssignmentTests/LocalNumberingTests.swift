import Assignment
import TestKit
import Testing

/// The order in which large graphs are worked on: that it is one, that it is near, and that answers do not depend on it.
@Suite struct LocalNumberingTests {
    private static let count = 20_000

    /// People along a street, each with the places around them that a draw leaves; `isShuffled`, in a list by name.
    private func street(isShuffled: Bool) throws -> BipartiteGraph {
        var random = SplitMix64(seed: 7)
        func order() -> [Int] {
            var order = Array(0..<Self.count)
            guard isShuffled else { return order }
            for index in order.indices.reversed() { order.swapAt(index, random.number(in: 0...index)) }
            return order
        }
        let (people, places) = (order(), order())
        var edges: [(left: Int, right: Int)] = []
        for home in 0..<Self.count {
            for place in max(0, home - 4)...min(Self.count - 1, home + 4) where random.number(in: 1...3) > 1 {
                edges.append((people[home], places[place]))
            }
        }
        return try BipartiteGraph(leftCount: Self.count, rightCount: Self.count, edges: edges)
    }

    @Test("everybody has one number, and neighbours stand together however the list was sorted")
    func neighbours() throws {
        let graph = try street(isShuffled: true)
        let numbering = try #require(LocalNumbering(graph))
        for (old, new) in [
            (numbering.left, numbering.newLeft), (numbering.right, numbering.newRight),
        ] {
            #expect(old.indices.allSatisfy { new[Int(old[$0])] == Int32($0) })
            #expect(Set(old).count == Self.count)
        }
        for edge in 0..<graph.edgeCount {
            let (left, right) = (
                numbering.newLeft[graph.left(of: edge)], numbering.newRight[graph.right(of: edge)]
            )
            // Nobody is farther than the two ends of what a search has open, and whoever was left out on the way.
            #expect(abs(left - right) < 100)
        }
    }

    @Test("no other numbers where there are few, where all know all, or where the list is in order")
    func none() throws {
        #expect(LocalNumbering(try street(isShuffled: false)) == nil)
        var random = SplitMix64(seed: 8)
        var edges: [(left: Int, right: Int)] = []
        for left in 0..<Self.count {
            for right in Set((0..<6).map { _ in random.number(in: 0...(Self.count - 1)) }) {
                edges.append((left, right))
            }
        }
        #expect(
            LocalNumbering(try BipartiteGraph(leftCount: Self.count, rightCount: Self.count, edges: edges))
                == nil)
        let few = edges.filter { $0.left < 2_000 && $0.right < 2_000 }
        #expect(LocalNumbering(try BipartiteGraph(leftCount: 2_000, rightCount: 2_000, edges: few)) == nil)
    }

    @Test(
        "a large street in any order, with places for two and for nobody, and pairs that may not be: as by plain searches"
    )
    func answers() throws {
        let graph = try street(isShuffled: true)
        var random = SplitMix64(seed: 9)
        let costs = (0..<graph.edgeCount).map { _ in (1 << 40) + Int64(random.number(in: 1...1_000)) }
        let left = [Int](repeating: 1, count: Self.count)
        let right = (0..<Self.count).map { _ in [0, 1, 1, 2][random.number(in: 0...3)] }
        let excluded = Set((0..<500).map { _ in random.number(in: 0...(graph.edgeCount - 1)) })
        let priced = AuctionStart(
            graph: graph, costs: costs, leftCapacities: left, rightCapacities: right,
            excluding: excluded.sorted()
        ).run()
        let plain = ShortestAugmentingPaths(
            graph: graph, costs: costs, leftCapacities: left, rightCapacities: right,
            excluding: excluded.sorted()
        ).run()
        func value(_ edges: [Int]) -> Int64 { edges.reduce(0) { $0 + costs[$1] } }
        #expect(value(priced.edges) == value(plain.edges))
        #expect(priced.edges == priced.edges.sorted())
        // The prices prove it: the bound they give is the value, and no edge that may be is worth more than they say.
        let bound = priced.left.reduce(0, +) + zip(priced.right, right).reduce(0) { $0 + $1.0 * Int64($1.1) }
        #expect(bound == value(priced.edges))
        for edge in 0..<graph.edgeCount where !excluded.contains(edge) {
            #expect(priced.left[graph.left(of: edge)] + priced.right[graph.right(of: edge)] >= costs[edge])
        }
        #expect(priced.edges.allSatisfy { !excluded.contains($0) })
    }
}
