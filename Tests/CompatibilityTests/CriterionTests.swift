import Compatibility
import Records
import Testing

@Suite struct CriterionTests {
    private func scale(_ zeroAt: Int, _ fullAt: Int) throws -> LinearScale {
        try #require(LinearScale(zeroAt: zeroAt, fullAt: fullAt))
    }

    @Test("a linear scale is 0 and 1000 at and beyond its ends in either direction, and monotone between")
    func linear() throws {
        let falling = try scale(8000, 1000)
        #expect([500, 1000, 4500, 8000, 9000].map(falling.thousandths) == [1000, 1000, 500, 0, 0])
        let rising = try scale(0, 3)
        #expect([0, 1, 2, 3, 4].map(rising.thousandths) == [0, 333, 666, 1000, 1000])
        let values = (0...9000).map(falling.thousandths)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(LinearScale(zeroAt: 3, fullAt: 3) == nil)
        // Spans on both sides of what 32 bits divide.
        for span in [3_999_999, 4_000_000, 5_000_000_000] {
            let wide = try scale(-7, span - 7)
            for way in [-1, 0, 1, span / 3, span - 1, span, span + 1] {
                #expect(wide.thousandths(way - 7) == min(1000, max(0, way * 1000 / span)))
            }
        }
    }

    @Test("points are whole, rounded half up, and a missing answer is worth half")
    func points() throws {
        let measure = GapMeasure(field: "x", scale: try scale(3, 0))
        let criterion = Criterion(name: "c", label: Bilingual("c"), maximumPoints: 300, measure: measure)
        #expect([0, 1, 333, 500, 1000].map { criterion.points($0) } == [0, 0, 100, 150, 300])
        #expect(criterion.points(nil) == 150)
        let odd = Criterion(name: "c", label: Bilingual("c"), maximumPoints: 1, measure: measure)
        #expect(odd.points(500) == 1)
    }

    @Test("distance is full near, nothing far, unknown without a place; the sentence says how far")
    func distance() throws {
        var tiny = TinyCohort()
        tiny.residentCount = 4
        tiny.field(
            "home", .place, volunteer: .place([place(metresNorth: 0)]),
            resident: .place([
                place(metresNorth: 1800), place(metresNorth: 40), nil, place(metresNorth: 900, town: nil),
            ]))
        let cohort = tiny.cohort
        let measure = DistanceMeasure(field: "home", scale: try scale(8000, 1000))
        let value = measure.values(in: cohort)
        #expect((0..<3).map { value(0, $0) } == [885, 1000, nil])
        let reason = measure.reasons(in: cohort)
        #expect(reason(0, 0)?.ja == "自宅から約1.8 km")
        #expect(reason(0, 1)?.en == "same neighbourhood (town)")
        #expect(reason(0, 2) == nil)
        #expect(reason(0, 3)?.ja == "同じ地域（目黒区）")
    }

    @Test("the distance of those who meet online is neither good nor bad, in every way of asking")
    func distanceWaived() throws {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 2
        let here = [place(metresNorth: 0), place(metresNorth: 0)]
        tiny.field("home", .place, volunteer: .place(here), resident: .place(here))
        tiny.field("online", .flag, volunteer: .flag([.yes, .no]), resident: .flag([.yes, .no]))
        let cohort = tiny.cohort
        let condition = FieldCondition(field: "online", value: .yes)
        let expected: [DistanceExemption: [[Int?]]] = [
            .both(condition): [[nil, 1000], [1000, 1000]],
            .resident(condition): [[nil, nil], [1000, 1000]],
        ]
        for (exemption, wanted) in expected {
            let measure = DistanceMeasure(field: "home", scale: try scale(8000, 1000), unless: exemption)
            let (value, reason) = (measure.values(in: cohort), measure.reasons(in: cohort))
            for resident in 0...1 {
                var row: [Int32] = [7, 7]
                measure.rows(in: cohort).measure(resident, with: [0, 1], into: &row)
                for volunteer in 0...1 {
                    let expected = wanted[resident][volunteer]
                    #expect(value(volunteer, resident) == expected)
                    #expect((reason(volunteer, resident) == nil) == (expected == nil))
                    #expect(row[volunteer] == expected.map { Int32($0) } ?? MissingValue.mark)
                }
            }
        }
    }

