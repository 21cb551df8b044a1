package import Compatibility
package import Records

/// The people of one side who gave one of some answers to a question; quotas and goals speak of them.
package struct PeopleGroup: Hashable, Sendable {
    package let side: Side
    package let field: String
    /// Conditions on `field`; meeting one of them is enough.
    package let conditions: [FieldCondition]
    /// How reports call the group: `難民・避難民`, `refugee or evacuee`.
    package let label: Bilingual

    package init(side: Side, field: String, conditions: [FieldCondition], label: Bilingual) {
        self.side = side
        self.field = field
        self.conditions = conditions
        self.label = label
    }

    /// Whether each person of the group's side belongs to it; a missing answer does not.
    package func members(in cohort: Cohort) -> [Bool] {
        let table = cohort[side]
        let answers = conditions.map { $0.holds(in: table, of: cohort) }
        return table.ids.indices.map { person in answers.contains { $0[person] } }
    }
}
