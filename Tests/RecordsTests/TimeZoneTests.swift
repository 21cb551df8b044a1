import Records
import Testing

@Suite struct TimeZoneTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test(
        "names without regard to case, and distances from UTC in the ways in which people write them",
        arguments: [
            ("Asia/Tokyo", "Asia/Tokyo", 36), ("asia/tokyo", "Asia/Tokyo", 36),
            ("Asia/Kolkata", "Asia/Kolkata", 22), ("UTC", "UTC", 0), ("Z", "UTC", 0),
            ("UTC+9", "UTC+09:00", 36), ("GMT-3", "UTC-03:00", -12), ("+05:45", "UTC+05:45", 23),
            ("-0330", "UTC-03:30", -14), ("+14:00", "UTC+14:00", 56),
        ])
    func read(text: String, name: String, quarters: Int) throws {
        let zone = try #require(TimeZoneID(text))
        #expect(zone.name == name)
        #expect(zone.quartersEast(on: try day("2026-11-01")) == quarters)
    }

    @Test(
        "a distance that is no whole quarter hour or further than 14 hours, and anything else, is no zone",
        arguments: [
            "", "Tokyo", "JST", "9", "+", "UTC+", "+5:4", "+05:50", "+15", "+24:00", "+1:60", "Asia/Nowhere",
            "../etc/passwd", "UTC9",
        ])
    func refused(text: String) { #expect(TimeZoneID(text) == nil) }

    @Test(
        "summer time counts on its days, north and south, and its changes are found within the time asked for"
    )
    func summer() throws {
        let berlin = try #require(TimeZoneID("Europe/Berlin"))
        #expect(berlin.quartersEast(on: try day("2026-07-01")) == 8)
        #expect(berlin.quartersEast(on: try day("2026-11-01")) == 4)
        let (start, end) = (try day("2026-11-01"), try day("2027-05-01"))
        #expect(berlin.changes(after: start, before: end).map(\.description) == ["2027-03-28"])
        #expect(
            berlin.changes(after: start, before: try day("2027-03-28")).isEmpty,
            "the end is not among the days")
        let sydney = try #require(TimeZoneID("Australia/Sydney"))
        #expect(sydney.quartersEast(on: start) == 44)
        #expect(sydney.changes(after: start, before: end).map(\.description) == ["2027-04-04"])
        for name in ["Asia/Tokyo", "+02:00"] {
            #expect(try #require(TimeZoneID(name)).changes(after: start, before: end).isEmpty)
        }
    }

    @Test("every zone of the database keeps to whole quarter hours and to 14 hours from UTC")
    func wholeQuarters() throws {
        // The half hour of Lord Howe Island and the three quarters of Nepal and of Chatham are among them.
        for name in [
            "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Kiritimati", "Etc/GMT+12",
        ] {
            let zone = try #require(TimeZoneID(name), "\(name)")
            #expect((-56...56).contains(zone.quartersEast(on: try day("2026-11-01"))), "\(name)")
        }
    }
}

@Suite struct CircularWeekTests {
    private func week(_ blocks: (Weekday, Range<Int>)...) -> WeeklyAvailability {
        var week = WeeklyAvailability()
        for (day, quarters) in blocks { week.insert(day, quarters: quarters) }
        return week
    }

    @Test("a week moved past Sunday midnight goes on on Monday, and comes back unchanged")
    func shift() {
        let sunday = week((.sunday, 88..<96))
        #expect(sunday.shifted(byQuarters: 4) == week((.sunday, 92..<96), (.monday, 0..<4)))
        #expect(week((.monday, 0..<4)).shifted(byQuarters: -4) == week((.sunday, 92..<96)))
        let mixed = week((.monday, 3..<40), (.thursday, 0..<96), (.sunday, 90..<96))
        for step in [-700, -672, -56, -1, 0, 1, 23, 671, 672, 10_000] {
            let moved = mixed.shifted(byQuarters: step)
            #expect(moved.quarterCount == mixed.quarterCount)
            #expect(moved.shifted(byQuarters: -step) == mixed, "\(step)")
        }
    }

    @Test("blocks run over midnight and over the end of the week, and short ones are taken out")
    func blocks() {
        let over = week((.tuesday, 92..<96), (.wednesday, 0..<2), (.sunday, 94..<96), (.monday, 0..<3))
        #expect(over.circularBlocks == [188..<194, 670..<675])
        #expect(over.circularBlocks(ofAtLeast: 6) == week((.tuesday, 92..<96), (.wednesday, 0..<2)))
        #expect(over.circularBlocks(ofAtLeast: 5) == over)
        #expect(over.circularBlocks(ofAtLeast: 1) == over)
        var always = WeeklyAvailability()
        for day in Weekday.allCases { always.insert(day, quarters: 0..<96) }
        #expect(always.circularBlocks == [0..<672])
        #expect(always.circularBlocks(ofAtLeast: 672) == always)
        #expect(WeeklyAvailability().circularBlocks.isEmpty)
    }
}
