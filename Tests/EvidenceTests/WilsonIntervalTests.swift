import Evidence
import Testing

/// Reference values: statsmodels 0.15.0, `proportion_confint(method="wilson")`.
@Suite("WilsonInterval")
struct WilsonIntervalTests {
    @Test(
        "the bounds equal the published reference values",
        arguments: [
            (0, 10, 0.0, 0.2775327999), (9, 10, 0.5958499732, 0.9821237869),
            (93, 100, 0.8625048526, 0.9656807389), (1, 1, 0.2065493144, 1.0),
        ])
    func referenceValues(successes: Int, trials: Int, lower: Double, upper: Double) throws {
        let interval = try #require(Proportion(successes: successes, trials: trials)?.interval)
        #expect(abs(interval.lower - lower) < 5e-11)
        #expect(abs(interval.upper - upper) < 5e-11)
    }

    @Test("with zero trials there is no interval")
    func noTrials() {
        #expect(Proportion(successes: 0, trials: 0)?.interval == nil)
    }

    @Test("the interval lies inside 0 to 1 and contains the estimate, for every proportion up to 60 trials")
    func containsTheEstimate() throws {
        for trials in 1...60 {
            for successes in 0...trials {
                let proportion = try #require(Proportion(successes: successes, trials: trials))
                let share = try #require(proportion.share)
                let interval = try #require(proportion.interval)
                #expect(0 <= interval.lower && interval.lower <= share)
                #expect(share <= interval.upper && interval.upper <= 1)
                #expect((interval.lower == 0) == (successes == 0))
                #expect((interval.upper == 1) == (successes == trials))
            }
        }
    }

    @Test("the same share is less certain with fewer trials")
    func widensAsTrialsFall() throws {
        for successes in 0...10 {
            var width = 0.0
            for scale in stride(from: 20, through: 1, by: -1) {
                let proportion = try #require(Proportion(successes: successes * scale, trials: 10 * scale))
                let interval = try #require(proportion.interval)
                #expect(interval.upper - interval.lower > width)
                width = interval.upper - interval.lower
            }
        }
    }

    @Test("failures and successes mirror each other")
    func mirrored() throws {
        for successes in 0...17 {
            let some = try #require(Proportion(successes: successes, trials: 17)?.interval)
            let rest = try #require(Proportion(successes: 17 - successes, trials: 17)?.interval)
            #expect(abs(some.lower - (1 - rest.upper)) < 1e-15)
        }
    }

    @Test("counts of millions neither overflow nor leave the bounds")
    func largeCounts() throws {
        let interval = try #require(Proportion(successes: .max - 1, trials: .max)?.interval)
        #expect(interval.lower <= interval.upper && interval.upper <= 1)
    }
}
