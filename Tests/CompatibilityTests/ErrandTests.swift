import Compatibility
import Records
import Testing

@Suite("Errands: gates on their edges, and plans of a day")
struct ErrandTests {
    private func window(_ start: Int, _ end: Int) throws -> ClockWindow {
        try #require(ClockWindow(start: start, end: end))
    }

    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func spec(from: String? = nil, notice: Int = 0) throws -> ErrandSpec {
        ErrandSpec(
            date: "date", window: "window", duration: "duration", place: "place",
            online: FieldCondition(field: "online", value: .yes), freeTime: "free",
            days: Set(Weekday.allCases).subtracting([.sunday]), hours: try window(510, 1080),
            from: try from.map(day), notice: notice, travel: Travel(metresPerHour: 12_000, buffer: 15))
    }

    /// One request and one volunteer.
    private func cohort(
        date: String = "2026-11-05", window: ClockWindow? = nil, minutes: Int = 60, online: Flag = .no,
        free: WeeklyAvailability = WeeklyAvailability()
    ) throws -> Cohort {
        var tiny = TinyCohort()
        tiny.field("date", .date, resident: .date([try day(date)]))
        tiny.field("window", .window, resident: .window([try window ?? self.window(540, 720)]))
        tiny.field("duration", .duration, resident: .number([minutes]))
        tiny.field("online", .flag, resident: .flag([online]))
        tiny.field(
            "place", .place, volunteer: .place([place(metresNorth: 0)]),
            resident: .place([place(metresNorth: 3000)]))
        tiny.field("free", .weekly, volunteer: .weekly([free]))
        tiny.closedDays = ClosedDays([
            .days(try day("2026-11-14")...day("2026-11-14"), name: Bilingual(ja: "祝日", en: "holiday"))
        ])
        return tiny.cohort
    }

    private func passes(_ check: any PersonCheck, _ cohort: Cohort) -> Bool {
        check.passes(cohort.residents, of: cohort)[0]
    }

    @Test("An errand may end at 18:00 sharp and begin at 8:30 sharp, and not a minute beyond")
    func openingHours() throws {
        let check = ErrandHoursCheck(spec: try spec())
        #expect(passes(check, try cohort(window: window(900, 1080), minutes: 180)))
        #expect(passes(check, try cohort(window: window(900, 1200), minutes: 180)))
        #expect(!passes(check, try cohort(window: window(901, 1200), minutes: 180)))
        #expect(passes(check, try cohort(window: window(420, 570), minutes: 60)))
        #expect(!passes(check, try cohort(window: window(420, 569), minutes: 60)))
        // 16:30 and three hours end at 19:30.
        let late = try cohort(window: window(990, 1200), minutes: 180)
        #expect(!passes(check, late))
        #expect(check.refusal(of: 0, in: late.residents, of: late).en.contains("8:30–18:00"))
    }

