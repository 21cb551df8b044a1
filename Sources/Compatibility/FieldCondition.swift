package import Records

/// A condition on one field of one person: `origin is foreign`, `mode has online`, `online_ok is yes`.
///
/// A missing answer does not meet a condition.
package struct FieldCondition: Hashable, Sendable {
    /// What the field must hold: a yes, or a word of its vocabulary by key.
    package enum Value: Hashable, Sendable {
        case yes
        case tag(String)
    }

    package let field: String
    package let value: Value

    package init(field: String, value: Value) {
        self.field = field
        self.value = value
    }

    /// Whether each person of a table meets the condition.
    package func holds(in table: PersonTable, of cohort: Cohort) -> [Bool] {
        switch value {
        case .yes:
            return table.flags(field).map { $0 == .yes }
        case .tag(let key):
            guard let tag = cohort.vocabulary(ofField: field).index(ofKey: key) else {
                return Array(repeating: false, count: table.count)
            }
            return TagSource(field: field).sets(in: table, of: cohort).map { $0?.contains(tag) ?? false }
        }
    }

    /// The value as it is shown.
    func valueLabel(in cohort: Cohort) -> Bilingual {
        switch value {
        case .yes: return Bilingual(ja: "はい", en: "yes")
        case .tag(let key):
            let vocabulary = cohort.vocabulary(ofField: field)
            return vocabulary.index(ofKey: key).map { vocabulary.tags[$0].label } ?? Bilingual(key)
        }
    }
}
