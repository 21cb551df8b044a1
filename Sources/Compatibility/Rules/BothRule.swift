package import Records

/// Both people ask for something that needs the two of them: a pair inside the company.
package struct BothRule: PairRule {
    /// A category or tags field of both sides.
    package let field: String
    /// Keys of the vocabulary, one of which each of the two must have.
    package let oneOf: [String]
    /// Whether somebody who gave no answer counts as asking for it.
    package let unknownPasses: Bool

    package init(field: String, oneOf: [String], unknownPasses: Bool) {
        self.field = field
        self.oneOf = oneOf
        self.unknownPasses = unknownPasses
    }

    package var id: String { "both-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        let words = words(in: cohort)
        return Bilingual(ja: "双方の\(name.ja)が\(words.ja)", en: "\(name.en) of both: \(words.en)")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let volunteers = meets(cohort.volunteers, cohort)
        let residents = meets(cohort.residents, cohort)
        return { volunteers[$0] && residents[$1] }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        let words = words(in: cohort)
        let who = Bilingual.join(
            [
                meets(cohort.volunteers, cohort)[volunteer]
                    ? nil : Bilingual(ja: "ボランティア側", en: "volunteer"),
                meets(cohort.residents, cohort)[resident] ? nil : Bilingual(ja: "住民側", en: "resident"),
            ].compactMap { $0 }, by: Bilingual(ja: "・", en: " and "))
        return Bilingual(
            ja: "\(who.ja)の\(name.ja)が\(words.ja)でない", en: "\(name.en) of the \(who.en) is not \(words.en)")
    }

    private func words(in cohort: Cohort) -> Bilingual {
        let vocabulary = cohort.vocabulary(ofField: field)
        return Bilingual.join(
            oneOf.compactMap { vocabulary.index(ofKey: $0) }.map { vocabulary.tags[$0].label },
            by: Bilingual(ja: "か", en: " or "))
    }

    private func meets(_ table: PersonTable, _ cohort: Cohort) -> [Bool] {
        let vocabulary = cohort.vocabulary(ofField: field)
        let wanted = TagSet(oneOf.compactMap { vocabulary.index(ofKey: $0) })
        return TagSource(field: field).sets(in: table, of: cohort).map { tags in
            tags.map { $0.sharedCount(with: wanted) > 0 } ?? unknownPasses
        }
    }
}
