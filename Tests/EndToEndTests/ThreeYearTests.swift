import Foundation
import TestSupport
import Testing

/// Three years of everybody's work on made-up exports: 36 monthly batches, the answers to each, three annual reports.
@Suite("three years, from the exports to three annual reports") struct ThreeYearTests {
    private static let years = [2024, 2025, 2026]
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("musubi.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: [String]) throws {
        let outcome = try Command.musubi(arguments)
        try #require(outcome.code == 0, "\(arguments.joined(separator: " ")): \(outcome.errors)")
    }

    /// The last day of a month, from `2024-04`.
    private func lastDay(of month: String) -> String { "\(month)-\(days(month))" }

    private func days(_ month: String) -> Int {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        switch parts[1] {
        case 2: return parts[0] % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// The same day half a year later, or the last one of a shorter month.
    private func due(_ start: String) throws -> String {
        let parts = start.split(separator: "-").compactMap { Int($0) }
        try #require(parts.count == 3)
        let months = parts[0] * 12 + parts[1] - 1 + 6
        let month = "\(months / 12)-\(months % 12 < 9 ? "0" : "")\(months % 12 + 1)"
        let day = min(parts[2], days(month))
        return "\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private func batches() throws {
        try run([
            "simulate", "--programme", Command.programme, "--years", "3", "--residents", "240",
            "--volunteers", "210", "--seed", "5", "--as-of", "2027-03-31", "--out", folder.path("demo"),
        ])
        let months = try folder.entries(of: "demo/exports")
        #expect(months.count == 36 && months.first == "2024-04" && months.last == "2027-03")
        for month in months {
            let export = folder.path("demo/exports/\(month)")
            try run([
                "match", "--programme", Command.programme, "--volunteers", "\(export)/volunteers.csv",
                "--residents", "\(export)/residents.csv", "--as-of", "\(month)-01", "--out",
                folder.path("runs/\(month)"), "--ledger", ledger,
            ])
            let last = lastDay(of: month)
            try run([
                "simulate", "--programme", Command.programme, "--answers", folder.path("runs"), "--seed", "5",
                "--as-of", last, "--out", folder.path("answers"), "--force",
            ])
            for kind in ["decisions", "contacts", "outcomes", "surveys"]
            where try folder.entries(of: "answers").contains("\(kind).csv") {
                try run([
                    "record", kind, folder.path("answers/\(kind).csv"), "--ledger", ledger, "--as-of", last,
                ])
            }
        }
    }

    private func report(_ year: Int) throws -> [String: [String: Any]] {
        try run([
            "report", "--ledger", ledger, "--fiscal-year", "\(year)", "--as-of", "\(year + 1)-03-31", "--out",
            folder.path("report-\(year)"), "--lang", "both",
        ])
        let bytes = try folder.bytes(of: "report-\(year)/figures.json")
        let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let figures = try #require(json?["figures"] as? [[String: Any]])
        return Dictionary(
            figures.map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "36 batches and three reports: each year's figures are a count of the files, and its intervals are of the truth"
    )
    func cycle() throws {
        try batches()
        let decisions = Command.rows(of: try folder.text(of: "answers/decisions.csv"))
        let outcomes = Command.rows(of: try folder.text(of: "answers/outcomes.csv"))
        func key(_ row: [String: String]) -> String {
            "\(row["volunteer_id"] ?? "")/\(row["resident_id"] ?? "")"
        }
        let ends = Dictionary(outcomes.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        #expect(ends.count == outcomes.count, "a pair of the simulation meets once")
        let truth = try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "demo/truth.json")))
        let completion = try #require((truth as? [String: Any])?["completion"] as? Int)
        var held = 0
        for year in Self.years {
            let (first, last) = ("\(year)-04-01", "\(year + 1)-03-31")
            let figures = try report(year)
            func counts(_ id: String) -> [Int?] {
                [figures[id]?["numerator"] as? Int, figures[id]?["denominator"] as? Int]
            }
            let answered = decisions.filter { (first...last).contains($0["run"] ?? "") }
            let accepted = answered.filter { $0["decision"] == "accepted" }
            #expect(counts("success.proposal") == [accepted.count, answered.count], "\(year)")
            var (mature, completed) = (0, 0)
            for pair in decisions where pair["decision"] == "accepted" {
                guard let start = pair["start"], (first...last).contains(start), try due(start) <= last else {
                    continue
                }
                let end = try #require(ends[key(pair)], "every pair that is over is on record")
                mature += 1
                if end["outcome"] == "completed" { completed += 1 }
            }
            #expect(counts("completion.mature") == [completed, mature], "\(year)")
            #expect(mature > 10)
            let interval = try #require(figures["completion.survival"]?["interval"] as? [String: Double])
            let (lower, upper) = (interval["lower"] ?? 1, interval["upper"] ?? 0)
            #expect(lower < upper && upper - lower > 0.02)
            if (lower...upper).contains(Double(completion) / 1_000_000) { held += 1 }
            if year > 2024 { #expect(figures["last.completion.mature"]?["denominator"] as? Int ?? 0 > 10) }
        }
        // At 95% each, two of three must hold but for one chance in a hundred.
        #expect(held >= 2)
    }
}
