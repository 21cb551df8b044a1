package import Records

/// The two answers differ: nobody is paired with themselves.
///
/// A missing answer differs from everything.
///
/// Answers are compared by their bytes, so that name variants that Unicode calls equivalent stay different.
package struct DiffersRule: PairRule {
    /// A text field of both sides, or `id` for the ids themselves.
    package let field: String

    package init(field: String) {
        self.field = field
    }

    package var id: String { "differs-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = label(of: cohort)
        return Bilingual(ja: "本人同士でない（\(name.ja)が異なる）", en: "not the same person (different \(name.en))")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let volunteers = keys(of: cohort.volunteers)
        let residents = keys(of: cohort.residents)
        return { volunteer, resident in
            guard let a = volunteers[volunteer], let b = residents[resident] else { return true }
            return a != b
        }
    }

    package func rows(in cohort: Cohort) -> any RuleRows {
        let volunteers = keys(of: cohort.volunteers)
        var same: [PersonID: [Int]] = [:]
        for (volunteer, key) in volunteers.enumerated() {
            if let key { same[key, default: []].append(volunteer) }
        }
        return ListedRows(listed: keys(of: cohort.residents).map { $0.flatMap { same[$0] } ?? [] })
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = label(of: cohort)
        return Bilingual(ja: "同じ人（\(name.ja)が一致）", en: "the same person (same \(name.en))")
    }

    private func label(of cohort: Cohort) -> Bilingual {
        field == "id" ? Bilingual("ID") : cohort.label(ofField: field)
    }

    private func keys(of table: PersonTable) -> [PersonID?] {
        field == "id" ? table.ids : table.texts(field).map { $0.map { PersonID($0) } }
    }
}
