/// One of the two sides of the graph.
package enum VertexSide: String, Sendable, Equatable {
    /// The side with capacities a_i.
    case left
    /// The side with capacities b_j.
    case right
}

/// Why a problem was refused; vertices and edges are named by index, goals and limits by name.
package enum AssignmentProblemError: Error, Equatable, CustomStringConvertible {
    /// The capacity arrays do not have one entry for every vertex.
    case wrongCapacityCount
    /// A capacity is below zero.
    case negativeCapacity(VertexSide, vertex: Int)
    /// There is nothing to optimise.
    case noGoals
    /// A goal does not have one weight for every edge.
    case wrongWeightCount(goal: String, expected: Int, found: Int)
    /// The absolute weights of a goal add up to more than 2⁵³.
    case weightsTooLarge(goal: String)
    /// The absolute coefficients or the bounds of a limit add up to more than 2⁵³.
    case coefficientsTooLarge(limit: String)
    /// Sums of a goal's weights along paths of so many vertices need more than 126 bits.
    case goalTooLarge(goal: String)
    /// A limit bounds nothing.
    case unboundedLimit(String)
    /// A limit's lower bound is above its upper bound.
    case crossedBounds(limit: String, lower: Int, upper: Int)
    /// A limit or the list of locks names an edge that does not exist.
    case edgeOutOfRange(Int, in: String)
    /// A limit has two terms for the same edge.
    case repeatedTerm(edge: Int, limit: String)
    /// An edge is locked twice.
    case lockedTwice(edge: Int)
    /// More edges are locked at a vertex than it has places.
    case locksExceedCapacity(VertexSide, vertex: Int, locked: Int, capacity: Int)
    /// The list of vertices to fill names a vertex that does not exist.
    case vertexOutOfRange(VertexSide, vertex: Int)
    /// A vertex to fill is listed twice.
    case mustFillTwice(VertexSide, vertex: Int)

    package var description: String {
        switch self {
        case .wrongCapacityCount: "give exactly one capacity for every vertex"
        case .negativeCapacity(let side, let vertex):
            "the capacity of \(side.rawValue) vertex \(vertex) is negative; use 0 for nobody"
        case .noGoals: "there is no goal; give at least one"
        case .wrongWeightCount(let goal, let expected, let found):
            "goal \(goal) has \(found) weights for \(expected) edges"
        case .weightsTooLarge(let goal):
            "the weights of goal \(goal) add up to more than 2^53; scale them down"
        case .coefficientsTooLarge(let limit):
            "the coefficients or bounds of limit \(limit) add up to more than 2^53; use a larger unit"
        case .goalTooLarge(let goal):
            "the weights of goal \(goal) are too large for so many vertices; scale them down"
        case .unboundedLimit(let name): "limit \(name) has neither a lower nor an upper bound"
        case .crossedBounds(let limit, let lower, let upper):
            "limit \(limit) must be at least \(lower) and at most \(upper), which cannot be"
        case .edgeOutOfRange(let edge, let place): "\(place) names edge \(edge), which does not exist"
        case .repeatedTerm(let edge, let limit): "limit \(limit) has two terms for edge \(edge); add them up"
        case .lockedTwice(let edge): "edge \(edge) is locked twice"
        case .locksExceedCapacity(let side, let vertex, let locked, let capacity):
            "\(locked) edges are locked at \(side.rawValue) vertex \(vertex), which has \(capacity) places"
        case .vertexOutOfRange(let side, let vertex): "\(side.rawValue) vertex \(vertex) does not exist"
        case .mustFillTwice(let side, let vertex): "\(side.rawValue) vertex \(vertex) is to be filled twice"
        }
    }
}
