package import Records

/// Every pair that no rule forbids, with its fit; and what each rule removed.
package struct Candidates: Sendable {
    /// One candidate pair: an edge of the bipartite graph, as indices into the cohort's tables.
    package struct Edge: Hashable, Sendable {
        package let resident: Int
        package let volunteer: Int
        /// Weighted sum of the criteria, in points.
        package let fit: Int

        package init(resident: Int, volunteer: Int, fit: Int) {
            self.resident = resident
            self.volunteer = volunteer
            self.fit = fit
        }
    }

    /// What one gate or pair rule removed.
    package struct Tally: Sendable {
        /// Whom a tally is about: people who fail a gate, or pairs that fail a pair rule.
        package enum Scope: Sendable, Equatable {
            case gate(Side)
            /// Pairs of people who passed every gate.
            case pair
            /// Of these, those that are near enough: in a cohort so large that nobody looks at the others.
            case nearPair
        }

        package let id: String
        package let label: Bilingual
        package let scope: Scope
        /// People or pairs that fail it.
        package var removed = 0
        /// Of these, those that fail nothing else; `nil` where that would take looking at every far pair.
        package var removedAlone: Int? = 0
    }

    /// Candidate pairs by resident, then volunteer.
    package let edges: EdgeList
    /// Position in `edges` of each resident's first edge; one more entry than residents.
    package let firstEdge: [Int]
    /// Candidates of each volunteer.
    package let volunteerDegrees: [Int]
    /// Gates that each person fails, as indices into the rule set's gates.
    package let failedGates: [Side: [[Int]]]
    /// The gates of the volunteers, those of the residents, and the pair rules, in that order.
    package let tallies: [Tally]
    /// Pairs of people who passed every gate that were looked at.
    package let pairsLookedAt: Int
    let testing: RowTesting

    /// Whether a person passed every gate.
    package func isEligible(_ side: Side, _ person: Int) -> Bool {
        failedGates[side]?[person].isEmpty ?? false
    }

    /// The candidate pairs of one resident.
    package func edges(ofResident resident: Int) -> Slice<EdgeList> {
        edges[firstEdge[resident]..<firstEdge[resident + 1]]
    }

    /// For each of these residents and each tally: how many volunteers this rule alone removed, far ones included.
    ///
    /// Zero throughout for residents who fail a gate themselves.
    ///
    /// - Complexity: O(volunteers × rules) for each resident; meant for those who are left without a partner.
    package func removedAlone(ofResidents residents: [Int]) -> [[Int]] {
        concurrently(residents.count) { testing.removedAlone(ofResident: residents[$0]) }
    }
}

extension Ruleset {
    /// So many pairs of eligible people are all looked at, even where most live too far apart: 32,768 on each side.
    package static let pairsLookedAt = 1 << 30

