/// How a made-up list of people and their activities is spread.
package struct ActivitySample: Hashable, Sendable {
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
    /// Keys of kinds, by weight.
    package var kinds: [WeightedValue]
    /// Names of events; each has one kind and one length.
    package var events: [String]

    package init(
        people: Int, participation: Int, activities: ClosedRange<Int>, halfHours: ClosedRange<Int>,
        groups: [WeightedValue], kinds: [WeightedValue], events: [String]
    ) {
        self.people = people
        self.participation = participation
        self.activities = activities
        self.halfHours = halfHours
        self.groups = groups
        self.kinds = kinds
        self.events = events
    }
}
