/// A greater reward for every pair, once the matching is right at a smaller one.
///
/// Take y_i, z_j ∈ {0, 1} with y_i + z_j ≥ 1 on every usable edge and = 1 on chosen ones: prices that prove a matching
/// prove it at a reward greater by Δ once Δ y_i and Δ z_j are added, but for free left vertices with y_i = 1 and free
/// places with z_j = 1. There are two such covers, and each leaves to one side only what can add a pair (Berge):
///
/// - z_j = 0 for right vertices from which an alternating path leads to a free place and 1 for the others, y_i = 1 for left
///   vertices that have such a path or a partner with z_j = 0, else 0. Free left vertices with y_i = 1 then wait.
/// - y_i = 0 for left vertices to which an alternating path leads from a free one and 1 for the others, z_j = 1 for right
///   vertices with such a left vertex for a neighbour, else 0. Places left with z_j = 1 then have a price.
///
/// The side with less to do is taken: searches from it find more ends. Without anything to do the matching has as many
/// pairs as there can be and (y, z) is the vertex cover of König's theorem.
extension PlaceSearches {
    /// Raises the reward for every pair by Δ > 0.
    ///
    /// - Complexity: O(|E|).
    func raiseReward(by change: Code) {
        let free = (0..<graph.leftCount).count { left[$0].mate < 0 }
        let places = (0..<graph.rightCount).reduce(0) { $0 + Int(capacities[$1] - used[$1]) }
        // Where one side has nothing left it is the other one's matter whatever leads where.
        let cover: (left: [Bool], right: [Bool])
        if free == 0 || places == 0 {
            cover = (
                .init(repeating: free == 0, count: graph.leftCount),
                .init(repeating: free > 0, count: graph.rightCount)
            )
        } else {
            cover = places < free ? coverFromLeft() : coverFromRight()
        }
        // A left vertex's price is net of the reward: with y_i = 1 it stays what it was.
        floor -= change
        for row in cover.left.indices where !cover.left[row] { left[row].price -= change }
        for column in cover.right.indices where cover.right[column] { prices[column] += change }
    }

    /// (y, z) by a search back from the places left: who could reach one, along edges not chosen and back along chosen ones.
    private func coverFromRight() -> (left: [Bool], right: [Bool]) {
        let graph = graph.graph
        var leadsLeft = [Bool](repeating: false, count: graph.leftCount)
        var leadsRight = (0..<graph.rightCount).map { hasPlace($0) }
        var queue = leadsRight.indices.filter { leadsRight[$0] }
        var unseen = leadsLeft.count
        while let column = queue.popLast(), unseen > 0 {
            for position in graph.edgePositions(ofRight: column) {
                let edge = Int(graph.edgesByRight[position])
                let row = Int(tails[edge])
                guard !leadsLeft[row], self.graph.arcs[edge].weight != WeightedArcs<Weight>.excluded,
                    left[row].partner != Int32(column)
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
        for row in leadsLeft.indices where !leadsLeft[row] && left[row].mate >= 0 {
            leadsLeft[row] = leadsRight[Int(left[row].partner)]
        }
        return (leadsLeft, leadsRight.map { !$0 })
    }

    /// (y, z) by a search on from the free left vertices: along edges not chosen and back along chosen ones.
    private func coverFromLeft() -> (left: [Bool], right: [Bool]) {
        var isReachedLeft = (0..<graph.leftCount).map { left[$0].mate < 0 }
        var isReachedRight = [Bool](repeating: false, count: graph.rightCount)
        var queue = isReachedLeft.indices.filter { isReachedLeft[$0] }
        var unseen = graph.rightCount
        while let row = queue.popLast(), unseen > 0 {
            for edge in graph.range(row) {
                let arc = graph.arcs[edge]
                let column = Int(arc.head)
                guard !isReachedRight[column], arc.weight != WeightedArcs<Weight>.excluded else { continue }
                isReachedRight[column] = true
                unseen -= 1
                let first = Int(placeStarts[column])
                for place in first..<(first + Int(used[column])) where !isReachedLeft[Int(places[place])] {
                    isReachedLeft[Int(places[place])] = true
                    queue.append(Int(places[place]))
                }
            }
        }
        return (isReachedLeft.map { !$0 }, isReachedRight)
    }
}
