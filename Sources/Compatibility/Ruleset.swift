package import Records

/// The rules and criteria of a programme: which pairs are possible and how well they fit.
package struct Ruleset: Sendable {
    package var gates: [Gate]
    package var pairRules: [any PairRule]
    package var criteria: [Criterion]

    package init(gates: [Gate], pairRules: [any PairRule], criteria: [Criterion]) {
        self.gates = gates
        self.pairRules = pairRules
        self.criteria = criteria
    }

    /// The same rules with one more.
    package func adding(_ rule: any PairRule) -> Ruleset {
        var copy = self
        copy.pairRules.append(rule)
        return copy
    }

    /// The points of every criterion for one pair, in the order of `criteria`.
    package func points(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> [Int] {
        let prepared = criteria.map { ($0, $0.measure.values(in: cohort)) }
        return { volunteer, resident in prepared.map { $0.points($1(volunteer, resident)) } }
    }

    /// The sentence of a pair: what each criterion has to say, in order.
    package func reasons(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> Bilingual {
        let prepared = criteria.map { $0.measure.reasons(in: cohort) }
        return { volunteer, resident in
            Bilingual.join(
                prepared.compactMap { $0(volunteer, resident) }, by: Bilingual(ja: "、", en: "; "))
        }
    }

    /// The sentences of many pairs, in their order, on as many cores as there are.
    package func reasons(
        of pairs: [(volunteer: Int, resident: Int)], in cohort: Cohort
    ) -> [Bilingual] {
        let sentence = reasons(in: cohort)
        let size = 512
        return concurrently((pairs.count + size - 1) / size) { part in
            pairs[(part * size)..<min(pairs.count, (part + 1) * size)].map {
                sentence($0.volunteer, $0.resident)
            }
        }.flatMap(\.self)
    }

    /// Every reason why this pair is not possible, gates first; empty for a candidate pair.
    ///
    /// - Complexity: O(people) for each rule; meant for a few pairs, not for all.
    package func refusals(volunteer: Int, resident: Int, in cohort: Cohort) -> [Bilingual] {
        let people = [(cohort.volunteers, volunteer), (cohort.residents, resident)]
        let gateRefusals = people.flatMap { table, person in
            gates.filter { !$0.passes(table, of: cohort)[person] }
                .map { $0.check.refusal(of: person, in: table, of: cohort) }
        }
        let pairRefusals = pairRules.filter { !$0.test(in: cohort)(volunteer, resident) }
            .map { $0.refusal(volunteer: volunteer, resident: resident, in: cohort) }
        return gateRefusals + pairRefusals
    }
}
