import Compatibility
import Records
import Testing

/// What holds for every measure, over made-up cohorts.
@Suite struct CriterionPropertyTests {
    /// A measure with the fields that it needs, by side.
    private struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let measure: any Measure
        let volunteer: [String]
        let resident: [String]

        var testDescription: String { name }
    }

    private static let cases: [Case] = {
        let hours = LinearScale(zeroAt: 0, fullAt: 16)
        let scales = [
            LinearScale(zeroAt: 8000, fullAt: 500), LinearScale(zeroAt: 0, fullAt: 3),
            LinearScale(zeroAt: 1, fullAt: 5), LinearScale(zeroAt: 4, fullAt: 0),
        ].compactMap { $0 }
        guard let hours, scales.count == 4 else { return [] }
        let offers = OfferSource(field: "offers")
        func age(_ meaning: AgeMeasure.Meaning, _ sides: Set<Side>) -> AgeMeasure {
            AgeMeasure(
                meaning, field: "since", sides: sides, zeroAt: AgeBound(24, .months),
                fullAt: AgeBound(3, .months))
        }
        func both(_ name: String, _ fields: [String], _ measure: any Measure) -> Case {
            Case(name: name, measure: measure, volunteer: fields, resident: fields)
        }
        return [
            both("distance", ["home"], DistanceMeasure(field: "home", scale: scales[0])),
            both("overlap", ["free"], OverlapMeasure(field: "free", scale: hours)),
            both("overlap in blocks", ["free"], OverlapMeasure(field: "free", scale: hours, block: 4)),
            both("zoned overlap", ["zoned", "zone"], ZonedOverlapMeasure(field: "zoned", scale: hours)),
            both(
                "zoned overlap in blocks", ["zoned", "zone"],
                ZonedOverlapMeasure(field: "zoned", scale: hours, block: 4)),
            both("shared", ["likes"], SharedMeasure(field: "likes", scale: scales[1])),
            Case(
                name: "covered",
                measure: CoveredMeasure(
                    needs: TagSource(field: "needs"), offers: offers, fullAt: nil), volunteer: ["offers"],
                resident: ["needs"]),
            Case(
                name: "covered by number",
                measure: CoveredMeasure(
                    needs: TagSource(field: "needs"), offers: offers, fullAt: 2), volunteer: ["offers"],
                resident: ["needs"]),
            both("level", ["speaks"], LevelMeasure(field: "speaks", scale: scales[2])),
            both("gap", ["number"], GapMeasure(field: "number", scale: scales[3])),
            both("agreement", ["likes"], AgreementMeasure(field: "likes")),
            both(
                "table", ["group"],
                TableMeasure(
                    volunteer: "group", resident: "group", entries: ["a": ["a": 1000, "b": 333]],
                    otherwise: 10)),
            Case(name: "waiting", measure: age(.waiting, [.resident]), volunteer: [], resident: ["since"]),
            both("freshness", ["since"], age(.freshness, [.volunteer, .resident])),
            Case(
                name: "load", measure: LoadMeasure(field: "number", side: .volunteer, scale: scales[3]),
                volunteer: ["number"], resident: []),
        ]
    }()

    // MARK: What always holds

    @Test("between 0 and 1000, and points between none and all", arguments: 0..<10)
    func bounded(seed: Int) {
        let cohort = Made(seed: seed).cohort
        for entry in Self.cases {
            let criterion = Criterion(
                name: entry.name, label: Bilingual(entry.name), maximumPoints: 250, measure: entry.measure)
            let value = entry.measure.values(in: cohort)
            var seen = 0
            for (volunteer, resident) in cohort.everyPair {
                let found = value(volunteer, resident)
                if let found {
                    #expect((0...1000).contains(found), "\(entry.name)")
                    seen += 1
                }
                #expect((0...250).contains(criterion.points(found)))
            }
            #expect(seen > 0, "\(entry.name): nothing was measured")
        }
    }

    @Test("a missing answer is neither good nor bad: no value, half of the points, nothing to say")
    func neutral() {
        for entry in Self.cases {
            let criterion = Criterion(
                name: entry.name, label: Bilingual(entry.name), maximumPoints: 250, measure: entry.measure)
            for (side, fields) in [(Side.volunteer, entry.volunteer), (.resident, entry.resident)] {
                for field in fields {
                    var made = Made(seed: 1)
                    made.clear(field, side)
                    let cohort = made.cohort
                    let value = entry.measure.values(in: cohort)
                    let reason = entry.measure.reasons(in: cohort)
                    for (volunteer, resident) in cohort.everyPair {
                        #expect(value(volunteer, resident) == nil, "\(entry.name) without \(field)")
                        #expect(reason(volunteer, resident) == nil)
                        #expect(criterion.points(value(volunteer, resident)) == 125)
                    }
                }
            }
        }
    }

    @Test("the order of the rows changes nothing", arguments: 0..<5)
    func order(seed: Int) {
        let made = Made(seed: seed)
        let (plain, turned) = (made.cohort, made.reversed.cohort)
        let (volunteers, residents) = (plain.volunteers.count, plain.residents.count)
        for entry in Self.cases {
            let value = (entry.measure.values(in: plain), entry.measure.values(in: turned))
            let reason = (entry.measure.reasons(in: plain), entry.measure.reasons(in: turned))
            for (volunteer, resident) in plain.everyPair {
                let (a, b) = (volunteers - 1 - volunteer, residents - 1 - resident)
                #expect(value.0(volunteer, resident) == value.1(a, b), "\(entry.name)")
                #expect(reason.0(volunteer, resident) == reason.1(a, b), "\(entry.name)")
            }
        }
    }

    // MARK: What is monotone

    /// Every pair does at least as well after a change of one side.
    private func expectNoWorse(
        _ names: [String], _ seed: Int, _ improve: (inout Made) -> Void, _ comment: Comment
    ) {
        let made = Made(seed: seed)
        var better = made
        improve(&better)
        let (before, after) = (made.cohort, better.cohort)
        var raised = 0
        for entry in Self.cases where names.contains(entry.name) {
            let value = (entry.measure.values(in: before), entry.measure.values(in: after))
            for (volunteer, resident) in before.everyPair {
                guard let old = value.0(volunteer, resident), let new = value.1(volunteer, resident) else {
                    continue
                }
                #expect(old <= new, "\(entry.name): \(comment)")
                if old < new { raised += 1 }
            }
        }
        #expect(raised > 0, comment)
    }

    @Test(
        "more is never worse: time, tags, offers, levels, nearness, closeness, days, room", arguments: 0..<10)
    func monotone(seed: Int) {
        expectNoWorse(
            ["overlap", "overlap in blocks", "zoned overlap", "zoned overlap in blocks"], seed,
            { $0.widenFreeTime() }, "more free time")
        expectNoWorse(["shared"], seed, { $0.addTags("likes") }, "more interests")
        expectNoWorse(["covered", "covered by number"], seed, { $0.addTags("offers") }, "more offers")
        expectNoWorse(["level"], seed, { $0.raiseLevels() }, "higher levels")
        expectNoWorse(["distance"], seed, { $0.moveNearer() }, "nearer homes")
        expectNoWorse(["gap"], seed, { $0.halveNumbers() }, "closer numbers")
        expectNoWorse(["load"], seed, { $0.halveNumbers() }, "fewer partners")
        expectNoWorse(["waiting", "freshness"], seed, { $0.moveDates(byDays: 40) }, "newer dates")
    }

    /// Rules and criteria over the free time of two people.
    private func timeRules(zoned: Bool, block: Int) throws -> Ruleset {
        let scale = try #require(LinearScale(zeroAt: 0, fullAt: 16))
        let measure: any Measure =
            zoned
            ? ZonedOverlapMeasure(field: "zoned", scale: scale, block: block)
            : OverlapMeasure(field: "free", scale: scale, block: block)
        let rule: any PairRule =
            zoned
            ? ZonedOverlapsRule(field: "zoned", quarters: 4, block: block)
            : OverlapsRule(field: "free", quarters: 4, block: block)
        return Ruleset(
            gates: [], pairRules: [rule],
            criteria: [
                Criterion(name: "time", label: Bilingual("time"), maximumPoints: 200, measure: measure),
                Criterion(
                    name: "likes", label: Bilingual("likes"), maximumPoints: 100,
                    measure: SharedMeasure(field: "likes", scale: scale)),
            ])
    }

    @Test(
        "narrower free time never raises a person's chance: no further candidate and no better fit with anybody",
        arguments: 0..<10)
    func narrower(seed: Int) throws {
        let narrow = Made(seed: seed)
        var wide = narrow
        wide.widenFreeTime()
        for (zoned, block) in [(false, 1), (false, 4), (true, 1), (true, 4)] {
            let rules = try timeRules(zoned: zoned, block: block)
            let few = rules.candidates(in: narrow.cohort)
            let many = rules.candidates(in: wide.cohort)
            let fits = Dictionary(
                uniqueKeysWithValues: many.edges.map { ([$0.resident, $0.volunteer], $0.fit) })
            for edge in few.edges {
                let fit = try #require(fits[[edge.resident, edge.volunteer]], "a candidate was lost")
                #expect(edge.fit <= fit)
            }
            #expect(few.edges.count < many.edges.count, "the wider weeks must matter")
        }
    }
}

extension Cohort {
    /// Every volunteer with every resident.
    fileprivate var everyPair: [(Int, Int)] {
        volunteers.ids.indices.flatMap { volunteer in residents.ids.indices.map { (volunteer, $0) } }
    }
}
