import Programmes
import Records

/// What `check --json` prints: the counts in a line for programs.
package struct CheckSummary: Encodable {
    struct People: Encodable {
        var applied: Int
        var quarantined: Int
        var eligible: Int
        /// Of the eligible.
        var withoutCandidates: Int

        init(_ check: CohortCheck, _ side: Side) {
            applied = check.reading.rowCounts[side] ?? 0
            quarantined = check.reading.quarantined[side] ?? 0
            eligible = check.eligible[side] ?? 0
            withoutCandidates = check.withoutCandidates[side] ?? 0
        }
    }

    struct Spent: Encodable {
        var laps: [Timings.Lap]
        var peakMemory: Int
    }

    var schema = 1
    var programme: String
    var asOf: String
    var residents: People
    var volunteers: People
    var candidatePairs: Int
    /// Pairs of eligible people that were looked at: all of them, or those that live near each other.
    var pairsLookedAt: Int
    /// Settings that do something else than they seem to, and rows with a mistake or a doubt.
    var remarks: Int
    var issues: Int
    var timings: Spent

    package init(_ check: CohortCheck) {
        programme = check.reading.programme.id
        asOf = check.reading.cohort.asOf.description
        residents = People(check, .resident)
        volunteers = People(check, .volunteer)
        candidatePairs = check.candidatePairs
        pairsLookedAt = check.pairsLookedAt
        remarks = check.remarks.count + check.reading.programme.warnings.count
        issues = check.reading.issues.count
        timings = Spent(laps: check.laps, peakMemory: Stopwatch.peakMemory())
    }

    /// One line, keys sorted.
    package func json() throws -> String { try JSONText.line(self) }
}
