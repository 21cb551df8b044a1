/// Which ends pay for one more pair: y_i, z_j ∈ {0, 1} with y_i + z_j ≥ 1 on every usable edge and = 1 on chosen
/// ones, z_j = 0 where a place is free.
///
/// Prices that prove a matching at one reward for every pair prove it at a reward greater by Δ once Δ y_i and
/// Δ z_j are added, except that free vertices with y_i = 1 then want to be inserted: they are the ones from
/// which an alternating path leads to a free place. Without any, the matching has as many pairs as there can be
/// and (y, z) is the vertex cover of König's theorem.
///
/// - Complexity: O(|E|).
struct CardinalityCover {
    let left: [Bool]
    let right: [Bool]
    /// Whether a longer matching exists, so that some free left vertex has y_i = 1.
    let canGrow: Bool

    init(
        matching edges: [Int], graph: BipartiteGraph, rightCapacities: [Int], isUsable: [Bool]
    ) {
        var mates = [Int32](repeating: -1, count: graph.leftCount)
        var room = rightCapacities
        for edge in edges {
            mates[graph.left(of: edge)] = Int32(edge)
            room[graph.right(of: edge)] -= 1
        }
        // Search back from the free places: who could reach one, along edges not chosen and back along chosen ones.
        var leadsLeft = [Bool](repeating: false, count: graph.leftCount)
        var leadsRight = room.map { $0 > 0 }
        var queue = leadsRight.indices.filter { leadsRight[$0] }
        while let vertex = queue.popLast() {
            for position in Int(graph.rightStarts[vertex])..<Int(graph.rightStarts[vertex + 1]) {
                let edge = graph.edgesByRight[position]
                let tail = graph.left(of: Int(edge))
                guard !leadsLeft[tail], isUsable[Int(edge)], mates[tail] != edge else { continue }
                leadsLeft[tail] = true
                guard mates[tail] >= 0 else { continue }
                let partner = graph.right(of: Int(mates[tail]))
                if !leadsRight[partner] {
                    leadsRight[partner] = true
                    queue.append(partner)
                }
            }
        }
        right = leadsRight.map { !$0 }
        left = mates.indices.map { vertex in
            leadsLeft[vertex] || (mates[vertex] >= 0 && leadsRight[graph.right(of: Int(mates[vertex]))])
        }
        canGrow = mates.indices.contains { mates[$0] < 0 && leadsLeft[$0] }
    }
}
