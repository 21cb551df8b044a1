import Foundation
import TestSupport
import Testing

@Suite struct SolveCommandTests {
    /// Most pairs is {a–x or b–x, …}: greedy by weight takes a–y alone.
    ///
    ///     a ─3─ x      b ─4─ y
    ///     a ─5─ y      c ─-2─ x
    private static let graph = "left,right,weight\na,x,3\na,y,5\nb,y,4\nc,x,-2\n"

    private func solve(_ arguments: [String], _ graph: String = Self.graph) throws -> Command.Outcome {
        try Command.musubi(["solve", "-"] + arguments, input: graph)
    }

    private func json(_ arguments: [String], _ graph: String = Self.graph) throws -> [String: Any] {
        let outcome = try solve(arguments + ["--json"], graph)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] ?? [:]
    }

    @Test("the chosen pairs go to standard output as a table, the summary beside it")
    func pairs() throws {
        let outcome = try solve([])
        #expect(outcome.output == "left,right,weight\na,x,3\nb,y,4\n")
        #expect(outcome.errors.contains("2 pairs, weight 7 (bound 7, optimal)"))
    }

    @Test("each goal reaches its hand-computed optimum")
    func goals() throws {
        let most = try json(["--goal", "most-pairs,best-fit"])
        #expect(most["pairs"] as? Int == 2 && most["weight"] as? Int == 7 && most["bound"] as? Int == 7)
        let best = try json(["--goal", "best-fit"], "left,right,weight\na,x,3\na,y,9\nb,y,5\nc,z,-2\n")
        #expect(best["pairs"] as? Int == 1 && best["weight"] as? Int == 9)
        let least = try json(
            ["--goal", "least-cost-perfect"], "left,right,weight\na,x,3\na,y,5\nb,y,4\nb,x,1\n")
        #expect(least["pairs"] as? Int == 2 && least["weight"] as? Int == 6)
        #expect(least["status"] as? String == "optimal" && least["schema"] as? Int == 1)
        let timings = try #require(least["timings"] as? [String: Any])
        #expect(timings.keys.sorted() == ["laps", "peakMemory", "solver", "total"])
        let laps = try #require(timings["laps"] as? [[String: Any]])
        #expect(laps.map { $0["stage"] as? String } == ["read", "build", "solve", "check", "write"])
        #expect(laps.allSatisfy { $0.keys.sorted() == ["cpuSeconds", "seconds", "stage"] })
        let solver = try #require(timings["solver"] as? [String: Any])
        // GLPK confirms the only goal on a core.
        #expect(solver["programCount"] as? Int == 1)
    }

    @Test("capacities are read, and who is not listed has one place")
    func capacities() throws {
        let folder = try TemporaryFolder()
        try folder.write("id,capacity\ny,2\nx,0\n", to: "right.csv")
        let outcome = try solve([
            "--right-capacity", folder.path("right.csv"), "--out", folder.path("out.csv"),
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try folder.text(of: "out.csv") == "left,right,weight\na,y,5\nb,y,4\n")
        #expect(try solve(["--out", folder.path("out.csv")]).code == 73)
    }

    @Test("where no perfect assignment exists the command says so with 65")
    func infeasible() throws {
        let outcome = try solve(["--goal", "least-cost-perfect"])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("no assignment fills all 3 left vertices: at least 1 stay short"))
    }

    @Test(
        "bad graphs are refused with the row",
        arguments: [
            ("left,right,weight\na,x,1\na,x,2\n", "row 3"), ("left,right,weight\na,x,heavy\n", "row 2"),
            ("left,right\na,x\n", "weight"), ("left,right,weight\na,x,9223372036854775808\n", "row 2"),
            ("left,right,weight\n,x,1\n", "row 2"),
        ])
    func refused(graph: String, words: String) throws {
        let outcome = try solve([], graph)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("weights near the overflow bound are refused before solving")
    func overflow() throws {
        let outcome = try solve([], "left,right,weight\na,x,9223372036854775807\nb,y,9223372036854775807\n")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("2^53"))
    }
}

