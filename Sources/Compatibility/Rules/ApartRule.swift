package import Records

/// The two have no tag in common: no project on which both work.
package struct ApartRule: PairRule {
    package let field: String
    /// Whether a pair passes of whom one gave no answer.
    package let unknownPasses: Bool

    package init(field: String, unknownPasses: Bool) {
        self.field = field
        self.unknownPasses = unknownPasses
    }

    package var id: String { "apart-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        return Bilingual(ja: "共通の\(name.ja)がない", en: "no \(name.en) in common")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let source = TagSource(field: field)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort)
        let residents = source.sets(in: cohort.residents, of: cohort)
        let unknownPasses = unknownPasses
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else {
                return unknownPasses
            }
            return mine.sharedCount(with: theirs) == 0
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        let source = TagSource(field: field)
        guard let mine = source.sets(in: cohort.volunteers, of: cohort)[volunteer],
            let theirs = source.sets(in: cohort.residents, of: cohort)[resident]
        else { return Bilingual(ja: "\(name.ja)がわからない", en: "\(name.en) not known") }
        let common = cohort.vocabulary(ofField: field).names(of: mine.intersection(theirs))
        return Bilingual(ja: "\(name.ja)が共通（\(common.ja)）", en: "\(name.en) in common: \(common.en)")
    }
}
