/// The goals confirmed one after the other, for weights too large to stand beside each other in one objective.
///
/// The core of a goal is the part of the optimal face of the earlier goals in it: chosen edges that the earlier goals
/// price below 0 fixed to 1, edges that they price above 0 left out, and vertices that they price above 0 held
/// full. All of it follows from complementary slackness, so every optimal choice satisfies it.
extension PureConfirmation {
    /// Confirms every goal on the edges of a core; the program solver's edges for the last one.
    func goalwise(_ coreEdges: [Int]) throws -> [Int] {
        let chosen = Set(start.edges)
        var edges = start.edges
        for goal in prepared.problem.goals.indices {
            func isFixed(_ edge: Int) -> Bool {
                start.settled(start.reducedCost(of: edge), before: goal) != 0
            }
            var request = CoreRequest(
                .goal(CombinedGoal(goal)), edges: coreEdges.filter { !isFixed($0) }, prepared)
            request.forced = coreEdges.filter { isFixed($0) && chosen.contains($0) }
            for (vertex, price) in start.left.enumerated() where start.settled(price, before: goal) > 0 {
                request.fullLeft[vertex] = true
            }
            for (vertex, price) in start.right.enumerated() where start.settled(price, before: goal) > 0 {
                request.fullRight[vertex] = true
            }
            edges = try confirm(request, goal: goal)
        }
        return edges
    }
}
