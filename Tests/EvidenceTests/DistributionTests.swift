import Evidence
import Testing

@Suite("Distribution")
struct DistributionTests {
    @Test("no values have no distribution")
    func empty() {
        #expect(Distribution([]) == nil)
    }

    @Test("a single value is its own minimum, quartiles, maximum and mean")
    func single() throws {
        let summary = try #require(Distribution([-7]))
        #expect(summary.count == 1 && summary.minimum == -7 && summary.maximum == -7)
        #expect(
            [summary.lowerQuartile, summary.median, summary.upperQuartile, summary.mean] == [-7, -7, -7, -7])
    }

    @Test("quartiles interpolate as QUARTILE.INC does: 1, 2, 3, 4 give 1.75, 2.5 and 3.25")
    func interpolation() throws {
        let summary = try #require(Distribution([4, 1, 3, 2]))
        #expect(summary.lowerQuartile == 1.75 && summary.median == 2.5 && summary.upperQuartile == 3.25)
        #expect(summary.minimum == 1 && summary.maximum == 4 && summary.mean == 2.5)
    }

    @Test("with an odd count the median is the middle value")
    func oddCount() throws {
        let summary = try #require(Distribution([10, 30, 20, 50, 40]))
        #expect(summary.lowerQuartile == 20 && summary.median == 30 && summary.upperQuartile == 40)
    }

    @Test("the order of the values does not matter, and the summary is ordered, over 200 seeds")
    func permutation() throws {
        for seed in UInt64(1)...200 {
            var state = seed
            let values = (0..<Int(seed % 23 + 1)).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 40) - 8_000_000
            }
            let summary = try #require(Distribution(values))
            #expect(summary == Distribution(values.reversed()))
            #expect(Double(summary.minimum) <= summary.lowerQuartile)
            #expect(summary.lowerQuartile <= summary.median && summary.median <= summary.upperQuartile)
            #expect(summary.upperQuartile <= Double(summary.maximum))
            #expect(Double(summary.minimum) <= summary.mean && summary.mean <= Double(summary.maximum))
        }
    }
}
