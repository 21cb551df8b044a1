import Evidence
import Testing

/// Reference values: lifelines 0.30.3, `AalenJohansenFitter(calculate_variance=True)` on days without ties.
@Suite("AalenJohansen")
struct AalenJohansenTests {
    static let mixed = KaplanMeierTests.observations(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 0, 1, 1, 2, 0, 1, 0, 2])

    @Test(
        "estimate, variance and interval equal the reference values",
        arguments: [
            (1, 0.1, 0.009, 0.005723, 0.358127), (4, 0.21428571, 0.01823615, 0.032240, 0.501120),
            (6, 0.32857143, 0.02439359, 0.076492, 0.617606), (8, 0.48095238, 0.03168438, 0.139195, 0.762066),
        ])
    func referenceValues(day: Int, share: Double, variance: Double, lower: Double, upper: Double) throws {
        let estimate = try #require(AalenJohansen(Self.mixed, cause: 1))
        #expect(abs(try #require(estimate.share(at: day)) - share) < 5e-9)
        #expect(abs(try #require(estimate.step(at: day)?.variance) - variance) < 5e-9)
        let interval = try #require(estimate.interval(at: day))
        #expect(abs(interval.lower - lower) < 5e-7)
        #expect(abs(interval.upper - upper) < 5e-7)
    }

    @Test(
        "by hand with ties: of four, two end on day 2 of different causes, one is censored, one ends on day 5"
    )
    func byHand() throws {
        let observations = KaplanMeierTests.observations([2, 2, 3, 5], [1, 2, 0, 1])
        let first = try #require(AalenJohansen(observations, cause: 1))
        // F₁(2) = 1 · 1/4; S(2) = 1/2; F₁(5) = 1/4 + 1/2 · 1/1 = 3/4; F₂ = 1/4.
        #expect(first.share(at: 1) == 0)
        #expect(first.share(at: 2) == 0.25)
        #expect(first.share(at: 5) == 0.75)
        #expect(first.share(at: 99) == 0.75)
        #expect(try #require(AalenJohansen(observations, cause: 2)).share(at: 5) == 0.25)
        #expect([1, 2, 3].map(first.quartile) == [2, 5, 5])
    }

    @Test("the causes and Kaplan–Meier add up to 1 on every day, over seeds")
    func addsUp() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let observations = (0..<random.below(40) + 1).map { _ in
                let cause = random.below(4)
                return SurvivalObservation(days: random.below(25), cause: cause == 0 ? nil : cause)
            }
            let survival = try #require(KaplanMeier(observations))
            let causes = try [1, 2, 3].map { try #require(AalenJohansen(observations, cause: $0)) }
            for step in survival.steps {
                let sum = try causes.reduce(step.share) { try $0 + #require($1.share(at: step.day)) }
                #expect(abs(sum - 1) < 1e-12)
            }
        }
    }

    @Test("of one event it is one minus Kaplan–Meier, with Greenwood's variance")
    func oneEvent() throws {
        for observations in [KaplanMeierTests.pairs, KaplanMeierTests.treated, KaplanMeierTests.placebo] {
            let survival = try #require(KaplanMeier(observations))
            let incidence = try #require(AalenJohansen(observations, cause: 1))
            for step in survival.steps {
                #expect(abs(try #require(incidence.share(at: step.day)) - (1 - step.share)) < 1e-12)
                guard step.share > 0 else { continue }
                let variance = try #require(incidence.step(at: step.day)?.variance)
                #expect(abs(variance - (try #require(step.variance))) < 1e-12)
            }
        }
    }

    @Test("a competing event lowers it below what one minus Kaplan–Meier would claim")
    func competition() throws {
        let censoring = Self.mixed.map { $0.cause == 2 ? SurvivalObservation(days: $0.days, cause: nil) : $0 }
        let naive = 1 - (try #require(KaplanMeier(censoring)?.share(at: 8)))
        #expect(try #require(AalenJohansen(Self.mixed, cause: 1)?.share(at: 8)) < naive)
    }

    @Test("nothing is said of nobody, of negative days, or beyond the last day watched")
    func beyond() throws {
        #expect(AalenJohansen([], cause: 1) == nil)
        #expect(AalenJohansen([SurvivalObservation(days: -1, cause: 1)], cause: 1) == nil)
        let open = try #require(AalenJohansen(KaplanMeierTests.pairs, cause: 1))
        #expect(open.share(at: 184) == nil)
        #expect(open.interval(at: 10) == nil)
    }
}
