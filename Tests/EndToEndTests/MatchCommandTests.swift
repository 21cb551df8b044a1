import Foundation
import TestSupport
import Testing

@Suite struct MatchCommandTests {
    private static let files = [
        "candidates.csv", "manifest.json", "matches.csv", "matches.xlsx", "quarantine-residents.csv",
        "quarantine-volunteers.csv", "quarantine.csv", "report.html", "report.json", "timings.json",
        "unmatched.csv", "unused.csv",
    ]

    @Test("the sample run is the recorded one, byte for byte", arguments: ["ja", "en"])
    func golden(language: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.match(out: folder.path("run"), ["--lang", language])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        #expect(try folder.entries(of: "run") == Self.files)
        let headline = outcome.output.replacing(folder.path, with: "OUT")
        try Golden.check(Array(headline.utf8), against: "sample-\(language)/headline.txt")
        for name in Self.files where name.hasSuffix(".csv") {
            try Golden.check(try folder.bytes(of: "run/\(name)"), against: "sample-\(language)/\(name)")
        }
        // The manifest holds the hashes of the report's files, so it stands for them.
        try Golden.check(
            Command.manifest(try folder.text(of: "run/manifest.json")),
            against: "sample-\(language)/manifest.json")
    }

    @Test("two runs on the same input differ in nothing but the timings")
    func sameBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["first", "second"] {
            #expect(try Command.match(out: folder.path(name)).code == 0)
        }
        for name in Self.files where name != "timings.json" {
            #expect(try folder.bytes(of: "first/\(name)") == folder.bytes(of: "second/\(name)"), "\(name)")
        }
    }

    private func pairs(_ text: String) -> [[String]] {
        Command.rows(of: text).map { [$0["resident_id"] ?? "", $0["volunteer_id"] ?? ""] }
    }

    @Test("the order of the rows in the exports changes no pair")
    func rowOrder() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("plain"), ["--lang", "en"]).code == 0)
        for side in ["volunteers", "residents"] {
            let text = try String(contentsOfFile: "\(Command.sample)/\(side).csv", encoding: .utf8)
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            let turned = [lines[0]] + lines.dropFirst().reversed()
            try folder.write(turned.joined(separator: "\r\n") + "\r\n", to: "\(side).csv")
        }
        let outcome = try Command.match(
            out: folder.path("turned"), volunteers: folder.path("volunteers.csv"),
            residents: folder.path("residents.csv"), ["--lang", "en"])
        #expect(outcome.code == 0)
        let plain = pairs(try folder.text(of: "plain/matches.csv"))
        #expect(plain.count > 100)
        #expect(pairs(try folder.text(of: "turned/matches.csv")) == plain)
    }

    @Test("an earlier list handed back as history is never proposed again")
    func history() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("october"), ["--lang", "en"]).code == 0)
        let outcome = try Command.match(
            out: folder.path("november"), ["--lang", "en", "--history", folder.path("october/matches.csv")])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let before = Set(pairs(try folder.text(of: "october/matches.csv")))
        let after = pairs(try folder.text(of: "november/matches.csv"))
        #expect(after.count > 100)
        #expect(after.allSatisfy { !before.contains($0) })
    }

    @Test(
        "a locked pair is proposed, a forbidden one is not, and a lock that breaks a rule is refused in words"
    )
    func locks() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("plain"), ["--lang", "en"]).code == 0)
        // A pair that was not proposed, of a volunteer with one place whom several residents could have.
        let alternatives = Command.rows(of: try folder.text(of: "plain/candidates.csv"))
        let wanted = Dictionary(grouping: alternatives) { $0["volunteer_id"] ?? "" }
        let other = try #require(
            alternatives.first { $0["proposed"] == "no" && wanted[$0["volunteer_id"] ?? ""]?.count ?? 0 > 1 })
        let proposed = try #require(pairs(try folder.text(of: "plain/matches.csv")).last)
        let lock = [other["resident_id"] ?? "", other["volunteer_id"] ?? ""]
        try folder.write("resident_id,volunteer_id\n\(lock[0]),\(lock[1])\n", to: "lock.csv")
        try folder.write("住民ID,ボランティアID\n\(proposed[0]),\(proposed[1])\n", to: "forbid.csv")
        let outcome = try Command.match(
            out: folder.path("edited"),
            ["--lang", "en", "--lock", folder.path("lock.csv"), "--forbid", folder.path("forbid.csv")])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let edited = Command.rows(of: try folder.text(of: "edited/matches.csv"))
        #expect(edited.first { $0["locked"] == "yes" }?["resident_id"] == lock[0])
        #expect(pairs(try folder.text(of: "edited/matches.csv")).contains(lock))
        #expect(!pairs(try folder.text(of: "edited/matches.csv")).contains(proposed))

        // R0003 has not been identified in the sample.
        try folder.write("resident_id,volunteer_id\nR0003,V0001\nR9999,V0001\n", to: "bad.csv")
        let refused = try Command.match(
            out: folder.path("refused"), ["--lang", "en", "--lock", folder.path("bad.csv")])
        #expect(refused.code == 65)
        #expect(refused.errors.contains("V0001 with R0003 cannot be locked: identity check not done"))
        #expect(
            refused.errors.contains("row 3: V0001 with R9999 cannot be locked: R9999 is not in this month's"))

        let rivals = (wanted[lock[1]] ?? []).compactMap { $0["resident_id"] }
        let both = rivals.prefix(2).map { "\($0),\(lock[1])\n" }.joined()
        try folder.write("resident_id,volunteer_id\n\(both)", to: "both.csv")
        let crowded = try Command.match(
            out: folder.path("refused"), ["--lang", "en", "--lock", folder.path("both.csv")])
        #expect(crowded.code == 65)
        #expect(
            crowded.errors.contains("\(lock[1]) has 1 places, but 2 pairs are locked"), "\(crowded.errors)")
        #expect(try folder.entries() == ["bad.csv", "both.csv", "edited", "forbid.csv", "lock.csv", "plain"])
    }

    @Test(
        "a history is kept even by a programme without never-again, and a stranger on a list is pointed out")
    func listsAlwaysCount() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Command.programme, encoding: .utf8)
            .replacing("  - never-again: true\n", with: "")
            .replacing("places: ../data/places", with: "places: \(Command.root)/data/places")
        let programme = try folder.write(text, to: "p.yaml")
        #expect(!text.contains("never-again"))
        #expect(
            try Command.match(out: folder.path("october"), programme: programme, ["--lang", "en"]).code == 0)
        let before = Set(pairs(try folder.text(of: "october/matches.csv")))
        try folder.write("resident_id,volunteer_id\nR0001,V9999\n", to: "forbid.csv")
        let outcome = try Command.match(
            out: folder.path("november"), programme: programme,
            [
                "--lang", "en", "--history", folder.path("october/matches.csv"), "--forbid",
                folder.path("forbid.csv"),
            ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(pairs(try folder.text(of: "november/matches.csv")).allSatisfy { !before.contains($0) })
        let issues = Command.rows(of: try folder.text(of: "november/quarantine.csv"))
        #expect(issues.contains { $0["file"] == "forbid.csv" && $0["row"] == "2" && $0["value"] == "V9999" })
    }

    @Test("names stand in the lists only: not in the report, the manifest or the JSON")
    func names() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.match(out: folder.path("run"))
        let listed = Command.rows(of: try folder.text(of: "run/matches.csv"))
        let names = listed.compactMap { $0["name (resident)"] }.filter { $0.count > 5 }
        #expect(names.count > 50)
        let published =
            try ["report.html", "report.json", "manifest.json", "timings.json"]
            .map { try folder.text(of: "run/\($0)") } + [outcome.output]
        for name in names { #expect(published.allSatisfy { !$0.contains(name) }, "\(name)") }
    }

    @Test("the JSON outcome agrees with the files")
    func json() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.match(out: folder.path("run"), ["--json"])
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? Int == 1)
        #expect(object?["status"] as? String == "optimal")
        #expect(object?["pairs"] as? Int == pairs(try folder.text(of: "run/matches.csv")).count)
    }

    @Test(
        "an existing folder is refused without --force and replaced with it; a foreign one is never replaced")
    func existing() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("run")).code == 0)
        let refused = try Command.match(out: folder.path("run"))
        #expect(refused.code == 73)
        #expect(refused.errors.contains("already exists"))
        #expect(try Command.match(out: folder.path("run"), ["--force"]).code == 0)
        #expect(try Command.match(out: folder.path, ["--force"]).code == 73)
        #expect(try folder.entries() == ["run"])
    }
}
