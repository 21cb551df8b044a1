import Compatibility
import Records
import Testing

@Suite struct HouseholdTests {
    /// Residents of the households h, h, k, k, none; the first of h is not identified, the first of k speaks with nobody.
    private func check(identified: [Flag?], waiting: [String?], likes: [TagSet?]) throws -> HouseholdCheck {
        var tiny = TinyCohort()
        tiny.residentCount = 5
        tiny.vocabulary("words", ["a", "b"])
        tiny.field("home", .text, resident: .text(["h", "h", "k", "k", nil]))
        tiny.field("ok", .flag, resident: .flag(identified))
        tiny.field("since", .date, resident: .date(waiting.map { $0.flatMap { CivilDate(iso: $0) } }))
        tiny.field(
            "likes", .tags(vocabulary: "words"), volunteer: .tags([TagSet([0])]), resident: .tags(likes))
        let rules = Ruleset(
            gates: [Gate(id: "ok", sides: [.resident], check: FlagCheck(field: "ok"))],
            pairRules: [SharesRule(field: "likes")], criteria: [])
        return HouseholdCheck(
            field: "home", side: .resident, waitingSince: "since", rules: rules, in: tiny.cohort)
    }

    @Test("who waits longest stands for a household, if they pass the gates and have a candidate")
    func representatives() throws {
        let days = ["2026-01-01", "2026-02-01", "2026-02-01", "2026-01-01", nil]
        let all = [TagSet?](repeating: TagSet([0]), count: 5)
        let yes = [Flag?](repeating: .yes, count: 5)
        #expect(try check(identified: yes, waiting: days, likes: all).representatives == [0, 0, 3, 3, 4])
        #expect(
            try check(identified: [.no, .yes, .yes, .yes, .yes], waiting: days, likes: all).representatives
                == [1, 1, 3, 3, 4], "a gate comes first")
        var likes = all
        likes[3] = TagSet([1])
        #expect(
            try check(identified: yes, waiting: days, likes: likes).representatives == [0, 0, 2, 2, 4],
            "who has a candidate comes before who waits longer")
        likes[2] = nil
        #expect(
            try check(identified: yes, waiting: days, likes: likes).representatives == [0, 0, 3, 3, 4],
            "without any candidate the wait decides")
        #expect(
            try check(identified: [.no, nil, .yes, .yes, .no], waiting: days, likes: all).representatives
                == [0, 0, 3, 3, 4])
        let sameDay = [String?](repeating: "2026-01-01", count: 5)
        #expect(
            try check(identified: yes, waiting: sameDay, likes: all).representatives == [0, 0, 2, 2, 4],
            "on the same day the first id")
    }

    @Test("the others are told who stands for them")
    func sentence() throws {
        let check = try check(
            identified: Array(repeating: .yes, count: 5), waiting: Array(repeating: nil, count: 5),
            likes: Array(repeating: TagSet([0]), count: 5))
        var tiny = TinyCohort()
        tiny.residentCount = 5
        let cohort = tiny.cohort
        #expect(check.passes(cohort.residents, of: cohort) == [true, false, true, false, true])
        #expect(
            check.refusal(of: 1, in: cohort.residents, of: cohort).en
                == "one case a household, covered by household partner R0")
    }
}
