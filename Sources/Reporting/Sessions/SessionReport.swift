package import Records

/// Everything that the lists and the report of a table of sessions say, free of any format.
package struct SessionReport: Sendable {
    /// A class of sessions, or a word of a column, with the sessions that belong to it.
    package struct Group: Sendable {
        package let name: String
        package let label: Bilingual
        package let sessions: [Session]

        package init(name: String, label: Bilingual, sessions: [Session]) {
            self.name = name
            self.label = label
            self.sessions = sessions
        }
    }

    /// A column by whose words sessions are counted.
    package struct Breakdown: Sendable {
        package let name: String
        package let label: Bilingual
        package let groups: [Group]

        package init(name: String, label: Bilingual, groups: [Group]) {
            self.name = name
            self.label = label
            self.groups = groups
        }
    }

    /// How the participants are made up.
    package struct Split: Sendable {
        package let name: String
        package let label: Bilingual
        /// Participations of each part, over the sessions that say something.
        package let parts: [(label: Bilingual, count: Int)]
        /// Sessions that say something, and the participations of those in none of the parts.
        package let sessions: Int
        package let unstated: Int
        /// Whether the file has any of its columns.
        package let isPresent: Bool

        package init(
            name: String, label: Bilingual, parts: [(label: Bilingual, count: Int)], sessions: Int,
            unstated: Int, isPresent: Bool
        ) {
            self.name = name
            self.label = label
            self.parts = parts
            self.sessions = sessions
            self.unstated = unstated
            self.isPresent = isPresent
        }
    }

    /// A project, with the numbers of the sessions from which it came, as either table says.
    package struct ProjectLine: Sendable {
        package let project: Project
        package let sessions: [String]

        package init(project: Project, sessions: [String]) {
            self.project = project
            self.sessions = sessions
        }
    }

    /// A total that somebody printed or published, beside what the rows come to.
    package struct TotalCheck: Sendable {
        package enum Quantity: String, Sendable {
            case sessions
            case participations
        }

        package let quantity: Quantity
        /// Where it is printed.
        package let place: Bilingual
        package let printed: Int
        package let counted: Int
        /// Rows in quarantine among those that it adds up.
        package let rowsMissing: Int

        package init(
            quantity: Quantity, place: Bilingual, printed: Int, counted: Int, rowsMissing: Int
        ) {
            self.quantity = quantity
            self.place = place
            self.printed = printed
            self.counted = counted
            self.rowsMissing = rowsMissing
        }

        package var holds: Bool { printed == counted }
    }

    /// People who are reached otherwise, with the day of the count.
    package struct Reach: Sendable {
        package let label: Bilingual
        package let count: Int
        package let isApproximate: Bool
        package let asOf: CivilDate

        package init(label: Bilingual, count: Int, isApproximate: Bool, asOf: CivilDate) {
            self.label = label
            self.count = count
            self.isApproximate = isApproximate
            self.asOf = asOf
        }
    }

    package var programmeID: String
    package var programmeName: Bilingual
    package var asOf: CivilDate
    package var version: String
    /// The only fiscal year that is counted; `nil` for all of them.
    package var fiscalYear: FiscalYear?
    /// The sessions that are counted, by day.
    package var sessions: [Session]
    /// Sessions of other fiscal years, where one was asked for.
    package var outside: [Session]
    package var classes: [Group]
    package var breakdowns: [Breakdown]
    package var splits: [Split]
    /// `nil` where no projects were read.
    package var projects: [ProjectLine]?
    package var totals: [TotalCheck]
    package var reach: [Reach]
    package var issues: [DataIssue]
    /// Rows of sessions, and of them those in quarantine.
    package var rowCount: Int
    package var quarantined: Int

    package init(
        programmeID: String, programmeName: Bilingual, asOf: CivilDate, version: String,
        fiscalYear: FiscalYear?, sessions: [Session], outside: [Session], classes: [Group],
        breakdowns: [Breakdown], splits: [Split], projects: [ProjectLine]?, totals: [TotalCheck],
        reach: [Reach], issues: [DataIssue], rowCount: Int, quarantined: Int
    ) {
        self.programmeID = programmeID
        self.programmeName = programmeName
        self.asOf = asOf
        self.version = version
        self.fiscalYear = fiscalYear
        self.sessions = sessions
        self.outside = outside
        self.classes = classes
        self.breakdowns = breakdowns
        self.splits = splits
        self.projects = projects
        self.totals = totals
        self.reach = reach
        self.issues = issues
        self.rowCount = rowCount
        self.quarantined = quarantined
    }
}
