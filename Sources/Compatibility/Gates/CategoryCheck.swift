package import Records

/// The category (or one of the tags) is one of a list.
package struct CategoryCheck: PersonCheck {
    package let field: String
    /// Keys of the vocabulary.
    package let oneOf: [String]

    package init(field: String, oneOf: [String]) {
        self.field = field
        self.oneOf = oneOf
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        let names = cohort.vocabulary(ofField: field).names(of: accepted(in: cohort))
        return Bilingual(ja: "\(label.ja)が\(names.ja)", en: "\(label.en): \(names.en)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        let accepted = accepted(in: cohort)
        return TagSource(field: field).sets(in: table, of: cohort).map { tags in
            tags.map { $0.sharedCount(with: accepted) > 0 } ?? false
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let requirement = requirement(in: cohort)
        return Bilingual(ja: "条件（\(requirement.ja)）に合わない", en: "does not meet “\(requirement.en)”")
    }

    private func accepted(in cohort: Cohort) -> TagSet {
        let vocabulary = cohort.vocabulary(ofField: field)
        return TagSet(oneOf.compactMap { vocabulary.index(ofKey: $0) })
    }
}