@Suite struct SimulateCommandTests {
    @Test("the committed sample is what seed 1 makes, byte for byte")
    func committed() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.musubi([
            "simulate", "--programme", Command.programme, "--residents", "200", "--volunteers", "170",
            "--seed", "1",
            "--out", folder.path("sample"),
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        for side in ["volunteers", "residents"] {
            let committed = try Data(contentsOf: URL(filePath: "\(Command.sample)/\(side).csv"))
            #expect(try folder.bytes(of: "sample/\(side).csv") == Array(committed))
        }
        let again = try Command.musubi([
            "simulate", "--programme", Command.programme, "--residents", "1", "--volunteers", "1",
            "--out", folder.path("sample"),
        ])
        #expect(again.code == 73, "existing files are not replaced without --force")
    }
}

@Suite struct CheckCommandTests {
    private func check(_ more: [String]) throws -> Command.Outcome {
        try Command.musubi(
            [
                "check", "--programme", Command.programme, "--volunteers", "\(Command.sample)/volunteers.csv",
                "--residents", "\(Command.sample)/residents.csv", "--as-of", "2026-11-01", "--lang", "en",
            ] + more)
    }

    @Test("check counts, lists every issue without its value, and writes the list when asked")
    func check() throws {
        let folder = try TemporaryFolder()
        let outcome = try check(["--out", folder.path("quarantine.csv")])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("residents: 200 rows, 3 in quarantine"))
        let rows = Command.rows(of: try folder.text(of: "quarantine.csv"))
        #expect(rows.count { $0["severity"] == "not used" } >= 5)
        let values = rows.compactMap { $0["value"] }.filter { $0.count > 3 }
        #expect(!values.isEmpty && values.allSatisfy { !outcome.output.contains($0) })
        #expect(try check(["--strict"]).code == 65)
    }

    @Test("check counts who has no candidate, in words and as JSON, and both are what match finds")
    func counts() throws {
        let outcome = try check(["--json"])
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let residents = try #require(object?["residents"] as? [String: Int])
        let volunteers = try #require(object?["volunteers"] as? [String: Int])
        #expect(residents["applied"] == 200 && residents["quarantined"] == 3)
        let (eligible, without) = (residents["eligible"] ?? 0, residents["withoutCandidates"] ?? 0)
        #expect(object?["pairsLookedAt"] as? Int == eligible * (volunteers["eligible"] ?? 0))
        let text = try check([]).output
        #expect(text.contains("\(eligible - without) residents have a candidate"))
        #expect(
            text.contains(
                "without a candidate: volunteers: \(volunteers["withoutCandidates"] ?? -1), residents: \(without)"
            ))
        let folder = try TemporaryFolder()
        let run = try Command.match(out: folder.path("run"), ["--json"])
        let found = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["candidatePairs"] as? Int == found?["candidatePairs"] as? Int)
    }

    @Test("a rule that removes everybody and a criterion that changes nothing are remarked on")
    func remarks() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Command.programme, encoding: .utf8)
            .replacing("places: ../data/places", with: "places: \(Command.root)/data/places")
            .replacing("in: [\"131\",", with: "in: [\"999\",")
            .replacing(
                "\"13203\", \"13204\", \"13208\", \"13219\", \"13229\", \"1413\", \"12203\", \"12207\", \"12227\", \"11203\", \"11224\", \"11229\"",
                with: "\"998\"")
        let path = try folder.write(text, to: "p.yaml")
        let outcome = try Command.musubi([
            "check", "--programme", path, "--volunteers", "\(Command.sample)/volunteers.csv", "--residents",
            "\(Command.sample)/residents.csv", "--as-of", "2026-11-01", "--lang", "en",
        ])
        #expect(
            outcome.output.contains("(gate-home) removes everybody"), "\(outcome.output)\(outcome.errors)")
    }
}

@Suite struct HelpTests {
    @Test(
        "every command explains itself with a worked example",
        arguments: ["check", "match", "solve", "verify", "simulate"])
    func examples(command: String) throws {
        let outcome = try Command.musubi([command, "--help"])
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("Example:") && outcome.output.contains("musubi \(command)"))
    }

    @Test("the language comes from the locale unless it is given")
    func language() throws {
        let arguments = [
            "match", "--programme", "no.yaml", "--volunteers", "v", "--residents", "r", "--as-of",
            "2026-11-01", "--out", "o",
        ]
        #expect(try Command.musubi(arguments, language: "ja_JP.UTF-8").errors.contains("読めません"))
        #expect(try Command.musubi(arguments, language: "en_GB.UTF-8").errors.contains("cannot be read"))
    }
}
