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
    /// Why this pair fails, in a sentence.
    func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual
}
