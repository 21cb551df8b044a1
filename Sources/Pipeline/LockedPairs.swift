import Compatibility
import Intake
import Records

/// Turns the coordinator's locks into edges.
enum LockedPairs {
    /// The edges of the locked pairs.
    ///
    /// Where a pair has several edges (people on several rows), the one that fits best, the first among
    /// equals.
    ///
    /// - Throws: `PipelineError.refusedLocks` with a reason for every lock that is not possible.
    static func edges(
        _ reading: CohortReading, ruleset: Ruleset, candidates: Candidates
    ) throws(PipelineError) -> [Int] {
        let cohort = reading.cohort
        let residents = rows(of: cohort.residents)
        let volunteers = rows(of: cohort.volunteers)
        var locked: Set<Int> = []
        var refused: [RefusedLock] = []
        for lock in reading.locks {
            let pair = lock.pair
            let mine = residents[pair.resident] ?? []
            let theirs = Set(volunteers[pair.volunteer] ?? [])
            let edges = mine.flatMap { row in
                (candidates.firstEdge[row]..<candidates.firstEdge[row + 1])
                    .filter { theirs.contains(candidates.edges[$0].volunteer) }
            }
            if let best = edges.max(by: { (candidates.edges[$0].fit, -$0) < (candidates.edges[$1].fit, -$1) })
            {
                locked.insert(best)
                continue
            }
            let reasons: [Bilingual]
            if let resident = mine.first, let volunteer = theirs.min() {
                reasons = ruleset.refusals(volunteer: volunteer, resident: resident, in: cohort)
            } else {
                reasons = [unknown(pair, isResidentKnown: !mine.isEmpty)]
            }
            refused.append(RefusedLock(row: lock.row, pair: pair, reasons: reasons))
        }
        if !refused.isEmpty { throw .refusedLocks(refused) }
        return locked.sorted()
    }

    private static func rows(of table: PersonTable) -> [PersonID: [Int]] {
        Dictionary(grouping: 0..<table.count) { table.ids[$0] }
    }

    private static func unknown(_ pair: PairKey, isResidentKnown: Bool) -> Bilingual {
        let id = isResidentKnown ? pair.volunteer : pair.resident
        return Bilingual(
            ja: "\(id) は今月の名簿にない（または使えない行）", en: "\(id) is not in this month's exports, or in quarantine")
    }
}
