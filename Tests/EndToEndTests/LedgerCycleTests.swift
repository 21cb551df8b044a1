import Foundation
import TestSupport
import Testing

/// Months of a programme with a ledger: match, record, match again.
@Suite("months with a ledger") struct LedgerCycleTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("musubi.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func match(_ asOf: String, _ more: [String] = []) throws -> Command.Outcome {
        try Command.musubi(
            [
                "match", "--programme", Command.programme, "--volunteers", "\(Command.sample)/volunteers.csv",
                "--residents", "\(Command.sample)/residents.csv", "--as-of", asOf, "--out",
                folder.path(asOf), "--ledger", ledger, "--lang", "en",
            ] + more)
    }

    private func record(_ kind: String, _ text: String, _ more: [String] = []) throws -> Command.Outcome {
        try folder.write(text, to: "\(kind).csv")
        return try Command.musubi(
            ["record", kind, folder.path("\(kind).csv"), "--ledger", ledger, "--lang", "en"] + more)
    }

    private func rows(_ name: String) throws -> [[String: String]] {
        Command.rows(of: try folder.text(of: name))
    }

    private func pair(_ row: [String: String]) -> String {
        "\(row["volunteer_id"] ?? "?"),\(row["resident_id"] ?? "?")"
    }

    @Test(
        "export, match, record decisions, match: partners, running pairs, pauses and waiting come from the ledger"
    )
    func cycle() throws {
        let first = try match("2026-11-01")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("Recorded in the ledger: family-friend-2026-11-01-"))
        let again = try match("2026-11-01", ["--force"])
        #expect(again.output.contains("Already in the ledger: family-friend-2026-11-01-"), "\(again.output)")

        let november = try rows("2026-11-01/matches.csv")
        let alone = november.filter { row in
            november.count { $0["resident_id"] == row["resident_id"] } == 1
                && november.count { $0["volunteer_id"] == row["volunteer_id"] } == 1
        }
        let (accepted, declined) = (Array(alone[0..<10]), Array(alone[10..<13]))
        let text =
            "volunteer_id,resident_id,decision,decision_reason,date,parked_until\n"
            + accepted.map { "\(pair($0)),accepted,,2026-11-10,\n" }.joined()
            + declined.map { "\(pair($0)),declined by resident,schedule,2026-11-10,2026-12-24\n" }.joined()
            + "\(pair(alone[13])),,,,\n"
        let recorded = try record("decisions", text)
        #expect(recorded.output == "decisions.csv: 13 new, 0 known, 1 pending\n", "\(recorded.errors)")
        #expect(try record("decisions", text).output == "decisions.csv: 0 new, 13 known, 1 pending\n")

        // The month is decided: neither --force nor another folder starts it again.
        let listed = try folder.bytes(of: "2026-11-01/matches.csv")
        for more in [["--force"], [], ["--out", folder.path("elsewhere")]] {
            let refused = try match("2026-11-01", more)
            #expect(refused.code == 65, "\(more)")
            #expect(refused.errors.contains("are on record, so no other run of that day can take its place"))
            #expect(refused.errors.contains("give a later --as-of"))
        }
        #expect(try folder.bytes(of: "2026-11-01/matches.csv") == listed)
        #expect(try !folder.entries().contains("elsewhere"))

        let second = try match("2026-12-01")
        #expect(second.code == 0, "\(second.errors)")
        let early = try match("2026-11-15")
        #expect(early.code == 65 && early.errors.contains("so none can follow as of 2026-11-15"))
        #expect(try !folder.entries().contains("2026-11-15"))
        #expect(second.output.contains("already has a partner 10"), "\(second.output)")
        #expect(
            second.output.contains("\(november.count - 13) proposals of earlier runs have no decision yet"))
        let december = try rows("2026-12-01/matches.csv")
        let unmatched = try rows("2026-12-01/unmatched.csv")
        func reason(_ row: [String: String]) -> String? {
            unmatched.first { $0["resident_id"] == row["resident_id"] }?["reason"]
        }
        for row in accepted {
            #expect(!december.contains { $0["resident_id"] == row["resident_id"] })
            #expect(reason(row)?.contains("has a running pair") == true)
            #expect(
                !december.contains { $0["volunteer_id"] == row["volunteer_id"] }
                    || november.contains { pair($0) == pair(row) })
        }
        for row in declined {
            #expect(!december.contains { $0["resident_id"] == row["resident_id"] })
            #expect(reason(row)?.contains("pauses until 2026-12-24") == true)
        }

        // One pair ends early: both come back, and not to each other. The pauses are over.
        let ended = accepted[0]
        let outcome =
            "volunteer_id,resident_id,date,outcome,end_reason\n\(pair(ended)),2026-12-15,ended early,moved away\n"
        #expect(try record("outcomes", outcome).output == "outcomes.csv: 1 new, 0 known\n")
        let third = try match("2027-01-01")
        #expect(third.code == 0, "\(third.errors)")
        let january = try rows("2027-01-01/matches.csv")
        let left = try rows("2027-01-01/unmatched.csv")
        #expect(!january.contains { pair($0) == pair(ended) })
        #expect(declined.allSatisfy { row in !january.contains { pair($0) == pair(row) } })
        #expect(left.allSatisfy { $0["reason"]?.contains("pauses") == false })
        let waiting = left.first { $0["resident_id"] == ended["resident_id"] }?["waiting_days"]
        #expect(waiting == nil || waiting == "17", "since the end of the last pair")
        #expect(
            january.contains { $0["resident_id"] == ended["resident_id"] } || waiting != nil,
            "in the pool again")

        // Follow-up, forgetting, a copy.
        let calls = try Command.musubi([
            "follow-up", "--ledger", ledger, "--as-of", "2027-01-01", "--out", folder.path("calls.csv"),
            "--lang", "en",
        ])
        #expect(
            calls.output.hasPrefix("As of 2027-01-01: 9 of 9 running pairs need a call\n"), "\(calls.errors)")
        #expect(calls.output.contains("0 of 10 made (0.0%)"))
        #expect(try rows("calls.csv").count == 9)
        #expect(try rows("calls.csv").allSatisfy { $0["reason"] == "not met yet, 52 days after the start" })
        let person = ended["resident_id"] ?? ""
        let forgotten = try Command.musubi(["forget", person, "--ledger", ledger, "--lang", "en"])
        #expect(forgotten.code == 0, "\(forgotten.errors)")
        let bytes = Data(try folder.bytes(of: "musubi.sqlite"))
        #expect(bytes.range(of: Data(person.utf8)) == nil)
        let running = accepted[1]["resident_id"] ?? ""
        #expect(try Command.musubi(["forget", running, "--ledger", ledger]).code == 65)
        let copy = folder.path("copy.sqlite")
        #expect(try Command.musubi(["backup", "--ledger", ledger, "--to", copy]).code == 0)
        #expect(try Command.musubi(["backup", "--ledger", ledger, "--to", copy]).code == 73)
        let fromCopy = try Command.musubi(["follow-up", "--ledger", copy, "--as-of", "2027-01-01", "--json"])
        #expect(fromCopy.output.contains("\"running\":9"))
    }

    @Test("days and targets of the programme file reach the report through the ledger, or by the file itself")
    func targets() throws {
        func programme(_ days: Int, _ name: String) throws -> String {
            let text = try String(contentsOfFile: Command.programme, encoding: .utf8)
                .replacing("../data/places", with: "\(Command.root)/data/places")
                .replacing(
                    "\nreport:\n",
                    with: "\nreport:\n  success-days: \(days)\n  targets: {success: 85%, completion: 0.92}\n")
            return try folder.write(text, to: name)
        }
        #expect(try match("2026-11-01", ["--programme", try programme(60, "p.yaml")]).code == 0)
        func report(_ out: String, _ more: [String] = []) throws -> [String: Double] {
            let outcome = try Command.musubi(
                [
                    "report", "--ledger", ledger, "--fiscal-year", "2026", "--as-of", "2027-03-31", "--out",
                    folder.path(out), "--lang", "en",
                ] + more)
            #expect(outcome.code == 0, "\(outcome.errors)")
            let document = try JSONSerialization.jsonObject(
                with: Data(try folder.bytes(of: "\(out)/figures.json")))
            let figures = (document as? [String: Any])?["figures"] as? [[String: Any]] ?? []
            return figures.reduce(into: [:]) { values, figure in
                if let id = figure["id"] as? String, let value = figure["value"] as? Double {
                    values[id] = value
                }
            }
        }
        let stored = try report("stored")
        #expect(stored["success-days"] == 60)
        #expect(stored["success-target"] == 0.85 && stored["completion-target"] == 0.92)
        let given = try report("given", ["--programme", try programme(30, "q.yaml")])
        #expect(given["success-days"] == 30)
        let usual = try report("usual", ["--programme", Command.programme])
        #expect(usual["success-days"] == 90 && usual["success-target"] == 0.9)
        #expect(usual["completion-target"] == 0.9)
    }

    @Test("the same ledger and input give the same bytes, in every file but timings.json")
    func bytes() throws {
        #expect(try match("2026-11-01").code == 0)
        let before = try Dictionary(
            uniqueKeysWithValues: folder.entries(of: "2026-11-01").map {
                ($0, try folder.bytes(of: "2026-11-01/\($0)"))
            })
        #expect(try match("2026-11-01", ["--force"]).code == 0)
        for (name, bytes) in before where name != "timings.json" {
            #expect(try folder.bytes(of: "2026-11-01/\(name)") == bytes, "\(name)")
        }
    }

    @Test("rows that cannot be read or contradict the ledger are all named, and nothing is recorded")
    func refused() throws {
        #expect(try match("2026-11-01").code == 0)
        let good = pair(try rows("2026-11-01/matches.csv")[0])
        let unreadable = try record(
            "decisions", "volunteer_id,resident_id,decision,date\n\(good),accepted,2026-11-31\n,R1,maybe,\n")
        #expect(unreadable.code == 65)
        #expect(unreadable.errors.contains("decisions.csv: row 2, 'date': The calendar has no such day."))
        #expect(unreadable.errors.contains("decisions.csv: row 3, 'volunteer_id'"))
        #expect(unreadable.errors.contains("decisions.csv: row 3, 'decision'"))
        let wrong = try record(
            "decisions",
            "volunteer_id,resident_id,decision,date\n\(good),accepted,2026-11-10\nV9999,R0001,accepted,2026-11-10\n"
        )
        #expect(wrong.code == 65)
        #expect(wrong.errors.contains("decisions.csv: row 3: The ledger has no such volunteer."))
        #expect(wrong.errors.contains("nothing was recorded"))
        let late = try record(
            "decisions", "volunteer_id,resident_id,decision,date\n\(good),accepted,2026-11-10\n",
            ["--as-of", "2026-11-09"])
        #expect(late.code == 65 && late.errors.contains("after the as-of date"))
        let right = try record(
            "decisions", "ボランティアID,住民ID,結果\n\(good),成立\n", ["--as-of", "2026-11-10", "--lang", "ja"])
        #expect(right.output == "decisions.csv: 新しく記録 1件、記録済み 0件、返事待ち 0件\n", "\(right.errors)")
    }

    @Test("the published 24 sessions go into the ledger with 319 participations, once")
    func sessions() throws {
        let arguments = [
            "record", "sessions", "\(Command.root)/data/social-hub/sessions.csv", "--ledger", ledger,
            "--programme", "\(Command.root)/configs/social-hub.yaml", "--lang", "en",
        ]
        let first = try Command.musubi(arguments)
        #expect(first.output == "sessions.csv: 24 new, 0 known\n", "\(first.errors)")
        #expect(try Command.musubi(arguments).output == "sessions.csv: 0 new, 24 known\n")
    }
}
