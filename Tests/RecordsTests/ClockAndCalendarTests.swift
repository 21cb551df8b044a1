import Records
import Testing

@Suite("Windows within a day and closed days")
struct ClockAndCalendarTests {
    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test("A window is a span of minutes within one day, and nothing else")
    func window() throws {
        let window = try #require(ClockWindow(start: 510, end: 1080))
        #expect(window.description == "8:30–18:00")
        #expect(window.minutes == 570)
        #expect(ClockWindow(start: 600, end: 600) == nil)
        #expect(ClockWindow(start: 700, end: 600) == nil)
        #expect(ClockWindow(start: 0, end: 1441) == nil)
        let evening = try #require(ClockWindow(start: 1020, end: 1200))
        #expect(window.intersection(evening)?.description == "17:00–18:00")
        #expect(try window.intersection(#require(ClockWindow(start: 1080, end: 1100))) == nil)
    }

    @Test(
        "The weekday follows from the day number, before 1970 too",
        arguments: [
            ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("2020-06-03", .wednesday),
            ("2024-02-29", .thursday), ("2026-11-22", .sunday),
        ])
    func weekday(iso: String, weekday: Weekday) throws {
        #expect(try day(iso).weekday == weekday)
        let monday = try day(iso).monday
        #expect(monday.weekday == .monday)
        #expect((0...6).contains(try day(iso) - monday))
    }

    @Test(
        "A span of every year may run over its turn, and the calendar's years are those of its dated entries")
    func closed() throws {
        let from = try #require(ClosedDays.YearDay(month: 12, day: 29))
        let to = try #require(ClosedDays.YearDay(month: 1, day: 3))
        let calendar = ClosedDays([
            .everyYear(from: from, to: to, name: Bilingual(ja: "年末年始", en: "turn of the year")),
            .days(try day("2026-11-23")...day("2026-11-23"), name: Bilingual(ja: "勤労感謝の日", en: "holiday")),
        ])
        for closed in ["2026-12-29", "2026-12-31", "2027-01-01", "2031-01-03", "2026-11-23"] {
            #expect(calendar.name(of: try day(closed)) != nil, "\(closed)")
        }
        for open in ["2026-12-28", "2027-01-04", "2026-11-24", "2027-11-23"] {
            #expect(calendar.name(of: try day(open)) == nil, "\(open)")
        }
        #expect(calendar.years == 2026...2026)
        #expect(ClosedDays().years == nil)
        #expect(ClosedDays.YearDay(month: 2, day: 30) == nil)
    }
}
