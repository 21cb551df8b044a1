/// Of many courses, those whose half-year is over: the only ones of which a plain rate of completion can speak.
///
/// Leaving out the running ones but keeping those of their start that ended early would understate it; counting
/// the ended ones alone, too.
package struct MatureCohort: Hashable, Sendable {
    /// Courses whose half-year is over as of the day.
    package let mature: Int
    package let reached: Int
    /// Ended early, by cause.
    package let endedUnexcused: Int
    package let endedExcused: Int
    /// Courses that have started and whose half-year is not over, ended or not.
    package let immature: Int

    package init(_ courses: [Course], asOf day: Int) {
        let started = courses.filter { $0.start <= day }
        let over = started.filter { $0.isMature(asOf: day) }
        let early = over.filter { $0.standing(asOf: day) == .endedEarly }
        mature = over.count
        reached = over.count - early.count
        endedExcused = early.count { $0.isExcused }
        endedUnexcused = early.count - endedExcused
        immature = started.count - over.count
    }

    /// Reached ÷ mature.
    package var completion: Proportion? { Proportion(successes: reached, trials: mature) }
}
