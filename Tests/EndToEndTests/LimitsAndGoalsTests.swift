import Foundation
import TestSupport
import Testing

/// The sample cohort under a programme with limits and the further goals.
@Suite struct LimitsAndGoalsTests {
    /// The programme of the sample with other limits and goals.
    private func programme(_ folder: TemporaryFolder, limits: [String], goals: String) throws -> String {
        let lines = limits.map { "  \($0)\n" }.joined()
        let capacity = "  capacity: {volunteer: places_offered, resident: 1}\n"
        let teams =
            "  capacity: {volunteer: places_offered, resident: {at-least: team_size, at-most: team_size, or-none: yes}}\n"
        let text = try String(contentsOfFile: Command.programme, encoding: .utf8)
            .replacing("places: ../data/places", with: "places: \(Command.root)/data/places")
            .replacing(teams, with: capacity + lines)
            .replacing("goals: [most-pairs, longest-waiting, best-fit]", with: "goals: \(goals)")
        #expect(text.contains("goals: \(goals)"))
        return try folder.write(text, to: "p.yaml")
    }

    private func goals(_ output: String) throws -> [String: Int] {
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        #expect(object?["status"] as? String == "optimal")
        let goals = try #require(object?["goals"] as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: goals.compactMap { goal in
                guard let name = goal["goal"] as? String, let value = goal["value"] as? Int else {
                    return nil
                }
                return (name, value)
            })
    }

    @Test("a month with limits and all goals, then the next month with as few changes as possible")
    func twoMonths() throws {
        let folder = try TemporaryFolder()
        let limits = [
            "caseload: {by: gender, at-most: 60}",
            "quota: {group: {field: situation, is: refugee}, at-least: 50%}",
        ]
        let first = try programme(
            folder, limits: limits,
            goals: "[cover: {field: situation, is: refugee}, most-pairs, raise-lowest, best-fit]")
        let october = try Command.match(
            out: folder.path("october"), programme: first, ["--lang", "en", "--json"])
        #expect(october.code == 0, "\(october.errors)")
        let reached = try goals(october.output)
        let matches = Command.rows(of: try folder.text(of: "october/matches.csv"))
        let fits = matches.compactMap { Int($0["fit"] ?? "") }
        #expect(reached["most-pairs"] == matches.count && reached["raise-lowest"] == fits.min())
        #expect(reached["best-fit"] == fits.reduce(0, +))
        let report = try folder.text(of: "october/report.html")
        #expect(report.contains("Every limit is kept.") && report.contains("caseload by gender"))

        let second = try programme(folder, limits: limits, goals: "[most-pairs, fewest-changes, best-fit]")
        let november = try Command.match(
            out: folder.path("november"), programme: second,
            ["--lang", "en", "--json", "--previous", folder.path("october/matches.csv")])
        #expect(november.code == 0, "\(november.errors)")
        #expect(try goals(november.output)["fewest-changes"] == matches.count, "nothing has changed")
        #expect(
            try folder.text(of: "november/matches.csv") == folder.text(of: "october/matches.csv"))
    }

    @Test(
        "limits that cannot be kept end with 65, name what is possible, and leave no folder",
        arguments: ["ja", "en"])
    func impossible(language: String) throws {
        let folder = try TemporaryFolder()
        let programme = try programme(
            folder, limits: ["quota: {group: {field: situation, is: refugee}, at-least: 100%}"],
            goals: "[most-pairs]")
        let outcome = try Command.match(out: folder.path("run"), programme: programme, ["--lang", language])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains(language == "ja" ? "「難民・避難民」の組数" : "quota for “refugee or evacuee”"))
        #expect(outcome.errors.contains(language == "ja" ? "最大でも" : "at most"))
        #expect(try folder.entries() == ["p.yaml"])
    }

    @Test("a budget of kilometres is kept, as the audit adds them up")
    func kilometres() throws {
        let folder = try TemporaryFolder()
        let programme = try programme(
            folder, limits: ["budget: {distance: home, at-most: 100 km}"], goals: "[most-pairs]")
        let outcome = try Command.match(
            out: folder.path("run"), programme: programme, ["--lang", "en", "--json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let limit = try #require((object?["limits"] as? [[String: Any]])?.first)
        let value = try #require(limit["value"] as? Int)
        #expect(limit["limit"] as? String == "budget-1" && limit["met"] as? Bool == true)
        #expect((1...1000).contains(value))
        #expect(try folder.text(of: "run/report.html").contains("at most 100 km"))
    }

    @Test("fewest-changes without its list is a usage error")
    func noList() throws {
        let folder = try TemporaryFolder()
        let programme = try programme(folder, limits: [], goals: "[most-pairs, fewest-changes]")
        let outcome = try Command.match(out: folder.path("run"), programme: programme, ["--lang", "en"])
        #expect(outcome.code == 64 && outcome.errors.contains("--previous"))
        #expect(try folder.entries() == ["p.yaml"])
    }
}
