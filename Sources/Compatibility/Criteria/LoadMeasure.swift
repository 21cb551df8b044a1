package import Records

/// A number of one of the two, on a scale: how many partners a volunteer already has, how many places are left.
package struct LoadMeasure: Measure {
    package let field: String
    package let side: Side
    /// In units of the field.
    package let scale: LinearScale

    package init(field: String, side: Side, scale: LinearScale) {
        self.field = field
        self.side = side
        self.scale = scale
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let number = number(in: cohort)
        let scale = scale
        return { number($0, $1).map { scale.thousandths($0) } }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let number = number(in: cohort)
        let label = cohort.label(ofField: field)
        return { volunteer, resident in
            number(volunteer, resident).map { Bilingual(ja: "\(label.ja) \($0)", en: "\(label.en): \($0)") }
        }
    }

    private func number(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let numbers = cohort[side].numbers(field)
        let isVolunteer = side == .volunteer
        return { isVolunteer ? numbers[$0] : numbers[$1] }
    }
}
