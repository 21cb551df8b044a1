package import Records

/// Reads any field with a vocabulary as a set of tags per person: a category is a set of one, levelled tags
/// are the tags at or above a level.
package struct TagSource: Hashable, Sendable {
    package let field: String
    /// Lowest rank on the field's scale that counts; a tag without a level counts only when this is `nil`.
    package let minimumLevel: Int?

    package init(field: String, minimumLevel: Int? = nil) {
        self.field = field
        self.minimumLevel = minimumLevel
    }

    /// One set per person; `nil` where the answer is missing.
    package func sets(in table: PersonTable, of cohort: Cohort) -> [TagSet?] {
        switch cohort.fields[field]?.kind {
        case .category: table.categories(field).map { $0.map { TagSet([$0]) } }
        case .levelledTags:
            table.levelledTags(field).map { tags in
                tags.map { TagSet($0.filter(isCounted).map(\.tag)) }
            }
        case .rangedTags: table.rangedTags(field).map { tags in tags.map { TagSet($0.map(\.tag)) } }
        default: table.tags(field)
        }
    }

    private func isCounted(_ tag: LevelledTag) -> Bool {
        guard let minimumLevel else { return true }
        return (tag.level ?? -1) >= minimumLevel
    }
}

/// What a volunteer offers to a resident: a plain set of tags, or ranged tags taken at the resident's number
/// (subjects at a school grade).
package struct OfferSource: Hashable, Sendable {
    package let field: String
    /// The resident's number field that picks from the ranges; `nil` for fields without ranges.
    package let at: String?

    package init(field: String, at: String? = nil) {
        self.field = field
        self.at = at
    }

    /// A look-up of what a volunteer offers to a resident; `nil` where the volunteer gave no answer or the
    /// resident has no number.
    ///
    /// Prepared once: O(volunteers × different numbers) sets.
    func offers(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> TagSet? {
        guard let at else {
            let sets = TagSource(field: field).sets(in: cohort.volunteers, of: cohort)
            return { volunteer, _ in sets[volunteer] }
        }
        let numbers = cohort.residents.numbers(at)
        let different = Set(numbers.compactMap { $0 }).sorted()
        let ranged = cohort.volunteers.rangedTags(field)
        let setsPerNumber = different.map { number in
            ranged.map { tags in
                tags.map { TagSet($0.filter { $0.range.contains(number) }.map(\.tag)) }
            }
        }
        let position = Dictionary(uniqueKeysWithValues: different.enumerated().map { ($1, $0) })
        let positions = numbers.map { $0.flatMap { position[$0] } }
        return { volunteer, resident in
            positions[resident].flatMap { setsPerNumber[$0][volunteer] }
        }
    }
}
