package import Records

/// A bound on many pairs together, as the programme file states it; how many partners one person may have is
/// a `Capacity`.
package enum ProgrammeLimit: Hashable, Sendable {
    case caseload(Caseload)
    case quota(Quota)
    case budget(Budget)
    case hours(Hours)
    case count(ErrandCount)
}

/// At most so many pairs for all people of one side who share an answer: one coordinator's volunteers.
package struct Caseload: Hashable, Sendable {
    package let side: Side
    /// A category or text field; a person without an answer is under no caseload.
    package let field: String
    package let atMost: Int
    package let label: Bilingual
}

/// At least or at most so many pairs with the people of a group.
package struct Quota: Hashable, Sendable {
    /// Which way the quota bounds.
    package enum Sense: Hashable, Sendable {
        case atLeast
        case atMost
    }

    /// How much it asks.
    package enum Amount: Hashable, Sendable {
        /// So many pairs.
        case pairs(Int)
        /// Hundredths of a percent of the places of the group's eligible people; at least rounds up, at most
        /// rounds down.
        case shareOfEligible(Int)
        /// Hundredths of a percent of all pairs of the run.
        case shareOfPairs(Int)
    }

    /// What a share of 100 % is in hundredths of a percent.
    package static let whole = 10_000

    package let group: PeopleGroup
    package let sense: Sense
    package let amount: Amount
    /// Whether the run goes on with what is attainable where the quota cannot be met.
    package let isRelaxed: Bool
    package let label: Bilingual
}

/// At most so much of a quantity over all pairs.
package struct Budget: Hashable, Sendable {
    package enum Quantity: Hashable, Sendable {
        /// The distance between the two, in whole 100 m, rounded up; a place field of both sides.
        case distance(field: String)
        /// A number field of one side.
        case number(field: String, side: Side)
    }

    package let quantity: Quantity
    /// In 100 m for a distance, else in the field's own unit.
    package let atMost: Int
    package let label: Bilingual
}

/// The loads of a volunteer's pairs stay within the volunteer's hours.
package struct Hours: Hashable, Sendable {
    package enum Load: Hashable, Sendable {
        /// Every pair takes so many hours.
        case fixed(Int)
        /// A number field of the resident.
        case field(String)
        /// A duration field of the resident; the volunteer's number is then one of hours.
        case duration(String)
    }

    /// A number field of the volunteer.
    package let field: String
    package let load: Load
    /// The hours are those of each week or month; `nil` for the whole run.
    package let period: Period?
    package let label: Bilingual
}

/// A volunteer takes at most so many errands in each week or month.
package struct ErrandCount: Hashable, Sendable {
    /// A number field of the volunteer; who gave no number takes as many as fit.
    package let field: String
    package let period: Period
    package let label: Bilingual
}

/// The stretch of the calendar for which a limit counts anew.
package enum Period: String, Hashable, Sendable, CaseIterable {
    /// From Monday to Sunday.
    case week
    /// A calendar month.
    case month

    /// The first day of the period that holds a day.
    package func start(of date: CivilDate) -> CivilDate {
        switch self {
        case .week: return date.monday
        case .month: return date.firstOfMonth
        }
    }
}
