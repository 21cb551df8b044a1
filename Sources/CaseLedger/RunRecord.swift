package import Records

/// A programme as a ledger knows it.
package struct LedgerProgramme: Hashable, Sendable {
    package var id: String
    package var name: Bilingual
    /// Calendar months that a pair lasts.
    package var months: Int?
    /// For how many days somebody who declines takes no part, by the reason; a reason that is not there parks nobody.
    package var parking: [DecisionReason: Int]
    /// By which numbers its report is judged.
    package var judging: ReportTargets

    package init(
        id: String, name: Bilingual, months: Int? = nil, parking: [DecisionReason: Int] = [:],
        judging: ReportTargets = ReportTargets()
    ) {
        self.id = id
        self.name = name
        self.months = months
        self.parking = parking
        self.judging = judging
    }
}

/// When and where an errand was planned to take place.
package struct PlannedErrand: Hashable, Sendable {
    package var date: CivilDate
    /// Minutes after midnight.
    package var start: Int
    package var end: Int
    /// Code of the municipality in which it is; `nil` for an errand online.
    package var municipality: String?

    package init(date: CivilDate, start: Int, end: Int, municipality: String?) {
        self.date = date
        self.start = start
        self.end = end
        self.municipality = municipality
    }
}

/// What a ledger keeps of a run of `match`.
package struct RunRecord: Hashable, Sendable {
    package var programme: LedgerProgramme
    package var asOf: CivilDate
    /// SHA-256 of everything that went into the run, in lower-case hexadecimal.
    package var digest: String
    /// Everybody whose row was used.
    package var people: [Person]
    package var labels: [LedgerSnapshot.Label]
    package var proposals: [Proposal]
    /// Whether only residents whose pair has ended took part: nobody else has left the pool for not being there.
    package var isRematch: Bool

    package init(
        programme: LedgerProgramme, asOf: CivilDate, digest: String, people: [Person],
        labels: [LedgerSnapshot.Label] = [], proposals: [Proposal], isRematch: Bool = false
    ) {
        self.isRematch = isRematch
        self.programme = programme
        self.asOf = asOf
        self.digest = digest
        self.people = people
        self.labels = labels
        self.proposals = proposals
    }

    package struct Person: Hashable, Sendable {
        package var side: Side
        package var id: PersonID
        /// The day of the application; `nil` where the export does not say.
        package var applied: CivilDate?
        package var state: LedgerSnapshot.Appearance.State
        /// How many partners they may have, running pairs included.
        package var places: Int
        package var groups: [String: [String]]
        /// Whose errand it is, where the residents' rows are errands and say so.
        package var requester: PersonID?

        package init(
            side: Side, id: PersonID, applied: CivilDate? = nil, state: LedgerSnapshot.Appearance.State,
            places: Int = 1, groups: [String: [String]] = [:], requester: PersonID? = nil
        ) {
            self.requester = requester
            self.side = side
            self.id = id
            self.applied = applied
            self.state = state
            self.places = places
            self.groups = groups
        }
    }

    package struct Proposal: Hashable, Sendable {
        package var pair: PairKey
        package var fit: Int
        /// Place of the volunteer among the resident's possible partners by fit, from 1.
        package var rank: Int
        /// When it takes place, where it is an errand.
        package var errand: PlannedErrand?

        package init(pair: PairKey, fit: Int, rank: Int, errand: PlannedErrand? = nil) {
            self.errand = errand
            self.pair = pair
            self.fit = fit
            self.rank = rank
        }
    }

    /// The id by which people and files name the run.
    package var id: String { RunRecord.id(programme: programme.id, asOf: asOf, digest: digest) }

    /// Programme, day and the first eight digits of the digest.
    package static func id(programme: String, asOf: CivilDate, digest: String) -> String {
        "\(programme)-\(asOf)-\(digest.prefix(8))"
    }
}

/// What recording a run came to.
package struct RecordedRun: Hashable, Sendable {
    package let id: String
    /// Whether the ledger did not know it yet.
    package let isNew: Bool
    /// Runs of the same day that it replaces, because nothing of them was decided.
    package let replaced: [String]
}
