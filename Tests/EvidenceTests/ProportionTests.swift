import Evidence
import Testing

@Suite("Proportion")
struct ProportionTests {
    @Test("the share is successes divided by trials")
    func share() {
        #expect(Proportion(successes: 3, trials: 4)?.share == 0.75)
        #expect(Proportion(successes: 0, trials: 4)?.share == 0)
    }

    @Test("zero trials make a proportion whose share cannot be computed")
    func zeroTrials() throws {
        let proportion = try #require(Proportion(successes: 0, trials: 0))
        #expect(proportion.share == nil)
    }

    @Test(
        "counts that contradict each other make no proportion",
        arguments: [(5, 4), (-1, 4), (0, -1), (1, 0)])
    func contradictions(successes: Int, trials: Int) {
        #expect(Proportion(successes: successes, trials: trials) == nil)
    }
}
