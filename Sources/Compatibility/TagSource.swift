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
        let (sets, positions) = setsPerNumber(in: cohort)
        return { volunteer, resident in positions[resident].flatMap { sets[$0][volunteer] } }
    }

    /// The same by tag.
    func rows(in cohort: Cohort) -> OfferRows {
        let (sets, positions) = setsPerNumber(in: cohort)
        return OfferRows(rows: sets.map { TagRows($0) }, positions: positions)
    }

    /// The volunteers' sets at every different number of a resident, and for each resident which of these counts;
    /// without ranges there is one for all.
    func setsPerNumber(in cohort: Cohort) -> (sets: [[TagSet?]], positions: [Int?]) {
        guard let at else {
            let sets = TagSource(field: field).sets(in: cohort.volunteers, of: cohort)
            return ([sets], Array(repeating: 0, count: cohort.residents.count))
        }
        let numbers = cohort.residents.numbers(at)
        let different = Set(numbers.compactMap { $0 }).sorted()
        let ranged = cohort.volunteers.rangedTags(field)
        let sets = different.map { number in
            ranged.map { tags in
                tags.map { TagSet($0.filter { $0.range.contains(number) }.map(\.tag)) }
            }
        }
        let position = Dictionary(uniqueKeysWithValues: different.enumerated().map { ($1, $0) })
        return (sets, numbers.map { $0.flatMap { position[$0] } })
    }
}

/// What volunteers offer, by tag, as each resident sees it.
struct OfferRows: Sendable {
    fileprivate let rows: [TagRows]
    fileprivate let positions: [Int?]

    /// `nil` for a resident without the number that picks from the ranges: nobody offers anything.
    func rows(for resident: Int) -> TagRows? { positions[resident].map { rows[$0] } }
}
