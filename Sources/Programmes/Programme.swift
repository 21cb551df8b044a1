package import Compatibility
package import Records
package import Simulation

/// One way of bringing people together, as one file in `configs/` describes it.
package struct Programme: Sendable {
    /// Short name: `family-friend`.
    package var id: String
    package var name: Bilingual
    /// Calendar months that a pair lasts.
    package var durationMonths: Int?
    /// Folder of the place tables, resolved against the programme file.
    package var placesFolder: String?
    package var people: [Side: PersonSpec]
    package var vocabularies: [String: Vocabulary]
    /// Fields in the order of the file.
    package var fields: [FieldSpec]
    package var ruleset: Ruleset
    /// For `kind: errands`: each row of the residents is an errand.
    package var errands: ErrandProgramme?
    /// What only warns.
    package var cautions: Cautions
    /// The most partners of a person, by side; 1 where the file says nothing.
    package var capacities: [Side: Capacity]
    /// The fewest partners of a person who can have as many, by side.
    package var leastPartners: [Side: Capacity]
    /// Sides whose people may also have no partner at all instead of the fewest.
    package var orNone: Set<Side> = []
    /// Caseloads, quotas, budgets and hours: by kind, then in the order of the file.
    package var limits: [ProgrammeLimit]
    package var goals: [ProgrammeGoal]
    /// Date field since which a resident waits; needed by `longest-waiting` and shown in the lists.
    package var waitingSince: String?
    package var lists: ListSettings
    /// Fields by which the report counts residents.
    package var breakdownFields: [String]
    /// By which numbers its annual report is judged.
    package var judging = ReportTargets()
    /// For how many days somebody who declines a proposal takes no part, by the reason; nobody where there is no entry.
    package var parking: [DecisionReason: Int] = [:]
    /// How `simulate` makes up a cohort.
    package var sample: SampleSpec
    /// What must stay true of the programme.
    package var examples: [ProgrammeExample]
    /// What the file says that is allowed but probably not meant.
    package var warnings: [ConfigIssue]

    /// How one side is called and identified; every programme that can be read has both.
    package func person(_ side: Side) -> PersonSpec {
        people[side] ?? PersonSpec(label: Bilingual(side.rawValue), idHeaders: ["id"])
    }
}

/// How many partners a person may have, or must have.
package enum Capacity: Hashable, Sendable {
    case fixed(Int)
    /// A number field; where the answer is missing at most 1 and at least 0.
    case field(String)
}

/// What the lists show beside ids and reasons.
package struct ListSettings: Hashable, Sendable {
    /// Text fields: names.
    package var show: [String]
    /// Best alternatives per resident in `candidates.csv`.
    package var alternatives: Int
    /// Whose profiles `refresh.csv` lists, where it is wanted.
    package var refresh: Refresh?

    /// People whose date lies further back than a bound, or is missing.
    package struct Refresh: Hashable, Sendable {
        package let field: String
        package let olderThan: AgeBound
    }

    package init(show: [String] = [], alternatives: Int = 3, refresh: Refresh? = nil) {
        self.show = show
        self.alternatives = alternatives
        self.refresh = refresh
    }
}