    @Test("common time counts blocks of an hour; the sentence names the two longest in the order of the week")
    func overlap() throws {
        var tiny = TinyCohort()
        tiny.field(
            "free", .weekly,
            volunteer: .weekly([week((.monday, 19..<21), (.wednesday, 18..<19), (.saturday, 9..<12))]),
            resident: .weekly([week((.monday, 18..<22), (.wednesday, 18..<20), (.saturday, 9..<13))]))
        let cohort = tiny.cohort
        let measure = OverlapMeasure(field: "free", scale: try scale(4, 24), block: 4)
        #expect(measure.values(in: cohort)(0, 0) == 1000)
        #expect(measure.reasons(in: cohort)(0, 0)?.ja == "共通の空き時間 週6時間（月 19:00–21:00、土 9:00–12:00ほか）")
    }

    @Test("shared interests, covered needs and agreement count tags and name them")
    func tags() throws {
        var tiny = TinyCohort()
        tiny.residentCount = 2
        tiny.vocabulary("words", ["cooking", "walks", "films", "music"])
        let kind = FieldKind.tags(vocabulary: "words")
        tiny.field(
            "likes", kind, volunteer: .tags([TagSet([0, 1, 2])]), resident: .tags([TagSet([0, 1]), nil]))
        tiny.field("offers", kind, volunteer: .tags([TagSet([0, 3])]))
        tiny.field("needs", kind, resident: .tags([TagSet([0, 1, 3]), TagSet()]))
        let cohort = tiny.cohort
        let shared = SharedMeasure(field: "likes", scale: try scale(0, 3))
        #expect(shared.values(in: cohort)(0, 0) == 666)
        #expect(shared.values(in: cohort)(0, 1) == nil)
        #expect(shared.reasons(in: cohort)(0, 0)?.en == "likes: cooking, walks")
        let covered = CoveredMeasure(
            needs: TagSource(field: "needs"), offers: OfferSource(field: "offers"), fullAt: nil)
        #expect(covered.values(in: cohort)(0, 0) == 666)
        #expect(covered.values(in: cohort)(0, 1) == nil, "nobody can cover what was not asked for")
        #expect(covered.reasons(in: cohort)(0, 0)?.ja == "offers: cooking・music")
        let counted = CoveredMeasure(
            needs: TagSource(field: "needs"), offers: OfferSource(field: "offers"), fullAt: 10)
        #expect(counted.values(in: cohort)(0, 0) == 200)
        #expect(AgreementMeasure(field: "likes").values(in: cohort)(0, 0) == 666)
    }

    @Test("the language of a pair is the one in which the weaker speaker is strongest")
    func level() throws {
        var tiny = TinyCohort()
        tiny.vocabulary("languages", ["ja", "en", "zh"])
        let kind = FieldKind.levelledTags(vocabulary: "languages", scale: .cefr)
        tiny.field(
            "languages", kind,
            volunteer: .levelledTags([[LevelledTag(tag: 0, level: 6), LevelledTag(tag: 1, level: 3)]]),
            resident: .levelledTags([
                [LevelledTag(tag: 0, level: 2), LevelledTag(tag: 1, level: 4), LevelledTag(tag: 2, level: 6)]
            ]))
        let cohort = tiny.cohort
        let measure = LevelMeasure(field: "languages", scale: try scale(1, 5))
        #expect(measure.values(in: cohort)(0, 0) == 500)
        #expect(measure.reasons(in: cohort)(0, 0)?.en == "en B2")
    }

    @Test("equal expectations are full, and a difference is said")
    func gap() throws {
        var tiny = TinyCohort()
        tiny.residentCount = 3
        tiny.field("meetings", .number(suffix: nil), volunteer: .number([2]), resident: .number([2, 4, nil]))
        let cohort = tiny.cohort
        let measure = GapMeasure(field: "meetings", scale: try scale(3, 0))
        #expect((0..<3).map { measure.values(in: cohort)(0, $0) } == [1000, 333, nil])
        #expect(measure.reasons(in: cohort)(0, 1)?.en == "meetings: resident 4, volunteer 2")
    }
}
