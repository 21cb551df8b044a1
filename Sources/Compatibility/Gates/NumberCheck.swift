package import Records

/// The number lies between two bounds, both inclusive.
package struct NumberCheck: PersonCheck {
    package let field: String
    package let atLeast: Int?
    package let atMost: Int?

    package init(field: String, atLeast: Int?, atMost: Int?) {
        self.field = field
        self.atLeast = atLeast
        self.atMost = atMost
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        switch (atLeast.map { shown($0, in: cohort) }, atMost.map { shown($0, in: cohort) }) {
        case (let low?, let high?):
            return Bilingual(
                ja: "\(label.ja)が\(low.ja)以上\(high.ja)以下", en: "\(label.en) from \(low.en) to \(high.en)")
        case (let low?, nil):
            return Bilingual(ja: "\(label.ja)が\(low.ja)以上", en: "\(label.en) at least \(low.en)")
        case (nil, let high?):
            return Bilingual(ja: "\(label.ja)が\(high.ja)以下", en: "\(label.en) at most \(high.en)")
        case (nil, nil): return Bilingual(ja: "\(label.ja)の記入がある", en: "\(label.en) given")
        }
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.numbers(field).map { number in
            guard let number else { return false }
            return number >= (atLeast ?? .min) && number <= (atMost ?? .max)
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        let requirement = requirement(in: cohort)
        guard let number = table.numbers(field)[person] else {
            return Bilingual(ja: "\(label.ja)の記入がない", en: "\(label.en) not given")
        }
        let value = shown(number, in: cohort)
        return Bilingual(
            ja: "\(label.ja)が\(value.ja)（条件: \(requirement.ja)）",
            en: "\(label.en) is \(value.en) (required: \(requirement.en))")
    }

    /// The number as it is; minutes of a duration as hours and minutes.
    private func shown(_ number: Int, in cohort: Cohort) -> Bilingual {
        cohort.fields[field]?.kind == .duration ? Wording.minutes(number) : Bilingual("\(number)")
    }
}
