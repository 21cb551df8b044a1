/// What became of the people of a programme, as far as annual figures need it: plain rows without names.
///
/// Rows refer to people and pairs by `number`, which means nothing outside of one history. A `nil` person is somebody
/// who was forgotten. Whoever keeps cases, a ledger or a test, fills these; nothing here knows where they came from.
package struct CaseHistory: Hashable, Sendable {
    package var people: [CasePerson] = []
    package var entries: [CaseEntry] = []
    package var proposals: [CaseProposal] = []
    package var pairs: [CasePair] = []
    package var contacts: [CaseContact] = []
    package var answers: [CaseAnswer] = []
    package var sessions: [CaseSession] = []
    package var activities: [CaseActivity] = []
    package var donations: [CaseDonation] = []
    /// How many people were forgotten at their wish: they stay in the counts of those who ever took part.
    package var forgotten: [CaseForgotten] = []
    /// By what reports group residents and the pairs they are in.
    package var dimensions: [CaseDimension] = []
    /// What the keys of decline reasons, end reasons, modes, survey items and kinds of session are called.
    package var words: [String: Bilingual] = [:]

    package init() {}

    /// What a key is called, or the key itself.
    package func word(_ key: String) -> Bilingual { words[key] ?? Bilingual(key) }
}

/// A person of the programme.
package struct CasePerson: Hashable, Sendable {
    package let number: Int
    /// `nil` for people who only come to sessions.
    package let side: Side?
    /// Answers by which reports group people: dimension → keys; several where a person may have several.
    package let groups: [String: [String]]

    package init(number: Int, side: Side?, groups: [String: [String]] = [:]) {
        self.number = number
        self.side = side
        self.groups = groups
    }
}

/// A time in the pool: from an application, or from the end of a pair, to a partner or to leaving.
package struct CaseEntry: Hashable, Sendable {
    package let person: Int
    package let entered: CivilDate
    /// The day on which they left without a partner; `nil` for those who wait or got one.
    package let withdrew: CivilDate?
    /// Whether they passed every gate; `nil` while that is not known.
    package let isEligible: Bool?

    package init(person: Int, entered: CivilDate, withdrew: CivilDate? = nil, isEligible: Bool? = true) {
        self.person = person
        self.entered = entered
        self.withdrew = withdrew
        self.isEligible = isEligible
    }
}

/// A proposed pair and what was decided.
package struct CaseProposal: Hashable, Sendable {
    /// What became of a proposal.
    package enum Decision: Hashable, Sendable {
        case accepted
        /// Declined, with the keys of who did and why.
        case declined(by: String, reason: String)
    }

    package let volunteer: Int?
    package let resident: Int?
    package let date: CivilDate
    /// `nil` while it is open.
    package let decision: Decision?

    package init(volunteer: Int?, resident: Int?, date: CivilDate, decision: Decision?) {
        self.volunteer = volunteer
        self.resident = resident
        self.date = date
        self.decision = decision
    }
}

/// A pair: a re-match is a new pair of the same person.
package struct CasePair: Hashable, Sendable {
    /// How a pair ended.
    package struct End: Hashable, Sendable {
        package let date: CivilDate
        /// Key of the reason of an early end; `nil` where the time was completed.
        package let reason: String?
        package let isExcused: Bool
        /// Whether the two go on by themselves; `nil` where nobody asked.
        package let continued: Bool?

        package init(date: CivilDate, reason: String? = nil, isExcused: Bool = false, continued: Bool? = nil)
        {
            self.date = date
            self.reason = reason
            self.isExcused = isExcused
            self.continued = continued
        }
    }

    package let number: Int
    package let volunteer: Int?
    package let resident: Int?
    package let start: CivilDate
    /// Key of how the two meet.
    package let mode: String?
    package let firstMeeting: CivilDate?
    package let end: End?

    package init(
        number: Int, volunteer: Int?, resident: Int?, start: CivilDate, mode: String? = nil,
        firstMeeting: CivilDate? = nil, end: End? = nil
    ) {
        self.number = number
        self.volunteer = volunteer
        self.resident = resident
        self.start = start
        self.mode = mode
        self.firstMeeting = firstMeeting
        self.end = end
    }
}

/// A follow-up of a pair that was due.
package struct CaseContact: Hashable, Sendable {
    package let pair: Int
    package let date: CivilDate
    package let isMade: Bool

    package init(pair: Int, date: CivilDate, isMade: Bool) {
        self.pair = pair
        self.date = date
        self.isMade = isMade
    }
}

/// One answer of a survey, in whole points.
package struct CaseAnswer: Hashable, Sendable {
    package let person: Int
    package let item: String
    package let isBefore: Bool
    package let score: Int
    package let date: CivilDate

    package init(person: Int, item: String, isBefore: Bool, score: Int, date: CivilDate) {
        self.person = person
        self.item = item
        self.isBefore = isBefore
        self.score = score
        self.date = date
    }
}

/// A session, with who came where that was written down.
package struct CaseSession: Hashable, Sendable {
    package let date: CivilDate
    package let minutes: Int?
    /// Key of its kind: themed, regular.
    package let kind: String?
    package let participants: Int
    /// The people who came; `nil` where only heads were counted.
    package let attendees: [Int]?

    package init(
        date: CivilDate, minutes: Int?, kind: String?, participants: Int, attendees: [Int]? = nil
    ) {
        self.date = date
        self.minutes = minutes
        self.kind = kind
        self.participants = participants
        self.attendees = attendees
    }
}

/// Time that somebody gave.
package struct CaseActivity: Hashable, Sendable {
    package let person: Int
    package let date: CivilDate
    package let minutes: Int
    package let points: Int

    package init(person: Int, date: CivilDate, minutes: Int, points: Int = 0) {
        self.person = person
        self.date = date
        self.minutes = minutes
        self.points = points
    }
}

/// People whose rows are gone, by the year in which they first entered the pool.
package struct CaseForgotten: Hashable, Sendable {
    package let side: Side
    package let year: FiscalYear
    package let people: Int

    package init(side: Side, year: FiscalYear, people: Int) {
        self.side = side
        self.year = year
        self.people = people
    }
}

/// Money given.
package struct CaseDonation: Hashable, Sendable {
    package let date: CivilDate
    package let yen: Int
    package let donors: Int?

    package init(date: CivilDate, yen: Int, donors: Int? = nil) {
        self.date = date
        self.yen = yen
        self.donors = donors
    }
}

/// A way to group residents.
package struct CaseDimension: Hashable, Sendable {
    package struct Value: Hashable, Sendable {
        package let key: String
        package let label: Bilingual

        package init(key: String, label: Bilingual) {
            self.key = key
            self.label = label
        }
    }

    package let key: String
    package let label: Bilingual
    package let values: [Value]
    /// Whether everybody is in one group at most; people may speak several languages.
    package let isExclusive: Bool

    package init(key: String, label: Bilingual, values: [Value], isExclusive: Bool) {
        self.key = key
        self.label = label
        self.values = values
        self.isExclusive = isExclusive
    }
}
