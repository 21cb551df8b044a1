import Foundation
import TestSupport
import Testing

/// People whose pair has ended, between two months' batches.
@Suite("rematch") struct RematchTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("musubi.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ command: String, _ asOf: String, _ out: String? = nil) throws -> Command.Outcome {
        try Command.musubi([
            command, "--programme", Command.programme, "--volunteers", "\(Command.sample)/volunteers.csv",
            "--residents", "\(Command.sample)/residents.csv", "--as-of", asOf, "--out",
            folder.path(out ?? "\(command)-\(asOf)"), "--ledger", ledger, "--lang", "en",
        ])
    }

    private func record(_ kind: String, _ text: String) throws -> Command.Outcome {
        try folder.write(text, to: "\(kind).csv")
        return try Command.musubi([
            "record", kind, folder.path("\(kind).csv"), "--ledger", ledger, "--lang", "en",
        ])
    }

    private func rows(_ name: String) throws -> [[String: String]] {
        Command.rows(of: try folder.text(of: name))
    }

    private func pair(_ row: [String: String]) -> String {
        "\(row["volunteer_id"] ?? "?"),\(row["resident_id"] ?? "?")"
    }

    private func ids(_ rows: [[String: String]], _ column: String) -> Set<String> {
        Set(rows.compactMap { $0[column] })
    }

    @Test(
        "only residents whose pair has ended take part, without former partners and without volunteers of whom a proposal waits"
    )
    func rematch() throws {
        #expect(try run("match", "2026-11-01").code == 0)
        let november = try rows("match-2026-11-01/matches.csv")
        let alone = november.filter { row in
            november.count { $0["resident_id"] == row["resident_id"] } == 1
                && november.count { $0["volunteer_id"] == row["volunteer_id"] } == 1
        }
        // Half of them get a pair; the others' proposals wait for a decision.
        let accepted = Array(alone.prefix(40))
        let decisions =
            "volunteer_id,resident_id,decision,decision_reason,date,parked_until\n"
            + accepted.map { "\(pair($0)),accepted,,2026-11-05,\n" }.joined()
        #expect(try record("decisions", decisions).code == 0)

        let nobody = try run("rematch", "2026-11-20")
        #expect(nobody.code == 66, "\(nobody.errors)")
        #expect(nobody.errors.contains("nobody in the export had a pair that ended"))
        #expect(try !folder.entries().contains("rematch-2026-11-20"))

        let ended = Array(accepted.prefix(8))
        let outcomes =
            "volunteer_id,resident_id,date,outcome,end_reason\n"
            + ended.map { "\(pair($0)),2026-11-18,ended early,schedule\n" }.joined()
        #expect(try record("outcomes", outcomes).code == 0)

        let rematch = try run("rematch", "2026-11-20")
        #expect(rematch.code == 0, "\(rematch.errors)")
        #expect(rematch.output.hasPrefix("Family friend (rematch), as of 2026-11-20\n"), "\(rematch.output)")
        let proposed = try rows("rematch-2026-11-20/matches.csv")
        let left = try rows("rematch-2026-11-20/unmatched.csv")
        let unused = try rows("rematch-2026-11-20/unused.csv")
        #expect(!proposed.isEmpty)
        #expect(ids(proposed + left, "resident_id") == ids(ended, "resident_id"))
        #expect(Set(proposed.map(pair)).isDisjoint(with: november.map(pair)))
        let pending = ids(november, "volunteer_id").subtracting(ids(accepted, "volunteer_id"))
        #expect(ids(proposed, "volunteer_id").isDisjoint(with: pending))
        #expect(
            ids(proposed, "volunteer_id").isDisjoint(with: ids(Array(accepted.dropFirst(8)), "volunteer_id")))
        let held = unused.filter { $0["reason"]?.contains("an earlier proposal waits") == true }
        #expect(ids(held, "volunteer_id").isSubset(of: pending))
        #expect(!held.isEmpty)
        let waited = left.first?["waiting_days"]
        #expect(waited == nil || waited == "2", "since the end of the last pair")
    }

    @Test("nobody leaves the pool for not being part of it, and it replaces no batch of the same day")
    func besideABatch() throws {
        #expect(try run("match", "2026-11-01").code == 0)
        let november = try rows("match-2026-11-01/matches.csv")
        let waiting = try rows("match-2026-11-01/unmatched.csv")
        let first = try #require(november.first)
        #expect(
            try record(
                "decisions",
                "volunteer_id,resident_id,decision,decision_reason,date,parked_until\n\(pair(first)),accepted,,2026-11-02,\n"
            ).code == 0)
        #expect(
            try record(
                "outcomes",
                "volunteer_id,resident_id,date,outcome,end_reason\n\(pair(first)),2026-12-01,ended early,schedule\n"
            ).code == 0)
        #expect(try run("match", "2026-12-01").code == 0)
        // The batch of that day proposed to the same person, unless nobody was left for them.
        let rematch = try run("rematch", "2026-12-01")
        let december = try rows("match-2026-12-01/matches.csv")
        if ids(december, "resident_id").contains(first["resident_id"] ?? "") {
            #expect(rematch.code == 66, "\(rematch.errors)")
            #expect(
                rematch.errors.contains("have a proposal that waits for its decision"), "\(rematch.errors)")
        } else {
            #expect(rematch.code == 0, "\(rematch.errors)")
            #expect(!rematch.output.contains("It replaces the run"))
        }
        // Who waited in November has waited all along.
        let january = try run("match", "2027-01-01")
        #expect(january.code == 0, "\(january.errors)")
        let later = try rows("match-2027-01-01/unmatched.csv")
        for row in waiting {
            let again = later.first { $0["resident_id"] == row["resident_id"] }
            guard let days = again?["waiting_days"].flatMap({ Int($0) }),
                let before = Int(row["waiting_days"] ?? "")
            else { continue }
            #expect(days == before + 61, "\(row["resident_id"] ?? "")")
        }
    }
}
