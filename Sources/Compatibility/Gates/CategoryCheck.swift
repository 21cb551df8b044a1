package import Records

/// The category (or one of the tags) is one of a list, or none of it is.
package struct CategoryCheck: PersonCheck {
    package let field: String
    /// Keys of the vocabulary.
    package let keys: [String]
    /// Whether the words are refused and not asked for; who gave no answer then passes.
    package let isRefused: Bool

    package init(field: String, oneOf keys: [String]) {
        self.field = field
        self.keys = keys
        isRefused = false
    }

    package init(field: String, noneOf keys: [String]) {
        self.field = field
        self.keys = keys
        isRefused = true
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        let names = cohort.vocabulary(ofField: field).names(of: words(in: cohort))
        return isRefused
            ? Bilingual(ja: "\(label.ja)が\(names.ja)でない", en: "\(label.en): not \(names.en)")
            : Bilingual(ja: "\(label.ja)が\(names.ja)", en: "\(label.en): \(names.en)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        let words = words(in: cohort)
        return TagSource(field: field).sets(in: table, of: cohort).map { tags in
            guard let tags else { return isRefused }
            return (tags.sharedCount(with: words) > 0) != isRefused
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        guard isRefused else {
            let requirement = requirement(in: cohort)
            return Bilingual(ja: "条件（\(requirement.ja)）に合わない", en: "does not meet “\(requirement.en)”")
        }
        let vocabulary = cohort.vocabulary(ofField: field)
        let found = TagSource(field: field).sets(in: table, of: cohort)[person] ?? TagSet()
        let label = cohort.label(ofField: field)
        let names = vocabulary.names(of: found.intersection(words(in: cohort)))
        return Bilingual(ja: "\(label.ja): \(names.ja)は対象外", en: "\(label.en): \(names.en) is out of scope")
    }

    private func words(in cohort: Cohort) -> TagSet {
        let vocabulary = cohort.vocabulary(ofField: field)
        return TagSet(keys.compactMap { vocabulary.index(ofKey: $0) })
    }
}