    /// Tests every pair of people who pass the gates, and scores those that pass every rule.
    ///
    /// The volunteers of one resident are tested together, rule by rule; residents go in groups, on all cores. The
    /// result is put together in their order and depends neither on the number of cores nor on the order of rules.
    ///
    /// In a cohort with more than `most` pairs, far pairs are not looked at where a rule rules them out. The
    /// candidates are the same; the tallies of the other rules then speak of near pairs.
    ///
    /// - Complexity: O(residents × volunteers × rules / 64 + candidates × criteria), with near volunteers for all
    ///   of them in a large cohort; memory O(people + candidates).
    package func candidates(in cohort: Cohort, lookingAtAllUpTo most: Int = pairsLookedAt) -> Candidates {
        let failedGates = Dictionary(
            uniqueKeysWithValues: Side.allCases.map { ($0, failures(of: cohort[$0], in: cohort)) })
        let (volunteers, residents) = (failedGates[.volunteer] ?? [], failedGates[.resident] ?? [])
        let eligiblePairs = volunteers.count(where: \.isEmpty) * residents.count(where: \.isEmpty)
        let nearby = eligiblePairs > most ? nearby(in: cohort) : nil
        var tallies = Side.allCases.flatMap {
            gateTallies(of: $0, failures: failedGates[$0] ?? [], in: cohort)
        }
        let firstPairTally = tallies.count
        let testing = RowTesting(
            self, cohort, order: nearby?.volunteers.order, volunteerFailures: volunteers,
            residentFailures: residents, gateTallies: tallyIndex(of: .volunteer),
            firstPairTally: firstPairTally)
        let parts = RowPass(testing: testing, nearby: nearby).parts()
        for (index, rule) in pairRules.enumerated() {
            let isFirst = index == nearby?.rule
            var tally = Candidates.Tally(
                id: rule.id, label: rule.label(in: cohort),
                scope: nearby == nil || isFirst ? .pair : .nearPair)
            tally.removed =
                isFirst
                ? eligiblePairs - parts.reduce(0) { $0 + $1.near }
                : parts.reduce(0) { $0 + $1.removed[index] }
            tally.removedAlone = isFirst ? nil : parts.reduce(0) { $0 + $1.removedAlone[index] }
            tallies.append(tally)
        }
        let looked = parts.reduce(0) { $0 + $1.looked }
        let (edges, firstEdge) = Self.edges(parts)
        var volunteerDegrees = Array(repeating: 0, count: cohort.volunteers.count)
        for volunteer in edges.volunteers { volunteerDegrees[Int(volunteer)] += 1 }
        return Candidates(
            edges: edges, firstEdge: firstEdge, volunteerDegrees: volunteerDegrees, failedGates: failedGates,
            tallies: tallies, pairsLookedAt: looked, testing: testing)
    }

    /// Puts the parts together, and lets go of each when its pairs are copied.
    private static func edges(_ parts: consuming [RowPass.Part]) -> (Candidates.EdgeList, [Int]) {
        var rest: [RowPass.Part?] = parts
        var edges = Candidates.EdgeList()
        var firstEdge = [0]
        edges.reserveCapacity(rest.reduce(0) { $0 + ($1?.volunteers.count ?? 0) })
        for index in rest.indices {
            guard let part = rest[index] else { continue }
            edges.append(part, first: firstEdge.count - 1)
            for count in part.counts { firstEdge.append((firstEdge.last ?? 0) + count) }
            rest[index] = nil
        }
        return (edges, firstEdge)
    }

    /// The first rule that says where to look.
    private func nearby(in cohort: Cohort) -> (rule: Int, volunteers: NearbyVolunteers)? {
        for (index, rule) in pairRules.enumerated() {
            if let volunteers = rule.nearby(in: cohort) { return (index, volunteers) }
        }
        return nil
    }

    /// The gates that each person of a table fails.
    private func failures(of table: PersonTable, in cohort: Cohort) -> [[Int]] {
        var failures = Array(repeating: [Int](), count: table.count)
        for (gate, verdicts) in gates.map({ $0.passes(table, of: cohort) }).enumerated() {
            for (person, isPassed) in verdicts.enumerated() where !isPassed { failures[person].append(gate) }
        }
        return failures
    }

    private func gateTallies(of side: Side, failures: [[Int]], in cohort: Cohort) -> [Candidates.Tally] {
        gates.enumerated().filter { $0.element.sides.contains(side) }.map { index, gate in
            var tally = Candidates.Tally(id: gate.id, label: gate.label(in: cohort), scope: .gate(side))
            tally.removed = failures.count { $0.contains(index) }
            tally.removedAlone = failures.count { $0 == [index] }
            return tally
        }
    }

    /// Position of each gate's tally for the volunteers, whose tallies come first.
    private func tallyIndex(of side: Side) -> [Int: Int] {
        var index: [Int: Int] = [:]
        for (gate, rule) in gates.enumerated() where rule.sides.contains(side) { index[gate] = index.count }
        return index
    }
}
