package import Records

/// Households are one case: of the rows of a household one takes part, the others are covered by it.
///
/// It is the first, by the date since which they wait and then by id, who passes every gate and has a candidate; else the
/// first who passes every gate. Who gave no household is a case by themselves. What counts is fixed before anything is
/// solved, so that a coordinator can tell beforehand who stands for whom.
package struct HouseholdCheck: PersonCheck {
    /// For each person of the side the one who stands for their household; themselves where they are alone.
    package let representatives: [Int]

    /// Chooses who takes part.
    ///
    /// - Parameters:
    ///   - field: Text or category field that the rows of a household share.
    ///   - side: The side whose households are cases.
    ///   - waitingSince: Date field since which a person waits.
    ///   - rules: The rules by which the one who takes part is chosen.
    ///   - cohort: Everybody.
    /// - Complexity: O(*members of households of several* × *people of the other side* × *rules*).
    package init(field: String, side: Side, waitingSince: String?, rules: Ruleset, in cohort: Cohort) {
        let chooser = Chooser(field: field, waitingSince: waitingSince, rules: rules)
        representatives = chooser.representatives(in: cohort[side], of: cohort)
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "世帯で1件（代表の方）", en: "one case a household (the one who stands for it)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        representatives.enumerated().map { $0 == $1 }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        let other = table.ids[representatives[person]]
        return Bilingual(
            ja: "同じ世帯の\(other)が代表（世帯で1件）", en: "one case a household, covered by household partner \(other)")
    }

    private struct Chooser {
        let field: String
        let waitingSince: String?
        let rules: Ruleset

        func representatives(in table: PersonTable, of cohort: Cohort) -> [Int] {
            var representatives = Array(0..<table.count)
            let keys = AnswerKeys(field, in: cohort)
            let households = table.side == .volunteer ? keys.volunteers : keys.residents
            var members: [Int: [Int]] = [:]
            for (person, household) in households.enumerated() {
                if let household { members[household, default: []].append(person) }
            }
            let several = members.values.filter { $0.count > 1 }
            if several.isEmpty { return representatives }

            let since = waitingSince.map { table.dates($0) }
            let isEligible = eligible(table, cohort)
            let partners = cohort[table.side.opposite]
            let others = eligible(partners, cohort).enumerated().filter(\.element).map(\.offset)
            let tests = rules.pairRules.map { $0.test(in: cohort) }
            func hasCandidate(_ person: Int) -> Bool {
                others.contains { other in
                    tests.allSatisfy { table.side == .resident ? $0(other, person) : $0(person, other) }
                }
            }
            func isBefore(_ a: Int, _ b: Int) -> Bool {
                let days = [a, b].map { since?[$0]?.dayNumber ?? .max }
                return days[0] == days[1] ? a < b : days[0] < days[1]
            }
            for household in several {
                let ordered = household.sorted(by: isBefore)
                let eligible = ordered.filter { isEligible[$0] }
                guard let first = eligible.first(where: hasCandidate) ?? eligible.first ?? ordered.first
                else {
                    continue
                }
                for person in ordered { representatives[person] = first }
            }
            return representatives
        }

        private func eligible(_ table: PersonTable, _ cohort: Cohort) -> [Bool] {
            let verdicts = rules.gates.map { $0.passes(table, of: cohort) }
            return table.ids.indices.map { person in verdicts.allSatisfy { $0[person] } }
        }
    }
}
