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

    package func rows(in cohort: Cohort) -> any MeasureRows {
        Rows(
            volunteers: cohort.volunteers.numbers(field), residents: cohort.residents.numbers(field),
            scale: scale)
    }

    private struct Rows: MeasureRows {
        let volunteers: [Int?]
        let residents: [Int?]
        let scale: LinearScale

        func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
            let theirs = residents[resident]
            for (index, volunteer) in volunteers.enumerated() {
                if let theirs, let mine = self.volunteers[Int(volunteer)] {
                    values[index] = Int32(scale.thousandths(abs(mine - theirs)))
                } else {
                    values[index] = MissingValue.mark
                }
            }
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
