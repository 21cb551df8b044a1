package import Records

/// A hard condition on one person: who does not meet it takes no part in this run.
package struct Gate: Sendable {
    /// Stable id, `gate-identity_verified`.
    package let id: String
    /// The sides on which it is asked.
    package let sides: Set<Side>
    /// Only people who meet this are asked; `nil` asks everybody.
    package let when: FieldCondition?
    package let check: any PersonCheck
    /// Who can help those who do not pass: a specialist, a hotline; `nil` where they may simply ask again.
    package let route: Bilingual?
    /// The gate is asked only on as-of dates before this day; `nil` asks for good.
    package let until: CivilDate?

    package init(
        id: String, sides: Set<Side>, when: FieldCondition? = nil, check: any PersonCheck,
        route: Bilingual? = nil, until: CivilDate? = nil
    ) {
        self.id = id
        self.sides = sides
        self.when = when
        self.check = check
        self.route = route
        self.until = until
    }

    /// The same gate under another id.
    package func renamed(_ id: String) -> Gate {
        Gate(id: id, sides: sides, when: when, check: check, route: route, until: until)
    }

    /// The gate in words, with whom it concerns.
    package func label(in cohort: Cohort) -> Bilingual {
        let requirement = check.requirement(in: cohort)
        guard let when else { return requirement }
        let value = when.valueLabel(in: cohort)
        let field = cohort.label(ofField: when.field)
        return Bilingual(
            ja: "\(requirement.ja)（\(field.ja)が\(value.ja)の方）",
            en: "\(requirement.en) (where \(field.en) is \(value.en))")
    }

    /// Whether each person of a table passes; everybody passes a gate that their side is not asked.
    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        let isAsked = sides.contains(table.side) && until.map { cohort.asOf < $0 } ?? true
        guard isAsked else { return Array(repeating: true, count: table.count) }
        var verdicts = check.passes(table, of: cohort)
        if let when {
            for (person, isAsked) in when.holds(in: table, of: cohort).enumerated() where !isAsked {
                verdicts[person] = true
            }
        }
        return verdicts
    }
}

/// What a gate asks of one person.
///
/// One conforming type per kind of gate, with its own sentences.
package protocol PersonCheck: Sendable {
    /// The requirement in words: "identity check done".
    func requirement(in cohort: Cohort) -> Bilingual
    /// Whether each person of a table meets it; a missing answer does not.
    func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool]
    /// Why this person does not meet it, in a sentence without their values where those are private.
    func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual
}
