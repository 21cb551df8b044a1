package import Records

/// How far two sets of tags agree: tags in common ÷ tags of either (Jaccard index).
package struct AgreementMeasure: Measure {
    package let field: String

    package init(field: String) {
        self.field = field
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let source = TagSource(field: field)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort)
        let residents = source.sets(in: cohort.residents, of: cohort)
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
            let either = mine.union(theirs).count
            return either == 0 ? nil : mine.sharedCount(with: theirs) * 1000 / either
        }
    }

    package func rows(in cohort: Cohort) -> any MeasureRows {
        let source = TagSource(field: field)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort)
        let residents = source.sets(in: cohort.residents, of: cohort)
        return SharedTagRows(volunteers: volunteers, residents: residents) { common, mine, theirs in
            let either = mine + theirs - common
            return either == 0 ? MissingValue.mark : common * 1000 / either
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let source = TagSource(field: field)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort)
        let residents = source.sets(in: cohort.residents, of: cohort)
        let vocabulary = cohort.vocabulary(ofField: field)
        return { volunteer, resident in
            guard let mine = volunteers[volunteer],
                let theirs = residents[resident]
            else { return nil }
            let common = mine.intersection(theirs)
            if common.isEmpty { return nil }
            return vocabulary.names(of: common)
        }
    }
}
