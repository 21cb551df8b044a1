import Foundation

/// A time zone: a name of the IANA database (`Asia/Tokyo`), or a fixed distance from UTC (`+05:45`).
///
/// The database is the one that Foundation carries, so that the same build gives the same answers on every machine.
package struct TimeZoneID: Hashable, Sendable {
    /// The name as the database writes it, or `UTC`, `UTC+09:00`, `UTC-03:30`.
    package let name: String
    /// Minutes east of UTC of a fixed distance; `nil` for a named zone.
    package let fixedMinutes: Int?

    /// Reads `Asia/Tokyo` (without regard to case), `UTC`, `UTC+9`, `GMT-3`, `+05:45`, `-0330`, `Z`.
    ///
    /// `nil` for anything else, for more than 14 hours from UTC, and for distances that are no whole quarter hours,
    /// because free time is counted in quarter hours.
    package init?(_ text: String) {
        let upper = text.uppercased()
        if let minutes = TimeZoneID.fixedMinutes(upper) {
            self.init(minutesEast: minutes)
            return
        }
        // Names that the database keeps beside the ones it lists, such as Asia/Kolkata, are known as written only.
        let other = text.contains("/") ? TimeZone(identifier: text)?.identifier : nil
        guard let known = TimeZoneID.names[upper] ?? other else { return nil }
        self.init(name: known, fixedMinutes: nil)
    }

    private init(name: String, fixedMinutes: Int?) {
        self.name = name
        self.fixedMinutes = fixedMinutes
    }

    private init?(minutesEast minutes: Int) {
        guard minutes % 15 == 0, abs(minutes) <= 14 * 60 else { return nil }
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let sign = minutes < 0 ? "-" : "+"
        let name = minutes == 0 ? "UTC" : "UTC\(sign)\(padded(hours)):\(padded(rest))"
        self.init(name: name, fixedMinutes: minutes)
    }

    /// Quarter hours east of UTC at noon UTC of a day.
    ///
    /// Every zone of the database keeps to whole quarter hours since 1972; what is finer is rounded down.
    package func quartersEast(on day: CivilDate) -> Int {
        quartersEast(on: day, in: fixedMinutes == nil ? TimeZone(identifier: name) : nil)
    }

    private func quartersEast(on day: CivilDate, in zone: TimeZone?) -> Int {
        if let fixedMinutes { return fixedMinutes / 15 }
        let noon = Date(timeIntervalSince1970: Double(day.dayNumber * 86_400 + 43_200))
        let seconds = zone?.secondsFromGMT(for: noon) ?? 0
        return seconds >= 0 ? seconds / 900 : -((-seconds + 899) / 900)
    }

    /// The days from `first` up to but without `end` on which the distance from UTC is another than the day before.
    package func changes(after first: CivilDate, before end: CivilDate) -> [CivilDate] {
        guard fixedMinutes == nil, first < end else { return [] }
        var days: [CivilDate] = []
        let zone = TimeZone(identifier: name)
        var previous = quartersEast(on: first, in: zone)
        for number in (first.dayNumber + 1)..<max(first.dayNumber + 1, end.dayNumber) {
            let day = CivilDate(dayNumber: number)
            let quarters = quartersEast(on: day, in: zone)
            if quarters != previous { days.append(day) }
            previous = quarters
        }
        return days
    }

    /// Names of the database by their upper case.
    private static let names: [String: String] = Dictionary(
        TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.map { ($0.uppercased(), $0) },
        uniquingKeysWith: { first, _ in first })

    /// `Z`, `UTC`, `UTC+9`, `GMT-3`, `+05:45`, `-0330`, in upper case.
    private static func fixedMinutes(_ upper: String) -> Int? {
        if upper == "Z" { return 0 }
        var rest = upper[...]
        let hasName = ["UTC", "GMT"].contains { upper.hasPrefix($0) }
        if hasName { rest = rest.dropFirst(3) }
        if rest.isEmpty { return hasName ? 0 : nil }
        guard let sign = rest.first, "+-−".contains(sign) else { return nil }
        let digits = rest.dropFirst()
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        func number(_ part: Substring) -> Int? {
            part.utf8.allSatisfy { (48...57).contains($0) } && (1...2).contains(part.utf8.count)
                ? Int(part) : nil
        }
        let hours: Int?
        let minutes: Int?
        switch parts.count {
        case 2 where parts[1].utf8.count == 2: (hours, minutes) = (number(parts[0]), number(parts[1]))
        case 1 where digits.utf8.count == 4:
            (hours, minutes) = (number(digits.prefix(2)), number(digits.suffix(2)))
        case 1: (hours, minutes) = (number(digits), 0)
        default: return nil
        }
        guard let hours, let minutes, minutes < 60 else { return nil }
        let total = hours * 60 + minutes
        return sign == "-" || sign == "−" ? -total : total
    }
}

/// Where the zone of a weekly field stands: the same for everybody of a side, or in a field of theirs.
package enum ZoneSource: Hashable, Sendable {
    case fixed(TimeZoneID)
    /// A field of kind `time-zone` of the same side.
    case field(String)
}
