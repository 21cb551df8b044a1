import Foundation
import TestSupport
import Testing

@Suite struct ExplainAndExampleTests {
    private func explain(_ ids: [String], _ language: String = "en") throws -> Command.Outcome {
        try Command.musubi(
            [
                "explain", "--programme", Command.programme, "--volunteers",
                "\(Command.sample)/volunteers.csv",
                "--residents", "\(Command.sample)/residents.csv", "--as-of", "2026-11-01", "--lang", language,
            ] + ids)
    }

    @Test(
        "a proposed pair meets every rule, and its points are those of the match list, in either order of the ids"
    )
    func pair() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("run"), ["--lang", "en"]).code == 0)
        for match in Command.rows(of: try folder.text(of: "run/matches.csv")).prefix(5) {
            let ids = [match["resident_id"] ?? "", match["volunteer_id"] ?? ""]
            let outcome = try explain(ids)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("A candidate pair; fit \(match["fit"] ?? "?") of "))
            #expect(!outcome.output.contains("×"))
            #expect(try explain(ids.reversed()).output == outcome.output)
        }
    }

    @Test("a person alone gets the gates, the candidates and what rules out the others")
    func person() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("run"), ["--lang", "en"]).code == 0)
        let unmatched = Command.rows(of: try folder.text(of: "run/unmatched.csv"))
        let gated = try #require(unmatched.first { $0["cause"] == "not eligible" })
        let refused = try explain([gated["resident_id"] ?? ""])
        #expect(refused.output.contains("×") && refused.output.contains("Not eligible this time."))
        #expect(refused.output.contains(gated["reason"] ?? "?"))
        let taken = try #require(unmatched.first { $0["cause"] == "candidates taken" })
        let outcome = try explain([taken["resident_id"] ?? ""])
        let count = taken["candidates"] ?? "?"
        #expect(outcome.output.contains(count == "1" ? "1 candidate" : "\(count) candidates"))
        #expect(outcome.output.contains("Ruled out"))
        #expect(try explain([taken["resident_id"] ?? ""], "ja").output.contains("候補: \(count)名"))
    }

    @Test("an id that nobody has, and two of one side, are refused by name")
    func unknown() throws {
        let outcome = try explain(["R9999"])
        #expect(outcome.code == 65 && outcome.errors.contains("R9999 is not in the exports"))
        #expect(try explain(["R0001", "R0002"]).code == 65)
    }

    private func check(_ examples: String) throws -> Command.Outcome {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Command.programme, encoding: .utf8)
        let parts = text.components(separatedBy: "\nexamples:\n")
        let places = "\(Command.root)/data/places"
        try folder.write(
            parts[0].replacing("../data/places", with: places) + "\nexamples:\n" + examples, to: "p.yaml")
        return try Command.musubi(["check", "--programme", folder.path("p.yaml"), "--lang", "en"])
    }

    @Test("examples that hold are counted, and a broken one ends with 78, its name, its line and the reason")
    func examples() throws {
        let good = try check(
            "  - {volunteer: {gender: 女性}, resident: {partner_wish: 同性, gender: 女性}, passes: accepts-partner_wish}\n"
        )
        #expect(good.code == 0 && good.output.contains("examples: 1 of 1 hold"))
        let bad = try check(
            """
              - name: {ja: 9年で可, en: nine years are enough}
                volunteer: {origin: 外国, in_japan_since: 2017-11-01}
                as-of: 2026-11-01
                passes: gate-in_japan_since
            """)
        #expect(bad.code == 78)
        #expect(bad.output.contains("broken example: nine years are enough (line "))
        #expect(bad.output.contains("for 9 years (at least 10 required)"))
        let less = try check(
            "  - {volunteer: {free_time: 土9:00-10:00}, resident: {free_time: 土日}, "
                + "no-less: {criterion: time, than: {volunteer: {free_time: 土9:00-15:00}}}}\n")
        #expect(less.code == 78 && less.output.contains("time: "))
    }

    @Test("an example that names a rule, a field or a person that is not there says so")
    func mistakes() throws {
        let rule = try check("  - {volunteer: {gender: 女性}, passes: gate-genders}\n")
        #expect(rule.code == 78 && rule.errors.contains("gate-genders"))
        let field = try check("  - {volunteer: {gendre: 女性}, passes: gate-home}\n")
        #expect(field.errors.contains("unknown field 'gendre'"))
        let nothing = try check("  - {volunteer: {gender: 女性}}\n")
        #expect(nothing.errors.contains("exactly one of passes, fails, no-less and is"))
        let person = try check("  - {volunteer: V0001, resident: R0001, is: forbidden}\n")
        #expect(person.code == 0 && person.output.contains("example not tried"))
        let cell = try check("  - {volunteer: {in_japan_since: 昨年}, passes: gate-in_japan_since}\n")
        #expect(cell.code == 78 && cell.output.contains("in_japan_since: "))
    }
}
