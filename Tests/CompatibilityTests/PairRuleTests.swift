import Compatibility
import Records
import Testing

@Suite struct PairRuleTests {
    @Test("8.0 km is near enough and 8.001 km is not, unless both accept online")
    func within() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 3
        tiny.vocabulary("modes", ["in-person", "online"])
        tiny.field(
            "home", .place, volunteer: .place([place(metresNorth: 0), nil]),
            resident: .place([place(metresNorth: 8000), place(metresNorth: 8001), place(metresNorth: 8001)]))
        tiny.field(
            "mode", .tags(vocabulary: "modes"), volunteer: .tags([TagSet([0, 1]), TagSet([0, 1])]),
            resident: .tags([TagSet([0]), TagSet([0]), TagSet([1])]))
        let cohort = tiny.cohort
        let rule = WithinRule(
            field: "home", metres: 8000, unless: .both(FieldCondition(field: "mode", value: .tag("online"))))
        let test = rule.test(in: cohort)
        #expect(test(0, 0))
        #expect(!test(0, 1))
        #expect(test(0, 2), "both accept online")
        #expect(!test(1, 0), "a missing place is too far")
        #expect(test(1, 2))
        #expect(rule.refusal(volunteer: 0, resident: 1, in: cohort).ja == "8.0 km離れている（8 km以内が条件）")
    }

    @Test("exactly two hours in common is enough, and blocks under an hour do not count")
    func overlaps() {
        var tiny = TinyCohort()
        tiny.residentCount = 3
        var short = WeeklyAvailability()
        for day in [Weekday.monday, .tuesday, .wednesday] { short.insert(day, quarters: 76..<79) }
        tiny.field(
            "free", .weekly,
            volunteer: .weekly([week((.monday, 19..<21), (.tuesday, 19..<21), (.wednesday, 19..<21))]),
            resident: .weekly([week((.monday, 19..<21)), week((.monday, 20..<23)), short]))
        let cohort = tiny.cohort
        let rule = OverlapsRule(field: "free", quarters: 8, block: 4)
        let test = rule.test(in: cohort)
        #expect(test(0, 0))
        #expect(!test(0, 1))
        #expect(!test(0, 2), "nine quarter hours, but in blocks of 45 minutes")
        #expect(
            rule.refusal(volunteer: 0, resident: 1, in: cohort).en
                == "1 h a week of free time in common (at least 2 h required)")
    }

    @Test("a shared language counts only at the level on both sides; without a level it does not count")
    func sharesLevel() {
        var tiny = TinyCohort()
        tiny.residentCount = 4
        tiny.vocabulary("languages", ["ja", "en"])
        let levelled = FieldKind.levelledTags(vocabulary: "languages", scale: .cefr)
        tiny.field(
            "languages", levelled,
            volunteer: .levelledTags([[LevelledTag(tag: 0, level: 6), LevelledTag(tag: 1, level: 2)]]),
            resident: .levelledTags([
                [LevelledTag(tag: 0, level: 1), LevelledTag(tag: 1, level: 2)],
                [LevelledTag(tag: 0, level: 1)],
                [LevelledTag(tag: 0, level: nil)], nil,
            ]))
        let cohort = tiny.cohort
        let rule = SharesRule(field: "languages", level: "B1")
        let test = rule.test(in: cohort)
        #expect((0..<4).map { test(0, $0) } == [true, false, false, false])
        #expect(rule.label(in: cohort).en == "languages in common, B1 or above on both sides")
    }

    @Test("wishes about the partner are met on both sides; a wish is not met by somebody unknown")
    func accepts() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 5
        tiny.vocabulary("genders", ["female", "male"])
        tiny.vocabulary("wishes", ["anyone", "same", "female", "male"])
        // Volunteers: a woman who wants her own gender, a man with no wish.
        tiny.field(
            "gender", .category(vocabulary: "genders"), volunteer: .category([0, 1]),
            resident: .category([0, 1, 0, nil, nil]))
        // Residents: no wish, no wish, wants a woman, no wish, wants their own unknown gender.
        tiny.field(
            "wish", .category(vocabulary: "wishes"), volunteer: .category([1, nil]),
            resident: .category([0, 0, 2, nil, 1]))
        let cohort = tiny.cohort
        let rule = AcceptsRule(wish: "wish", of: "gender", anyKey: "anyone", sameKey: "same")
        let test = rule.test(in: cohort)
        #expect((0..<5).map { test(0, $0) } == [true, false, true, false, false])
        #expect((0..<5).map { test(1, $0) } == [true, true, false, true, false])
        #expect(
            rule.refusal(volunteer: 0, resident: 1, in: cohort).en == "does not meet the volunteer's wish")
        #expect(rule.refusal(volunteer: 1, resident: 2, in: cohort).en == "does not meet the resident's wish")
    }

    @Test("all mandatory subjects must be offered at the pupil's grade, inclusive at both ends of the range")
    func covers() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 4
        tiny.vocabulary("subjects", ["maths", "music"])
        tiny.field(
            "offered", .rangedTags(vocabulary: "subjects"),
            volunteer: .rangedTags([
                [RangedTag(tag: 0, range: 5...10), RangedTag(tag: 1, range: 1...6)], nil,
            ]))
        tiny.field(
            "mandatory", .tags(vocabulary: "subjects"),
            resident: .tags([TagSet([0]), TagSet([0, 1]), TagSet([0]), nil]))
        tiny.field("grade", .number(suffix: nil), resident: .number([10, 7, 11, 7]))
        let cohort = tiny.cohort
        let needs = TagSource(field: "mandatory")
        let offers = OfferSource(field: "offered", at: "grade")
        let all = CoversRule(needs: needs, offers: offers, atLeast: nil)
        #expect((0..<4).map { all.test(in: cohort)(0, $0) } == [true, false, false, true])
        let one = CoversRule(needs: needs, offers: offers, atLeast: 1)
        #expect((0..<4).map { one.test(in: cohort)(0, $0) } == [true, true, false, false])
        #expect(!all.test(in: cohort)(1, 0), "a volunteer who answered nothing offers nothing")
        #expect(all.refusal(volunteer: 0, resident: 1, in: cohort).en == "mandatory: music not offered")
    }

    @Test("former and forbidden pairs are ruled out by id, other pairs of the same people are not")
    func listed() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 2
        let pair = PairKey(volunteer: PersonID("V1"), resident: PersonID("R0"))
        tiny.history = [pair, PairKey(volunteer: PersonID("gone"), resident: PersonID("R1"))]
        let cohort = tiny.cohort
        for rule in [ListedPairsRule(source: .history), ListedPairsRule(source: .forbidden([pair]))] {
            let test = rule.test(in: cohort)
            #expect(test(0, 0) && test(0, 1) && test(1, 1))
            #expect(!test(1, 0))
        }
    }

    @Test("nobody is paired with themselves, and a missing number is nobody's")
    func differs() {
        var tiny = TinyCohort()
        tiny.residentCount = 3
        tiny.residentIDs = ["R0", "V0", "R2"]
        tiny.field("member", .text, volunteer: .text(["神1"]), resident: .text(["神1", nil, "\u{FA19}1"]))
        let cohort = tiny.cohort
        let byNumber = DiffersRule(field: "member").test(in: cohort)
        #expect((0..<3).map { byNumber(0, $0) } == [false, true, true])
        let byID = DiffersRule(field: "id").test(in: cohort)
        #expect((0..<3).map { byID(0, $0) } == [true, false, true])
    }
}
