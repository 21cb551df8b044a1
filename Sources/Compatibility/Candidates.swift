package import Records

/// Every pair that no rule forbids, with its fit; and what each rule removed.
package struct Candidates: Sendable {
    /// One candidate pair: an edge of the bipartite graph, as indices into the cohort's tables.
    package struct Edge: Hashable, Sendable {
        package let resident: Int
        package let volunteer: Int
        /// Weighted sum of the criteria, in points.
        package let fit: Int
    }

    /// What one gate or pair rule removed.
    package struct Tally: Sendable {
        /// Whom a tally is about: people who fail a gate, or pairs that fail a pair rule.
        package enum Scope: Sendable {
            case gate(Side)
            case pair
        }

        package let id: String
        package let label: Bilingual
        package let scope: Scope
        /// People (gates), or pairs of people who passed every gate (pair rules), that fail it.
        package var removed = 0
        /// Of these, those that fail nothing else.
        package var removedAlone = 0
    }

    /// Candidate pairs by resident, then volunteer.
    package let edges: [Edge]
    /// Position in `edges` of each resident's first edge; one more entry than residents.
    package let firstEdge: [Int]
    /// Candidates of each volunteer.
    package let volunteerDegrees: [Int]
    /// Gates that each person fails, as indices into the rule set's gates.
    package let failedGates: [Side: [[Int]]]
    /// The gates of the volunteers, those of the residents, and the pair rules, in that order.
    package let tallies: [Tally]
    /// For each resident and each tally: how many volunteers this rule alone removed.
    ///
    /// Zero throughout for residents who fail a gate themselves.
    package let removedAlone: [[Int32]]

    /// Whether a person passed every gate.
    package func isEligible(_ side: Side, _ person: Int) -> Bool {
        failedGates[side]?[person].isEmpty ?? false
    }

    /// The candidate pairs of one resident.
    package func edges(ofResident resident: Int) -> ArraySlice<Edge> {
        edges[firstEdge[resident]..<firstEdge[resident + 1]]
    }
}

extension Ruleset {
    /// Tests every pair of people who pass the gates, and scores those that pass every rule.
    ///
    /// Residents are tested in groups, on all cores; the result is put together in their order and does not depend
    /// on how many cores there are.
    ///
    /// - Complexity: O(residents × volunteers × (rules + criteria)).
    package func candidates(in cohort: Cohort) -> Candidates {
        let failedGates = Dictionary(
            uniqueKeysWithValues: Side.allCases.map { ($0, failures(of: cohort[$0], in: cohort)) })
        var tallies = Side.allCases.flatMap {
            gateTallies(of: $0, failures: failedGates[$0] ?? [], in: cohort)
        }
        let firstPairTally = tallies.count
        tallies += pairRules.map { Candidates.Tally(id: $0.id, label: $0.label(in: cohort), scope: .pair) }
        let testing = PairTesting(
            tests: pairRules.map { $0.test(in: cohort) },
            scores: criteria.map { criterion in
                let value = criterion.measure.values(in: cohort)
                return { criterion.points(value($0, $1)) }
            },
            volunteerFailures: failedGates[.volunteer] ?? [], residentFailures: failedGates[.resident] ?? [],
            gateTallies: tallyIndex(of: .volunteer), firstPairTally: firstPairTally)

        var edges: [Candidates.Edge] = []
        var firstEdge = [0]
        var removedAlone: [[Int32]] = []
        for part in testing.parts() {
            for count in part.edgeCounts { firstEdge.append((firstEdge.last ?? 0) + count) }
            edges += part.edges
            removedAlone += part.removedAlone
            for rule in pairRules.indices {
                tallies[firstPairTally + rule].removed += part.removed[rule]
                tallies[firstPairTally + rule].removedAlone += part.removedAloneInAll[rule]
            }
        }
        var volunteerDegrees = Array(repeating: 0, count: cohort.volunteers.count)
        for edge in edges { volunteerDegrees[edge.volunteer] += 1 }
        return Candidates(
            edges: edges, firstEdge: firstEdge, volunteerDegrees: volunteerDegrees, failedGates: failedGates,
            tallies: tallies, removedAlone: removedAlone)
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
