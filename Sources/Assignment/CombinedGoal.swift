/// What one search maximises: a goal, and a reward for every unit of each earlier one.
///
///     Σ_{h<k} reward_h · ŵ^h_e + ŵ^k_e
///
/// With rewards of 0 it is the goal alone. A reward is a multiplier of the earlier goal in the sense of
/// `Certificate`: if the best choice of the combination is worth its best in every earlier goal, then it is
/// also the best of this goal among those, however small the rewards are.
struct CombinedGoal: Equatable {
    /// k.
    let goal: Int
    /// One for every earlier goal.
    let rewards: [Int]

    /// A goal with given rewards.
    init(_ goal: Int, rewards: [Int]) {
        self.goal = goal
        self.rewards = rewards
    }

    /// The goal alone.
    init(_ goal: Int) {
        self.goal = goal
        rewards = [Int](repeating: 0, count: goal)
    }

    /// A goal with rewards of which one unit is worth more than any exchange along one edge in all that follows;
    /// `nil` when such sums would not be exact in a double.
    init?(outweighingBy factor: Int, upTo goal: Int, _ prepared: PreparedProblem) {
        self.goal = goal
        var rewards = [Int](repeating: 0, count: goal)
        let edges = (0..<prepared.graph.edgeCount).filter { !prepared.isLocked[$0] }
        var weights = edges.map { prepared.weight(goal, $0) }
        for earlier in (0..<goal).reversed() {
            let spread = (weights.max() ?? 0) - (weights.min() ?? 0)
            let reward = factor * spread + 1
            for (index, edge) in edges.enumerated() {
                let (product, overflow) = reward.multipliedReportingOverflow(
                    by: prepared.weight(earlier, edge))
                guard !overflow, product.magnitude < 1 << 40 else { return nil }
                weights[index] += product
            }
            rewards[earlier] = reward
        }
        self.rewards = rewards
    }

    /// What an edge is worth.
    func weight(_ edge: Int, _ prepared: PreparedProblem) -> Int {
        var weight = prepared.weight(goal, edge)
        for (earlier, reward) in rewards.enumerated() where reward != 0 {
            weight += reward * prepared.weight(earlier, edge)
        }
        return weight
    }

    /// What some edges are worth together with the locked ones.
    func value(of edges: [Int], _ prepared: PreparedProblem) -> Int {
        zip(rewards.indices, rewards).reduce(prepared.value(goal, of: edges)) { total, reward in
            reward.1 == 0 ? total : total + reward.1 * prepared.value(reward.0, of: edges)
        }
    }
}
