package import Records
package import Simulation

/// A programme in which volunteering earns points, which become donations at the close of the fiscal year.
package struct PointsProgramme: Sendable {
    /// Short name: `volunteer-points`.
    package var id: String
    package var name: Bilingual
    /// What the programme calls the people: 社員, employee.
    package var people: Bilingual
    package var activities: ActivityTableSpec
    package var roster: RosterSpec
    /// What an activity earns, by kind.
    package var rates: [PointRate]
    package var yenPerPoint: Int
    package var recipients: [Recipient]
    /// How many may take part, where no list of them is given.
    package var eligible: Int?
    /// Share of people who are expected to take part, in hundredths of a percent.
    package var expected: ClosedRange<Int>?
    package var sample: ActivitySample?
    package var warnings: [ConfigIssue]
}
