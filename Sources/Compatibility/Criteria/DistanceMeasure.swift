package import Records

/// How near the two live; nothing is said of pairs who do not meet in person.
package struct DistanceMeasure: Measure {
    package let field: String
    /// In metres.
    package let scale: LinearScale
    /// Whose distance counts neither for nor against them.
    package let exemption: DistanceExemption?

    package init(field: String, scale: LinearScale, unless exemption: DistanceExemption? = nil) {
        self.field = field
        self.scale = scale
        self.exemption = exemption
    }

    /// Whether a pair is exempt.
    private func isExempt(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        guard let exemption else { return { _, _ in false } }
        let volunteers = exemption.part(of: cohort.volunteers, in: cohort)
        let residents = exemption.part(of: cohort.residents, in: cohort)
        return { volunteers[$0] && residents[$1] }
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let volunteers = cohort.volunteers.places(field).map { $0?.coordinate }
        let residents = cohort.residents.places(field).map { $0?.coordinate }
        let scale = scale
        let isExempt = isExempt(in: cohort)
        return { volunteer, resident in
            guard !isExempt(volunteer, resident), let a = volunteers[volunteer], let b = residents[resident]
            else { return nil }
            return scale.thousandths(a.metres(to: b))
        }
    }

    package func rows(in cohort: Cohort) -> any MeasureRows {
        if exemption != nil { return CalledRows(value: values(in: cohort)) }
        return Rows(
            volunteers: SpherePoints(cohort.volunteers.places(field)),
            residents: SpherePoints(cohort.residents.places(field)), scale: scale)
    }

    private struct Rows: MeasureRows {
        let volunteers: SpherePoints
        let residents: SpherePoints
        let scale: LinearScale

        func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
            for (index, volunteer) in volunteers.enumerated() {
                let metres = self.volunteers.metres(Int(volunteer), to: resident, of: residents)
                values[index] = metres.map { Int32(scale.thousandths($0)) } ?? MissingValue.mark
            }
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let volunteers = cohort.volunteers.places(field)
        let residents = cohort.residents.places(field)
        let isExempt = isExempt(in: cohort)
        return { volunteer, resident in
            guard !isExempt(volunteer, resident), let a = volunteers[volunteer],
                let b = residents[resident]
            else { return nil }
            let metres = a.coordinate.metres(to: b.coordinate)
            if a.isKnownToTown, b.isKnownToTown {
                if metres < 100 {
                    return Bilingual(ja: "同じ町（\(b.town ?? "")）", en: "same neighbourhood (\(b.town ?? ""))")
                }
                let distance = Wording.distance(metres: metres)
                return Bilingual(ja: "自宅から約\(distance.ja)", en: "about \(distance.en) apart")
            }
            if a.municipalityCode == b.municipalityCode {
                return Bilingual(
                    ja: "同じ地域（\(b.municipality.ja)）", en: "same municipality (\(b.municipality.en))")
            }
            let distance = Wording.distance(metres: max(1000, metres))
            return Bilingual(
                ja: "\(b.municipality.ja)と\(a.municipality.ja)（約\(distance.ja)）",
                en: "\(b.municipality.en) and \(a.municipality.en) (about \(distance.en))")
        }
    }
}
