import Assignment
import TestKit
import Testing

/// The auction start against the plain shortest augmenting paths, and against what prices have to prove.
@Suite struct AuctionStartTests {
    /// A problem of coded weights.
    private struct Instance {
        var graph: BipartiteGraph
        var costs: [Int64]
        var left: [Int]
        var right: [Int]
        var excluded: [Int] = []

        /// Both methods; the auction's matching is checked against its prices, and its value against the other's.
        @discardableResult
        func check(_ comment: Comment? = nil) -> SearchStatistics {
            let (priced, statistics) = AuctionStart(
                graph: graph, costs: costs, leftCapacities: left, rightCapacities: right, excluding: excluded
            ).runCounting()
            let plain = ShortestAugmentingPaths(
                graph: graph, costs: costs, leftCapacities: left, rightCapacities: right, excluding: excluded
            ).run()
            #expect(value(priced.edges) == value(plain.edges), comment)
            #expect(fault(of: priced) == nil, comment)
            return statistics
        }

        func value(_ edges: [Int]) -> Int64 { edges.reduce(0) { $0 + costs[$1] } }

        /// What keeps prices from proving the matching optimal, if anything.
        func fault(of matching: PricedMatching<Int64>) -> String? {
            var (left, right) = (left, right)
            for edge in matching.edges {
                left[graph.left(of: edge)] -= 1
                right[graph.right(of: edge)] -= 1
            }
            for (room, prices) in [(left, matching.left), (right, matching.right)] {
                for (room, price) in zip(room, prices) {
                    if room < 0 { return "more edges than places" }
                    if price < 0 || (room > 0 && price > 0) {
                        return "price \(price) with \(room) places free"
                    }
                }
            }
            let chosen = Set(matching.edges)
            for edge in 0..<graph.edgeCount {
                let reduced =
                    matching.left[graph.left(of: edge)] + matching.right[graph.right(of: edge)] - costs[edge]
                if excluded.contains(edge) {
                    if chosen.contains(edge) { return "excluded edge \(edge) chosen" }
                } else if reduced < 0 || (reduced > 0 && chosen.contains(edge)) {
                    return "reduced cost \(reduced) of edge \(edge)"
                }
            }
            return nil
        }
    }

    private func instance(
        _ left: Int, _ right: Int, places: [Int]? = nil, _ edges: [(left: Int, right: Int, cost: Int64)]
    ) throws -> Instance {
        let graph = try BipartiteGraph(
            leftCount: left, rightCount: right, edges: edges.map { ($0.left, $0.right) })
        return Instance(
            graph: graph, costs: edges.map(\.cost), left: .init(repeating: 1, count: left),
            right: places ?? .init(repeating: 1, count: right))
    }

    /// Up to 12 × 12 vertices, capacities from 0, any signs and sizes, with and without a reward for every pair.
    private func random(_ seed: UInt64) throws -> Instance {
        var random = SplitMix64(seed: seed)
        let (left, right) = (random.number(in: 1...12), random.number(in: 1...12))
        let density = random.number(in: 1...4)
        let reward = Int64([0, 0, 1_000, 1 << 40][random.number(in: 0...3)])
        let range = [0...0, 0...1, -3...3, 0...100, -100_000...100_000, 1...1_000_000_000][
            random.number(in: 0...5)]
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<left {
            for j in 0..<right where random.number(in: 1...4) <= density {
                edges.append((i, j, reward + Int64(random.number(in: range))))
            }
        }
        let most = random.number(in: 1...4)
        var made = try instance(
            left, right, places: (0..<right).map { _ in random.number(in: 0...most) }, edges)
        made.left = made.left.map { _ in random.once(in: 5) ? 0 : 1 }
        made.excluded = edges.indices.filter { _ in random.once(in: 10) }
        return made
    }

    @Test("4,000 random problems: the value of the plain searches, proven by the prices")
    func likePlainSearches() throws {
        for seed in 0..<4_000 { try random(UInt64(seed)).check("seed \(seed)") }
    }

