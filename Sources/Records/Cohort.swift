/// A pair of ids, as histories, locks and vetoes name them.
package struct PairKey: Hashable, Comparable, Sendable {
    package let volunteer: PersonID
    package let resident: PersonID

    package init(volunteer: PersonID, resident: PersonID) {
        self.volunteer = volunteer
        self.resident = resident
    }

    package static func < (a: PairKey, b: PairKey) -> Bool {
        (a.resident, a.volunteer) < (b.resident, b.volunteer)
    }
}

/// Everything that is known about the people of one run; nothing after this point reads a file.
package struct Cohort: Sendable {
    package let volunteers: PersonTable
    package let residents: PersonTable
    /// Vocabularies by name, with the words that the exports added to the open ones.
    package let vocabularies: [String: Vocabulary]
    /// The fields of both tables, by name.
    package let fields: [String: FieldSpec]
    /// The day of which the run speaks.
    package let asOf: CivilDate
    /// Pairs that were together before.
    package let history: Set<PairKey>
    /// Days on which no errand takes place.
    package let closedDays: ClosedDays

    package init(
        volunteers: PersonTable, residents: PersonTable, vocabularies: [String: Vocabulary],
        fields: [String: FieldSpec], asOf: CivilDate, history: Set<PairKey> = [],
        closedDays: ClosedDays = ClosedDays()
    ) {
        self.volunteers = volunteers
        self.residents = residents
        self.vocabularies = vocabularies
        self.fields = fields
        self.asOf = asOf
        self.history = history
        self.closedDays = closedDays
    }

    package subscript(side: Side) -> PersonTable {
        switch side {
        case .volunteer: volunteers
        case .resident: residents
        }
    }

    /// The vocabulary of a field that has one; empty for the other kinds.
    package func vocabulary(ofField field: String) -> Vocabulary {
        switch fields[field]?.kind {
        case .category(let name)?, .tags(let name)?, .levelledTags(let name, _)?, .rangedTags(let name)?,
            .timeZone(let name?)?:
            vocabularies[name] ?? Vocabulary(tags: [])
        default: Vocabulary(tags: [])
        }
    }

    /// How a field is called in reports; its name where it is not declared.
    package func label(ofField field: String) -> Bilingual {
        fields[field]?.label ?? Bilingual(field)
    }
}
