/// Something that is wrong with a solution or its proof; vertices, edges, goals and limits by index.
package enum VerificationFinding: Sendable, Equatable {
    /// A chosen edge does not exist.
    case edgeOutOfRange(edge: Int)
    /// The edges are not ascending, or one is chosen twice.
    case edgesOutOfOrder(position: Int)
    /// The edges do not add up to the certificate's control total.
    case edgeTotalDiffers
    /// More edges at a vertex than it has places.
    case overCapacity(VertexSide, vertex: Int, used: Int, capacity: Int)
    /// A vertex that must be filled is not.
    case notFilled(VertexSide, vertex: Int, used: Int, capacity: Int)
    /// A locked edge was not chosen.
    case lockMissing(edge: Int)
    /// A limit's sum is outside its bounds.
    case limitBroken(limit: Int, sum: Int)
    /// There is not exactly one value and one proof for every goal.
    case wrongGoalCount
    /// A stated goal value is not the sum of the chosen weights.
    case valueDiffers(goal: Int, stated: Int, recomputed: Int)
    /// A proof has the wrong number of multipliers or a scale that is not positive.
    case malformedProof(goal: Int)
    /// A multiplier has a sign that proves nothing.
    case wrongSign(goal: Int, multiplier: String, index: Int)
    /// The multipliers do not add up to their control total.
    case multiplierTotalDiffers(goal: Int)
    /// The stated D is not what the multipliers give.
    case dualValueDiffers(goal: Int, stated: Int128, recomputed: Int128)
    /// The stated bound is not ⌊D / S⌋.
    case boundDiffers(goal: Int, stated: Int, recomputed: Int128)
    /// The numbers leave 128 bits; nothing is proven.
    case overflow(goal: Int)
    /// The stated method or gap does not fit value and bound.
    case methodUnsupported(goal: Int)
    /// The stated size of the kernel is not the number of edges that the multipliers leave open.
    case kernelDiffers(goal: Int, stated: Int, recomputed: Int)
}
