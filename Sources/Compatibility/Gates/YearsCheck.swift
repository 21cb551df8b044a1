package import Records

/// At least so many whole years have passed since a date, on the as-of date; exactly so many is enough.
package struct YearsCheck: PersonCheck {
    package let field: String
    package let atLeast: Int

    package init(field: String, atLeast: Int) {
        self.field = field
        self.atLeast = atLeast
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        return Bilingual(
            ja: "\(label.ja)から\(atLeast)年以上", en: "\(label.en) for at least \(atLeast) years")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.dates(field).map { date in
            guard let date else { return false }
            return cohort.asOf.wholeYears(since: date) >= atLeast
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        guard let date = table.dates(field)[person] else {
            return Bilingual(ja: "\(label.ja)の記入がない", en: "\(label.en): no date given")
        }
        let years = max(0, cohort.asOf.wholeYears(since: date))
        return Bilingual(
            ja: "\(label.ja)から\(years)年（\(atLeast)年以上が条件）",
            en: "\(label.en) for \(years) years (at least \(atLeast) required)")
    }
}
