import Evidence
import Testing

/// Reference values: statsmodels 0.15.0, `proportion_confint(method="beta")`; SciPy's `beta.cdf`.
@Suite("ClopperPearsonInterval")
struct ClopperPearsonIntervalTests {
    @Test(
        "the bounds equal the reference values",
        arguments: [
            (0, 10, 0.0, 0.3084971078188), (10, 10, 0.6915028921812, 1.0),
            (9, 10, 0.5549838829718, 0.9974714214555), (93, 100, 0.8610802715441, 0.9713947110926),
            (1, 1, 0.025, 1.0), (0, 1, 0.0, 0.975), (25, 28, 0.7177356042847, 0.9773349093609),
            (1, 1000, 0.0000253174875, 0.0055589242798), (630, 700, 0.8753472109433, 0.9212138444893),
            (5000, 10_000, 0.4901513805900, 0.5098486194100),
        ])
    func referenceValues(successes: Int, trials: Int, lower: Double, upper: Double) throws {
        let proportion = try #require(Proportion(successes: successes, trials: trials))
        let bounds = try #require(ClopperPearsonInterval(of: proportion)?.bounds)
        #expect(abs(bounds.lower - lower) < 1e-11)
        #expect(abs(bounds.upper - upper) < 1e-11)
    }

    @Test(
        "the incomplete beta function equals reference values on both sides of its mean",
        arguments: [
            (0.3, 2.0, 3.0, 0.3483), (0.5, 10.0, 0.5, 0.000233447434749),
            (0.99, 100.0, 2.0, 0.732064682546459), (0.01, 0.5, 50.0, 0.682695602125802),
        ])
    func beta(x: Double, a: Double, b: Double, value: Double) throws {
        let beta = try #require(BetaDistribution(a: a, b: b))
        #expect(abs(beta.cumulative(x) - value) < 1e-12)
        #expect(abs(beta.quantile(value) - x) < 1e-10)
    }

    @Test("parameters that no beta distribution has are refused", arguments: [0, -1, Double.infinity, .nan])
    func badParameters(value: Double) {
        #expect(BetaDistribution(a: value, b: 1) == nil)
        #expect(BetaDistribution(a: 1, b: value) == nil)
    }

    @Test("with zero trials there is no interval")
    func noTrials() throws {
        #expect(ClopperPearsonInterval(of: try #require(Proportion(successes: 0, trials: 0))) == nil)
    }

    @Test("it covers every true share at least 95% of the time, by exact binomial sums")
    func coverage() throws {
        for trials in [5, 20, 33] {
            let intervals = try (0...trials).map {
                try #require(
                    Proportion(successes: $0, trials: trials).flatMap(ClopperPearsonInterval.init(of:)))
            }
            for hundredth in 1..<100 {
                let share = Double(hundredth) / 100
                let covered = (0...trials).reduce(0.0) { sum, successes in
                    intervals[successes].bounds.contains(share)
                        ? sum + binomial(successes, trials, share) : sum
                }
                #expect(covered >= 0.95)
            }
        }
    }

    @Test("its bounds lie outside of the estimate, and come closer as trials rise")
    func widensAsTrialsFall() throws {
        for successes in 0...10 {
            var width = 1.0
            for scale in 1...20 {
                let proportion = try #require(Proportion(successes: successes * scale, trials: 10 * scale))
                let bounds = try #require(ClopperPearsonInterval(of: proportion)?.bounds)
                #expect(bounds.width < width)
                #expect(bounds.contains(Double(successes) / 10))
                width = bounds.width
            }
        }
    }
}

/// The chance of exactly so many successes.
func binomial(_ successes: Int, _ trials: Int, _ share: Double) -> Double {
    var chance = 1.0
    for index in 0..<successes { chance *= Double(trials - index) / Double(index + 1) * share }
    for _ in successes..<trials { chance *= 1 - share }
    return chance
}
