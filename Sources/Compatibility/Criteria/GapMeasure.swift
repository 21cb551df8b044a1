package import Records

/// How close two numbers are: meetings a month that each expects.
package struct GapMeasure: Measure {
    package let field: String
    /// In units of the field, applied to the absolute difference.
    package let scale: LinearScale

    package init(field: String, scale: LinearScale) {
        self.field = field
        self.scale = scale
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let volunteers = cohort.volunteers.numbers(field)
        let residents = cohort.residents.numbers(field)
        let scale = scale
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
            return scale.thousandths(abs(mine - theirs))
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let volunteers = cohort.volunteers.numbers(field)
        let residents = cohort.residents.numbers(field)
        let label = cohort.label(ofField: field)
        return { volunteer, resident in
            guard let mine = volunteers[volunteer],
                let theirs = residents[resident]
            else { return nil }
            if mine == theirs {
                return Bilingual(ja: "\(label.ja): 双方\(mine)", en: "\(label.en): both \(mine)")
            }
            // A difference is worth saying too: expectations that differ are the commonest cause of an early end.
            return Bilingual(
                ja: "\(label.ja): 住民\(theirs)・ボランティア\(mine)",
                en: "\(label.en): resident \(theirs), volunteer \(mine)")
        }
    }
}
