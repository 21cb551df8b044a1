import Records

extension Handwriting {
    /// `2026-03-01`, `2026/3/1`, `令和8年3月1日`, `R8.3.1`; in English the first two.
    func text(of date: CivilDate, from stream: inout RandomStream) -> String {
        let (year, month, day) = date.components
        let draw = stream.below(100)
        let slashed = "\(year)/\(month)/\(day)"
        if draw < 45 { return date.description }
        guard language == .ja, draw >= 75, let era = JapaneseEra.all.first(where: { $0.firstDay <= date })
        else {
            return slashed
        }
        let eraYear = year - era.firstDay.components.year + 1
        if draw >= 90 { return "\(era.letter)\(eraYear).\(month).\(day)" }
        return "\(era.name)\(eraYear == 1 ? "元" : String(eraYear))年\(month)月\(day)日"
    }

    /// `平日夜、土日終日`, `月水金 19:00-21:00`, `土曜 9:00〜12:00`, `平日18時以降`; in English
    /// `Sat 10:00-13:00; Sun 10:00-13:00` and `weekday evenings`.
    func text(of slots: [FreeSlot], from stream: inout RandomStream) -> String {
        switch language {
        case .ja: slots.map { japanese($0, from: &stream) }.joined(separator: "、")
        case .en: slots.flatMap { english($0) }.joined(separator: "; ")
        }
    }

    private func japanese(_ slot: FreeSlot, from stream: inout RandomStream) -> String {
        let days =
            switch slot.days {
            case Array(Weekday.allCases.prefix(5)): "平日"
            case [.saturday, .sunday]: "土日"
            case let days where days.count == 1:
                days[0].shortName.ja + (stream.below(3) == 0 ? "曜日" : "曜")
            case let days: days.map(\.shortName.ja).joined(separator: stream.below(3) == 0 ? "・" : "")
            }
        let draw = stream.below(100)
        switch slot.time {
        case .part(let part): return days + part.name.ja
        case .from(let hour): return "\(days)\(hour)時以降"
        case .clock(let start, let end):
            let tilde = draw < 50 ? "-" : "〜"
            return "\(days) \(clock(start))\(tilde)\(clock(end))"
        }
    }

    /// `weekday evenings`, `Sat morning`, else one entry for each day, as a form in English lists them.
    private func english(_ slot: FreeSlot) -> [String] {
        switch slot.time {
        case .part(let part):
            let name = part.name.en
            if part != .allDay, slot.days.count == 5 { return ["weekday \(name)s"] }
            if part != .allDay, slot.days == [.saturday, .sunday] { return ["weekend \(name)s"] }
            return slot.days.map { "\($0.shortName.en) \(name)" }
        case .clock(let start, let end):
            return slot.days.map { "\($0.shortName.en) \(clock(start))-\(clock(end))" }
        case .from(let hour):
            return slot.days.map { "\($0.shortName.en) \(hour):00-22:00" }
        }
    }

    /// `13:00〜15:00`, `13時〜15時半`, `午後1時〜3時`; in English `13:00-15:00` and `1pm-3pm`.
    func text(of window: ClockWindow, from stream: inout RandomStream) -> String {
        let draw = stream.below(100)
        let (start, end) = (window.start, window.end)
        let plain = "\(ClockWindow.clock(start))\(language == .ja ? "〜" : "-")\(ClockWindow.clock(end))"
        guard draw >= 60, start % 30 == 0, end % 30 == 0 else { return plain }
        func hour(_ minutes: Int, of twelve: Bool) -> String {
            let hour = twelve ? (minutes / 60 + 11) % 12 + 1 : minutes / 60
            return language == .ja ? "\(hour)時\(minutes % 60 == 0 ? "" : "半")" : "\(hour)"
        }
        switch language {
        case .ja:
            let isAfternoon = start >= 13 * 60 && end < 24 * 60
            return isAfternoon && draw >= 80
                ? "午後\(hour(start, of: true))〜\(hour(end, of: true))"
                : "\(hour(start, of: false))〜\(hour(end, of: false))"
        case .en:
            guard start % 60 == 0, end % 60 == 0, start >= 12 * 60, end < 24 * 60 else { return plain }
            return "\(hour(start, of: true))pm-\(hour(end, of: true))pm"
        }
    }

    /// `90分`, `1時間半`, `1.5時間`; `90 min`, `1.5 h`.
    func text(ofMinutes minutes: Int, from stream: inout RandomStream) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        let draw = stream.below(100)
        switch language {
        case .ja:
            if hours == 0 || draw < 30 { return "\(minutes)分" }
            if rest == 0 { return "\(hours)時間" }
            if rest == 30 { return draw < 65 ? "\(hours)時間半" : "\(hours).5時間" }
            return "\(hours)時間\(rest)分"
        case .en:
            if hours > 0, rest == 0 { return hours == 1 ? "1 hour" : "\(hours) hours" }
            return rest == 30 && hours > 0 && draw < 50 ? "\(hours).5 hours" : "\(minutes) min"
        }
    }

    /// `9:00`, from half hours since midnight.
    private func clock(_ halfHours: Int) -> String {
        "\(halfHours / 2):\(halfHours % 2 == 0 ? "00" : "30")"
    }
}

/// A Japanese era (元号) with its first day.
private struct JapaneseEra {
    let name: String
    let letter: String
    let firstDay: CivilDate

    /// The eras from the latest back to 昭和; days by the era laws (元号法 and the ordinances under it).
    static let all: [JapaneseEra] = [
        JapaneseEra(name: "令和", letter: "R", year: 2019, month: 5, day: 1),
        JapaneseEra(name: "平成", letter: "H", year: 1989, month: 1, day: 8),
        JapaneseEra(name: "昭和", letter: "S", year: 1926, month: 12, day: 25),
    ].compactMap { $0 }

    private init?(name: String, letter: String, year: Int, month: Int, day: Int) {
        guard let firstDay = CivilDate(year: year, month: month, day: day) else { return nil }
        self.name = name
        self.letter = letter
        self.firstDay = firstDay
    }
}
