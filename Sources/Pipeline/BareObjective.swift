import Records

/// One goal of a bare problem.
package enum BareGoal: String, Sendable, CaseIterable {
    /// As many edges as possible.
    case mostPairs = "most-pairs"
    /// The largest sum of weights.
    case bestFit = "best-fit"
    /// The smallest sum of weights.
    case leastCost = "least-cost"
}

/// The sides of which every vertex must be filled to its capacity.
package enum BareCover: String, Sendable, CaseIterable {
    case left
    case right
    case both

    var isLeft: Bool { self != .right }
    var isRight: Bool { self != .left }

    /// The sides of both.
    func union(_ other: BareCover?) -> BareCover { other == nil || other == self ? self : .both }
}

/// What a bare problem asks for: goals, most important first, and the sides to be filled.
package struct BareObjective: Sendable, Equatable {
    /// At least one, none twice.
    package let goals: [BareGoal]
    package let cover: BareCover?

    /// The short form of `--cover left --goal least-cost`.
    private static let leastCostPerfect = "least-cost-perfect"

    /// Reads a comma list of goals, or `least-cost-perfect`.
    ///
    /// - Throws: `BareObjectiveError`.
    package init(goals text: String, cover: BareCover?) throws(BareObjectiveError) {
        if text == BareObjective.leastCostPerfect {
            goals = [.leastCost]
            self.cover = BareCover.left.union(cover)
            return
        }
        var goals: [BareGoal] = []
        for name in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let goal = BareGoal(rawValue: String(name)) else { throw .unknown(String(name)) }
            guard !goals.contains(goal) else { throw .repeated(goal) }
            goals.append(goal)
        }
        guard !(goals.contains(.bestFit) && goals.contains(.leastCost)) else { throw .opposed }
        self.goals = goals
        self.cover = cover
    }
}

/// Why a list of goals was refused.
package enum BareObjectiveError: Error, Equatable, CustomStringConvertible {
    case unknown(String)
    case repeated(BareGoal)
    case opposed

    package var description: String {
        switch self {
        case .unknown(let name):
            "there is no goal '\(name)'; use most-pairs, best-fit and least-cost, with commas between them"
        case .repeated(let goal): "the goal \(goal.rawValue) stands twice; name it once"
        case .opposed: "best-fit and least-cost are opposites; use one of them"
        }
    }
}
