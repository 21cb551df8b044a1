/// Which columns of an export describe an action project.
package struct ProjectTableSpec: Hashable, Sendable {
    package var id: [String]
    package var title: [String]
    package var status: [String]
    package var statuses: Vocabulary
    package var outputs: [String]
    /// Numbers of the sessions from which it came.
    package var sessions: [String]
    /// Day and time of its own event.
    package var when: [String]
    /// How many took part in that event.
    package var participants: [String]

    package init(
        id: [String], title: [String], status: [String], statuses: Vocabulary, outputs: [String],
        sessions: [String], when: [String], participants: [String]
    ) {
        self.id = id
        self.title = title
        self.status = status
        self.statuses = statuses
        self.outputs = outputs
        self.sessions = sessions
        self.when = when
        self.participants = participants
    }
}

/// An action project that came out of sessions.
package struct Project: Hashable, Sendable {
    package var row: Int
    package var id: String
    package var title: String
    /// Its state in words, `nil` where nothing is said.
    package var status: Bilingual?
    package var outputs: String?
    /// Numbers of sessions as written.
    package var sessions: [String]
    package var date: CivilDate?
    package var hours: ClockWindow?
    package var participants: Int?

    package init(
        row: Int, id: String, title: String, status: Bilingual?, outputs: String?, sessions: [String],
        date: CivilDate?, hours: ClockWindow?, participants: Int?
    ) {
        self.row = row
        self.id = id
        self.title = title
        self.status = status
        self.outputs = outputs
        self.sessions = sessions
        self.date = date
        self.hours = hours
        self.participants = participants
    }
}
