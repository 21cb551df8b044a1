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
    package var capacities: [Side: Capacity]
    package var goals: [ProgrammeGoal]
    /// Date field since which a resident waits; needed by `longest-waiting` and shown in the lists.
    package var waitingSince: String?
    package var lists: ListSettings
    /// Fields by which the report counts residents.
    package var breakdownFields: [String]
    /// How `simulate` makes up a cohort.
    package var sample: SampleSpec
    /// What the file says that is allowed but probably not meant.
    package var warnings: [ConfigIssue]

    /// How one side is called and identified; every programme that can be read has both.
    package func person(_ side: Side) -> PersonSpec {
        people[side] ?? PersonSpec(label: Bilingual(side.rawValue), idHeaders: ["id"])
    }
}

/// How many partners a person may have.
package enum Capacity: Hashable, Sendable {
    case fixed(Int)
    /// A number field; 1 where the answer is missing.
    case field(String)
}

/// One level of the objective, in words of the programme file.
package enum ProgrammeGoal: String, Hashable, Sendable, CaseIterable {
    /// As many pairs as possible.
    case mostPairs = "most-pairs"
    /// The largest sum of days that the residents in pairs have waited.
    case longestWaiting = "longest-waiting"
    /// The largest sum of fits.
    case bestFit = "best-fit"

    package var label: Bilingual {
        switch self {
        case .mostPairs: Bilingual(ja: "成立するペアの数", en: "pairs")
        case .longestWaiting: Bilingual(ja: "待機日数の合計", en: "total days waited")
        case .bestFit: Bilingual(ja: "相性の合計点", en: "total points of fit")
        }
    }
}

/// What the lists show beside ids and reasons.
package struct ListSettings: Hashable, Sendable {
    /// Text fields: names.
    package var show: [String]
    /// Best alternatives per resident in `candidates.csv`.
    package var alternatives: Int

    package init(show: [String] = [], alternatives: Int = 3) {
        self.show = show
        self.alternatives = alternatives
    }
}
