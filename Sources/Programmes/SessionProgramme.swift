package import Records

/// A programme of sessions: a table that is read and added up, with nothing to match.
package struct SessionProgramme: Sendable {
    /// Short name: `social-hub`.
    package var id: String
    package var name: Bilingual
    package var table: SessionTableSpec
    /// Classes of sessions by their titles, in the order of the file.
    package var classes: [SessionClass]
    /// `nil` where the programme has no projects.
    package var projects: ProjectTableSpec?
    /// Totals that were published, to be checked against the rows.
    package var totals: [PublishedTotal]
    /// How many people are reached otherwise.
    package var channels: [Channel]
    package var warnings: [ConfigIssue]
}

/// Sessions whose title is one of some words; the class without titles takes the rest.
package struct SessionClass: Hashable, Sendable {
    /// Stable name: `regular`.
    package let key: String
    package let label: Bilingual
    package let titles: [String]
}

/// What was published of a fiscal year; `nil` where nothing was said.
package struct PublishedTotal: Hashable, Sendable {
    package let fiscalYear: FiscalYear
    package let sessions: Int?
    package let participants: Int?
    /// Where it was published.
    package let source: Bilingual?
}

/// A count of people who are reached otherwise, such as the members of a group on a social network.
package struct Channel: Hashable, Sendable {
    package let label: Bilingual
    package let count: Int
    /// Whether the source says “about”.
    package let isApproximate: Bool
    package let asOf: CivilDate
}
