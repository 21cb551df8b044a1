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
        switch (atLeast, atMost) {
        case (let low?, let high?):
            return Bilingual(ja: "\(label.ja)が\(low)以上\(high)以下", en: "\(label.en) from \(low) to \(high)")
        case (let low?, nil): return Bilingual(ja: "\(label.ja)が\(low)以上", en: "\(label.en) at least \(low)")
        case (nil, let high?):
            return Bilingual(ja: "\(label.ja)が\(high)以下", en: "\(label.en) at most \(high)")
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
        return Bilingual(
            ja: "\(label.ja)が\(number)（条件: \(requirement.ja)）",
            en: "\(label.en) is \(number) (required: \(requirement.en))")
    }
}
