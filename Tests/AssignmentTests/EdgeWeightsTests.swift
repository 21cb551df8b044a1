import Assignment
import Testing

/// Weights come back as they were given, however they are kept.
@Suite struct EdgeWeightsTests {
    @Test(
        "equal, 32-bit and 64-bit weights are read back unchanged",
        arguments: [
            [], [7], [7, 7, 7], [-3, 0, 5], [Int(Int32.min), Int(Int32.max)], [1 << 40, -(1 << 40), 3],
        ])
    func roundTrip(weights: [Int]) {
        #expect(Array(EdgeWeights(weights)) == weights)
        #expect(EdgeWeights(weights).count == weights.count)
    }

    @Test("weights are equal when their values are, not when their forms are")
    func equality() {
        #expect(EdgeWeights([1, 1]) == .constant(1, count: 2))
        #expect(EdgeWeights([Int32(1), 1]) == .constant(1, count: 2))
        #expect(EdgeWeights([1, 2]) != EdgeWeights([1, 3]))
        #expect(EdgeWeights([1, 1]) != .constant(1, count: 3))
    }
}
