import Records
import Testing

@Suite struct CivilDateTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test("the day number of known days is right, and every day of 400 years converts back")
    func conversion() throws {
        #expect(try date("1970-01-01").dayNumber == 0)
        #expect(try date("2000-03-01").dayNumber == 11017)
        let first = try date("1800-01-01").dayNumber
        for number in first..<(first + 146_097) {
            let day = CivilDate(dayNumber: number)
            let (year, month, dayOfMonth) = day.components
            #expect(CivilDate(year: year, month: month, day: dayOfMonth) == day)
        }
    }

    @Test(
        "days that the calendar does not have are refused",
        arguments: [
            "2025-02-29", "2026-13-01", "2026-04-31", "2026-1-1", "26-01-01", "2026-00-10", "1900-02-29",
        ])
    func refused(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test("six months after 31 August is the last day of February, and leap days are kept where they exist")
    func addingMonths() throws {
        #expect(try date("2026-08-31").adding(months: 6) == date("2027-02-28"))
        #expect(try date("2027-08-31").adding(months: 6) == date("2028-02-29"))
        #expect(try date("2026-11-01").adding(months: 6) == date("2027-05-01"))
        #expect(try date("2026-01-15").adding(months: -2) == date("2025-11-15"))
    }

    @Test("the tenth year is complete on the day ten years later, not the day before")
    func wholeYears() throws {
        let arrival = try date("2016-11-01")
        #expect(try date("2026-11-01").wholeYears(since: arrival) == 10)
        #expect(try date("2026-10-31").wholeYears(since: arrival) == 9)
        #expect(try date("2026-02-28").wholeYears(since: date("2016-02-29")) == 10)
        #expect(try date("2028-02-28").wholeYears(since: date("2016-02-29")) == 11)
        #expect(try date("2016-10-31").wholeYears(since: arrival) == -1)
    }

    @Test("a day is written as four, two and two digits")
    func description() throws {
        #expect(try date("0987-06-05").description == "0987-06-05")
    }
}
