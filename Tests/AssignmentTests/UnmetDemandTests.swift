import Assignment
import TestKit
import Testing

@Suite struct UnmetDemandTests {
    private func competing(_ demands: [Int], _ places: [Int], _ edges: [(Int, Int)]) throws -> [Int] {
        let graph = try BipartiteGraph(
            leftCount: demands.count, rightCount: places.count, edges: edges.map { (left: $0.0, right: $0.1) }
        )
        return UnmetDemand(graph: graph, demands: demands, capacities: places).competing
    }

    @Test("nobody competes where an exchange gives everybody what they ask for")
    func exchange() throws {
        // The first could take what the second needs.
        #expect(try competing([1, 1], [1, 1], [(0, 0), (0, 1), (1, 0)]).isEmpty)
        #expect(try competing([2, 0], [1, 1], [(0, 0), (0, 1), (1, 0)]).isEmpty)
    }

    @Test("those who want the same places compete, and those with places of their own do not")
    func shared() throws {
        // 0 and 1 want both places of {0, 1} whole; 2 has place 2.
        #expect(
            try competing([2, 2, 1], [1, 1, 1], [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (2, 2)]) == [0, 1])
        // Without place 2, the third is drawn in.
        #expect(
            try competing([2, 2, 1], [1, 1, 0], [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (2, 2)]) == [
                0, 1, 2,
            ])
    }

    @Test("a demand above a vertex's own edges competes with nobody but itself")
    func alone() throws {
        #expect(try competing([3, 1], [5, 1], [(0, 0), (1, 1)]) == [0])
    }

    /// Whether some vertices can all be given what they ask for, by trying every choice.
    private func canServe(
        _ vertices: [Int], _ demands: [Int], _ places: [Int], _ neighbours: [[Int]]
    ) -> Bool {
        guard let vertex = vertices.last else { return true }
        for choice in 0..<(1 << neighbours[vertex].count)
        where choice.nonzeroBitCount == demands[vertex] {
            var left = places
            for (index, right) in neighbours[vertex].enumerated() where choice >> index & 1 == 1 {
                left[right] -= 1
            }
            if left.allSatisfy({ $0 >= 0 }), canServe(vertices.dropLast(), demands, left, neighbours) {
                return true
            }
        }
        return false
    }

    @Test("over 400 seeds: whichever of those who compete are served, all others can be served too")
    func everybodyElse() throws {
        for seed in UInt64(0)..<400 {
            var random = SplitMix64(seed: seed)
            let leftCount = random.number(in: 1...5)
            let places = (0..<random.number(in: 1...5)).map { _ in random.number(in: 0...2) }
            let demands = (0..<leftCount).map { _ in random.number(in: 0...3) }
            let neighbours = (0..<leftCount).map { _ in
                places.indices.filter { _ in !random.once(in: 3) }
            }
            let edges = neighbours.indices.flatMap { left in neighbours[left].map { (left, $0) } }
            let found = try competing(demands, places, edges)
            let everybody = Array(demands.indices)
            #expect(found.isEmpty == canServe(everybody, demands, places, neighbours), "seed \(seed)")
            let others = everybody.filter { !found.contains($0) }
            for subset in 0..<(1 << found.count) {
                let served = found.indices.filter { subset >> $0 & 1 == 1 }.map { found[$0] }
                guard canServe(served, demands, places, neighbours) else { continue }
                #expect(canServe(served + others, demands, places, neighbours), "seed \(seed): \(served)")
            }
        }
    }
}
