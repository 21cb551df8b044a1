/// Which columns of an export describe what somebody did as a volunteer; each with its accepted headers.
package struct ActivityTableSpec: Hashable, Sendable {
    package var person: [String]
    package var date: [String]
    package var event: [String]
    package var kind: [String]
    package var hours: [String]
    /// Kinds of activities; each has a rate.
    package var kinds: Vocabulary

    package init(
        person: [String], date: [String], event: [String], kind: [String], hours: [String], kinds: Vocabulary
    ) {
        self.person = person
        self.date = date
        self.event = event
        self.kind = kind
        self.hours = hours
        self.kinds = kinds
    }
}

/// What one person did on one day.
package struct Activity: Hashable, Sendable {
    /// Row as the user's spreadsheet numbers it.
    package var row: Int
    package var person: PersonID
    package var date: CivilDate
    package var event: String
    /// Index into the kinds.
    package var kind: Int
    package var minutes: Int

    package init(row: Int, person: PersonID, date: CivilDate, event: String, kind: Int, minutes: Int) {
        self.row = row
        self.person = person
        self.date = date
        self.event = event
        self.kind = kind
        self.minutes = minutes
    }
}

/// What an activity of one kind earns.
package struct PointRate: Hashable, Sendable {
    /// Points for taking part.
    package let perEvent: Int
    /// Points for an hour.
    package let perHour: Int

    package init(perEvent: Int, perHour: Int) {
        self.perEvent = perEvent
        self.perHour = perHour
    }

    /// Points of one activity: in proportion to its minutes, rounded down to whole points.
    package func points(minutes: Int) -> Int { perEvent + perHour * minutes / 60 }
}

/// Which columns of an export list the people who may take part.
package struct RosterSpec: Hashable, Sendable {
    package var person: [String]
    /// Company or department; empty where there is none.
    package var group: [String]
    package var groupLabel: Bilingual

    package init(person: [String], group: [String], groupLabel: Bilingual) {
        self.person = person
        self.group = group
        self.groupLabel = groupLabel
    }
}

/// Somebody who may take part.
package struct RosterEntry: Hashable, Sendable {
    package var row: Int
    package var person: PersonID
    package var group: String?

    package init(row: Int, person: PersonID, group: String?) {
        self.row = row
        self.person = person
        self.group = group
    }
}

/// An organisation that receives a share of the money.
package struct Recipient: Hashable, Sendable {
    package let id: String
    package let name: Bilingual
    /// Hundredths of a percent.
    package let share: Int

    package init(id: String, name: Bilingual, share: Int) {
        self.id = id
        self.name = name
        self.share = share
    }
}
