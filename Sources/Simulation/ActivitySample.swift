/// How a made-up list of people and their activities is spread.
package struct ActivitySample: Sendable {
    /// How many people there are, unless the command says otherwise.
    package var people: Int
    /// Per cent of them who take part at all.
    package var participation: Int
    /// Activities in a year of somebody who takes part.
    package var activities: ClosedRange<Int>
    /// How long an activity lasts, in half hours.
    package var halfHours: ClosedRange<Int>
    /// Companies or departments, by weight.
    package var groups: [WeightedValue]
    /// Names of events with the keys of their kinds; each is on one day and of one length.
    package var events: [(name: String, kind: String)]

    package init(
        people: Int, participation: Int, activities: ClosedRange<Int>, halfHours: ClosedRange<Int>,
        groups: [WeightedValue], events: [(name: String, kind: String)]
    ) {
        self.people = people
        self.participation = participation
        self.activities = activities
        self.halfHours = halfHours
        self.groups = groups
        self.events = events
    }
}
