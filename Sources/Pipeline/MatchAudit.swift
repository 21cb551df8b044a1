import CaseLedger
package import Compatibility
import Intake
import Programmes
import Records
package import Reporting

/// Checks a finished report against the tables, in integers and without any code of the solver: every pair may
/// be paired, nobody has too many partners, no two people are paired twice, every limit is kept, and every fit
/// and every goal is what the tables give.
package enum MatchAudit {
    /// What is wrong, by id; empty when all is well.
    package static func findings(in report: MatchReport, reading: CohortReading, ruleset: Ruleset) -> [String]
    {
        let cohort = reading.cohort
        var findings: [String] = []
        let passes = Side.allCases.map { side in
            ruleset.gates.map { $0.passes(cohort[side], of: cohort) }
        }
        let tests = ruleset.pairRules.map { ($0.id, $0.test(in: cohort)) }
        let points = ruleset.points(in: cohort)
        let volunteers = rowIndex(of: cohort.volunteers)
        let residents = rowIndex(of: cohort.residents)
        var partners: [Side: [Int: Int]] = [.volunteer: [:], .resident: [:]]
        var pairs: Set<PairKey> = []
        var known: [LimitAudit.Pair] = []

        for pair in report.pairs {
            let name = "\(pair.volunteer) × \(pair.resident)"
            guard let volunteer = volunteers[pair.volunteerRow], let resident = residents[pair.residentRow],
                cohort.volunteers.ids[volunteer] == pair.volunteer,
                cohort.residents.ids[resident] == pair.resident
            else {
                findings.append("\(name): not in the tables")
                continue
            }
            if !pairs.insert(PairKey(volunteer: pair.volunteer, resident: pair.resident)).inserted {
                findings.append("\(name): paired twice")
            }
            for (people, person) in [(passes[0], volunteer), (passes[1], resident)] {
                for (gate, verdicts) in zip(ruleset.gates, people) where !verdicts[person] {
                    findings.append("\(name): fails \(gate.id)")
                }
            }
            for (id, test) in tests where !test(volunteer, resident) {
                findings.append("\(name): fails \(id)")
            }
            let expected = points(volunteer, resident)
            if expected != pair.points || expected.reduce(0, +) != pair.fit {
                findings.append("\(name): fit \(pair.fit) instead of \(expected.reduce(0, +))")
            }
            partners[.volunteer]?[volunteer, default: 0] += 1
            partners[.resident]?[resident, default: 0] += 1
            known.append(LimitAudit.Pair(volunteer: volunteer, resident: resident))
        }
        let limits = LimitAudit(
            cohort: cohort, programme: reading.programme, limits: report.limits, pairs: known,
            isEligible: Dictionary(
                uniqueKeysWithValues: zip(Side.allCases, passes).map { side, verdicts in
                    (side, cohort[side].ids.indices.map { person in verdicts.allSatisfy { $0[person] } })
                }),
            places: Dictionary(
                uniqueKeysWithValues: Side.allCases.map { side in
                    (side, cohort[side].ids.indices.map { places(of: $0, side, reading) })
                }),
            history: reading.memory?.history ?? LedgerHistory(),
            candidates: { side, person, most in
                candidates(side, person, upTo: most, cohort, passes) { a, b in
                    tests.allSatisfy { $0.1(a, b) }
                }
            })
        findings += overfull(partners, reading) + limits.findings()
        for (goal, stated) in zip(reading.programme.goals, report.certificate.goals) {
            let value = value(of: goal, report, reading, limits)
            if value != stated.value {
                findings.append("\(goal.name): \(stated.value) instead of \(value)")
            }
        }
        return findings
    }

    /// What a goal comes to in the pairs of the report.
    private static func value(
        of goal: ProgrammeGoal, _ report: MatchReport, _ reading: CohortReading, _ limits: LimitAudit
    ) -> Int {
        switch goal {
        case .mostPairs: return report.pairs.count
        case .bestFit: return report.pairs.reduce(0) { $0 + $1.fit }
        case .longestWaiting:
            guard let field = reading.programme.waitingSince else { return 0 }
            let dates = reading.cohort.residents.dates(field)
            return limits.pairs.reduce(0) { sum, pair in
                sum + (dates[pair.resident].map { max(0, reading.cohort.asOf - $0) } ?? 0)
            }
        case .cover(let group): return limits.count(group)
        case .raiseLowest: return report.pairs.filter { !$0.isLocked }.map(\.fit).min() ?? 0
        case .fewestChanges:
            let earlier = Set(reading.previous.map(\.pair))
            return report.pairs.count {
                earlier.contains(PairKey(volunteer: $0.volunteer, resident: $0.resident))
            }
        }
    }

    /// Candidates of a person, counted until there are enough.
    private static func candidates(
        _ side: Side, _ person: Int, upTo most: Int, _ cohort: Cohort, _ passes: [[[Bool]]],
        _ isAllowed: (_ volunteer: Int, _ resident: Int) -> Bool
    ) -> Int {
        let own = passes[side == .volunteer ? 0 : 1]
        let others = passes[side == .volunteer ? 1 : 0]
        guard own.allSatisfy({ $0[person] }) else { return 0 }
        var count = 0
        for other in cohort[side.opposite].ids.indices where others.allSatisfy({ $0[other] }) {
            let isPair = side == .volunteer ? isAllowed(person, other) : isAllowed(other, person)
            if isPair { count += 1 }
            if count >= most { break }
        }
        return count
    }

    private static func places(of person: Int, _ side: Side, _ reading: CohortReading) -> Int {
        switch reading.programme.capacities[side] {
        case .fixed(let number)?: number
        case .field(let field)?: max(0, reading.cohort[side].numbers(field)[person] ?? 1)
        case nil: 1
        }
    }

    private static func overfull(_ partners: [Side: [Int: Int]], _ reading: CohortReading) -> [String] {
        Side.allCases.flatMap { side in
            let table = reading.cohort[side]
            return (partners[side] ?? [:]).sorted { $0.key < $1.key }.compactMap { person, count in
                let places = places(of: person, side, reading)
                return count > places ? "\(table.ids[person]): \(count) partners for \(places) places" : nil
            }
        }
    }

    private static func rowIndex(of table: PersonTable) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: table.rows.enumerated().map { ($1, $0) })
    }
}
