import Foundation
import TestSupport
import Testing

@Suite struct SessionsCommandTests {
    private static let programme = "\(Command.root)/configs/social-hub.yaml"
    private static let sessions = "\(Command.root)/data/social-hub/sessions.csv"
    private static let projects = "\(Command.root)/data/social-hub/projects.csv"

    private func run(
        out: String, sessions: String = Self.sessions, programme: String = Self.programme,
        _ more: [String] = ["--lang", "en"]
    ) throws -> Command.Outcome {
        try Command.musubi(
            [
                "sessions", "--programme", programme, "--sessions", sessions, "--as-of", "2021-03-31",
                "--out", out,
            ] + more)
    }

    private func object(_ folder: TemporaryFolder, _ name: String) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(try folder.bytes(of: name))) as? [String: Any])
    }

    /// The printed table with one cell changed.
    private func changed(_ old: String, _ new: String, _ folder: TemporaryFolder) throws -> String {
        let text = String(decoding: try Data(contentsOf: URL(filePath: Self.sessions)), as: UTF8.self)
        #expect(text.contains(old))
        return try folder.write(text.replacing(old, with: new), to: "changed.csv")
    }

    @Test("the 24 published sessions come to the published figures, on the terminal and in every file")
    func published() throws {
        let folder = try TemporaryFolder()
        for language in ["ja", "en"] {
            let outcome = try run(
                out: folder.path(language),
                ["--projects", Self.projects, "--fiscal-year", "2020", "--lang", language])
            #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.contains("report.html")
            }
            try Golden.check(
                Array(lines.joined(separator: "\n").utf8), against: "social-hub/terminal-\(language).txt")
            for name in ["sessions.csv", "report.html"] {
                let golden = name.replacing(".", with: "-\(language).")
                try Golden.check(
                    try folder.bytes(of: "\(language)/\(name)"), against: "social-hub/\(golden)")
            }
        }
        let english = try folder.bytes(of: "en/report.json")
        #expect(try folder.bytes(of: "ja/report.json") == english)
        try Golden.check(try folder.bytes(of: "ja/report.json"), against: "social-hub/report.json")
        #expect(
            try folder.entries(of: "ja") == [
                "manifest.json", "quarantine.csv", "report.html", "report.json", "sessions.csv",
            ])

        let report = try object(folder, "ja/report.json")
        let counts = try #require(report["counts"] as? [String: Any])
        #expect(counts["sessions"] as? Int == 24 && counts["participations"] as? Int == 319)
        #expect(counts["minutes"] as? Int == 28 * 60 + 15 && counts["personMinutes"] as? Int == 24_180)
        #expect(counts["personHours"] as? String == "403.0")
        #expect(counts["median"] as? Int == 11 && counts["largest"] as? Int == 32)
        #expect(counts["smallest"] as? Int == 8)
        let classes = try #require(report["classes"] as? [[String: Any]])
        let people = classes.map { ($0["counts"] as? [String: Any])?["participations"] as? Int }
        #expect(people == [115, 204])
        #expect((report["months"] as? [Any])?.count == 10)
        let unique = try #require(report["differentPeople"] as? [String: Any])
        #expect(unique["value"] is NSNull, "no number of different people from numbers per session")
    }

    @Test("another fiscal year counts nothing, and lists every session as outside")
    func otherYear() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(out: folder.path("out"), ["--fiscal-year", "2021", "--lang", "en"])
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("0 sessions, 0 participations"))
        #expect(outcome.output.contains("sessions outside fiscal year 2021: 24"))
        let rows = Command.rows(of: try folder.text(of: "out/sessions.csv"))
        #expect(rows.count == 24 && rows.allSatisfy { $0["counted"] == "no" })
        let report = try object(folder, "out/report.json")
        let counts = try #require(report["counts"] as? [String: Any])
        #expect(counts["mean"] is NSNull && counts["median"] is NSNull)
    }

    @Test("a printed total that contradicts the rows is named, and ends a strict run with 65")
    func contradiction() throws {
        let folder = try TemporaryFolder()
        let table = try changed("32 人", "31 人", folder)
        let outcome = try run(out: folder.path("out"), sessions: table)
        #expect(outcome.code == 0)
        #expect(
            outcome.output.contains(
                "row 26 of the table, participations: 319 — contradiction: the rows come to 318, 1 fewer"))
        #expect(try folder.text(of: "out/report.html").contains("printed totals contradict the rows"))
        let strict = try run(out: folder.path("strict"), sessions: table, ["--strict", "--lang", "en"])
        #expect(strict.code == 65 && strict.errors.contains("contradiction"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("strict")))
    }

    @Test("a wrong weekday quarantines its row, and the total says that a row is missing from the sum")
    func wrongWeekday() throws {
        let folder = try TemporaryFolder()
        let table = try changed("6 月 7 日(日)", "6 月 7 日(月)", folder)
        let outcome = try run(out: folder.path("out"), sessions: table)
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("1 rows in quarantine are not in the sum"))
        let quarantine = Command.rows(of: try folder.text(of: "out/quarantine.csv"))
        #expect(quarantine.count == 1 && quarantine[0]["row"] == "4")
        #expect(quarantine[0]["problem"]?.contains("2020-06-07") == true)
        #expect(try run(out: folder.path("s"), sessions: table, ["--strict"]).code == 65)
    }

    @Test("--json prints the figures of report.json on one line")
    func json() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(out: folder.path("out"), ["--json"])
        #expect(outcome.output.split(separator: "\n").count == 1)
        let printed = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary)
        let written = try object(folder, "out/report.json") as NSDictionary
        #expect(printed == written)
    }

    @Test("the same input gives the same bytes, and an existing folder is not replaced without --force")
    func repeatable() throws {
        let folder = try TemporaryFolder()
        #expect(try run(out: folder.path("a")).code == 0)
        #expect(try run(out: folder.path("b")).code == 0)
        for name in try folder.entries(of: "a") {
            let (first, second) = (try folder.bytes(of: "a/\(name)"), try folder.bytes(of: "b/\(name)"))
            #expect(first == second)
        }
        #expect(try run(out: folder.path("a")).code == 73)
        #expect(try run(out: folder.path("a"), ["--force"]).code == 0)
    }

    @Test("links between sessions and projects are shown; a number that no session has is a warning")
    func lineage() throws {
        let folder = try TemporaryFolder()
        let projects = try folder.write("番号,プロジェクト,もとの回\nA,甲,1、3、99\nB,乙,\n", to: "projects.csv")
        let outcome = try run(out: folder.path("out"), ["--projects", projects, "--lang", "en"])
        #expect(outcome.output.contains("2 action projects (1 with the sessions they came from)"))
        let report = try object(folder, "out/report.json")
        let lines = try #require(report["projects"] as? [[String: Any]])
        #expect(lines[0]["sessions"] as? [String] == ["1", "3"])
        #expect(try folder.text(of: "out/quarantine.csv").contains("99"))
    }

    @Test("kinds of participants are added up where the columns exist")
    func splits() throws {
        let folder = try TemporaryFolder()
        let table = try folder.write(
            "日時,テーマ,参加者,県内,県外\n2020-06-03 20:00-21:00,a,10,7,2\n2020-06-04,b,5,,\n", to: "s.csv")
        let outcome = try run(out: folder.path("out"), sessions: table)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("1 sessions without a time are left out"))
        let report = try object(folder, "out/report.json")
        let splits = try #require(report["splits"] as? [[String: Any]])
        #expect(splits[0]["isInFile"] as? Bool == false)
        #expect(splits[1]["sessions"] as? Int == 1 && splits[1]["unstated"] as? Int == 1)
        let parts = try #require(splits[1]["parts"] as? [[String: Any]])
        #expect(parts.map { $0["participations"] as? Int } == [7, 2])
    }

    @Test("missing files, other kinds of programmes and bad arguments have their exit codes")
    func refused() throws {
        let folder = try TemporaryFolder()
        #expect(try run(out: folder.path("o"), sessions: folder.path("none.csv")).code == 66)
        let pairs = try run(out: folder.path("o"), programme: Command.programme)
        #expect(pairs.code == 78 && pairs.errors.contains("musubi match"))
        #expect(try run(out: folder.path("o"), ["--fiscal-year", "R2"]).code == 64)
        #expect(try folder.entries().isEmpty, "nothing is left behind")
    }

    @Test("check reads the programme alone, or with its tables, and finds the same issues")
    func check() throws {
        let folder = try TemporaryFolder()
        let alone = try Command.musubi(["check", "--programme", Self.programme, "--lang", "en"])
        #expect(alone.code == 0 && alone.output.contains("no mistake in the programme file"))
        let table = try changed("6 月 7 日(日)", "6 月 7 日(月)", folder)
        let arguments = ["check", "--programme", Self.programme, "--sessions", table, "--lang", "en"]
        let outcome = try Command.musubi(arguments + ["--out", folder.path("q.csv")])
        #expect(outcome.code == 0 && outcome.output.contains("sessions: 24 rows, 1 in quarantine"))
        #expect(outcome.output.contains("contradiction"))
        #expect(Command.rows(of: try folder.text(of: "q.csv")).count == 1)
        #expect(try Command.musubi(arguments + ["--strict"]).code == 65)
    }
}
