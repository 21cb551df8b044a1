import Compatibility
import Records
import Testing

/// Measures of one of the two people, and tables of words.
@Suite struct PeopleMeasureTests {
    @Test("waiting runs from zero to full in days, a date to come is zero days, and a missing one unknown")
    func waiting() throws {
        var tiny = TinyCohort()
        tiny.residentCount = 5
        let dates =
            ["2026-11-01", "2026-10-02", "2026-05-01", "2027-01-01"].map { CivilDate(iso: $0) } + [nil]
        tiny.field("applied", .date, resident: .date(dates))
        let measure = AgeMeasure(
            .waiting, field: "applied", sides: [.resident], zeroAt: AgeBound(0, .days),
            fullAt: AgeBound(60, .days))
        let cohort = tiny.cohort
        let value = measure.values(in: cohort)
        #expect((0..<5).map { value(0, $0) } == [0, 500, 1000, 0, nil])
        #expect(measure.reasons(in: cohort)(0, 1)?.ja == "待機30日")
        #expect(measure.reasons(in: cohort)(0, 4) == nil)
    }

    @Test("freshness falls from full to zero by calendar months, by the older of two sides")
    func freshness() throws {
        var tiny = TinyCohort()
        tiny.asOf = try #require(CivilDate(iso: "2026-08-31"))
        tiny.volunteerCount = 3
        tiny.residentCount = 2
        // Six months before 31 August is 28 February.
        tiny.field(
            "updated", .date,
            volunteer: .date(["2026-02-28", "2026-02-27", nil].map { $0.flatMap { CivilDate(iso: $0) } }),
            resident: .date(["2026-08-31", "2024-01-01"].map { CivilDate(iso: $0) }))
        let cohort = tiny.cohort
        func measure(_ sides: Set<Side>) -> AgeMeasure {
            AgeMeasure(
                .freshness, field: "updated", sides: sides, zeroAt: AgeBound(18, .months),
                fullAt: AgeBound(6, .months))
        }
        let one = measure([.volunteer]).values(in: cohort)
        #expect(one(0, 0) == 1000 && (one(1, 0) ?? 0) < 1000 && (one(1, 0) ?? 0) > 990)
        #expect(one(2, 0) == nil)
        let two = measure([.volunteer, .resident]).values(in: cohort)
        #expect(two(0, 0) == 1000 && two(0, 1) == 0 && two(2, 0) == nil)
        #expect(measure([.volunteer]).reasons(in: cohort)(0, 0)?.en == "updated 184 days ago")
        #expect(AgeBound(1, .months).days(before: cohort.asOf) == 31)
    }

    @Test("a load counts down, and only of the side that was asked")
    func load() throws {
        var tiny = TinyCohort()
        tiny.volunteerCount = 4
        tiny.field(
            "partners", .number(suffix: nil), volunteer: .number([0, 1, 5, nil]), resident: .number([7]))
        let scale = try #require(LinearScale(zeroAt: 2, fullAt: 0))
        let cohort = tiny.cohort
        let value = LoadMeasure(field: "partners", side: .volunteer, scale: scale).values(in: cohort)
        #expect((0..<4).map { value($0, 0) } == [1000, 500, 0, nil])
        #expect(LoadMeasure(field: "partners", side: .resident, scale: scale).values(in: cohort)(3, 0) == 0)
    }

    @Test("a table gives what it says of two words, and the rest what is said of the rest")
    func table() {
        var tiny = TinyCohort()
        tiny.volunteerCount = 3
        tiny.residentCount = 3
        tiny.vocabulary("ages", ["young", "old"])
        tiny.vocabulary("wishes", ["sibling", "parent"])
        tiny.field("age", .category(vocabulary: "ages"), volunteer: .category([0, 1, nil]))
        tiny.field("wish", .category(vocabulary: "wishes"), resident: .category([0, 1, nil]))
        let measure = TableMeasure(
            volunteer: "age", resident: "wish",
            entries: ["sibling": ["young": 1000, "old": 0], "parent": ["old": 900]], otherwise: 250)
        let cohort = tiny.cohort
        let value = measure.values(in: cohort)
        #expect((0..<3).map { value(0, $0) } == [1000, 250, nil])
        #expect((0..<3).map { value(1, $0) } == [0, 900, nil])
        #expect(value(2, 0) == nil)
        #expect(measure.reasons(in: cohort)(1, 1)?.en == "wish parent, age old")
        #expect(measure.reasons(in: cohort)(1, 0) == nil, "nothing to say of what is worth nothing")
    }
}
