package import Compatibility
import Programmes
import Records
package import Reporting

/// Checks a finished report against the tables, in integers and without any code of the solver: every pair may
/// be paired, nobody has too many partners, no two people are paired twice, every fit and every goal is what
/// the tables give.
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
        var sums: [ProgrammeGoal: Int] = [:]
        let waiting = reading.programme.waitingSince.map { cohort.residents.dates($0) }

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
            sums[.mostPairs, default: 0] += 1
            sums[.bestFit, default: 0] += pair.fit
            if let since = waiting?[resident] {
                sums[.longestWaiting, default: 0] += max(0, cohort.asOf - since)
            }
        }
        findings += overfull(partners, reading)
        for (goal, stated) in zip(reading.programme.goals, report.certificate.goals)
        where sums[goal, default: 0] != stated.value {
            findings.append("\(goal.rawValue): \(stated.value) instead of \(sums[goal, default: 0])")
        }
        return findings
    }

    private static func overfull(_ partners: [Side: [Int: Int]], _ reading: CohortReading) -> [String] {
        Side.allCases.flatMap { side in
            let table = reading.cohort[side]
            return (partners[side] ?? [:]).sorted { $0.key < $1.key }.compactMap { person, count in
                let places: Int =
                    switch reading.programme.capacities[side] {
                    case .fixed(let number)?: number
                    case .field(let field)?: table.numbers(field)[person] ?? 1
                    case nil: 1
                    }
                return count > places ? "\(table.ids[person]): \(count) partners for \(places) places" : nil
            }
        }
    }

    private static func rowIndex(of table: PersonTable) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: table.rows.enumerated().map { ($1, $0) })
    }
}
