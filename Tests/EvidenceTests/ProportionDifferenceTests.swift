import Evidence
import Testing

/// Reference values: statsmodels 0.15.0, `confint_proportions_2indep(method="newcomb", compare="diff")`.
@Suite("ProportionDifference and TargetVerdict")
struct ProportionDifferenceTests {
    private func difference(_ a: Int, _ m: Int, _ b: Int, _ n: Int) throws -> ProportionDifference {
        let first = try #require(Proportion(successes: a, trials: m))
        let second = try #require(Proportion(successes: b, trials: n))
        return try #require(ProportionDifference(first, minus: second))
    }

    @Test(
        "the bounds equal the reference values",
        arguments: [
            ([93, 100, 80, 95], -0.0022871910112, 0.1813736253066),
            ([9, 10, 3, 10], 0.1705227239345, 0.8090179735355),
            ([25, 28, 28, 28], -0.2719585154867, 0.0323499248514),
            ([0, 10, 0, 20], -0.1611251580528, 0.2775327998629),
            ([10, 10, 0, 20], 0.6790860371419, 1.0),
            ([56, 70, 48, 80], 0.0524314724024, 0.3338726540369),
            ([630, 700, 560, 640], -0.0088499779281, 0.0593634214009),
        ])
    func referenceValues(counts: [Int], lower: Double, upper: Double) throws {
        let difference = try difference(counts[0], counts[1], counts[2], counts[3])
        #expect(abs(difference.interval.lower - lower) < 1e-11)
        #expect(abs(difference.interval.upper - upper) < 1e-11)
    }

    @Test("swapping the two mirrors the interval")
    func mirrored() throws {
        for a in 0...8 {
            for b in 0...5 {
                let (there, back) = (try difference(a, 8, b, 5), try difference(b, 5, a, 8))
                #expect(abs(there.interval.lower + back.interval.upper) < 1e-15)
                #expect(there.interval.contains(there.value))
                #expect(there.isDistinguishable == back.isDistinguishable)
            }
        }
    }

    @Test("0.9 against 0.8 cannot be told apart with ten each and can with a thousand each")
    func distinguishable() throws {
        #expect(try !difference(9, 10, 8, 10).isDistinguishable)
        #expect(try difference(900, 1000, 800, 1000).isDistinguishable)
    }

    @Test("without trials on one side there is no difference")
    func noTrials() throws {
        let none = try #require(Proportion(successes: 0, trials: 0))
        let some = try #require(Proportion(successes: 1, trials: 2))
        #expect(ProportionDifference(none, minus: some) == nil)
        #expect(ProportionDifference(some, minus: none) == nil)
    }

    @Test("it covers the true difference about 95% of the time, by exact sums over both binomials")
    func coverage() throws {
        let (m, n) = (30, 25)
        for (p, q) in [(0.9, 0.9), (0.95, 0.8), (0.5, 0.5), (0.9, 0.6), (0.85, 0.75)] {
            var covered = 0.0
            for a in 0...m {
                for b in 0...n where try difference(a, m, b, n).interval.contains(p - q) {
                    covered += binomial(a, m, p) * binomial(b, n, q)
                }
            }
            #expect(covered > 0.935 && covered < 0.985)
        }
    }

    @Test(
        "a verdict follows the whole interval and not the share",
        arguments: [
            (96, 100, TargetVerdict.supported), (95, 100, .notDistinguishable),
            (93, 100, .notDistinguishable),
            (85, 100, .notDistinguishable), (82, 100, .notSupported), (25, 28, .notDistinguishable),
            (0, 1, .notSupported), (1, 1, .notDistinguishable),
        ])
    func verdicts(successes: Int, trials: Int, verdict: TargetVerdict) throws {
        let interval = try #require(Proportion(successes: successes, trials: trials)?.interval)
        #expect(TargetVerdict(on: interval.bounds, target: 9000) == verdict)
    }

    @Test("a bound exactly on the target is supported from below and not refuted from above")
    func onTheTarget() {
        #expect(TargetVerdict(on: ConfidenceInterval(lower: 0.9, upper: 0.95), target: 9000) == .supported)
        #expect(
            TargetVerdict(on: ConfidenceInterval(lower: 0.8, upper: 0.9), target: 9000) == .notDistinguishable
        )
    }
}
