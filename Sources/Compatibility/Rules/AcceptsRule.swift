package import Records

/// Each accepts the other: a wish about the partner's category, on either side.
///
/// No wish accepts everybody; a wish is not met by a partner whose category is not known.
package struct AcceptsRule: PairRule {
    /// Category field with the wish, asked on both sides.
    package let wish: String
    /// Category field of the partner that the wish is about.
    package let of: String
    /// Key of the wish that accepts everybody, and of the one that asks for one's own category.
    package let anyKey: String
    package let sameKey: String?

    package init(wish: String, of: String, anyKey: String, sameKey: String?) {
        self.wish = wish
        self.of = of
        self.anyKey = anyKey
        self.sameKey = sameKey
    }

    package var id: String { "accepts-\(wish)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: wish)
        return Bilingual(ja: "\(name.ja)に双方が合う", en: "\(name.en): each accepts the other")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let volunteerWishes = wishes(of: cohort.volunteers, cohort)
        let residentWishes = wishes(of: cohort.residents, cohort)
        let volunteers = cohort.volunteers.categories(of)
        let residents = cohort.residents.categories(of)
        return { volunteer, resident in
            volunteerWishes[volunteer].isMet(by: residents[resident])
                && residentWishes[resident].isMet(by: volunteers[volunteer])
        }
    }

    package func rows(in cohort: Cohort) -> any RuleRows {
        let volunteerWishes = wishes(of: cohort.volunteers, cohort)
        return Rows(
            open: BitRow(volunteerWishes.map(\.isOpen)), wanting: TagRows(volunteerWishes.map(\.wanted)),
            volunteers: TagRows(cohort.volunteers.categories(of)),
            residentWishes: wishes(of: cohort.residents, cohort), residents: cohort.residents.categories(of))
    }

    private struct Rows: RuleRows {
        /// Volunteers who accept everybody, and those who want one category.
        let open: BitRow
        let wanting: TagRows
        let volunteers: TagRows
        let residentWishes: [Wish]
        let residents: [Int?]

        var effort: RowEffort { .words }

        func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
            row.copy(open, in: scope.stretches)
            if let category = residents[resident] {
                row.formUnion(wanting[category], in: scope.stretches)
            }
            switch residentWishes[resident] {
            case .anyone: break
            case .only(let wanted): row.formIntersection(volunteers[wanted], in: scope.stretches)
            case .nobody: row.fill(scope.stretches, with: false)
            }
            row.invert(scope.stretches)
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: wish)
        let volunteerRefuses = !wishes(of: cohort.volunteers, cohort)[volunteer]
            .isMet(by: cohort.residents.categories(of)[resident])
        return volunteerRefuses
            ? Bilingual(ja: "ボランティア側の\(name.ja)に合わない", en: "does not meet the volunteer's \(name.en)")
            : Bilingual(ja: "住民側の\(name.ja)に合わない", en: "does not meet the resident's \(name.en)")
    }

    private enum Wish: Equatable {
        case anyone
        case only(Int)
        /// A wish that nobody can be known to meet: their own category is missing.
        case nobody

        var isOpen: Bool { self == .anyone }

        var wanted: Int? { if case .only(let category) = self { category } else { nil } }

        func isMet(by category: Int?) -> Bool {
            switch self {
            case .anyone: true
            case .only(let wanted): category == wanted
            case .nobody: false
            }
        }
    }

    private func wishes(of table: PersonTable, _ cohort: Cohort) -> [Wish] {
        let wishVocabulary = cohort.vocabulary(ofField: wish)
        let categoryVocabulary = cohort.vocabulary(ofField: of)
        let own = table.categories(of)
        return table.categories(wish).enumerated().map { person, index in
            guard let index else { return .anyone }
            let key = wishVocabulary.tags[index].key
            if key == anyKey { return .anyone }
            let wanted = key == sameKey ? own[person] : categoryVocabulary.index(ofKey: key)
            return wanted.map { .only($0) } ?? .nobody
        }
    }
}
