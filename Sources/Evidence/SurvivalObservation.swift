/// How long something was watched, and what ended it.
///
/// For a pair: the days from its start to its end, and why it ended; for a person who waits: the days from entry
/// to the partner. Days and causes are plain whole numbers, so that nothing here knows a calendar.
package struct SurvivalObservation: Hashable, Sendable {
    /// Days under observation, at least 0.
    package let days: Int
    /// Which event ended it; `nil` where none had happened when watching stopped (censored).
    package let cause: Int?

    package init(days: Int, cause: Int?) {
        self.days = days
        self.cause = cause
    }
}

/// The days on which something happened, each with those who were still under observation.
///
/// Who is censored on the day of an event counts as at risk on that day: the event came first.
struct RiskTable {
    /// One day with at least one event.
    struct Row {
        let day: Int
        /// Observations of at least this many days.
        let atRisk: Int
        /// Events of any cause on this day.
        let events: Int
        /// Events of each cause on this day, in the order of the causes asked for.
        let byCause: [Int]
    }

    let rows: [Row]
    let count: Int

    /// Orders the observations; events of causes that are not asked for count as events all the same.
    ///
    /// O(n log n).
    init(_ observations: [SurvivalObservation], causes: [Int]) {
        let sorted = observations.sorted { $0.days < $1.days }
        var rows: [Row] = []
        var index = 0
        while index < sorted.count {
            let day = sorted[index].days
            let atRisk = sorted.count - index
            var events = 0
            var byCause = [Int](repeating: 0, count: causes.count)
            while index < sorted.count, sorted[index].days == day {
                if let cause = sorted[index].cause {
                    events += 1
                    if let position = causes.firstIndex(of: cause) { byCause[position] += 1 }
                }
                index += 1
            }
            if events > 0 { rows.append(Row(day: day, atRisk: atRisk, events: events, byCause: byCause)) }
        }
        self.rows = rows
        count = sorted.count
    }
}
