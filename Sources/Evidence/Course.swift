/// The course of one pair in day numbers: when it started, when its half-year is full, when it ended.
///
/// The half-year is full on `due`, the first day after it: a pair that started on 1 April is due on 1 October.
/// Which day that is, is a matter of the calendar (31 August is due on 28 February) and not of this layer.
package struct Course: Hashable, Sendable {
    package let start: Int
    package let due: Int
    /// The day on which it ended; `nil` while it runs.
    package let end: Int?
    /// Whether its end is excused: somebody moved or left the country.
    package let isExcused: Bool
    /// The last day of which anything is on record; `nil` where nothing is missing.
    package let seenUntil: Int?

    /// The course, or `nil` where the days contradict each other: due not after the start, an end or a record before
    /// it.
    package init?(start: Int, due: Int, end: Int?, isExcused: Bool = false, seenUntil: Int? = nil) {
        guard due > start, end.map({ $0 >= start }) ?? true, seenUntil.map({ $0 >= start }) ?? true else {
            return nil
        }
        self.start = start
        self.due = due
        self.end = end
        self.isExcused = isExcused
        self.seenUntil = seenUntil
    }

    /// How a course stands on a day.
    package enum Standing: Hashable, Sendable {
        /// Ended before its half-year was full; a pair that ends on the last day before `due` is one of these.
        case endedEarly
        /// Lasted until its half-year was full.
        case reached
        /// Neither yet.
        case running
        /// Its half-year is over, and nobody wrote down how it went: it may have lasted, or ended any day.
        case unrecorded
    }

    /// How it stands as of a day; `nil` where it has not started.
    ///
    /// An end after that day has not happened yet.
    package func standing(asOf day: Int) -> Standing? {
        guard start <= day else { return nil }
        if let end, end <= day, end < due { return .endedEarly }
        if due > day { return .running }
        return seenUntil.map { $0 < due } ?? false ? .unrecorded : .reached
    }

    /// Whether its half-year is over as of a day, however it went.
    package func isMature(asOf day: Int) -> Bool { due <= day }

    /// The causes of an early end, for survival estimates.
    package enum EndCause: Int, Hashable, Sendable, CaseIterable {
        case unexcused = 1
        case excused = 2
    }

    /// What survival estimates see of it as of a day; `nil` where it has not started.
    ///
    /// Half-years are 181 to 184 days long. Who reached theirs is counted as watched until `horizon`, so that a
    /// short half-year does not leave early and, with every pair mature, the estimate is the plain rate. One without a
    /// record of its end is watched until it was last seen.
    package func observation(asOf day: Int, horizon: Int) -> SurvivalObservation? {
        switch standing(asOf: day) {
        case nil: nil
        case .reached: SurvivalObservation(days: horizon, cause: nil)
        case .running: SurvivalObservation(days: min(day - start, horizon), cause: nil)
        case .unrecorded: SurvivalObservation(days: min((seenUntil ?? start) - start, horizon), cause: nil)
        case .endedEarly:
            SurvivalObservation(
                days: min((end ?? day) - start, horizon),
                cause: (isExcused ? EndCause.excused : EndCause.unexcused).rawValue)
        }
    }
}
