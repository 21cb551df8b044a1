import Foundation
import TestSupport
import Testing

@Suite struct PointsCommandTests {
    private static let programme = "\(Command.root)/configs/volunteer-points.yaml"
    private static let folder = "\(Command.root)/data/volunteer-points"

    private func run(
        out: String, activities: String = "\(Self.folder)/activities.csv",
        people: String? = "\(Self.folder)/people.csv", programme: String = Self.programme,
        asOf: String = "2026-03-31", year: String = "2025", _ more: [String] = ["--lang", "en"]
    ) throws -> Command.Outcome {
        try Command.musubi(
            [
                "points", "--programme", programme, "--activities", activities, "--fiscal-year", year,
                "--as-of", asOf, "--out", out,
            ] + (people.map { ["--people", $0] } ?? []) + more)
    }

    private func object(_ folder: TemporaryFolder, _ name: String) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(try folder.bytes(of: name))) as? [String: Any])
    }

    @Test("the sample year comes to what was looked at, in both languages")
    func sample() throws {
        let folder = try TemporaryFolder()
        for language in ["ja", "en"] {
            let outcome = try run(out: folder.path(language), ["--lang", language])
            #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.contains("report.html")
            }
            try Golden.check(
                Array(lines.joined(separator: "\n").utf8),
                against: "volunteer-points/terminal-\(language).txt")
            for name in ["points.csv", "donations.csv", "outside.csv", "quarantine.csv", "report.html"] {
                let golden = name.replacing(".", with: "-\(language).")
                try Golden.check(
                    try folder.bytes(of: "\(language)/\(name)"), against: "volunteer-points/\(golden)")
            }
        }
        try Golden.check(try folder.bytes(of: "ja/report.json"), against: "volunteer-points/report.json")
        let english = try folder.bytes(of: "en/report.json")
        #expect(try folder.bytes(of: "ja/report.json") == english)
    }

    @Test("donations add up to the yen, and points of people to the total")
    func sums() throws {
        let folder = try TemporaryFolder()
        #expect(try run(out: folder.path("out")).code == 0)
        let report = try object(folder, "out/report.json")
        let yen = Command.rows(of: try folder.text(of: "out/donations.csv")).compactMap {
            $0["yen"].flatMap(Int.init)
        }
        #expect(yen.count == 3 && yen.reduce(0, +) == report["yen"] as? Int)
        let people = Command.rows(of: try folder.text(of: "out/points.csv"))
        let points = people.compactMap { $0["points"].flatMap(Int.init) }
        #expect(points.reduce(0, +) == report["points"] as? Int)
        #expect(report["yen"] as? Int == points.reduce(0, +) * 100)
        // Every row of the export is somewhere: counted, outside the year, or in quarantine.
        let counted = people.compactMap { $0["activities"].flatMap(Int.init) }.reduce(0, +)
        let outside = Command.rows(of: try folder.text(of: "out/outside.csv")).count
        #expect(report["rows"] as? Int == counted + outside + (report["quarantined"] as? Int ?? 0))
        for name in ["report.json", "report.html"] {
            let text = try folder.text(of: "out/\(name)")
            #expect(!text.contains("E0002"), "no id of a person in \(name)")
        }
    }

    /// Three people, one of them twice; points by hand with 1 an event and 1 an hour.
    private static let tiny = """
        社員番号,活動日,活動,種別,時間
        E1,2025-04-01,清掃A,地域清掃,2
        E1,2026-03-31,清掃B,地域清掃,1時間30分
        E2,2025-03-31,清掃C,地域清掃,3
        E3,2025-06-01,教室,ケータイ・スマホ教室,90分
        E9,2025-06-01,教室,ケータイ・スマホ教室,1

        """

    @Test("a year by hand: the edges of the fiscal year, rounding down, and somebody who is not on the list")
    func byHand() throws {
        let folder = try TemporaryFolder()
        let activities = try folder.write(Self.tiny, to: "a.csv")
        let people = try folder.write("社員番号,会社\nE1,本社\nE2,本社\nE3,A社\nE4,A社\n", to: "n.csv")
        let outcome = try run(out: folder.path("out"), activities: activities, people: people)
        #expect(outcome.code == 0, "\(outcome.errors)")
        // E1: 1+2 and 1+1 (of 1.5 hours); E3: 2+3; E9: 2+2. E2 was active on the last day of the year before.
        let rows = Command.rows(of: try folder.text(of: "out/points.csv"))
        #expect(rows.map { $0["points"] } == ["5", "5", "4"])
        #expect(rows.map { $0["listed"] } == ["yes", "yes", "no"])
        #expect(outcome.output.contains("14 points × ¥100 = ¥1,400"))
        // 466.62, 466.62 and 466.76: the two yen left go to the largest remainder, then to the smaller id.
        let yen = Command.rows(of: try folder.text(of: "out/donations.csv")).map { $0["yen"] }
        #expect(yen == ["467", "466", "467"])
        #expect(outcome.output.contains("Participation: 2/4 (50.0%"))
        #expect(outcome.output.contains("expected 50%–60% (2–2 people): within it"))
        #expect(outcome.output.contains("1 people are not on the list"))
        #expect(
            Command.rows(of: try folder.text(of: "out/outside.csv")).map { $0["fiscal_year"] } == ["2024"])
    }

    @Test("without a list the programme's number is the denominator, and with neither there is no rate")
    func denominators() throws {
        let folder = try TemporaryFolder()
        let activities = try folder.write(Self.tiny, to: "a.csv")
        let known = try run(out: folder.path("a"), activities: activities, people: nil)
        #expect(known.output.contains("Participation: 3/200 (1.5%"))
        #expect(known.output.contains("expected 50%–60% (100–120 people): below it"))
        let text = String(decoding: try Data(contentsOf: URL(filePath: Self.programme)), as: UTF8.self)
        let programme = try folder.write(text.replacing("  eligible: 200", with: "  #"), to: "p.yaml")
        let unknown = try run(
            out: folder.path("b"), activities: activities, people: nil, programme: programme)
        #expect(unknown.code == 0 && unknown.output.contains("cannot be computed"))
        #expect(!unknown.output.contains("expected 50%"))
    }

    @Test("before the close of the year the amounts are called provisional")
    func provisional() throws {
        let folder = try TemporaryFolder()
        let activities = try folder.write(Self.tiny, to: "a.csv")
        let before = try run(out: folder.path("a"), activities: activities, asOf: "2026-03-30")
        #expect(before.output.contains("provisional as of 2026-03-30: the year closes on 2026-03-31"))
        #expect(before.output.contains("Rows in quarantine: 1"), "31 March has not been yet")
        let after = try run(out: folder.path("b"), activities: activities, asOf: "2026-04-10")
        #expect(after.output.contains("final: the year was closed on 2026-03-31"))
    }

    @Test("the committed sample is what seed 2 makes, byte for byte; --residents is asked of pairs only")
    func committed() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.musubi([
            "simulate", "--programme", Self.programme, "--volunteers", "200", "--seed", "2", "--as-of",
            "2026-03-31", "--out", folder.path("sample"),
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        for name in ["people.csv", "activities.csv"] {
            let committed = try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)"))
            #expect(try folder.bytes(of: "sample/\(name)") == Array(committed))
        }
        let pairs = try Command.musubi([
            "simulate", "--programme", Command.programme, "--volunteers", "2", "--out", folder.path("pairs"),
        ])
        #expect(pairs.code == 64 && pairs.errors.contains("--residents"))
    }

    @Test("check reads the activities and the people")
    func check() throws {
        let outcome = try Command.musubi([
            "check", "--programme", Self.programme, "--activities", "\(Self.folder)/activities.csv",
            "--people", "\(Self.folder)/people.csv", "--lang", "en",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("activities: 339 rows, 2 in quarantine"))
        #expect(outcome.output.contains("employee: 200 rows, 0 in quarantine"))
    }
}
