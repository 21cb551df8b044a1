package import Records

/// When one errand takes place, and what it needs besides a volunteer.
package struct Visit: Hashable, Sendable {
    /// Whose errand it is, where the programme says so.
    package var requester: PersonID?
    package var date: CivilDate
    /// Minutes after midnight.
    package var start: Int
    package var end: Int
    package var isOnline: Bool
    /// From the volunteer's home, in a straight line; `nil` online or where a place is not known.
    package var metres: Int?
    /// What the requester pays for the way there and back, an estimate in yen; `nil` where none can be made.
    package var yen: Int?
    /// Who could step in on the day.
    package var spare: PersonID?

    package init(
        requester: PersonID? = nil, date: CivilDate, start: Int, end: Int, isOnline: Bool, metres: Int?,
        yen: Int?, spare: PersonID? = nil
    ) {
        self.requester = requester
        self.date = date
        self.start = start
        self.end = end
        self.isOnline = isOnline
        self.metres = metres
        self.yen = yen
        self.spare = spare
    }

    /// `9:00–11:00`.
    package var time: String { "\(ClockWindow.clock(start))–\(ClockWindow.clock(end))" }

    /// `12月3日（木）` and `Thu 3 Dec`.
    package var day: Bilingual {
        let (_, month, day) = date.components
        let weekday = date.weekday.shortName
        return Bilingual(
            ja: "\(month)月\(day)日（\(weekday.ja)）", en: "\(weekday.en) \(day) \(Visit.months[month - 1])")
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
