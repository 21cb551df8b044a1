package import Records

/// A hard condition on a pair.
///
/// One conforming type per kind of rule, with its own sentences.
package protocol PairRule: Sendable {
    /// Stable id, `within-home`; unique in a programme.
    var id: String { get }
    /// The rule in words: "at most 8 km apart".
    func label(in cohort: Cohort) -> Bilingual
    /// The test of a pair, with everything that concerns one person worked out beforehand.
    func test(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> Bool
    /// The same verdicts, all volunteers of a resident at a time; where a rule says nothing, by its test.
    func rows(in cohort: Cohort) -> any RuleRows
    /// Where a resident's volunteers are to be found, for a rule that rules out who is far away; else `nil`.
    func nearby(in cohort: Cohort) -> NearbyVolunteers?
    /// Why this pair fails, in a sentence.
    func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual
}

extension PairRule {
    package func rows(in cohort: Cohort) -> any RuleRows { TestedRows(test: test(in: cohort)) }

    package func nearby(in cohort: Cohort) -> NearbyVolunteers? { nil }
}
