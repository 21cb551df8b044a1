package import Records

/// What becomes of one proposal, to the end; whoever reads it takes the part that had happened by a day.
package struct CaseCourse: Hashable, Sendable {
    package let pair: PairKey
    /// The day of the run that proposed the pair.
    package let proposed: CivilDate
    package let decision: Decision
    /// With a decline.
    package let reason: DecisionReason?
    package let decided: CivilDate
    /// With an acceptance.
    package let life: PairLife?

    /// What becomes of an accepted pair.
    package struct PairLife: Hashable, Sendable {
        package let start: CivilDate
        /// The key of how the two meet.
        package let mode: String
        package let cadenceDays: Int
        package let end: End
        /// In the order of their days.
        package let contacts: [Contact]
        package let answers: [Answer]
    }

    /// How a pair ends.
    package struct End: Hashable, Sendable {
        package let date: CivilDate
        /// The key of the reason of an early end; `nil` for a pair that lasted its time.
        package let reason: String?
        /// Whether somebody moved away or left the country.
        package let isExcused: Bool
        /// Whether the two go on by themselves; `nil` where nobody asked.
        package let continued: Bool?
    }

    /// A meeting of the two or a follow-up, made or missed.
    package struct Contact: Hashable, Sendable {
        package let date: CivilDate
        /// `meeting`, `online` or `call`.
        package let kind: String
        package let isMade: Bool
    }

    /// The resident's answer to a question, of five points.
    package struct Answer: Hashable, Sendable {
        package let date: CivilDate
        /// `before`, `early` or `after`.
        package let wave: String
        package let item: String
        package let score: Int
    }
}
