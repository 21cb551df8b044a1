import Evidence
import Testing

/// Reference values: lifelines 0.30.3, `KaplanMeierFitter` (log-log interval, Brookmeyer–Crowley median).
@Suite("KaplanMeier")
struct KaplanMeierTests {
    static func observations(_ days: [Int], _ events: [Int]) -> [SurvivalObservation] {
        zip(days, events).map { SurvivalObservation(days: $0, cause: $1 == 0 ? nil : $1) }
    }

    static let pairs = observations(
        [30, 60, 60, 90, 120, 150, 183, 183, 183, 183, 45, 75, 100, 20, 183],
        [1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0])
    /// Weeks of remission of 21 patients each, the textbook example (Freireich 1963).
    static let treated = observations(
        [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
        [Int](repeating: 1, count: 9) + [Int](repeating: 0, count: 12))
    static let placebo = observations(
        [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
        [Int](repeating: 1, count: 21))

    @Test(
        "estimate and log-log interval equal the reference values",
        arguments: [
            (pairs, 20, 0.9333333333333, 0.6126412437749, 0.9903322366500),
            (pairs, 59, 0.8, 0.4998239816558, 0.9307172940541),
            (pairs, 60, 0.7333333333333, 0.4362082023553, 0.8905199314372),
            (pairs, 183, 0.6285714285714, 0.3099601382594, 0.8318943485776),
            (treated, 6, 0.8571428571429, 0.6197179552660, 0.9515517476470),
            (treated, 7, 0.8067226890756, 0.5631465646222, 0.9228090192029),
            (treated, 10, 0.7529411764706, 0.5031995108000, 0.8893618351693),
            (treated, 35, 0.4481792717087, 0.1880520059592, 0.6801426284952),
            (placebo, 5, 0.5714285714286, 0.3379769538595, 0.7492407099432),
            (placebo, 12, 0.1904761904762, 0.0594817013612, 0.3774348905852),
        ])
    func referenceValues(
        observations: [SurvivalObservation], day: Int, share: Double, lower: Double, upper: Double
    ) throws {
        let estimate = try #require(KaplanMeier(observations))
        let interval = try #require(estimate.interval(at: day))
        #expect(abs(try #require(estimate.share(at: day)) - share) < 1e-12)
        #expect(abs(interval.lower - lower) < 1e-12)
        #expect(abs(interval.upper - upper) < 1e-12)
    }

    @Test("median and quartiles are the days of the reference, or not reached")
    func quartiles() throws {
        let pairs = try #require(KaplanMeier(Self.pairs))
        #expect([1, 2, 3].map(pairs.quartile) == [60, nil, nil])
        #expect(pairs.medianInterval.lower == 45 && pairs.medianInterval.upper == nil)
        let treated = try #require(KaplanMeier(Self.treated))
        #expect([1, 2, 3].map(treated.quartile) == [13, 23, nil])
        #expect(treated.medianInterval.lower == 13 && treated.medianInterval.upper == nil)
        let placebo = try #require(KaplanMeier(Self.placebo))
        #expect([1, 2, 3].map(placebo.quartile) == [4, 8, 12])
        #expect(placebo.medianInterval.lower == 4 && placebo.medianInterval.upper == 11)
    }

    @Test(
        "without anybody censored it is the plain share of those who last, and Greenwood the binomial variance"
    )
    func plainShare() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let days = (0..<random.below(40) + 1).map { _ in random.below(30) }
            let estimate = try #require(KaplanMeier(days.map { SurvivalObservation(days: $0, cause: 1) }))
            for day in 0...30 {
                let lasting = days.count { $0 > day }
                let share = Double(lasting) / Double(days.count)
                #expect(abs(try #require(estimate.share(at: day)) - share) < 1e-12)
                if let variance = estimate.step(at: day)?.variance {
                    #expect(abs(variance - share * (1 - share) / Double(days.count)) < 1e-12)
                }
            }
        }
    }

    @Test("who stops being watched on the day of an event was at risk on it")
    func tie() throws {
        let estimate = try #require(KaplanMeier(Self.observations([5, 5, 9], [1, 0, 0])))
        #expect(estimate.steps.first?.atRisk == 3)
        #expect(abs(try #require(estimate.share(at: 5)) - 2.0 / 3) < 1e-15)
    }

    @Test("nothing is said beyond the last day that anybody was watched, unless all had the event")
    func beyond() throws {
        #expect(try #require(KaplanMeier(Self.pairs)).share(at: 184) == nil)
        #expect(try #require(KaplanMeier(Self.pairs)).interval(at: 184) == nil)
        #expect(try #require(KaplanMeier(Self.placebo)).share(at: 1000) == 0)
        #expect(try #require(KaplanMeier(Self.placebo)).interval(at: 23) == nil)
        #expect(KaplanMeier([]) == nil)
        #expect(KaplanMeier([SurvivalObservation(days: -1, cause: nil)]) == nil)
    }

    @Test("the interval widens as fewer of the same are watched")
    func widens() throws {
        var width = 1.0
        for copies in 1...8 {
            let all = (0..<copies).flatMap { _ in Self.pairs }
            let interval = try #require(KaplanMeier(all)?.interval(at: 183))
            #expect(interval.width < width)
            width = interval.width
        }
    }

    @Test("over seeds, the interval at half a year covers the true share about as often as it claims")
    func coverage() throws {
        // A constant chance to end each day, and watching that stops at random: S(180) = 0.9995^180 = 0.9139.
        let truth = (0..<180).reduce(1.0) { share, _ in share * 0.9995 }
        var (covered, asked) = (0, 0)
        for seed in 0..<600 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let observations = (0..<120).map { _ in
                let stop = 120 + random.below(120)
                for day in 1...stop where random.below(10_000) < 5 {
                    return SurvivalObservation(days: day, cause: 1)
                }
                return SurvivalObservation(days: stop, cause: nil)
            }
            guard let interval = KaplanMeier(observations)?.interval(at: 180) else { continue }
            asked += 1
            if interval.contains(truth) { covered += 1 }
        }
        #expect(asked > 590)
        #expect(Double(covered) / Double(asked) > 0.93)
        #expect(Double(covered) / Double(asked) < 0.98)
    }
}
