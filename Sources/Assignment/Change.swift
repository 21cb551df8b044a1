/// What a change to a problem does to the optimum: for every goal how much better it becomes, in order of the
/// goals; below 0 where it becomes worse.
///
/// Better means more for a goal that is maximised and less for one that is minimised. Changes compare as the
/// goals do, lexicographically: (−1, 12) is one pair fewer and 12 points more, and worse than (0, −500).
package enum Change: Sendable, Equatable {
    /// Exactly this.
    case exactly([Int])
    /// Lexicographically this or less; goals after the last number may do anything.
    case atMost([Int])
    /// No assignment does what the changed problem asks for.
    case impossible

    /// Whether it is certain that something is lost.
    package var isLoss: Bool {
        switch self {
        case .exactly(let amounts), .atMost(let amounts): (amounts.first { $0 != 0 } ?? 0) < 0
        case .impossible: true
        }
    }
}

/// One change for every edge or vertex, 8 bytes a goal.
struct ChangeTable: Sendable {
    private enum Kind: UInt8 {
        case exactly, atMost, impossible
    }

    private let goalCount: Int
    private var kinds: [Kind]
    private var amounts: [Int]

    /// Marks goals of which nothing is said; no sum of weights is as small.
    private static let unstated = Int.min

    /// So many changes, all `impossible`.
    init(count: Int, goalCount: Int) {
        self.goalCount = goalCount
        kinds = .init(repeating: .impossible, count: count)
        amounts = .init(repeating: Self.unstated, count: count * goalCount)
    }

    subscript(index: Int) -> Change {
        get {
            let numbers = amounts[index * goalCount..<(index + 1) * goalCount]
            switch kinds[index] {
            case .exactly: return .exactly(Array(numbers))
            case .atMost: return .atMost(Array(numbers.prefix { $0 != Self.unstated }))
            case .impossible: return .impossible
            }
        }
        set {
            let numbers: [Int]
            switch newValue {
            case .exactly(let stated): (kinds[index], numbers) = (.exactly, stated)
            case .atMost(let stated): (kinds[index], numbers) = (.atMost, stated)
            case .impossible: (kinds[index], numbers) = (.impossible, [])
            }
            for goal in 0..<goalCount {
                amounts[index * goalCount + goal] = goal < numbers.count ? numbers[goal] : Self.unstated
            }
        }
    }
}
