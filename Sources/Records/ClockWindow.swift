/// A span of time within one day, in minutes after midnight: `13:00–17:00`.
package struct ClockWindow: Hashable, Sendable, CustomStringConvertible {
    /// Minutes in a day.
    package static let day = 24 * 60

    /// Minutes after midnight, 0…1439.
    package let start: Int
    /// Minutes after midnight, later than `start`, at most 1440.
    package let end: Int

    /// `nil` where the span is empty, reversed or leaves the day.
    package init?(start: Int, end: Int) {
        guard start >= 0, start < end, end <= ClockWindow.day else { return nil }
        self.start = start
        self.end = end
    }

    /// Minutes from start to end.
    package var minutes: Int { end - start }

    /// The time that both have; `nil` where there is none.
    package func intersection(_ other: ClockWindow) -> ClockWindow? {
        ClockWindow(start: max(start, other.start), end: min(end, other.end))
    }

    /// `13:00–17:00`.
    package var description: String { "\(ClockWindow.clock(start))–\(ClockWindow.clock(end))" }

    /// `8:30`, from minutes after midnight.
    package static func clock(_ minutes: Int) -> String {
        "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
