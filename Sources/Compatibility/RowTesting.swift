import Records

/// Everything about a cohort that testing and scoring its pairs needs, worked out beforehand.
struct RowTesting: Sendable {
    /// The pair rules, in the programme's order, and that order from the cheapest to the dearest.
    let rules: [any RuleRows]
    let cheapestFirst: [Int]
    /// The measures, with the points of a missing answer and of every value from 0 to 1000 behind it.
    let measures: [(points: [Int32], rows: any MeasureRows)]
    /// Volunteers who pass every gate, and those who fail exactly one.
    let eligible: BitRow
    let failingOneGate: BitRow
    /// Those who fail one gate, by the position of its tally.
    let byGate: [(tally: Int, volunteers: BitRow)]
    let isResidentEligible: [Bool]
    /// Where volunteers stand in a row, for each position of the row; `nil` where they stand in their own order.
    let order: [Int]?
    let volunteerCount: Int
    let firstPairTally: Int

    /// The order is that of volunteers in a row, `nil` for their own; `gateTallies` has the position of each volunteers' gate
    /// among the tallies.
    init(
        _ ruleset: Ruleset, _ cohort: Cohort, order: [Int]?, volunteerFailures: [[Int]],
        residentFailures: [[Int]], gateTallies: [Int: Int], firstPairTally: Int
    ) {
        let cohort = order.map { cohort.reorderingVolunteers($0) } ?? cohort
        let failures = order.map { $0.map { volunteerFailures[$0] } } ?? volunteerFailures
        let rules = ruleset.pairRules.map { $0.rows(in: cohort) }
        self.rules = rules
        cheapestFirst = rules.indices.sorted { (rules[$0].effort, $0) < (rules[$1].effort, $1) }
        measures = ruleset.criteria.filter { $0.maximumPoints != 0 }.map { criterion in
            let points = [criterion.points(nil)] + (0...1000).map { criterion.points($0) }
            return (points.map { Int32($0) }, criterion.measure.rows(in: cohort))
        }
        eligible = BitRow(failures.map(\.isEmpty))
        failingOneGate = BitRow(failures.map { $0.count == 1 })
        byGate = gateTallies.sorted { $0.value < $1.value }.map { gate, tally in
            (tally, BitRow(failures.map { $0 == [gate] }))
        }
        isResidentEligible = residentFailures.map(\.isEmpty)
        self.order = order
        volunteerCount = cohort.volunteers.count
        self.firstPairTally = firstPairTally
    }

    /// For a resident and each tally: how many volunteers this rule alone removed, near or far; zero throughout
    /// for a resident who fails a gate.
    ///
    /// Who fails two rules is not asked any further, so that the dear rules see few.
    func removedAlone(ofResident resident: Int) -> [Int] {
        var alone = Array(repeating: 0, count: firstPairTally + rules.count)
        guard isResidentEligible[resident] else { return alone }
        var scope = RowScope(stretches: [0..<eligible.words.count], asked: eligible)
        scope.asked.formUnion(failingOneGate, in: scope.stretches)
        var failures = FailureCount(count: volunteerCount)
        failures.restart(scope.stretches, failing: failingOneGate)
        var failed = Array(repeating: BitRow(count: volunteerCount), count: rules.count)
        for rule in cheapestFirst {
            rules[rule].markFailures(of: resident, scope, in: &failed[rule])
            _ = failures.add(failed[rule], scope)
            scope.asked.subtract(failures.twice, in: scope.stretches)
        }
        for (tally, volunteers) in byGate { alone[tally] = failures.alone(volunteers, scope) }
        for rule in rules.indices { alone[firstPairTally + rule] = failures.alone(failed[rule], scope) }
        return alone
    }
}
