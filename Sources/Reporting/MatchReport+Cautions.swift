package import Records

/// One kind of warning and how often it came: what a coordinator should know although nothing was refused.
package struct CautionFigure: Sendable {
    /// Stable id: `gate-in_japan_since`, `summer-time-free_time`.
    package var id: String
    /// What would keep it away: "in Japan since for under 10 years".
    package var label: Bilingual
    /// Whom it is about; `nil` for the proposed pairs as such.
    package var side: Side?
    /// People of the export, or proposed pairs.
    package var count: Int

    package init(id: String, label: Bilingual, side: Side?, count: Int) {
        self.id = id
        self.label = label
        self.side = side
        self.count = count
    }
}

/// Somebody whose profile should be brought up to date, or has no date.
package struct StaleProfile: Sendable {
    package var side: Side
    package var person: PersonID
    package var row: Int
    /// Values of the extra columns of the person's side.
    package var details: [String]
    /// The date of the profile and the days since then; `nil` where it has none.
    package var date: CivilDate?
    package var days: Int?
    /// Whether this run proposes a pair with the person: these should be asked first.
    package var isProposed: Bool

    package init(
        side: Side, person: PersonID, row: Int, details: [String], date: CivilDate?, days: Int?,
        isProposed: Bool
    ) {
        self.side = side
        self.person = person
        self.row = row
        self.details = details
        self.date = date
        self.days = days
        self.isProposed = isProposed
    }
}

/// Which profiles were looked for, and what was found.
package struct RefreshList: Sendable {
    package var label: Bilingual
    /// `12か月` and `12 months`.
    package var olderThan: Bilingual
    package var profiles: [StaleProfile]

    package init(label: Bilingual, olderThan: Bilingual, profiles: [StaleProfile]) {
        self.label = label
        self.olderThan = olderThan
        self.profiles = profiles
    }
}

extension MatchReport {
    /// Proposed pairs with at least one warning.
    package var pairsWithWarnings: Int { pairs.count { $0.warnings != nil } }
}
