import Intake
import Records
import Testing

@Suite struct ClockRangeDecoderTests {
    private func text(_ cell: String) throws -> String? {
        try ClockRangeDecoder().decode(cell).value?.description
    }

    @Test(
        "known forms of a time from–to",
        arguments: [
            ("20:00～21:30", "20:00–21:30"), ("20:00〜21:30", "20:00–21:30"), ("18：30-19：30", "18:30–19:30"),
            ("15時～16時半", "15:00–16:30"), ("午後8時から9時まで", "20:00–21:00"), ("１５：００～１６：００", "15:00–16:00"),
            ("午前10時30分～午後1時", "10:30–13:00"), ("23:00–24:00", "23:00–24:00"), ("午後12時~1時", "12:00–13:00"),
        ])
    func forms(cell: String, expected: String) throws {
        #expect(try text(cell) == expected)
    }

    @Test(
        "times that are none, or that end before they begin, are refused",
        arguments: ["20:00", "25:00～26:00", "21:30～20:00", "20:00～20:00", "夜", "20:60～21:00", "20:00～21:30頃"])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try text(cell) }
    }

    @Test("an empty cell is a missing answer")
    func missing() throws {
        #expect(try text(" ") == nil)
    }
}

@Suite struct MeetingTimeDecoderTests {
    private func meeting(_ cell: String) throws -> WrittenMeeting {
        try #require(try MeetingTimeDecoder().decode(cell).value)
    }

    @Test("the first row of a printed year: era with spaces, weekday, full-width tilde")
    func printed() throws {
        let meeting = try meeting("令和 2 年 6 月 3 日(水)20:00～21:30")
        #expect(meeting.year == 2020 && meeting.month == 6 && meeting.day == 3)
        #expect(meeting.weekday == .wednesday)
        #expect(meeting.hours?.minutes == 90)
    }

    @Test("the year of an era may stand on a line of its own in the cell")
    func lineBreak() throws {
        #expect(try meeting("令和 3 年\n1 月 7 日(木)19:00～20:00").year == 2021)
    }

    @Test(
        "other forms, with and without year, weekday and time",
        arguments: [
            ("6 月 5 日(金)20:00～21:30", nil, 6, 5, 90), ("6/5（金） 20:00-21:30", nil, 6, 5, 90),
            ("2020-06-03 20:00-21:00", 2020, 6, 3, 60), ("2020年6月3日水曜日", 2020, 6, 3, nil),
            ("R2.6.3", 2020, 6, 3, nil), ("2020/6/3", 2020, 6, 3, nil), ("2月29日", nil, 2, 29, nil),
        ] as [(String, Int?, Int, Int, Int?)])
    func forms(cell: String, year: Int?, month: Int, day: Int, minutes: Int?) throws {
        let meeting = try meeting(cell)
        #expect(meeting.year == year && meeting.month == month && meeting.day == day)
        #expect(meeting.hours?.minutes == minutes)
    }

    @Test(
        "days and times that are none are refused",
        arguments: [
            "令和 2 年 6 月 31 日", "2021-02-29", "13/5", "令和 0 年 6 月 3 日", "平成 32 年 6 月 3 日",
            "6 月 5 日(魚)20:00～21:30",
            "6 月 5 日(金)20:00", "6 月 5 日(金", "来週の金曜", "2020-6",
        ])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try MeetingTimeDecoder().decode(cell) }
    }
}

@Suite struct PlainHoursTests {
    @Test(
        "known forms of a length of time, in minutes",
        arguments: [
            ("2", 120), ("1.5", 90), ("0.25", 15), ("2時間", 120), ("1時間30分", 90), ("1時間半", 90), ("90分", 90),
            ("1:30", 90),
            ("２時間", 120), ("2h", 120), ("90 min", 90), ("2.5時間", 150), ("24", 1440),
        ])
    func forms(cell: String, minutes: Int) throws {
        #expect(try DurationDecoder(plainIsHours: true).decode(cell).value == minutes)
    }

    @Test(
        "lengths that are none, of 0, over a day or between two minutes are refused",
        arguments: ["半日", "0", "-1", "25", "0.33", "1:75", "2時間3", "2 3"])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try DurationDecoder(plainIsHours: true).decode(cell) }
    }
}