    @Test("prices are the least there are: none can be lowered with all others at or below theirs")
    func leastPrices() throws {
        // L0 has R0 at 9 and R1 at 7, L1 only R0 at 4. L0 must not prefer R1 over R0 the other way round:
        // {01, 10} is worth 11, and p_0 ≥ 9 − 7 is all that keeps L0 from R0.
        let made = try instance(2, 2, [(0, 0, 9), (0, 1, 7), (1, 0, 4)])
        let priced = AuctionStart(
            graph: made.graph, costs: made.costs, leftCapacities: made.left, rightCapacities: made.right
        ).run()
        #expect(priced.edges == [1, 2])
        #expect(priced.right == [2, 0])
        #expect(priced.left == [7, 2])
    }

    @Test("one right vertex wanted by all, with one place, with a few, and with more than there are edges")
    func wantedByAll() throws {
        for places in [1, 7, 500] {
            let edges = (0..<200).map { (left: $0, right: 0, cost: Int64($0 * 37 % 101)) }
            try instance(200, 1, places: [places], edges).check("\(places) places")
        }
    }

    @Test("all weights equal, with fewer places than wanted and with a reward", arguments: [1, 1 << 40])
    func allEqual(cost: Int64) throws {
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<60 { for step in 0..<5 { edges.append((i, (i * 7 + step * 11) % 50, cost)) } }
        try instance(60, 50, edges).check()
    }

    @Test(
        "a chain in which the last pair is possible only if every other one moves", arguments: [1, 1 << 40])
    func chain(reward: Int64) throws {
        // L_i likes R_i a little better than R_{i+1}; the last left vertex knows only R_0.
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<300 { edges += [(i, i, reward + 10), (i, i + 1, reward + 9)] }
        edges.append((300, 0, reward))
        let made = try instance(301, 301, edges)
        made.check()
        let priced = AuctionStart(
            graph: made.graph, costs: made.costs, leftCapacities: made.left, rightCapacities: made.right
        ).run()
        // One more pair at the reward of 1 would cost 300 and bring 1: only a greater reward moves the chain.
        #expect(priced.edges.count == (reward == 1 ? 300 : 301))
    }

    @Test("the same chain with one more left vertex than places: the place left looks for somebody")
    func chainFromThePlace() throws {
        let reward: Int64 = 1 << 40
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<300 { edges += [(i, i, reward + 10), (i, i + 1, reward + 9)] }
        edges += [(300, 0, reward), (301, 0, reward + 1)]
        let made = try instance(302, 301, edges)
        made.check()
        let priced = AuctionStart(
            graph: made.graph, costs: made.costs, leftCapacities: made.left, rightCapacities: made.right
        ).run()
        #expect(priced.edges.count == 301)
        // Of the two that know nothing but the first place, the one that is worth more gets it.
        #expect(priced.edges.last == edges.count - 1)
    }

    @Test("where places are short, they look for people: nothing is raised, and few are looked for")
    func placesLookForPeople() throws {
        var random = SplitMix64(seed: 3)
        let homes = (0..<800).map { _ in random.number(in: 0...100_000) }
        let places = (0..<390).map { _ in random.number(in: 1...3) }
        let helpers = places.map { _ in random.number(in: 0...100_000) }
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for (i, home) in homes.enumerated() {
            let near = helpers.indices.sorted { abs(helpers[$0] - home) < abs(helpers[$1] - home) }
            for j in near.prefix(12) {
                edges.append((i, j, (1 << 40) + Int64(100_000 - abs(helpers[j] - home))))
            }
        }
        #expect(places.reduce(0, +) < 800)
        let statistics = try instance(800, 390, places: places, edges).check()
        #expect(statistics.raises == 0)
        #expect(statistics.lowerings < 6)
        #expect(statistics.searches < 200)
    }

