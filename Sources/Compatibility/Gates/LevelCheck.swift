package import Records

/// One of some levelled tags at a level or above: Japanese at B2.
package struct LevelCheck: PersonCheck {
    package let field: String
    /// Keys of the vocabulary.
    package let oneOf: [String]
    /// Key of the lowest level that counts.
    package let level: String

    package init(field: String, oneOf: [String], level: String) {
        self.field = field
        self.oneOf = oneOf
        self.level = level
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let names = cohort.vocabulary(ofField: field).names(of: accepted(in: cohort))
        return Bilingual(ja: "\(names.ja)が\(level)以上", en: "\(names.en) at \(level) or above")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        guard case .levelledTags(_, let scale)? = cohort.fields[field]?.kind,
            let rank = scale.rank(ofKey: level)
        else { return Array(repeating: false, count: table.count) }
        let accepted = accepted(in: cohort)
        return TagSource(field: field, minimumLevel: rank).sets(in: table, of: cohort).map { tags in
            tags.map { $0.sharedCount(with: accepted) > 0 } ?? false
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let requirement = requirement(in: cohort)
        return Bilingual(ja: "\(requirement.ja)でない（または記入がない）", en: "not \(requirement.en), or not given")
    }

    private func accepted(in cohort: Cohort) -> TagSet {
        let vocabulary = cohort.vocabulary(ofField: field)
        return TagSet(oneOf.compactMap { vocabulary.index(ofKey: $0) })
    }
}
