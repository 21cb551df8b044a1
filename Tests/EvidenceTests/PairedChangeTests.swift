import Evidence
import Testing

/// Reference values: SciPy's `t.ppf` and `t.interval`.
@Suite("PairedChange")
struct PairedChangeTests {
    @Test(
        "the quantile of Student's t equals the reference values",
        arguments: [
            (1, 12.706204736175), (2, 4.302652729749), (4, 2.776445105198), (9, 2.262157162798),
            (10, 2.228138851986), (29, 2.045229642133), (100, 1.983971518524), (1000, 1.962339080826),
        ])
    func quantile(degrees: Int, value: Double) throws {
        #expect(abs(try #require(StudentT(degreesOfFreedom: degrees)?.upperQuantile) - value) < 1e-9)
    }

    @Test("mean, interval and counts of ten people equal the reference and the hand count")
    func tenPeople() throws {
        let differences = [1, 0, 2, -1, 1, 1, 0, 3, 1, 0]
        let change = PairedChange(differences.map { (before: 2, after: 2 + $0) })
        #expect((change.count, change.rose, change.stayed, change.fell) == (10, 6, 3, 1))
        #expect((change.sumBefore, change.sumAfter) == (20, 28))
        #expect(change.meanDifference == 0.8)
        let interval = try #require(change.interval)
        #expect(abs(interval.lower + 0.01213927608720855) < 1e-12)
        #expect(abs(interval.upper - 1.6121392760872086) < 1e-12)
    }

    @Test("one person, nobody, or everybody alike: no interval instead of one that looks certain")
    func noInterval() {
        #expect(PairedChange([]).meanDifference == nil)
        #expect(PairedChange([]).interval == nil)
        #expect(PairedChange([(3, 4)]).interval == nil)
        #expect(PairedChange([(3, 4), (2, 3), (1, 2)]).interval == nil)
        #expect(PairedChange([(3, 4), (2, 3), (1, 2)]).meanDifference == 1)
        #expect(StudentT(degreesOfFreedom: 0) == nil)
    }

    @Test(
        "on a scale of five with ten people, the interval covers the true mean change 93 to 98% of the time")
    func coverage() {
        var covered = 0
        let rounds = 4000
        // Changes −1, 0, 1, 2 with chances 2, 4, 3, 1 of ten: mean 0.3.
        let changes = [-1, -1, 0, 0, 0, 0, 1, 1, 1, 2]
        for seed in 0..<UInt64(rounds) {
            var random = SplitMix(seed: seed)
            let answers = (0..<10).map { _ in (before: 3, after: 3 + changes[random.below(10)]) }
            if let interval = PairedChange(answers).interval, interval.contains(0.3) { covered += 1 }
        }
        #expect(Double(covered) / Double(rounds) > 0.93)
        #expect(Double(covered) / Double(rounds) < 0.98)
    }
}
