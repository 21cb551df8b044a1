package import Records

/// The flag is a yes: identity checked, orientation attended.
///
/// `△` is not a yes.
package struct FlagCheck: PersonCheck {
    package let field: String

    package init(field: String) {
        self.field = field
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        return Bilingual(ja: "\(label.ja)が済んでいる", en: "\(label.en) done")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.flags(field).map { $0 == .yes }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        switch table.flags(field)[person] {
        case nil: return Bilingual(ja: "\(label.ja)の記録がない", en: "no record of the \(label.en)")
        case .negotiable?: return Bilingual(ja: "\(label.ja)が確定していない", en: "\(label.en) not settled")
        default: return Bilingual(ja: "\(label.ja)が済んでいない", en: "\(label.en) not done")
        }
    }
}
