/// Which columns of an export describe a session; each with its accepted headers, empty where there is none.
package struct SessionTableSpec: Hashable, Sendable {
    /// Number by which people speak of a session.
    package var number: [String]
    /// Day, and where it is written there the day of the week and the time.
    package var when: [String]
    /// Time, where it has a column of its own.
    package var time: [String]
    package var title: [String]
    /// How many took part.
    package var participants: [String]
    /// Projects that the session led to.
    package var projects: [String]
    /// What may follow the number of participants: `人`.
    package var unit: String?
    /// Columns with one word of a vocabulary, by which sessions are counted.
    package var words: [SessionWordColumn]
    /// How the participants are made up, where it was counted.
    package var splits: [SessionSplit]

    package init(
        number: [String], when: [String], time: [String], title: [String], participants: [String],
        projects: [String], unit: String?, words: [SessionWordColumn], splits: [SessionSplit]
    ) {
        self.number = number
        self.when = when
        self.time = time
        self.title = title
        self.participants = participants
        self.projects = projects
        self.unit = unit
        self.words = words
        self.splits = splits
    }
}

/// A column with one word of a vocabulary.
package struct SessionWordColumn: Hashable, Sendable {
    package let name: String
    package let label: Bilingual
    package let headers: [String]
    package let vocabulary: Vocabulary

    package init(name: String, label: Bilingual, headers: [String], vocabulary: Vocabulary) {
        self.name = name
        self.label = label
        self.headers = headers
        self.vocabulary = vocabulary
    }
}

/// A way to split the participants of a session: kinds of people, inside or outside the prefecture.
package struct SessionSplit: Hashable, Sendable {
    /// A column with the number of participants of one kind.
    package struct Part: Hashable, Sendable {
        package let name: String
        package let label: Bilingual
        package let headers: [String]

        package init(name: String, label: Bilingual, headers: [String]) {
            self.name = name
            self.label = label
            self.headers = headers
        }
    }

    package let name: String
    package let label: Bilingual
    package let parts: [Part]

    package init(name: String, label: Bilingual, parts: [Part]) {
        self.name = name
        self.label = label
        self.parts = parts
    }
}

/// One session of a table.
package struct Session: Hashable, Sendable {
    /// Row as the user's spreadsheet numbers it.
    package var row: Int
    package var number: String?
    package var date: CivilDate
    /// Whether the day of the week was written and agrees with the calendar.
    package var isWeekdayWritten: Bool
    package var hours: ClockWindow?
    package var title: String
    package var participants: Int
    /// Projects as written.
    package var projects: [String]
    /// Index into the vocabulary of each word column.
    package var words: [Int?]
    /// Participants of every part of every split.
    package var parts: [[Int?]]

    package init(
        row: Int, number: String?, date: CivilDate, isWeekdayWritten: Bool, hours: ClockWindow?,
        title: String,
        participants: Int, projects: [String] = [], words: [Int?] = [], parts: [[Int?]] = []
    ) {
        self.row = row
        self.number = number
        self.date = date
        self.isWeekdayWritten = isWeekdayWritten
        self.hours = hours
        self.title = title
        self.participants = participants
        self.projects = projects
        self.words = words
        self.parts = parts
    }
}

/// A row of a table that adds up the rows above it, as printed.
package struct PrintedTotal: Hashable, Sendable {
    package let row: Int
    package let participants: Int

    package init(row: Int, participants: Int) {
        self.row = row
        self.participants = participants
    }
}
