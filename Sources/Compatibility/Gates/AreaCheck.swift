package import Records

/// The place lies in one of the listed municipalities.
package struct AreaCheck: PersonCheck {
    package let field: String
    /// Municipality codes or their beginnings: `131` is every ward of Tokyo.
    package let codes: [String]
    /// How the area is called.
    package let name: Bilingual

    package init(field: String, codes: [String], name: Bilingual) {
        self.field = field
        self.codes = codes
        self.name = name
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        return Bilingual(ja: "\(label.ja)が\(name.ja)", en: "\(label.en) in \(name.en)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.places(field).map { place in
            guard let place else { return false }
            return codes.contains { place.municipalityCode.hasPrefix($0) }
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let label = cohort.label(ofField: field)
        guard let place = table.places(field)[person] else {
            return Bilingual(ja: "\(label.ja)の記入がない", en: "\(label.en) not given")
        }
        return Bilingual(
            ja: "\(label.ja)（\(place.municipality.ja)）が対象地域（\(name.ja)）の外",
            en: "\(label.en) (\(place.municipality.en)) outside the area (\(name.en))")
    }
}
