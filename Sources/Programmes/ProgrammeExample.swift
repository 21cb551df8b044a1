package import Records

/// Something that must stay true of a programme, written down by the people who run it: "exactly ten years is enough".
package struct ProgrammeExample: Sendable {
    /// Somebody in an example.
    package enum Person: Hashable, Sendable {
        /// A made-up person: cells by field, as an export would have them; fields that are not named are empty.
        case madeUp([String: String])
        /// A person of the exports that are checked together with the programme.
        case ofExport(String)
    }

    /// What must be true.
    package enum Claim: Hashable, Sendable {
        /// Each of these rules is met.
        case passes([String])
        /// None of these rules is met.
        case fails([String])
        /// A criterion gives at least as much as it would with these cells instead, by side.
        case noLess(criterion: String, than: [Side: [String: String]])
        /// No rule at all forbids the two.
        case isPossible
        /// Some rule forbids the two.
        case isForbidden
    }

    package let name: Bilingual
    package let people: [Side: Person]
    /// The day of which the example speaks; `nil` for that of the check.
    package let asOf: CivilDate?
    package let claim: Claim
    /// Line of the programme file.
    package let line: Int?
}
