import Foundation
import TestSupport
import Testing

/// The whole cycle on made-up months: exports, match, answers, record, report.
@Suite("made-up months, from the exports to the annual report") struct YearCycleTests {
    private static let months = ["2024-04", "2024-05", "2024-06", "2024-07"]
    private static let kinds = ["decisions", "contacts", "outcomes", "surveys"]

    private let folder: TemporaryFolder
    private var ledger: String { folder.path("musubi.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
        let made = try Command.musubi([
            "simulate", "--programme", Command.programme, "--years", "1", "--residents", "150",
            "--volunteers", "150", "--seed", "4", "--as-of", "2025-03-31", "--out", folder.path("demo"),
            "--lang", "en",
        ])
        try #require(made.code == 0, "\(made.errors)")
        #expect(made.output.contains("12 months (2024-04-01 to 2025-03-01), 150 volunteers, 150 residents"))
    }

    private func match(_ month: String) throws {
        let outcome = try Command.musubi([
            "match", "--programme", Command.programme, "--volunteers",
            folder.path("demo/exports/\(month)/volunteers.csv"), "--residents",
            folder.path("demo/exports/\(month)/residents.csv"), "--as-of", "\(month)-01", "--out",
            folder.path("runs/\(month)"), "--ledger", ledger, "--lang", "en",
        ])
        try #require(outcome.code == 0, "\(month): \(outcome.errors)")
    }

    private func answer(asOf: String, to name: String = "answers") throws {
        let outcome = try Command.musubi([
            "simulate", "--programme", Command.programme, "--answers", folder.path("runs"), "--seed", "4",
            "--as-of", asOf, "--out", folder.path(name), "--force",
        ])
        try #require(outcome.code == 0, "\(outcome.errors)")
    }

    /// Records what is there and returns what each kind came to.
    @discardableResult
    private func record(asOf: String) throws -> [String: String] {
        var said: [String: String] = [:]
        for kind in Self.kinds where try folder.entries(of: "answers").contains("\(kind).csv") {
            let outcome = try Command.musubi([
                "record", kind, folder.path("answers/\(kind).csv"), "--ledger", ledger, "--as-of", asOf,
                "--lang", "en",
            ])
            try #require(outcome.code == 0, "\(kind), \(asOf): \(outcome.errors)")
            #expect(outcome.errors.isEmpty, "\(kind): \(outcome.errors)")
            said[kind] = outcome.output
        }
        return said
    }

    private func rows(_ name: String) throws -> [[String: String]] {
        Command.rows(of: try folder.text(of: name))
    }

    @Test(
        "four months and their half-years: ledger and report agree with a count of the files; twice changes nothing"
    )
    func cycle() throws {
        for (month, last) in zip(Self.months, ["2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31"]) {
            try match(month)
            try answer(asOf: last)
            try record(asOf: last)
        }
        // The last pairs start in August at the latest: by the end of March every half-year is over.
        try answer(asOf: "2025-03-31")
        try record(asOf: "2025-03-31")
        let before = try folder.bytes(of: "musubi.sqlite")
        let again = try record(asOf: "2025-03-31")
        for kind in Self.kinds {
            let count = try rows("answers/\(kind).csv").count
            #expect(count > 0)
            #expect(
                again[kind]?.hasPrefix("\(kind).csv: 0 new, \(count) known") == true, "\(again[kind] ?? "")")
        }
        #expect(try folder.bytes(of: "musubi.sqlite") == before)

        let figures = try report()
        let decisions = try rows("answers/decisions.csv")
        let accepted = decisions.filter { $0["decision"] == "accepted" }
        let proposed = try Self.months.flatMap { try rows("runs/\($0)/matches.csv") }
        #expect(decisions.count == proposed.count)
        expect(figures, "success.proposal", accepted.count, of: decisions.count)
        let outcomes = try rows("answers/outcomes.csv")
        #expect(outcomes.count == accepted.count)
        expect(
            figures, "completion.mature", outcomes.count { $0["outcome"] == "completed" }, of: accepted.count)
        let calls = try rows("answers/contacts.csv").filter { $0["kind"] == "call" }
        expect(figures, "follow-up.made", calls.count { $0["made"] == "○" }, of: calls.count)
        let surveys = try rows("answers/surveys.csv").filter { $0["item"]?.hasPrefix("暮らしやすさ") == true }
        func people(_ wave: String) -> Set<String> {
            Set(surveys.filter { $0["wave"] == wave }.compactMap { $0["resident_id"] })
        }
        let both = people("before").intersection(people("after"))
        #expect(figures["survey.暮らしやすさ / ease of life.people"]?["value"] as? Int == both.count)

        let truth = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "demo/truth.json")))
                as? [String: Any])
        #expect(truth["completion"] as? Int == 902_732)
        #expect((truth["rates"] as? [String: Int])?["accepted"] == 930)
    }

    private func report() throws -> [String: [String: Any]] {
        let outcome = try Command.musubi([
            "report", "--ledger", ledger, "--fiscal-year", "2024", "--as-of", "2025-03-31", "--out",
            folder.path("report"), "--lang", "en",
        ])
        try #require(outcome.code == 0, "\(outcome.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "report/figures.json")))
        let figures = try #require((json as? [String: Any])?["figures"] as? [[String: Any]])
        return Dictionary(
            figures.map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func expect(
        _ figures: [String: [String: Any]], _ id: String, _ numerator: Int, of denominator: Int
    ) {
        #expect(figures[id]?["numerator"] as? Int == numerator, "\(id)")
        #expect(figures[id]?["denominator"] as? Int == denominator, "\(id)")
        #expect(denominator > 10, "\(id)")
    }

    @Test("the same runs and seed give the same answers, and runs of later days or other programmes none")
    func answers() throws {
        try match("2024-04")
        try match("2024-05")
        try answer(asOf: "2024-04-30")
        try answer(asOf: "2024-04-30", to: "again")
        let april = try rows("runs/2024-04/matches.csv").count
        #expect(try rows("answers/decisions.csv").count == april)
        for name in try folder.entries(of: "answers") {
            #expect(try folder.bytes(of: "answers/\(name)") == folder.bytes(of: "again/\(name)"), "\(name)")
        }
        let other = try Command.musubi([
            "simulate", "--programme", "\(Command.root)/configs/corporate.yaml", "--answers",
            folder.path("runs"), "--out", folder.path("other"), "--lang", "en",
        ])
        #expect(other.code == 66 && other.errors.contains("holds no run of this programme"))
        let mixed = try Command.musubi([
            "simulate", "--programme", Command.programme, "--answers", folder.path("runs"), "--years", "1",
            "--out", folder.path("other"),
        ])
        #expect(mixed.code == 64 && mixed.errors.contains("--answers takes no numbers of people"))
        let points = try Command.musubi([
            "simulate", "--programme", "\(Command.root)/configs/volunteer-points.yaml", "--years", "1",
            "--volunteers", "3", "--out", folder.path("other"), "--lang", "en",
        ])
        #expect(points.code == 64 && points.errors.contains("kind 'pairs'"))
        let existing = try Command.musubi([
            "simulate", "--programme", Command.programme, "--years", "1", "--residents", "1", "--volunteers",
            "1", "--as-of", "2025-03-31", "--out", folder.path("demo"),
        ])
        #expect(existing.code == 73)
    }
}
