import Evidence
import Testing

@Suite("Course")
struct CourseTests {
    private func course(_ start: Int, _ end: Int?, excused: Bool = false) throws -> Course {
        try #require(Course(start: start, due: start + 183, end: end, isExcused: excused))
    }

    @Test(
        "an end on the last day before the half-year is full is early; on the day that it is full, it is reached"
    )
    func lastDay() throws {
        #expect(try course(0, 182).standing(asOf: 400) == .endedEarly)
        #expect(try course(0, 183).standing(asOf: 400) == .reached)
        #expect(try course(0, nil).standing(asOf: 182) == .running)
        #expect(try course(0, nil).standing(asOf: 183) == .reached)
    }

    @Test("an end after the as-of day has not happened yet, nor has a start")
    func asOf() throws {
        #expect(try course(0, 100).standing(asOf: 99) == .running)
        #expect(try course(0, 100).standing(asOf: 100) == .endedEarly)
        #expect(try course(10, nil).standing(asOf: 9) == nil)
        #expect(try course(10, nil).observation(asOf: 9, horizon: 184) == nil)
    }

    @Test(
        "a half-year that is over without a record of its end is neither reached nor ended; it was watched so far"
    )
    func unrecorded() throws {
        let seen = { (day: Int?) in try #require(Course(start: 0, due: 183, end: nil, seenUntil: day)) }
        #expect(try seen(182).standing(asOf: 182) == .running)
        #expect(try seen(182).standing(asOf: 183) == .unrecorded)
        #expect(try seen(183).standing(asOf: 183) == .reached)
        #expect(try seen(nil).standing(asOf: 183) == .reached)
        #expect(
            try seen(40).observation(asOf: 400, horizon: 184) == SurvivalObservation(days: 40, cause: nil))
        #expect(Course(start: 5, due: 100, end: nil, seenUntil: 4) == nil)
    }

    @Test("days that contradict each other are refused")
    func contradictions() {
        #expect(Course(start: 5, due: 5, end: nil) == nil)
        #expect(Course(start: 5, due: 100, end: 4) == nil)
        #expect(Course(start: 5, due: 100, end: 5) != nil)
    }

    @Test("the cohort counts by hand: early ends of immature pairs are left out with their companions")
    func cohort() throws {
        let courses = [
            try course(0, nil), try course(0, 50), try course(0, 60, excused: true), try course(17, 400),
            try course(100, 120), try course(150, nil), try course(300, nil),
        ]
        let mature = courses.filter { $0.isMature(asOf: 200) }
        let early = mature.filter { $0.standing(asOf: 200) == .endedEarly }
        #expect(mature.count == 4)
        #expect(mature.count { $0.standing(asOf: 200) == .reached } == 2)
        #expect(early.count { !$0.isExcused } == 1)
        #expect(early.count { $0.isExcused } == 1)
        #expect(courses.count { $0.standing(asOf: 200) != nil } - mature.count == 2)
    }

    @Test(
        "with every pair mature, Kaplan–Meier at the horizon is the plain rate, whatever the half-years' lengths"
    )
    func allMature() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let courses = try (0..<random.below(60) + 1).map { _ in
                let (start, length) = (random.below(365), 181 + random.below(4))
                let end = random.below(3) == 0 ? start + random.below(length + 30) : nil
                return try #require(
                    Course(start: start, due: start + length, end: end, isExcused: random.below(2) == 0))
            }
            let survival = try #require(
                KaplanMeier(courses.compactMap { $0.observation(asOf: 1000, horizon: 184) }))
            let reached = courses.count { $0.standing(asOf: 1000) == .reached }
            let plain = try #require(Proportion(successes: reached, trials: courses.count)?.share)
            #expect(abs(try #require(survival.share(at: 184)) - plain) < 1e-12)
        }
    }

    @Test("with running pairs the naive rates are biased as known: completed ÷ started below, ÷ ended above")
    func runningPairs() throws {
        // Ten pairs: five started long ago (4 reached), five recently, of which one ended.
        let courses =
            try [course(0, nil), course(0, nil), course(0, nil), course(0, nil), course(0, 90)]
            + [course(300, 330), course(300, nil), course(310, nil), course(320, nil), course(320, nil)]
        let survival = try #require(
            KaplanMeier(courses.compactMap { $0.observation(asOf: 400, horizon: 184) }))
        // At risk on day 30: all 10; on day 90: the five old ones and, of the recent, those watched 90 days or more.
        #expect(abs(try #require(survival.share(at: 184)) - 9.0 / 10 * 6 / 7) < 1e-12)
        #expect(try #require(survival.share(at: 184)) > 4.0 / 10)
    }

    @Test("participations and different people by hand; one nameless head makes the people unknown")
    func attendance() {
        let named = [(1, 7), (1, 8), (2, 7), (2, 9), (2, 9), (3, 7)].map {
            Attendance(session: $0, person: $1)
        }
        let figures = AttendanceFigures(named)
        #expect(figures.participations == 5)
        #expect(figures.people == 3)
        #expect(figures.returning == 1)
        let mixed = AttendanceFigures(named + [Attendance(session: 3, person: nil)])
        #expect(mixed.participations == 6)
        #expect(mixed.people == nil && mixed.returning == nil)
        #expect(AttendanceFigures([]).people == 0)
    }
}
