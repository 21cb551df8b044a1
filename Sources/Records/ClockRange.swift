/// From one time of a day to a later one of the same day, in minutes after midnight; the end may be 24:00.
package struct ClockRange: Hashable, Sendable {
    package let start: Int
    package let end: Int

    /// The range, or `nil` where it has no length or leaves the day.
    package init?(start: Int, end: Int) {
        guard 0 <= start, start < end, end <= 24 * 60 else { return nil }
        self.start = start
        self.end = end
    }

    /// How long it lasts.
    package var minutes: Int { end - start }

    /// `20:00–21:30`.
    package var text: String { "\(ClockRange.text(start))–\(ClockRange.text(end))" }

    /// `9:05`, of minutes after midnight.
    package static func text(_ minutes: Int) -> String {
        let rest = minutes % 60
        return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
