package import Records

/// How many tags the two have in common.
package struct SharedMeasure: Measure {
    package let field: String
    /// In tags; zero at none.
    package let scale: LinearScale

    package init(field: String, scale: LinearScale) {
        self.field = field
        self.scale = scale
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let source = TagSource(field: field)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort)
        let residents = source.sets(in: cohort.residents, of: cohort)
        let scale = scale
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
            return scale.thousandths(mine.sharedCount(with: theirs))
        }
    }

    package func rows(in cohort: Cohort) -> any MeasureRows {
        let source = TagSource(field: field)
        let table = scale.table(through: TagSet.capacity)
        return SharedTagRows(
            volunteers: source.sets(in: cohort.volunteers, of: cohort),
            residents: source.sets(in: cohort.residents, of: cohort)
        ) { common, _, _ in table[Int(common)] }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let source = TagSource(field: field)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort)
        let residents = source.sets(in: cohort.residents, of: cohort)
        let label = cohort.label(ofField: field)
        let vocabulary = cohort.vocabulary(ofField: field)
        return { volunteer, resident in
            guard let mine = volunteers[volunteer],
                let theirs = residents[resident]
            else { return nil }
            let common = mine.intersection(theirs)
            if common.isEmpty { return nil }
            let names = vocabulary.names(of: common)
            return Bilingual(ja: "\(label.ja): \(names.ja)", en: "\(label.en): \(names.en)")
        }
    }
}
