package import Records

/// A row of a file of decisions.
package struct DecisionEntry: Hashable, Sendable {
    package var row: Int
    package var pair: PairKey
    /// Id or as-of date of the run that proposed the pair; `nil` for the latest that did.
    package var run: String?
    package var decision: Decision
    package var reason: DecisionReason?
    package var date: CivilDate
    /// When an accepted pair starts; `nil` for the day of the decision.
    package var start: CivilDate?
    package var mode: String?
    package var cadenceDays: Int?
    /// Until when the one who declined takes no part; `nil` for what the programme says.
    package var parkedUntil: CivilDate?

    package init(
        row: Int, pair: PairKey, run: String? = nil, decision: Decision, reason: DecisionReason? = nil,
        date: CivilDate, start: CivilDate? = nil, mode: String? = nil, cadenceDays: Int? = nil,
        parkedUntil: CivilDate? = nil
    ) {
        self.row = row
        self.pair = pair
        self.run = run
        self.decision = decision
        self.reason = reason
        self.date = date
        self.start = start
        self.mode = mode
        self.cadenceDays = cadenceDays
        self.parkedUntil = parkedUntil
    }
}

/// A row of a file of contacts.
package struct ContactEntry: Hashable, Sendable {
    package var row: Int
    package var pair: PairKey
    package var date: CivilDate
    package var kind: ContactKind
    package var isMade: Bool

    package init(row: Int, pair: PairKey, date: CivilDate, kind: ContactKind, isMade: Bool) {
        self.row = row
        self.pair = pair
        self.date = date
        self.kind = kind
        self.isMade = isMade
    }
}

/// A row of a file of outcomes.
package struct OutcomeEntry: Hashable, Sendable {
    package var row: Int
    package var pair: PairKey
    package var date: CivilDate
    /// Why the pair ended before its time; `nil` where it completed it.
    package var reason: EndReason?
    /// `nil` for what the reason says.
    package var isExcused: Bool?
    package var continued: Bool?

    package init(
        row: Int, pair: PairKey, date: CivilDate, reason: EndReason? = nil, isExcused: Bool? = nil,
        continued: Bool? = nil
    ) {
        self.row = row
        self.pair = pair
        self.date = date
        self.reason = reason
        self.isExcused = isExcused
        self.continued = continued
    }
}

/// A row of a file of surveys: one answer to one question.
package struct SurveyEntry: Hashable, Sendable {
    /// Who answered.
    package enum Respondent: Hashable, Sendable {
        case person(Side, PersonID)
        /// One of a pair, about it.
        case member(Side, PairKey)
        /// The two together.
        case pair(PairKey)
    }

    package var row: Int
    package var respondent: Respondent
    package var wave: SurveyWave
    package var item: String
    package var score: Int
    package var scale: Int
    package var date: CivilDate

    package init(
        row: Int, respondent: Respondent, wave: SurveyWave, item: String, score: Int, scale: Int,
        date: CivilDate
    ) {
        self.row = row
        self.respondent = respondent
        self.wave = wave
        self.item = item
        self.score = score
        self.scale = scale
        self.date = date
    }
}

/// A row of a file of sessions: a session, or one person who came to it.
package struct SessionEntry: Hashable, Sendable {
    package var row: Int
    /// Number or name that tells the session from others; `nil` for its day and title.
    package var key: String?
    package var date: CivilDate
    package var minutes: Int
    package var title: String
    package var kind: String?
    /// How many came, as the organiser counted.
    package var participants: Int?
    package var attendee: PersonID?
    package var side: Side?

    package init(
        row: Int, key: String? = nil, date: CivilDate, minutes: Int, title: String, kind: String? = nil,
        participants: Int? = nil, attendee: PersonID? = nil, side: Side? = nil
    ) {
        self.row = row
        self.key = key
        self.date = date
        self.minutes = minutes
        self.title = title
        self.kind = kind
        self.participants = participants
        self.attendee = attendee
        self.side = side
    }
}

/// A row of a file of hours: what a volunteer did.
package struct HoursEntry: Hashable, Sendable {
    package var row: Int
    package var volunteer: PersonID
    package var date: CivilDate
    package var event: String
    package var kind: String?
    package var minutes: Int
    package var points: Int?

    package init(
        row: Int, volunteer: PersonID, date: CivilDate, event: String, kind: String? = nil, minutes: Int,
        points: Int? = nil
    ) {
        self.row = row
        self.volunteer = volunteer
        self.date = date
        self.event = event
        self.kind = kind
        self.minutes = minutes
        self.points = points
    }
}

/// A row of a file of donations.
package struct DonationEntry: Hashable, Sendable {
    package var row: Int
    package var date: CivilDate
    package var recipient: String
    package var yen: Int
    package var points: Int?
    package var donors: Int?

    package init(
        row: Int, date: CivilDate, recipient: String, yen: Int, points: Int? = nil, donors: Int? = nil
    ) {
        self.row = row
        self.date = date
        self.recipient = recipient
        self.yen = yen
        self.points = points
        self.donors = donors
    }
}
