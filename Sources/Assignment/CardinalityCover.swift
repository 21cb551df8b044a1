/// A greater reward for every pair, once the matching is right at a smaller one.
///
/// Let z_j = 0 for right vertices from which an alternating path leads to a free place and 1 for the others, and
/// y_i = 1 for left vertices that have such a path or a partner with z_j = 0, else 0. Then y_i + z_j ≥ 1 on every
/// usable edge and = 1 on chosen ones, and z_j = 0 where a place is free: prices that prove a matching prove it at
/// a reward greater by Δ once Δ y_i and Δ z_j are added, except that free left vertices with y_i = 1 then wait to be
/// inserted. They are the ones that can add a pair (Berge). Without any, the matching has as many pairs as there
/// can be and (y, z) is the vertex cover of König's theorem.
extension PlaceSearches {
    /// Raises the reward for every pair by Δ > 0.
    ///
    /// - Complexity: O(|E|).
    func raiseReward(by change: Code) {
        let graph = graph.graph
        // Search back from the free places: who could reach one, along edges not chosen and back along chosen ones.
        var leadsLeft = [Bool](repeating: false, count: graph.leftCount)
        var leadsRight = (0..<graph.rightCount).map { hasPlace($0) }
        var queue = leadsRight.indices.filter { leadsRight[$0] }
        var unseen = leadsLeft.count
        while let column = queue.popLast(), unseen > 0 {
            for position in graph.edgePositions(ofRight: column) {
                let edge = Int(graph.edgesByRight[position])
                let row = Int(tails[edge])
                guard !leadsLeft[row], self.graph.arcs[edge].weight != WeightedArcs<Weight>.excluded,
                    left[row].mate != Int32(edge)
                else { continue }
                leadsLeft[row] = true
                unseen -= 1
                guard left[row].mate >= 0 else { continue }
                let partner = Int(left[row].partner)
                if !leadsRight[partner] {
                    leadsRight[partner] = true
                    queue.append(partner)
                }
            }
        }
        // A left vertex's price is net of the reward: with y_i = 1 it stays what it was.
        floor -= change
        for row in leadsLeft.indices where !leadsLeft[row] {
            if left[row].mate < 0 || !leadsRight[Int(left[row].partner)] { left[row].price -= change }
        }
        for column in leadsRight.indices where !leadsRight[column] { prices[column] += change }
    }
}
