/// One session as it counts: how many took part, and how long it lasted where that is known.
package struct SessionCount: Hashable, Sendable {
    package let participants: Int
    package let minutes: Int?

    package init(participants: Int, minutes: Int?) {
        self.participants = participants
        self.minutes = minutes
    }
}

/// What some sessions come to, in whole numbers.
///
/// Participations (のべ人数) count somebody once for every session; how many different people (実人数) there
/// were cannot be derived from them. Person-time is the sum over sessions of minutes × participants: the mean
/// duration times the mean attendance would be another, wrong number. Sessions without a duration are left out
/// of both times and counted, so that a time is never printed as if it were of all of them.
package struct SessionFigures: Hashable, Sendable {
    package let sessions: Int
    /// Sum of the participants of every session.
    package let participations: Int
    /// Sum of the known durations, in minutes.
    package let minutes: Int
    /// Sum of minutes × participants over the sessions with a duration.
    package let personMinutes: Int
    /// Sessions without a duration.
    package let untimed: Int
    /// Participants per session; `nil` without any session.
    package let attendance: Distribution?

    /// Adds the sessions up.
    ///
    /// O(n log n).
    package init(_ counts: [SessionCount]) {
        sessions = counts.count
        participations = counts.reduce(0) { $0 + $1.participants }
        minutes = counts.reduce(0) { $0 + ($1.minutes ?? 0) }
        personMinutes = counts.reduce(0) { $0 + ($1.minutes ?? 0) * $1.participants }
        untimed = counts.count { $0.minutes == nil }
        attendance = Distribution(counts.map(\.participants))
    }
}
