package import Records

/// Everything that the lists and the report of a year of volunteer points say, free of any format.
package struct PointsReport: Sendable {
    /// What one person did in the fiscal year.
    package struct Person: Sendable {
        package let id: PersonID
        /// Company or department, where the list of people says it.
        package let group: String?
        package let events: Int
        package let minutes: Int
        package let points: Int
        /// Whether they stand on the list of people who may take part; `true` where there is no list.
        package let isListed: Bool

        package init(
            id: PersonID, group: String?, events: Int, minutes: Int, points: Int, isListed: Bool
        ) {
            self.id = id
            self.group = group
            self.events = events
            self.minutes = minutes
            self.points = points
            self.isListed = isListed
        }
    }

    /// What the activities of one kind came to.
    package struct Kind: Sendable {
        package let name: String
        package let label: Bilingual
        package let rate: PointRate
        package let events: Int
        package let minutes: Int
        package let points: Int

        package init(
            name: String, label: Bilingual, rate: PointRate, events: Int, minutes: Int, points: Int
        ) {
            self.name = name
            self.label = label
            self.rate = rate
            self.events = events
            self.minutes = minutes
            self.points = points
        }
    }

    /// People who may take part, and of them those who did.
    package struct Participation: Sendable {
        package let name: String
        package let label: Bilingual
        package let active: Int
        package let eligible: Int

        package init(name: String, label: Bilingual, active: Int, eligible: Int) {
            self.name = name
            self.label = label
            self.active = active
            self.eligible = eligible
        }
    }

    /// Where the number of people who may take part comes from.
    package enum EligibleSource: String, Sendable {
        case list
        case programme
        case unknown
    }

    package var programmeID: String
    package var programmeName: Bilingual
    /// What the programme calls its people.
    package var people: Bilingual
    package var asOf: CivilDate
    package var version: String
    package var fiscalYear: FiscalYear
    package var yenPerPoint: Int
    /// Everybody with an activity in the fiscal year, by id.
    package var persons: [Person]
    package var kinds: [Kind]
    /// Activities of other fiscal years, by day.
    package var outside: [Activity]
    /// Labels of the kinds, by the index that activities have.
    package var kindLabels: [Bilingual]
    package var recipients: [Recipient]
    package var participation: Participation
    package var eligibleSource: EligibleSource
    package var groups: [Participation]
    /// How a group of people is called: company.
    package var groupLabel: Bilingual
    /// Expected share of participants in hundredths of a percent.
    package var expected: ClosedRange<Int>?
    package var issues: [DataIssue]
    package var rowCount: Int
    package var quarantined: Int

    package init(
        programmeID: String, programmeName: Bilingual, people: Bilingual, asOf: CivilDate, version: String,
        fiscalYear: FiscalYear, yenPerPoint: Int, persons: [Person], kinds: [Kind], outside: [Activity],
        kindLabels: [Bilingual], recipients: [Recipient], participation: Participation,
        eligibleSource: EligibleSource, groups: [Participation], groupLabel: Bilingual,
        expected: ClosedRange<Int>?, issues: [DataIssue], rowCount: Int, quarantined: Int
    ) {
        self.programmeID = programmeID
        self.programmeName = programmeName
        self.people = people
        self.asOf = asOf
        self.version = version
        self.fiscalYear = fiscalYear
        self.yenPerPoint = yenPerPoint
        self.persons = persons
        self.kinds = kinds
        self.outside = outside
        self.kindLabels = kindLabels
        self.recipients = recipients
        self.participation = participation
        self.eligibleSource = eligibleSource
        self.groups = groups
        self.groupLabel = groupLabel
        self.expected = expected
        self.issues = issues
        self.rowCount = rowCount
        self.quarantined = quarantined
    }
}
