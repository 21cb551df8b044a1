import Records
import Testing

@Suite struct FiscalYearTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test("31 March still belongs to the year before, 1 April begins the next")
    func edges() throws {
        #expect(FiscalYear(containing: try day("2021-03-31")).firstYear == 2020)
        #expect(FiscalYear(containing: try day("2021-04-01")).firstYear == 2021)
        #expect(FiscalYear(containing: try day("2021-12-31")).firstYear == 2021)
        let year = try #require(FiscalYear(2020))
        #expect(try [day("2020-04-01"), day("2020-03-31")].map(year.contains) == [true, false])
        let close = try day("2021-03-31")
        #expect(year.lastDay == close)
        #expect(FiscalYear(0) == nil && FiscalYear(9999) == nil)
    }

    @Test("weekdays agree with known days, before 1970 too")
    func weekdays() throws {
        #expect(try day("1970-01-01").weekday == .thursday)
        #expect(try day("2020-06-03").weekday == .wednesday)
        #expect(try day("2000-02-29").weekday == .tuesday)
        #expect(try day("1969-12-28").weekday == .sunday)
    }

    @Test("a clock range has a length and stays within its day")
    func clock() {
        #expect(ClockWindow(start: 1200, end: 1290)?.minutes == 90)
        #expect(ClockWindow(start: 1200, end: 1290)?.description == "20:00–21:30")
        #expect(ClockWindow(start: 1380, end: 1440)?.minutes == 60)
        #expect(ClockWindow(start: 600, end: 600) == nil)
        #expect(ClockWindow(start: 1380, end: 1441) == nil)
    }

    @Test("points are in proportion to minutes and rounded down for each activity")
    func points() {
        let rate = PointRate(perEvent: 3, perHour: 2)
        #expect(rate.points(minutes: 60) == 5)
        #expect(rate.points(minutes: 89) == 5)
        #expect(rate.points(minutes: 90) == 6)
        #expect(PointRate(perEvent: 0, perHour: 1).points(minutes: 59) == 0)
    }
}
