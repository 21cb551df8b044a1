package import Records

/// Fewer than so many whole years have passed since a date, on the as-of date; exactly so many is too many.
package struct YearsBelowCheck: PersonCheck {
    package let field: String
    package let under: Int

    package init(field: String, under: Int) {
        self.field = field
        self.under = under
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        return Bilingual(ja: "\(label.ja)から\(under)年未満", en: "\(label.en) for under \(under) years")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.dates(field).map { date in
            guard let date else { return false }
            return cohort.asOf.wholeYears(since: date) < under
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        guard let date = table.dates(field)[person] else {
            return Bilingual(ja: "\(label.ja)の記入がない", en: "\(label.en): no date given")
        }
        let years = cohort.asOf.wholeYears(since: date)
        return Bilingual(
            ja: "\(label.ja)から\(years)年（\(under)年未満が目安）",
            en: "\(label.en) for \(years) years (meant for under \(under))")
    }
}
