import Records

/// A habit from which free times are drawn, as a `spread` names it.
enum FreeTimePattern: String, CaseIterable, Sendable {
    case weekdayMorning = "weekday-morning"
    case weekdayAfternoon = "weekday-afternoon"
    case weekdayEvening = "weekday-evening"
    case weekendMorning = "weekend-morning"
    case weekendAfternoon = "weekend-afternoon"
    case weekendEvening = "weekend-evening"
    case weekendDay = "weekend-day"

    private var isOnWeekdays: Bool {
        switch self {
        case .weekdayMorning, .weekdayAfternoon, .weekdayEvening: true
        case .weekendMorning, .weekendAfternoon, .weekendEvening, .weekendDay: false
        }
    }

    private var part: DayPart {
        switch self {
        case .weekdayMorning, .weekendMorning: .morning
        case .weekdayAfternoon, .weekendAfternoon: .afternoon
        case .weekdayEvening, .weekendEvening: .evening
        case .weekendDay: .allDay
        }
    }

    /// Days and a time that somebody with this habit writes.
    ///
    /// Weekdays: one in 35 %, two in 40 %, three in 15 %, all five in 10 %. At the weekend: both days in 50 %,
    /// Saturday in 28 %, Sunday in 22 %. The time is a part of the day in 40 %, for evenings an hour with 以降 in
    /// 15 %, else two clock times.
    func slot(from stream: inout RandomStream) -> FreeSlot {
        let days = isOnWeekdays ? weekdays(from: &stream) : weekendDays(from: &stream)
        let draw = stream.below(100)
        if draw < 40 { return FreeSlot(days: days, time: .part(part)) }
        if draw < 55, part == .evening {
            return FreeSlot(days: days, time: .from(hour: stream.number(in: 18...20)))
        }
        return FreeSlot(days: days, time: clock(from: &stream))
    }

    private func weekdays(from stream: inout RandomStream) -> [Weekday] {
        let all = Array(Weekday.allCases.prefix(5))
        let draw = stream.below(100)
        if draw >= 90 { return all }
        let count = draw < 35 ? 1 : draw < 75 ? 2 : 3
        let drawn = WeightedChoice(equally: all)?.draw(count, from: &stream) ?? all
        return drawn.sorted { $0.rawValue < $1.rawValue }
    }

    private func weekendDays(from stream: inout RandomStream) -> [Weekday] {
        let draw = stream.below(100)
        return draw < 50 ? [.saturday, .sunday] : draw < 78 ? [.saturday] : [.sunday]
    }

    /// Start and end on half hours, inside the part of the day.
    private func clock(from stream: inout RandomStream) -> FreeSlot.Time {
        let (starts, lengths, latest): ([Int], ClosedRange<Int>, Int) =
            switch part {
            case .morning: ([18, 19, 20], 4...6, 24)
            case .afternoon: ([26, 27, 28, 30], 4...8, 36)
            case .evening: ([36, 37, 38, 39], 4...6, 44)
            case .allDay: ([18, 20, 22], 10...16, 38)
            }
        let start = stream.pick(starts)
        return .clock(start: start, end: min(latest, start + stream.number(in: lengths)))
    }
}

/// A part of the day that has a name.
enum DayPart: Sendable {
    case morning, afternoon, evening, allDay

    /// `午前` and `morning`.
    var name: Bilingual {
        switch self {
        case .morning: Bilingual(ja: "午前", en: "morning")
        case .afternoon: Bilingual(ja: "午後", en: "afternoon")
        case .evening: Bilingual(ja: "夜", en: "evening")
        case .allDay: Bilingual(ja: "終日", en: "all day")
        }
    }
}

/// One entry of a cell with weekly free time: days, and a time on each of them.
struct FreeSlot: Sendable {
    enum Time: Sendable {
        case part(DayPart)
        /// Half hours since midnight.
        case clock(start: Int, end: Int)
        /// From an hour on until the end of the day's activities.
        case from(hour: Int)
    }

    /// In the order of the week, at least one.
    let days: [Weekday]
    let time: Time
}
