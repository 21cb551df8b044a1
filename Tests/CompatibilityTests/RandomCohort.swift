import Compatibility
import Records
import TestKit

/// Seeded cohorts with every kind of field, many missing answers, and people on the edges of the rules.
struct RandomCohort {
    private var random: SplitMix64
    let cohort: Cohort

    init(seed: UInt64, volunteers: Int, residents: Int) {
        var random = SplitMix64(seed: seed)
        var tiny = TinyCohort()
        tiny.volunteerCount = volunteers
        tiny.residentCount = residents
        tiny.vocabulary("words", (0..<70).map { "w\($0)" })
        tiny.vocabulary("few", ["a", "b", "c"])
        tiny.vocabulary("wishes", ["anyone", "same", "a", "b"])
        func column<Value>(_ count: Int, missing: Int, _ value: (inout SplitMix64) -> Value) -> [Value?] {
            (0..<count).map { _ in random.once(in: missing) ? nil : value(&random) }
        }
        func both(_ name: String, _ kind: FieldKind, _ make: (Int) -> Column) {
            tiny.field(name, kind, volunteer: make(volunteers), resident: make(residents))
        }
        func tags(_ random: inout SplitMix64, _ last: Int) -> TagSet {
            TagSet((0..<random.number(in: 0...4)).map { _ in random.number(in: 0...last) })
        }
        both("ok", .flag) { .flag(column($0, missing: 12) { $0.once(in: 9) ? .no : .yes }) }
        both("seen", .flag) { .flag(column($0, missing: 15) { $0.once(in: 9) ? .negotiable : .yes }) }
        both("member", .text) { .text(column($0, missing: 3) { "m\($0.number(in: 0...30))" }) }
        both("home", .place) { .place(column($0, missing: 10) { RandomCohort.place(&$0) }) }
        both("mode", .tags(vocabulary: "few")) { .tags(column($0, missing: 9) { tags(&$0, 2) }) }
        both("words", .tags(vocabulary: "words")) { .tags(column($0, missing: 6) { tags(&$0, 69) }) }
        both("group", .category(vocabulary: "few")) {
            .category(column($0, missing: 6) { $0.number(in: 0...2) })
        }
        both("wish", .category(vocabulary: "wishes")) {
            .category(column($0, missing: 6) { $0.number(in: 0...3) })
        }
        both("languages", .levelledTags(vocabulary: "few", scale: .cefr)) {
            .levelledTags(
                column($0, missing: 8) { random in
                    (0..<random.number(in: 0...3)).map { _ in
                        LevelledTag(
                            tag: random.number(in: 0...2),
                            level: random.once(in: 5) ? nil : random.number(in: 0...6))
                    }
                })
        }
        both("free", .weekly) { .weekly(column($0, missing: 8) { RandomCohort.week(&$0) }) }
        both("number", .number(suffix: nil)) { .number(column($0, missing: 6) { $0.number(in: 1...9) }) }
        tiny.field(
            "offered", .rangedTags(vocabulary: "few"),
            volunteer: .rangedTags(
                column(volunteers, missing: 8) { random in
                    (0..<random.number(in: 0...3)).map { _ in
                        let first = random.number(in: 1...9)
                        return RangedTag(
                            tag: random.number(in: 0...2), range: first...random.number(in: first...9))
                    }
                }))
        for _ in 0..<random.number(in: 0...40) {
            tiny.history.insert(
                PairKey(
                    volunteer: PersonID("V\(random.number(in: 0...max(1, volunteers)))"),
                    resident: PersonID("R\(random.number(in: 0...max(1, residents)))")))
        }
        self.random = random
        cohort = tiny.cohort
    }

    /// Somewhere on the lattice of half kilometres within 20 km, so that many distances are exactly on a bound.
    private static func place(_ random: inout SplitMix64) -> Place {
        CompatibilityTests.place(metresNorth: Double(random.number(in: 0...40)) * 500)
    }

    private static func week(_ random: inout SplitMix64) -> WeeklyAvailability {
        var week = WeeklyAvailability()
        for _ in 0..<random.number(in: 0...5) {
            let day = Weekday.allCases[random.number(in: 0...6)]
            let start = random.number(in: 0...95)
            week.insert(day, quarters: start..<random.number(in: start...96))
        }
        return week
    }

    /// Every kind of pair rule, in several forms.
    var rules: [any PairRule] {
        let words = TagSource(field: "words")
        return [
            DiffersRule(field: "member"), DiffersRule(field: "id"), ListedPairsRule(source: .history),
            SharesRule(field: "mode"), SharesRule(field: "group"),
            SharesRule(field: "languages", level: "B1"),
            WithinRule(field: "home", metres: 8000),
            WithinRule(
                field: "home", metres: 2000, unless: .both(FieldCondition(field: "mode", value: .tag("b")))),
            WithinRule(
                field: "home", metres: 1000,
                unless: .resident(FieldCondition(field: "mode", value: .tag("b")))),
            OverlapsRule(field: "free", quarters: 8, block: 4), OverlapsRule(field: "free", quarters: 3),
            AcceptsRule(wish: "wish", of: "group", anyKey: "anyone", sameKey: "same"),
            CoversRule(needs: TagSource(field: "mode"), offers: OfferSource(field: "mode"), atLeast: nil),
            CoversRule(needs: words, offers: OfferSource(field: "words"), atLeast: 1),
            CoversRule(needs: TagSource(field: "mode"), offers: OfferSource(field: "mode"), atLeast: 2),
            CoversRule(
                needs: TagSource(field: "mode"), offers: OfferSource(field: "offered", at: "number"),
                atLeast: nil),
            EvenRule(),
        ]
    }

    /// Every kind of measure.
    func measures() throws -> [any Measure] {
        func scale(_ zeroAt: Int, _ fullAt: Int) throws -> LinearScale {
            guard let scale = LinearScale(zeroAt: zeroAt, fullAt: fullAt) else { throw BadScale() }
            return scale
        }
        return [
            DistanceMeasure(field: "home", scale: try scale(8000, 1000)),
            OverlapMeasure(field: "free", scale: try scale(4, 24), block: 4),
            OverlapMeasure(field: "free", scale: try scale(0, 100)),
            SharedMeasure(field: "words", scale: try scale(0, 2)),
            AgreementMeasure(field: "mode"), AgreementMeasure(field: "words"),
            CoveredMeasure(
                needs: TagSource(field: "mode"), offers: OfferSource(field: "offered", at: "number"),
                fullAt: nil),
            CoveredMeasure(
                needs: TagSource(field: "words"), offers: OfferSource(field: "words"), fullAt: 2),
            LevelMeasure(field: "languages", scale: try scale(1, 5)),
            GapMeasure(field: "number", scale: try scale(5, 0)), OwnMeasure(),
        ]
    }

    private struct BadScale: Error {}
}

/// A rule that knows only its test.
private struct EvenRule: PairRule {
    var id: String { "even" }

    func label(in cohort: Cohort) -> Bilingual { Bilingual(id) }

    func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let numbers = cohort.volunteers.numbers("number")
        return { volunteer, resident in ((numbers[volunteer] ?? 0) + resident) % 3 != 0 }
    }

    func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual { Bilingual(id) }
}

/// A measure that knows only its values.
private struct OwnMeasure: Measure {
    func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let numbers = cohort.volunteers.numbers("number")
        return { volunteer, resident in numbers[volunteer].map { ($0 * 97 + resident * 31) % 1001 } }
    }

    func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? { { _, _ in nil } }
}
