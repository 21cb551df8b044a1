import Records

/// What the loose words for times mean; the one place to change them.
///
/// Times are minutes after midnight. docs/input.md prints this table for the people who fill in the forms.
enum WeeklyConventions {
    /// 午前, 午前中, morning.
    static let morning = 9 * 60..<12 * 60
    /// 午後, afternoon.
    static let afternoon = 13 * 60..<17 * 60
    /// 夕方.
    static let lateAfternoon = 16 * 60..<18 * 60
    /// 夜, 夜間, 夕方以降, evening, night.
    static let evening = 18 * 60..<21 * 60
    /// 日中.
    static let daytime = 9 * 60..<17 * 60
    /// 終日, 一日中, all day; also a day without any time.
    static let allDay = 9 * 60..<21 * 60
    /// Where 以降 and `18:00〜` end.
    static let onwardsEnd = 22 * 60
    /// Where まで, 以前 and `〜18:00` begin.
    static let untilStart = 8 * 60
    /// Before this hour a time needs 午前, am or a leading zero: `1時〜3時` is rarely meant as the middle of the
    /// night.
    static let firstPlainHour = 6

    static let bands: [(words: [String], band: Range<Int>)] = [
        (["夕方以降"], evening),
        (["午前中", "午前", "mornings", "morning"], morning),
        (["午後", "afternoons", "afternoon"], afternoon),
        (["夕方"], lateAfternoon),
        (["夜間", "夜", "evenings", "evening", "nights", "night"], evening),
        (["日中", "daytime"], daytime),
        (["終日", "一日中", "1日中", "all day"], allDay),
    ]

    static let dayGroups: [(words: [String], days: [Weekday])] = [
        (["平日", "weekdays", "weekday"], [.monday, .tuesday, .wednesday, .thursday, .friday]),
        (["週末", "weekends", "weekend"], [.saturday, .sunday]),
        (["毎日", "every day", "everyday", "daily"], Weekday.allCases),
    ]

    static let days: [(words: [String], day: Weekday)] = [
        (["月曜日", "月曜", "月", "mondays", "monday", "mon"], .monday),
        (["火曜日", "火曜", "火", "tuesdays", "tuesday", "tues", "tue"], .tuesday),
        (["水曜日", "水曜", "水", "wednesdays", "wednesday", "wed"], .wednesday),
        (["木曜日", "木曜", "木", "thursdays", "thursday", "thurs", "thur", "thu"], .thursday),
        (["金曜日", "金曜", "金", "fridays", "friday", "fri"], .friday),
        (["土曜日", "土曜", "土", "saturdays", "saturday", "sat"], .saturday),
        (["日曜日", "日曜", "日", "sundays", "sunday", "sun"], .sunday),
    ]
}
