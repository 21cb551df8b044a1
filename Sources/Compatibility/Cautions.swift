package import Records

/// What a coordinator should know about a person or a pair although nothing is refused: soft bounds, a change of summer
/// time on the way.
package struct Cautions: Sendable {
    /// Gates that only warn.
    package var gates: [Gate]
    /// Pair rules that only warn.
    package var pairRules: [any PairRule]
    /// Months over which the clocks of a pair are looked at, and the weekly fields with time zones.
    package var zonedFields: [String]
    package var months: Int

    package init(
        gates: [Gate] = [], pairRules: [any PairRule] = [], zonedFields: [String] = [], months: Int = 12
    ) {
        self.gates = gates
        self.pairRules = pairRules
        self.zonedFields = zonedFields
        self.months = months
    }

    package var isEmpty: Bool { gates.isEmpty && pairRules.isEmpty && zonedFields.isEmpty }

    /// One kind of warning, in words.
    package struct Kind: Sendable {
        package let id: String
        package let label: Bilingual
        /// Whose gate it is; `nil` for pairs.
        package let side: Side?
    }

    /// A warning about somebody or about a pair: the position of its kind, and the sentence.
    package struct Warning: Sendable {
        package let kind: Int
        package let text: Bilingual
    }

    /// Every kind: the gates of the volunteers, those of the residents, the pair rules, the clocks.
    package func kinds(in cohort: Cohort) -> [Kind] {
        Side.allCases.flatMap { side in
            gates.filter { $0.sides.contains(side) }.map {
                Kind(id: $0.id, label: $0.label(in: cohort), side: side)
            }
        } + pairRules.map { Kind(id: $0.id, label: $0.label(in: cohort), side: nil) }
            + zonedFields.map {
                Kind(
                    id: "summer-time-\($0)",
                    label: Bilingual(
                        ja: "期間中に時差が変わらない（夏時間）",
                        en: "no change of the time difference on the way (summer time)"),
                    side: nil)
            }
    }

    /// The warnings of each person of a side.
    package func people(_ side: Side, in cohort: Cohort) -> [[Warning]] {
        let table = cohort[side]
        var warnings = Array(repeating: [Warning](), count: table.count)
        let first = side == .volunteer ? 0 : gates.count { $0.sides.contains(.volunteer) }
        for (number, gate) in gates.filter({ $0.sides.contains(side) }).enumerated() {
            for (person, passes) in gate.passes(table, of: cohort).enumerated() where !passes {
                let text = gate.check.refusal(of: person, in: table, of: cohort)
                warnings[person].append(Warning(kind: first + number, text: text))
            }
        }
        return warnings
    }

    /// The warnings of a pair as such; those of the two people are not among them.
    package func pairs(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> [Warning] {
        let first = Side.allCases.reduce(0) { sum, side in sum + gates.count { $0.sides.contains(side) } }
        let tests = pairRules.map { ($0, $0.test(in: cohort)) }
        let clocks = zonedFields.map { ClockChanges($0, months: months, in: cohort) }
        return { volunteer, resident in
            let broken = tests.enumerated().filter { !$0.element.1(volunteer, resident) }.map {
                number, rule in
                Warning(
                    kind: first + number,
                    text: rule.0.refusal(volunteer: volunteer, resident: resident, in: cohort))
            }
            let changed = clocks.enumerated().compactMap { number, clock in
                clock.sentence(volunteer, resident).map {
                    Warning(kind: first + tests.count + number, text: $0)
                }
            }
            return broken + changed
        }
    }
}

/// The days within some months on which the time difference of two people changes.
struct ClockChanges: Sendable {
    private let zones: [[TimeZoneID?]]
    private let asOf: CivilDate
    /// Days on which each zone's clock is changed.
    private let changes: [TimeZoneID: [CivilDate]]

    init(_ field: String, months: Int, in cohort: Cohort) {
        let zones = Side.allCases.map { ZonedWeeks.zones(field, $0, cohort) }
        let (asOf, end) = (cohort.asOf, cohort.asOf.adding(months: months))
        self.zones = zones
        self.asOf = asOf
        changes = Dictionary(
            uniqueKeysWithValues: Set(zones.joined().compactMap { $0 }).map {
                ($0, $0.changes(after: asOf, before: end))
            })
    }

    /// For example `2027-03-28に時差が8時間から7時間に変わる`: the first day on which it is another than today.
    func sentence(_ volunteer: Int, _ resident: Int) -> Bilingual? {
        guard let mine = zones[0][volunteer], let theirs = zones[1][resident] else { return nil }
        func difference(_ day: CivilDate) -> Int {
            mine.quartersEast(on: day) - theirs.quartersEast(on: day)
        }
        let today = difference(asOf)
        let days = ((changes[mine] ?? []) + (changes[theirs] ?? [])).sorted()
        guard let day = days.first(where: { difference($0) != today }) else { return nil }
        let (before, after) = (
            Wording.duration(quarters: abs(today)), Wording.duration(quarters: abs(difference(day)))
        )
        return Bilingual(
            ja: "\(day)に時差が\(before.ja)から\(after.ja)に変わる（夏時間）",
            en: "on \(day) the time difference changes from \(before.en) to \(after.en) (summer time)")
    }
}
