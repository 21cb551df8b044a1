package import Records

/// People whom the ledger keeps out of this run, each with the reason.
package struct LedgerCheck: PersonCheck {
    private let needed: Bilingual
    private let refusals: [Side: [PersonID: Bilingual]]

    /// - Parameters:
    ///   - requirement: What everybody else meets, in words.
    ///   - refusals: Whom it keeps out, and why.
    package init(requirement: Bilingual, refusals: [Side: [PersonID: Bilingual]]) {
        needed = requirement
        self.refusals = refusals
    }

    /// Whether it keeps anybody out.
    package var isEmpty: Bool { refusals.values.allSatisfy(\.isEmpty) }

    package func requirement(in cohort: Cohort) -> Bilingual { needed }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        let listed = refusals[table.side] ?? [:]
        return table.ids.map { listed[$0] == nil }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        refusals[table.side]?[table.ids[person]] ?? needed
    }
}
