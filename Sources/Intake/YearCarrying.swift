import Records

/// Gives days without a year the year of the rows above, as a reader of the printed table does.
///
/// A year is carried only from a row whose year can be read. A day without a year that lies before the day
/// above it is ambiguous (a new year, or only another order), unless its written weekday fits.
struct YearCarrying {
    private var year: Int?
    private var last: CivilDate?

    /// The day of a meeting, with its weekday checked against the calendar.
    mutating func date(of meeting: WrittenMeeting) throws(Defect) -> CivilDate {
        if let written = meeting.year { year = written }
        guard let year else { throw YearCarrying.noYear }
        guard let date = CivilDate(year: year, month: meeting.month, day: meeting.day) else {
            throw MeetingTimeDecoder.noSuchDay
        }
        if let weekday = meeting.weekday, weekday != date.weekday {
            throw YearCarrying.contradiction(date, isCarried: meeting.year == nil)
        }
        if meeting.year == nil, meeting.weekday == nil, let last, date < last {
            throw YearCarrying.ambiguous(year)
        }
        last = date
        return date
    }

    /// Takes note of a cell that could not be read: a year in it may have begun a new one.
    mutating func lose(_ cell: String) {
        if MeetingTimeDecoder.mentionsYear(cell) {
            year = nil
            last = nil
        }
    }

    private static let noYear = Defect(
        problem: Bilingual(
            ja: "年が書かれておらず、上の行からも分かりません。", en: "The year is not written, and no row above tells it."),
        cure: Bilingual(
            ja: "この行か、その年の最初の行に年を書いてください。", en: "Write the year here or on the first row of that year."))

    private static func contradiction(_ date: CivilDate, isCarried: Bool) -> Defect {
        let day = date.weekday.shortName
        let year = isCarried ? Bilingual(ja: "（年は上の行から）", en: " (year from the rows above)") : Bilingual("")
        return Defect(
            problem: Bilingual(
                ja: "書かれた曜日が暦と合いません。\(date)\(year.ja)は\(day.ja)曜日です。",
                en: "The written weekday contradicts the calendar: \(date)\(year.en) is a \(day.en)."),
            cure: Bilingual(
                ja: "年・月・日・曜日のどれが違うか確かめてください。",
                en: "Check which of year, month, day and weekday is wrong."))
    }

    private static func ambiguous(_ year: Int) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "年が書かれておらず、上の行の日付より前なので、\(year)年か\(year + 1)年か決められません。",
                en: "No year is written, and the day lies before that of the row above: it may be "
                    + "in \(year) or in \(year + 1)."),
            cure: Bilingual(ja: "この行に年を書いてください。", en: "Write the year on this row."))
    }
}