    @Test(
        "a quarter with too many people and one with too many places: nobody searches all of one for what is not there"
    )
    func quarters() throws {
        var random = SplitMix64(seed: 5)
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        // Left vertices 0..<600 share 500 places, the other 500 have 600; three of the first know one of the others.
        for i in 0..<1_100 {
            let (first, count) = i < 600 ? (0, 500) : (500, 600)
            let home = (i < 600 ? i : i - 600) * count / (i < 600 ? 600 : 500)
            var heads = Set((0..<8).map { first + min(count - 1, max(0, home + $0 * 5 - 20)) })
            if [100, 300, 500].contains(i) { heads.insert(500 + i) }
            for j in heads.sorted() { edges.append((i, j, (1 << 40) + Int64(random.number(in: 1...1_000)))) }
        }
        let statistics = try instance(1_100, 1_100, edges).check()
        #expect(statistics.raises == 0)
        #expect(statistics.searches < 30)
    }

    @Test("where everybody finds a place of their own the auction takes two phases")
    func roomy() throws {
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<400 {
            for j in 0..<10 { edges.append((i, (3 * i + j * j) % 1_200, Int64(900 - 50 * j))) }
        }
        let statistics = try instance(400, 1_200, edges).check()
        // One look for each phase, row reduction, owners kept, least prices: not one for each of the five values of ε.
        #expect(statistics.scanned < 6 * edges.count)
    }

    /// Left vertices with edges to the 21 right vertices from their own number on, of which the first 15 are missing.
    private func shiftedBand(_ count: Int, reward: Int64) throws -> Instance {
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<count {
            for j in i...i + 20 where j >= 15 && j < count + 15 {
                edges.append((i, j, reward + Int64(1_000 - 37 * (j - i) + i * j % 7)))
            }
        }
        return try instance(count, count + 15, edges)
    }

    @Test(
        "a band in which everybody has to move on: few operations for many vertices", arguments: [0, 1 << 40])
    func everybodyMoves(reward: Int64) throws {
        let statistics = try shiftedBand(300, reward: reward).check()
        #expect(statistics.searches < 300)
        #expect(statistics.raises + statistics.lowerings < 30)
    }

    @Test("weights 1 to 5 on 400 × 400 with 20 edges each: the auction itself settles nearly all ties")
    func ties() throws {
        var random = SplitMix64(seed: 11)
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<400 {
            for j in 0..<400 where random.once(in: 20) {
                edges.append((i, j, Int64(random.number(in: 1...5))))
            }
        }
        let statistics = try instance(400, 400, edges).check()
        #expect(statistics.searches <= 20)
    }

    @Test(
        "an excluded edge is never bid for, however fine the prices are",
        arguments: [1, 2, 3, 5, 4_000, 500_000])
    func excludedAtEveryScale(range: Int) throws {
        var random = SplitMix64(seed: 12)
        for spread in [1, range, range * 3] {
            var edges: [(left: Int, right: Int, cost: Int64)] = []
            for i in 0..<12 {
                for j in 0..<12 where random.once(in: 2) {
                    edges.append((i, j, Int64(random.number(in: -spread...spread))))
                }
            }
            var made = try instance(12, 12, edges)
            made.excluded = edges.indices.filter { $0 % 3 == 0 }
            made.check("spread \(spread)")
        }
    }

    @Test("weights that double from edge to edge")
    func geometric() throws {
        var edges: [(left: Int, right: Int, cost: Int64)] = []
        for i in 0..<12 {
            for step in 0..<4 { edges.append((i, (i + step * step) % 10, 1 << (i + step * 9))) }
        }
        try instance(12, 10, edges).check()
    }

    @Test("the same problem in 64 and in 128 bits has the same matching and prices")
    func width() throws {
        for seed in 0..<200 {
            let made = try random(UInt64(seed))
            let narrow = AuctionStart(
                graph: made.graph, costs: made.costs, leftCapacities: made.left, rightCapacities: made.right,
                excluding: made.excluded
            ).run()
            let wide = AuctionStart(
                graph: made.graph, costs: made.costs.map { Int128($0) }, leftCapacities: made.left,
                rightCapacities: made.right, excluding: made.excluded
            ).run()
            #expect(wide.edges == narrow.edges)
            #expect(wide.right == narrow.right.map { Int128($0) })
        }
    }

    @Test("nothing to choose: no edges, or no places at their ends")
    func nothing() throws {
        try instance(2, 2, []).check()
        try instance(0, 0, []).check()
        try instance(2, 2, places: [0, 0], [(0, 0, 5), (1, 1, 3)]).check()
    }
}
