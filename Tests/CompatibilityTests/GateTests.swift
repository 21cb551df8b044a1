import Compatibility
import Records
import Testing

@Suite struct GateTests {
    @Test("a flag gate lets only a yes through; negotiable, no and missing each have their own sentence")
    func flags() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 4
        tiny.field(
            "checked", .flag, label: Bilingual(ja: "本人確認", en: "identity check"),
            volunteer: .flag([.yes, .no, .negotiable, nil]))
        let cohort = tiny.cohort
        let check = FlagCheck(field: "checked")
        #expect(check.passes(cohort.volunteers, of: cohort) == [true, false, false, false])
        let sentences = (1...3).map { check.refusal(of: $0, in: cohort.volunteers, of: cohort).ja }
        #expect(sentences == ["本人確認が済んでいない", "本人確認が確定していない", "本人確認の記録がない"])
    }

    @Test("ten years in Japan is inclusive on the very day, and asked only of those born abroad")
    func tenYears() throws {
        var tiny = TinyCohort()
        tiny.volunteerCount = 5
        tiny.vocabulary("origins", ["japan", "foreign"])
        tiny.field("origin", .category(vocabulary: "origins"), volunteer: .category([1, 1, 1, 0, nil]))
        let dates = try ["2016-11-01", "2016-11-02"].map { try #require(CivilDate(iso: $0)) }
        tiny.field("since", .date, volunteer: .date([dates[0], dates[1], nil, nil, nil]))
        let cohort = tiny.cohort
        let gate = Gate(
            id: "gate-since", sides: [.volunteer],
            when: FieldCondition(field: "origin", value: .tag("foreign")),
            check: YearsCheck(field: "since", atLeast: 10))
        #expect(gate.passes(cohort.volunteers, of: cohort) == [true, false, false, true, true])
        #expect(gate.passes(cohort.residents, of: cohort) == [true], "the residents are not asked")
        let refusal = gate.check.refusal(of: 1, in: cohort.volunteers, of: cohort)
        #expect(refusal.en == "since for 9 years (at least 10 required)")
    }

    @Test("number bounds are inclusive at both ends")
    func numbers() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 5
        tiny.field("age", .number(suffix: nil), volunteer: .number([17, 18, 70, 71, nil]))
        let cohort = tiny.cohort
        let check = NumberCheck(field: "age", atLeast: 18, atMost: 70)
        #expect(check.passes(cohort.volunteers, of: cohort) == [false, true, true, false, false])
    }

    @Test("an area is a list of municipality codes or their beginnings")
    func area() {
        var tiny = TinyCohort()
        tiny.residentCount = 4
        tiny.field(
            "home", .place,
            resident: .place([
                place(metresNorth: 0, code: "13110"), place(metresNorth: 0, code: "13203"),
                place(metresNorth: 0, code: "13361"), nil,
            ]))
        let cohort = tiny.cohort
        let check = AreaCheck(
            field: "home", codes: ["131", "13203"], name: Bilingual(ja: "23区", en: "the wards"))
        #expect(check.passes(cohort.residents, of: cohort) == [true, true, false, false])
        #expect(check.refusal(of: 2, in: cohort.residents, of: cohort).ja == "home（目黒区）が対象地域（23区）の外")
    }

    @Test("a category gate accepts any of its words")
    func category() {
        var tiny = TinyCohort()
        tiny.residentCount = 3
        tiny.vocabulary("situations", ["student", "employee", "refugee"])
        tiny.field("situation", .category(vocabulary: "situations"), resident: .category([0, 2, nil]))
        let cohort = tiny.cohort
        let check = CategoryCheck(field: "situation", oneOf: ["refugee", "employee"])
        #expect(check.passes(cohort.residents, of: cohort) == [false, true, false])
        #expect(check.requirement(in: cohort).en == "situation: employee, refugee")
    }
}
