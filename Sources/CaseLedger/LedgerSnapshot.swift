package import Records

/// Everything that a report needs of a ledger, read in one transaction, as plain arrays.
///
/// Rows refer to each other by `number`, which means nothing outside of one snapshot's ledger; every array is
/// sorted by it, or by its own key. Days are civil dates. A `nil` person is somebody who was forgotten.
package struct LedgerSnapshot: Hashable, Sendable {
    package var programmes: [Programme] = []
    package var people: [Person] = []
    package var labels: [Label] = []
    package var stays: [Stay] = []
    package var runs: [Run] = []
    package var appearances: [Appearance] = []
    package var proposals: [Proposal] = []
    package var decisions: [Decision] = []
    package var pairs: [Pair] = []
    package var contacts: [Contact] = []
    package var outcomes: [Outcome] = []
    package var surveys: [Survey] = []
    package var sessions: [Session] = []
    package var attendances: [Attendance] = []
    package var activities: [Activity] = []
    package var donations: [Donation] = []
    package var forgotten: [Forgotten] = []

    package init() {}

    package struct Programme: Hashable, Sendable {
        package var id: String
        package var name: Bilingual
        /// Calendar months that a pair lasts.
        package var months: Int?
        /// By which numbers its report is judged.
        package var judging = ReportTargets()
        /// Whether its pairs are errands, of one day each.
        package var isErrands = false
    }

    /// Who somebody is to a programme.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case volunteer
        case resident
        /// Came to sessions, and is on neither side.
        case participant

        package init(_ side: Side) {
            switch side {
            case .volunteer: self = .volunteer
            case .resident: self = .resident
            }
        }
    }

    package struct Person: Hashable, Sendable {
        package var number: Int
        package var programme: String
        package var role: Role
        package var id: PersonID
        /// Answers by which reports group people: field name → keys; several for languages.
        package var groups: [String: [String]]
    }

    /// How a group column (`value` empty) or one of its answers is called.
    package struct Label: Hashable, Sendable {
        package var programme: String
        package var key: String
        package var value: String
        package var text: Bilingual

        package init(programme: String, key: String, value: String, text: Bilingual) {
            self.programme = programme
            self.key = key
            self.value = value
            self.text = text
        }
    }

    /// A time that somebody waited in the pool: from an application or the end of a pair until a pair started.
    package struct Stay: Hashable, Sendable {
        package var person: Int
        package var entered: CivilDate
        /// `nil` while they wait.
        package var left: CivilDate?
        package var reason: LeaveReason?
    }

    /// Why somebody is in the pool no more.
    package enum LeaveReason: String, Hashable, Sendable, CaseIterable {
        case paired
        /// Withdrew, as a declined proposal says.
        case withdrawn
        case movedAway = "moved-away"
        /// Not in the export of a later run.
        case absent
    }

    package struct Run: Hashable, Sendable {
        package var number: Int
        /// As people write it: `family-friend-2026-11-01-1a2b3c4d`.
        package var id: String
        package var programme: String
        package var asOf: CivilDate
        package var digest: String
        /// Replaced by a later run of the same day before anything was decided: its proposals do not count.
        package var isSuperseded: Bool
    }

    /// That somebody took part in a run.
    package struct Appearance: Hashable, Sendable {
        package var run: Int
        package var person: Int
        package var state: State
        /// How many partners they may have, running pairs included.
        package var places: Int

        package enum State: String, Hashable, Sendable, CaseIterable {
            case proposed
            /// Eligible, and nobody was proposed to them.
            case unmatched
            /// Did not pass a gate of the programme.
            case refused
            /// Has as many running pairs as places.
            case paired
            /// Takes no part for some days after a declined proposal.
            case parked
        }
    }

    package struct Proposal: Hashable, Sendable {
        package var number: Int
        package var run: Int
        package var volunteer: Int?
        package var resident: Int?
        /// Points.
        package var fit: Int
        /// Place of the volunteer among the resident's possible partners by fit, from 1.
        package var rank: Int
    }

    /// What became of a proposal; those without one wait for it.
    package struct Decision: Hashable, Sendable {
        package var proposal: Int
        /// `nil` where it was accepted.
        package var declined: Decline?
        package var date: CivilDate
        /// The person who declined takes no part in runs before this day.
        package var parkedUntil: CivilDate?

        package var isAccepted: Bool { declined == nil }
    }

    package struct Decline: Hashable, Sendable {
        package var by: Decider
        package var reason: DecisionReason
    }

    package enum Decider: String, Hashable, Sendable, CaseIterable {
        case volunteer
        case resident
        case coordinator
    }

    package struct Pair: Hashable, Sendable {
        package var number: Int
        package var programme: String
        package var proposal: Int?
        package var volunteer: Int?
        package var resident: Int?
        package var start: CivilDate
        /// The start and the programme's months; `nil` where the programme names none.
        package var plannedEnd: CivilDate?
        package var mode: String?
        /// Days between meetings that the two agreed on.
        package var cadenceDays: Int?
        /// The day of an errand: it is done when that is past; `nil` for pairs that last.
        package var errand: CivilDate?
    }

    package struct Contact: Hashable, Sendable {
        package var pair: Int
        package var date: CivilDate
        package var kind: ContactKind
        /// Whether it took place; else it was due and missed.
        package var isMade: Bool
    }

    /// How a pair ended; those without one are running.
    package struct Outcome: Hashable, Sendable {
        package var pair: Int
        package var date: CivilDate
        /// `nil` where the pair completed its time.
        package var ended: EarlyEnd?
        /// Whether they go on by themselves.
        package var continued: Bool?

        package var isCompleted: Bool { ended == nil }
    }

    package struct EarlyEnd: Hashable, Sendable {
        package var reason: EndReason
        /// Nobody could have helped it: moving, leaving the country.
        package var isExcused: Bool
    }

    package struct Survey: Hashable, Sendable {
        package var person: Int?
        package var pair: Int?
        package var wave: SurveyWave
        package var item: String
        package var score: Int
        /// The best score; the worst is 1, or 0 where somebody gave it.
        package var scale: Int
        package var date: CivilDate
    }

    package struct Session: Hashable, Sendable {
        package var number: Int
        package var programme: String
        package var key: String
        package var date: CivilDate
        package var minutes: Int
        package var title: String
        package var kind: String?
        /// As counted by the organiser, or the attendances (those of forgotten people included).
        package var participants: Int
    }

    package struct Attendance: Hashable, Sendable {
        package var session: Int
        package var person: Int
    }

    package struct Activity: Hashable, Sendable {
        package var person: Int
        package var date: CivilDate
        package var event: String
        package var kind: String?
        package var minutes: Int
        package var points: Int?
    }

    package struct Donation: Hashable, Sendable {
        package var programme: String
        package var date: CivilDate
        package var recipient: String
        package var yen: Int
        package var points: Int?
        package var donors: Int?
    }

    /// How many people were forgotten and what they had come to, by the fiscal year in which they entered.
    package struct Forgotten: Hashable, Sendable {
        package var programme: String
        package var role: Role
        /// `nil` for people who never were in the pool.
        package var fiscalYear: FiscalYear?
        package var counts: ForgottenCounts
    }

    /// What stays of people whose rows are gone.
    package struct ForgottenCounts: Hashable, Sendable {
        package var people = 0
        /// Of them: with at least one proposal, one pair, one pair that completed.
        package var proposed = 0
        package var paired = 0
        package var completed = 0
        /// Sums over them.
        package var attendances = 0
        package var minutes = 0
        package var points = 0
    }
}
