package import Records

/// Several programmes that draw on the same volunteers and are settled in one run.
package struct TogetherProgramme: Sendable {
    /// One of the programmes.
    package struct Part: Sendable {
        /// Its short name in the file, and the name of its folder in the run.
        package let name: String
        /// Path of its programme file.
        package let path: String
        /// What each pair takes of a volunteer's week.
        package let load: Load
    }

    package enum Load: Hashable, Sendable {
        /// Minutes of every week.
        case everyWeek(minutes: Int)
        /// How long the errand takes, in its own week.
        case errand
    }

    package let id: String
    package let name: Bilingual
    package let parts: [Part]
    /// The part that has the volunteers' weekly hours, as an index, and the number field.
    package let hours: (part: Int, field: String)
    /// What matters most, in order: the part, as an index, and one of its goals.
    package let goals: [(part: Int, goal: ProgrammeGoal)]
    package let warnings: [ConfigIssue]
}
