import CaseLedger
import Compatibility
import Programmes
import Records

extension CohortReading {
    /// The same reading between two months' batches: of the residents only those whose pair has ended, and of the volunteers
    /// all but those for whom a proposal waits for its decision.
    ///
    /// - Throws: `PipelineError.nobodyToRematch`.
    func rematching() throws(PipelineError) -> CohortReading {
        guard var memory else { return self }
        let history = memory.history
        let ids = cohort.residents.ids
        let waiting = Set(history.pending.map(\.resident))
        let ended = ids.indices.filter { history.ended.contains(ids[$0]) }
        let rows = ended.filter { !waiting.contains(ids[$0]) }
        guard !rows.isEmpty else { throw .nobodyToRematch(waiting: Set(ended.map { ids[$0] }).count) }
        var reading = self
        reading.isRematch = true
        reading.cohort = Cohort(
            volunteers: cohort.volunteers, residents: cohort.residents.taking(rows),
            vocabularies: cohort.vocabularies, fields: cohort.fields, asOf: cohort.asOf,
            history: cohort.history, closedDays: cohort.closedDays)
        reading.rowCounts[.resident] = rows.count + (quarantined[.resident] ?? 0)
        memory.reduced = memory.reduced.taking(residents: rows)
        let refusal = Bilingual(ja: "前の提案の結果を待っている", en: "an earlier proposal waits for its decision")
        memory.pending = LedgerCheck(
            requirement: Bilingual(ja: "結果を待っている提案がない", en: "no proposal that waits for its decision"),
            refusals: [
                .volunteer: Dictionary(
                    history.pending.map { ($0.volunteer, refusal) }, uniquingKeysWith: { first, _ in first })
            ])
        let held = Set(history.pending.map(\.volunteer)).map { "pending \($0)" }
        memory.effects += ["rematch"] + held.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        reading.memory = memory
        return reading
    }
}
