import Compatibility
import Records
import Reporting

/// Counts residents by the values of one field.
struct BreakdownBuilder {
    let cohort: Cohort
    let candidates: Candidates
    /// Partners of each resident.
    let partners: [Int]

    func breakdown(by field: String) -> Breakdown {
        let residents = cohort.residents
        let (labels, members, isMultiple): ([Bilingual], [[Int]], Bool) =
            switch cohort.fields[field]?.kind {
            case .place: byMunicipality(residents.places(field))
            case .flag: byFlag(residents.flags(field))
            default: byTag(field)
            }
        var rows = zip(labels, members).map(row)
        let known = Set(members.joined())
        let missing = residents.ids.indices.filter { !known.contains($0) }
        if !missing.isEmpty { rows.append(row(Bilingual(ja: "記入なし", en: "not given"), missing)) }
        return Breakdown(
            field: field, label: cohort.label(ofField: field), isMultiple: isMultiple,
            rows: rows.filter { $0.applied > 0 })
    }

    private func row(_ label: Bilingual, _ members: [Int]) -> Breakdown.Row {
        Breakdown.Row(
            label: label, applied: members.count,
            eligible: members.count { candidates.isEligible(.resident, $0) },
            proposed: members.count { partners[$0] > 0 })
    }

    private func byTag(_ field: String) -> ([Bilingual], [[Int]], Bool) {
        let tags = cohort.vocabulary(ofField: field).tags
        var members = Array(repeating: [Int](), count: tags.count)
        for (resident, set) in TagSource(field: field).sets(in: cohort.residents, of: cohort).enumerated() {
            for tag in set?.indices ?? [] { members[tag].append(resident) }
        }
        let isCategory: Bool = if case .category? = cohort.fields[field]?.kind { true } else { false }
        return (tags.map(\.label), members, !isCategory)
    }

    private func byMunicipality(_ places: [Place?]) -> ([Bilingual], [[Int]], Bool) {
        let known = places.indices.filter { places[$0] != nil }
        let groups = Dictionary(grouping: known) { places[$0]?.municipalityCode ?? "" }
            .sorted { $0.key < $1.key }
        return (
            groups.map { places[$0.value[0]]?.municipality ?? Bilingual($0.key) }, groups.map(\.value), false
        )
    }

    private func byFlag(_ flags: [Flag?]) -> ([Bilingual], [[Int]], Bool) {
        let values: [(Flag, Bilingual)] = [
            (.yes, Bilingual(ja: "はい", en: "yes")), (.no, Bilingual(ja: "いいえ", en: "no")),
            (.negotiable, Bilingual(ja: "要相談", en: "negotiable")),
        ]
        return (
            values.map(\.1), values.map { value, _ in flags.indices.filter { flags[$0] == value } }, false
        )
    }
}
