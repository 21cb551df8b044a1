import Compatibility
import Records
import Testing

/// Free time that is written in different time zones.
@Suite struct ZonedTests {
    /// A volunteer in Tokyo, free on Wednesday 21–23 and from Saturday 23:00 to Sunday 1:00; residents in several zones.
    private func cohort(
        _ residents: [(zone: String?, week: WeeklyAvailability?)], asOf: String = "2026-11-01"
    ) throws -> Cohort {
        var tiny = TinyCohort()
        tiny.residentCount = residents.count
        tiny.asOf = try #require(CivilDate(iso: asOf))
        tiny.volunteers["free"] = .weekly([
            week((.wednesday, 21..<23), (.saturday, 23..<24), (.sunday, 0..<1))
        ])
        tiny.residents["free"] = .weekly(residents.map(\.week))
        tiny.residents["zone"] = .timeZone(residents.map { $0.zone.flatMap { TimeZoneID($0) } })
        tiny.fields = [
            FieldSpec(
                name: "free", kind: .weekly, label: Bilingual("free"),
                headers: [.volunteer: ["free"], .resident: ["free"]],
                zones: [
                    .volunteer: .fixed(try #require(TimeZoneID("Asia/Tokyo"))), .resident: .field("zone"),
                ]),
            FieldSpec(
                name: "zone", kind: .timeZone(vocabulary: nil), label: Bilingual("zone"),
                headers: [.resident: ["zone"]]),
        ]
        return tiny.cohort
    }

    @Test(
        "hours are compared on one clock: over midnight, over the week's end, with three quarters of an hour")
    func overlaps() throws {
        let cohort = try cohort([
            ("Europe/Berlin", week((.wednesday, 13..<15))),  // 21–23 in Tokyo
            ("Europe/Berlin", week((.wednesday, 21..<23))),  // the same digits, another time
            ("America/New_York", week((.saturday, 9..<11))),  // Saturday 23:00 to Sunday 1:00
            ("Asia/Kathmandu", week((.wednesday, 18..<20))),  // 21:15–23:15
            ("+14:00", week((.sunday, 4..<6))),  // Saturday 23:00 to Sunday 1:00
            (nil, week((.wednesday, 21..<23))), ("Asia/Tokyo", nil),
        ])
        let measure = ZonedOverlapMeasure(
            field: "free", scale: try #require(LinearScale(zeroAt: 0, fullAt: 8)), block: 4)
        let value = measure.values(in: cohort)
        #expect((0..<7).map { value(0, $0) } == [1000, 0, 1000, 875, 1000, nil, nil])
        let rule = ZonedOverlapsRule(field: "free", quarters: 7, block: 4)
        let test = rule.test(in: cohort)
        #expect((0..<7).map { test(0, $0) } == [true, false, true, true, true, false, false])
        #expect(!ZonedOverlapsRule(field: "free", quarters: 8, block: 4).test(in: cohort)(0, 3))
        #expect(
            ZonedOverlapsRule(field: "free", quarters: 8, block: 8).test(in: cohort)(0, 2),
            "two hours over midnight are one block")
        #expect(rule.refusal(volunteer: 0, resident: 5, in: cohort).en == "time zone not known")
        #expect(
            rule.refusal(volunteer: 0, resident: 1, in: cohort).en
                == "across time zones 0 h a week of free time in common (at least 1 h 45 min required)")
    }

    @Test("the sentence says the time on both clocks, with the day where it is another")
    func sentence() throws {
        let cohort = try cohort([
            ("Europe/Berlin", week((.wednesday, 13..<15))), ("America/New_York", week((.saturday, 9..<11))),
            ("Asia/Tokyo", week((.wednesday, 21..<23))),
        ])
        let measure = ZonedOverlapMeasure(
            field: "free", scale: try #require(LinearScale(zeroAt: 0, fullAt: 8)), block: 4)
        let reason = measure.reasons(in: cohort)
        #expect(
            reason(0, 0)?.en
                == "2 h a week in common (local times: volunteer Wed 21:00–23:00, resident Wed 13:00–15:00)")
        #expect(
            reason(0, 1)?.ja == "共通の空き時間 週2時間（現地時間: ボランティア 土 23:00–日 1:00／住民 土 9:00–11:00）")
        #expect(reason(0, 2)?.en == "2 h a week in common (Wed 21:00–23:00)", "one clock, said once")
    }

    @Test(
        "a change of summer time within the months of a pair is a warning, and only where the difference changes"
    )
    func summerTime() throws {
        let cohort = try cohort([
            ("Europe/Berlin", nil), ("Asia/Kathmandu", nil), (nil, nil), ("America/Sao_Paulo", nil),
        ])
        let cautions = Cautions(zonedFields: ["free"], months: 6)
        let warnings = cautions.pairs(in: cohort)
        #expect(
            warnings(0, 0).map(\.text.en) == [
                "on 2027-03-28 the time difference changes from 8 h to 7 h (summer time)"
            ])
        #expect((1..<4).allSatisfy { warnings(0, $0).isEmpty })
        // A pair that ends before the change needs no warning.
        #expect(Cautions(zonedFields: ["free"], months: 4).pairs(in: cohort)(0, 0).isEmpty)
        #expect(cautions.kinds(in: cohort).map(\.id) == ["summer-time-free"])
    }

    @Test("two people who change their clocks on the same day keep their difference")
    func together() throws {
        var tiny = TinyCohort()
        tiny.volunteers["zone"] = .timeZone([TimeZoneID("Europe/Paris")])
        tiny.residents["zone"] = .timeZone([TimeZoneID("Europe/Berlin")])
        tiny.fields = [
            FieldSpec(
                name: "free", kind: .weekly, label: Bilingual("free"),
                headers: [.volunteer: ["free"], .resident: ["free"]],
                zones: [.volunteer: .field("zone"), .resident: .field("zone")])
        ]
        #expect(Cautions(zonedFields: ["free"], months: 12).pairs(in: tiny.cohort)(0, 0).isEmpty)
    }
}