    @Test("Three hours are allowed and a minute more is not; both are said in hours and minutes")
    func length() throws {
        let check = NumberCheck(field: "duration", atLeast: nil, atMost: 180)
        #expect(passes(check, try cohort(minutes: 180)))
        let long = try cohort(minutes: 181)
        #expect(!passes(check, long))
        #expect(
            check.refusal(of: 0, in: long.residents, of: long).ja == "durationが3時間1分（条件: durationが3時間以下）")
    }

    @Test("Saturdays are allowed, Sundays are not, and a Saturday that is a holiday is closed")
    func days() throws {
        let (weekday, closed) = (ErrandDayCheck(spec: try spec()), ClosedDayCheck(spec: try spec()))
        let saturday = try cohort(date: "2026-11-07")
        #expect(passes(weekday, saturday) && passes(closed, saturday))
        #expect(!passes(weekday, try cohort(date: "2026-11-08")))
        let holiday = try cohort(date: "2026-11-14")
        #expect(passes(weekday, holiday) && !passes(closed, holiday))
        #expect(closed.refusal(of: 0, in: holiday.residents, of: holiday).ja == "2026-11-14は祝日")
    }

    @Test("The first day is the service's first day or the end of the notice, whichever is later, inclusive")
    func notice() throws {
        // The cohort's as-of date is 1 November.
        let notice = ErrandNoticeCheck(spec: try spec(notice: 4))
        #expect(passes(notice, try cohort(date: "2026-11-05")))
        #expect(!passes(notice, try cohort(date: "2026-11-04")))
        let start = ErrandNoticeCheck(spec: try spec(from: "2026-11-06", notice: 4))
        #expect(passes(start, try cohort(date: "2026-11-06")))
        #expect(!passes(start, try cohort(date: "2026-11-05")))
    }

    @Test("A gate for the first months is asked until the day before its end")
    func phaseIn() throws {
        let check = FlagCheck(field: "online")
        let cohort = try cohort(online: .no)
        let until = Gate(id: "g", sides: [.resident], check: check, until: try day("2026-11-02"))
        let over = Gate(id: "g", sides: [.resident], check: check, until: try day("2026-11-01"))
        #expect(until.passes(cohort.residents, of: cohort) == [false])
        #expect(over.passes(cohort.residents, of: cohort) == [true])
    }

    @Test("A refused word sends away who has it, and nobody who said nothing")
    func refusedWords() throws {
        var tiny = TinyCohort(residentCount: 3)
        tiny.vocabulary("v", ["legal", "medical"])
        tiny.field("special", .tags(vocabulary: "v"), resident: .tags([TagSet([0, 1]), TagSet([1]), nil]))
        let cohort = tiny.cohort
        let check = CategoryCheck(field: "special", noneOf: ["legal"])
        #expect(check.passes(cohort.residents, of: cohort) == [false, true, true])
        #expect(check.refusal(of: 0, in: cohort.residents, of: cohort).en == "special: legal is out of scope")
    }

    @Test("A volunteer is free when the whole errand fits into one stretch of the day within its window")
    func free() throws {
        // 5 November 2026 is a Thursday.
        let rule = FreeForRule(spec: try spec())
        let test = { (cohort: Cohort) in rule.test(in: cohort)(0, 0) }
        #expect(test(try cohort(minutes: 120, free: week((.thursday, 9..<11)))))
        #expect(!test(try cohort(minutes: 121, free: week((.thursday, 9..<11)))))
        #expect(!test(try cohort(minutes: 120, free: week((.wednesday, 9..<18)))))
        #expect(!test(try cohort(minutes: 120, free: week((.thursday, 9..<10), (.thursday, 11..<12)))))
        // An online errand has no place and is planned all the same.
        #expect(test(try cohort(minutes: 120, online: .yes, free: week((.thursday, 9..<11)))))
    }

    private func errand(_ start: Int, _ end: Int, _ minutes: Int, north: Double?) throws -> Errand {
        Errand(
            date: try day("2026-11-05"), window: try window(start, end), minutes: minutes,
            place: north.map { place(metresNorth: $0) })
    }

    @Test(
        "Between two errands lies the way at 12 km/h and the buffer, rounded up to five minutes; none online")
    func travel() throws {
        let travel = Travel(metresPerHour: 12_000, buffer: 15)
        let (here, near, online) = (
            try errand(540, 600, 60, north: 0), try errand(540, 600, 60, north: 3000),
            try errand(540, 600, 60, north: nil)
        )
        // 3 km take 15 minutes, and 15 more.
        #expect(travel.minutes(from: here, to: near) == 30)
        #expect(travel.minutes(from: here, to: here) == 15)
        #expect(travel.minutes(from: here, to: online) == 15)
        #expect(travel.minutes(from: online, to: online) == 0)
        #expect(travel.minutes(from: here, to: try errand(540, 600, 60, north: 3100)) == 35)
    }

    @Test(
        "Two errands are planned in the order that works, at the earliest times, and refused by five minutes")
    func planOfTwo() throws {
        let travel = Travel(metresPerHour: 12_000, buffer: 15)
        let free = [try window(540, 1020)]
        let errands = [try errand(600, 720, 60, north: 0), try errand(540, 660, 60, north: 3000)]
        let plan = try #require(DayPlan(errands, free: free, travel: travel))
        #expect(plan.visits.map(\.index) == [1, 0])
        #expect(plan.visits.map(\.start) == [540, 630])
        let tight = [try errand(540, 685, 60, north: 0), try errand(540, 600, 60, north: 3000)]
        #expect(DayPlan(tight, free: free, travel: travel) == nil)
    }

    @Test("A plan exists exactly where trying every minute finds one", arguments: 0..<150)
    func againstEveryMinute(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let travel = Travel(metresPerHour: 12_000, buffer: random(20))
        let errands = try (0..<2).map { _ in
            let start = 540 + random(60)
            let length = 20 + random(60)
            return try errand(
                start, start + length + random(90), length, north: random(4) == 0 ? nil : Double(random(6000))
            )
        }
        let morning = 540 + random(60)
        let free = [
            try window(morning, morning + 30 + random(90)),
            try window(morning + 130, morning + 131 + random(120)),
        ]
        func fits(_ errand: Errand, at start: Int) -> Bool {
            let end = start + errand.minutes
            return start >= errand.window.start && end <= errand.window.end
                && free.contains { $0.start <= start && end <= $0.end }
        }
        let way = travel.minutes(from: errands[0], to: errands[1])
        var isPossible = false
        for first in 500..<900 where fits(errands[0], at: first) {
            for second in 500..<900 where fits(errands[1], at: second) {
                let (a, b) = (first + errands[0].minutes, second + errands[1].minutes)
                if a + way <= second || b + way <= first { isPossible = true }
            }
        }
        let plan = DayPlan(errands, free: free, travel: travel)
        #expect((plan != nil) == isPossible)
        for visit in plan?.visits ?? [] { #expect(fits(errands[visit.index], at: visit.start)) }
    }

    @Test("Who helped before is worth all or nothing as the person wishes, and half without a wish")
    func metBefore() throws {
        var tiny = TinyCohort(volunteerCount: 2, residentCount: 3)
        tiny.field("who", .text, resident: .text(["R9", "R9", nil]))
        tiny.field("same", .flag, resident: .flag([.yes, .no, .yes]))
        tiny.history = [PairKey(volunteer: PersonID("V1"), resident: PersonID("R9"))]
        let asked = MetBeforeMeasure(requester: "who", preference: .asked(field: "same")).values(
            in: tiny.cohort)
        #expect([asked(0, 0), asked(1, 0), asked(0, 1), asked(1, 1)] == [0, 1000, 1000, 0])
        // Nobody helped a person whose id is missing.
        #expect(asked(1, 2) == 0)
        let new = MetBeforeMeasure(requester: "who", preference: .new).values(in: tiny.cohort)
        #expect([new(0, 0), new(1, 0)] == [1000, 0])
        tiny.residents["same"] = .flag([nil, .negotiable, nil])
        let open = MetBeforeMeasure(requester: "who", preference: .asked(field: "same")).values(
            in: tiny.cohort)
        #expect([open(0, 0), open(1, 1)] == [nil, nil])
    }
}
