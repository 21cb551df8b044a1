import Foundation
import Records
import Reporting

/// What `match --json` prints: the outcome in a line for programs; the figures are in `report.json`.
package struct MatchSummary: Encodable {
    struct Goal: Encodable {
        var goal: String
        var value: Int
        var bound: Int
    }

    struct Limit: Encodable {
        var limit: String
        var value: Int
        var binds: Bool
        var met: Bool
    }

    var schema = 1
    var status: String
    /// Whether the user ended the solve.
    var interrupted: Bool
    var programme: String
    var asOf: String
    var out: String
    var pairs: Int
    var residentsProposed: Int
    var residentsEligible: Int
    var residentsApplied: Int
    var volunteersApplied: Int
    var quarantinedRows: Int
    var candidatePairs: Int
    var goals: [Goal]
    var limits: [Limit]
    var timings: Timings

    package init(_ result: MatchRun.Result, out: String) {
        let report = result.report
        status = report.certificate.status
        interrupted = report.certificate.wasInterrupted
        programme = report.header.programmeID
        asOf = report.header.asOf.description
        self.out = out
        pairs = report.headline.pairsProposed
        residentsProposed = report.headline.residentsProposed
        residentsEligible = report.headline.residentsEligible
        residentsApplied = report.headline.residentsApplied
        volunteersApplied = report.headline.volunteersApplied
        quarantinedRows = report.headline.residentsQuarantined + report.headline.volunteersQuarantined
        candidatePairs = report.headline.candidatePairs
        goals = report.certificate.goals.map { Goal(goal: $0.name, value: $0.value, bound: $0.bound) }
        limits = report.limits.map { Limit(limit: $0.id, value: $0.value, binds: $0.binds, met: $0.isMet) }
        timings = result.timings
    }

    /// One line, keys sorted.
    package func json() throws -> String { try JSONText.line(self) }
}

/// JSON on one line with sorted keys, as all commands print it.
enum JSONText {
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
