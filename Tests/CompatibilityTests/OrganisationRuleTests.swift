import Compatibility
import Records
import Testing

/// Rules about two people of one organisation.
@Suite struct OrganisationRuleTests {
    /// Volunteers of companies a, a, b and of none; residents of a, b and of an unknown company.
    private var companies: TinyCohort {
        var tiny = TinyCohort()
        tiny.volunteerCount = 4
        tiny.residentCount = 3
        tiny.vocabulary("companies", ["a", "b"])
        tiny.field(
            "company", .category(vocabulary: "companies"), volunteer: .category([0, 0, 1, nil]),
            resident: .category([0, 1, nil]))
        return tiny
    }

    private func verdicts(_ rule: any PairRule, _ cohort: Cohort) -> [[Bool]] {
        let test = rule.test(in: cohort)
        return cohort.residents.ids.indices.map { resident in
            cohort.volunteers.ids.indices.map { test($0, resident) }
        }
    }

    @Test("same and differs compare the words, and a missing answer does what the programme says")
    func sameAndDiffers() {
        let cohort = companies.cohort
        let same = AnswerRule(.same, field: "company", unknownPasses: false)
        #expect(
            verdicts(same, cohort) == [
                [true, true, false, false], [false, false, true, false], [false, false, false, false],
            ])
        let differs = AnswerRule(.differs, field: "company", unknownPasses: true)
        #expect(
            verdicts(differs, cohort) == [
                [false, false, true, true], [true, true, false, true], [true, true, true, true],
            ])
        #expect(same.refusal(volunteer: 2, resident: 0, in: cohort).en == "different company")
        #expect(differs.refusal(volunteer: 0, resident: 0, in: cohort).ja == "companyが同じ")
        #expect(same.refusal(volunteer: 3, resident: 0, in: cohort).en == "company not known")
    }

    @Test("texts are the same only byte for byte")
    func texts() {
        var tiny = TinyCohort()
        tiny.residentCount = 3
        tiny.field("site", .text, volunteer: .text(["神田"]), resident: .text(["神田", "\u{FA19}田", nil]))
        let rule = AnswerRule(.same, field: "site", unknownPasses: true)
        #expect(verdicts(rule, tiny.cohort) == [[true], [false], [true]])
    }

    @Test("a condition asks a rule of some pairs only; who has no company is nobody's colleague")
    func condition() {
        let cohort = companies.cohort
        let never = AnswerRule(.differs, field: "company", unknownPasses: false)
        let inside = ConditionalRule(never, when: PairCondition(field: "company", isSame: true))
        let outside = ConditionalRule(never, when: PairCondition(field: "company", isSame: false))
        // Inside, the rule refuses; outside, only pairs with an unknown company.
        #expect(
            verdicts(inside, cohort) == [
                [false, false, true, true], [true, true, false, true], [true, true, true, true],
            ])
        #expect(
            verdicts(outside, cohort) == [
                [true, true, true, false], [true, true, true, false], [false, false, false, false],
            ])
        #expect(inside.id == "differs-company-when-same-company")
        #expect(
            inside.refusal(volunteer: 0, resident: 0, in: cohort).en
                == "the same company (where company is the same)")
    }

    @Test("both must ask for what needs the two of them")
    func both() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 3
        tiny.residentCount = 2
        tiny.vocabulary("wishes", ["inside", "outside", "either"])
        tiny.field(
            "wish", .category(vocabulary: "wishes"), volunteer: .category([0, 1, nil]),
            resident: .category([2, 1]))
        let cohort = tiny.cohort
        let rule = BothRule(field: "wish", oneOf: ["inside", "either"], unknownPasses: false)
        #expect(verdicts(rule, cohort) == [[true, false, false], [false, false, false]])
        #expect(rule.refusal(volunteer: 1, resident: 1, in: cohort).ja == "ボランティア側・住民側のwishがinsideかeitherでない")
        #expect(
            rule.refusal(volunteer: 1, resident: 0, in: cohort).en
                == "wish of the volunteer is not inside or either")
        let easy = BothRule(field: "wish", oneOf: ["inside", "either"], unknownPasses: true)
        #expect(verdicts(easy, cohort)[0] == [true, false, true])
    }

    @Test("one common project is one too many")
    func apart() {
        var tiny = TinyCohort()
        tiny.residentCount = 3
        tiny.vocabulary("projects", ["x", "y", "z"])
        tiny.field(
            "projects", .tags(vocabulary: "projects"), volunteer: .tags([TagSet([0, 1])]),
            resident: .tags([TagSet([2]), TagSet([1, 2]), nil]))
        let cohort = tiny.cohort
        #expect(
            verdicts(ApartRule(field: "projects", unknownPasses: true), cohort) == [[true], [false], [true]])
        #expect(verdicts(ApartRule(field: "projects", unknownPasses: false), cohort)[2] == [false])
        let rule = ApartRule(field: "projects", unknownPasses: true)
        #expect(rule.refusal(volunteer: 0, resident: 1, in: cohort).en == "projects in common: y")
    }

    @Test("a gap of exactly the bound passes, and numbers at the ends of the range do not overflow")
    func gap() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 4
        tiny.field(
            "age", .number(suffix: nil), volunteer: .number([40, .min]), resident: .number([25, 24, 56, nil]))
        let cohort = tiny.cohort
        let rule = GapRule(field: "age", atMost: 15, unknownPasses: false)
        #expect(verdicts(rule, cohort).map { $0[0] } == [true, false, false, false])
        #expect(verdicts(rule, cohort).map { $0[1] } == [false, false, false, false])
        #expect(verdicts(GapRule(field: "age", atMost: 15, unknownPasses: true), cohort)[3][0])
        #expect(
            rule.refusal(volunteer: 0, resident: 1, in: cohort).en == "age: 16 apart (at most 15 allowed)")
    }

    /// Who reports to whom, by number; `nil` for no answer.
    private func staff(
        volunteers: [(String?, String?)], residents: [(String?, String?)], companies: ([Int?], [Int?])? = nil
    ) -> Cohort {
        var tiny = TinyCohort()
        tiny.volunteerCount = volunteers.count
        tiny.residentCount = residents.count
        tiny.field(
            "number", .text, volunteer: .text(volunteers.map(\.0)), resident: .text(residents.map(\.0)))
        tiny.field(
            "manager", .text, volunteer: .text(volunteers.map(\.1)), resident: .text(residents.map(\.1)))
        tiny.vocabulary("companies", ["a", "b"])
        if let companies {
            tiny.field(
                "company", .category(vocabulary: "companies"), volunteer: .category(companies.0),
                resident: .category(companies.1))
        }
        return tiny.cohort
    }

    @Test(
        "nobody is paired with anybody above them, over both tables and any number of steps; colleagues are")
    func chain() {
        // 1 leads 2 (a resident), who leads 3, who leads 4 and 5 (residents).
        let cohort = staff(
            volunteers: [("1", nil), ("3", "2")], residents: [("2", "1"), ("4", "3"), ("5", "3")])
        let rule = ReportingLineRule(manager: "manager", number: "number")
        #expect(verdicts(rule, cohort) == [[false, false], [false, false], [false, false]])
        let flat = staff(
            volunteers: [("6", "1"), ("7", "9")], residents: [("2", "1"), (nil, "7"), (nil, nil)])
        #expect(
            verdicts(rule, flat) == [[true, true], [true, false], [true, true]],
            "the same manager is no line; a manager counts even where the own number is missing")
        #expect(
            rule.refusal(volunteer: 0, resident: 1, in: cohort).en
                == "the volunteer is above the resident in the line of managers")
        #expect(rule.refusal(volunteer: 1, resident: 0, in: cohort).ja == "住民がボランティアの上司にあたる")
    }

    @Test("circles and people who are their own manager end")
    func circle() {
        let cohort = staff(
            volunteers: [("1", "2"), ("8", "8")], residents: [("2", "3"), ("3", "1"), ("9", "8"), ("7", nil)])
        let rule = ReportingLineRule(manager: "manager", number: "number")
        #expect(
            verdicts(rule, cohort) == [[false, true], [false, true], [true, false], [true, true]])
    }

    @Test("the numbers of two companies are different people")
    func inside() {
        let cohort = staff(
            volunteers: [("1", nil)], residents: [("2", "1"), ("2", "1")], companies: ([0], [0, 1]))
        let rule = ReportingLineRule(manager: "manager", number: "number", within: "company")
        #expect(verdicts(rule, cohort) == [[false], [true]])
    }

    @Test(
        "ten years exactly: a volunteer may, and a recipient is warned of; 29 February counts on 28 February")
    func tenYears() throws {
        var tiny = TinyCohort()
        tiny.residentCount = 4
        tiny.asOf = try #require(CivilDate(iso: "2026-02-28"))
        let dates = ["2016-02-28", "2016-03-01", "2016-02-29"].map { CivilDate(iso: $0) } + [nil]
        tiny.field("since", .date, resident: .date(dates))
        let cohort = tiny.cohort
        #expect(
            YearsCheck(field: "since", atLeast: 10).passes(cohort.residents, of: cohort)
                == [true, false, true, false])
        let below = YearsBelowCheck(field: "since", under: 10)
        #expect(below.passes(cohort.residents, of: cohort) == [false, true, false, false])
        #expect(
            below.refusal(of: 0, in: cohort.residents, of: cohort).ja == "sinceから10年（10年未満が目安）")
    }

    @Test("a language gate asks for the level itself")
    func level() {
        var tiny = TinyCohort()
        tiny.residentCount = 4
        tiny.vocabulary("languages", ["ja", "en"])
        tiny.field(
            "languages", .levelledTags(vocabulary: "languages", scale: .cefr),
            resident: .levelledTags([
                [LevelledTag(tag: 0, level: 3)],
                [LevelledTag(tag: 0, level: 2), LevelledTag(tag: 1, level: 6)],
                [LevelledTag(tag: 0, level: nil)], nil,
            ]))
        let cohort = tiny.cohort
        let check = LevelCheck(field: "languages", oneOf: ["ja"], level: "B2")
        #expect(check.passes(cohort.residents, of: cohort) == [true, false, false, false])
        #expect(check.requirement(in: cohort).en == "ja at B2 or above")
    }
}
