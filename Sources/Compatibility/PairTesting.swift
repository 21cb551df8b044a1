import Dispatch
import Synchronization

/// Tests and scores all pairs, group of residents by group.
struct PairTesting: Sendable {
    /// Residents of one group.
    private static let groupSize = 32

    /// Whether a volunteer and a resident pass a rule.
    let tests: [@Sendable (Int, Int) -> Bool]
    /// The points of a volunteer and a resident, by criterion.
    let scores: [@Sendable (Int, Int) -> Int]
    /// Gates that each volunteer fails.
    let volunteerFailures: [[Int]]
    /// Gates that each resident fails.
    let residentFailures: [[Int]]
    /// Position of a volunteers' gate among the tallies.
    let gateTallies: [Int: Int]
    /// Position of the first pair rule among the tallies.
    let firstPairTally: Int

    /// What was found for a group of residents.
    struct Part: Sendable {
        var edges: [Candidates.Edge] = []
        /// Edges of each resident of the group.
        var edgeCounts: [Int] = []
        /// For each resident and each tally: how many volunteers this rule alone removed.
        var removedAlone: [[Int32]] = []
        /// Pairs of people who passed every gate that fail a rule, and that fail nothing else.
        var removed: [Int]
        var removedAloneInAll: [Int]
    }

    /// All groups in order, tested on as many cores as there are.
    func parts() -> [Part] {
        let count = (residentFailures.count + Self.groupSize - 1) / Self.groupSize
        let found = Mutex([Part?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { group in
            let first = group * Self.groupSize
            let part = part(first..<min(first + Self.groupSize, residentFailures.count))
            found.withLock { $0[group] = part }
        }
        return found.withLock { $0.compactMap { $0 } }
    }

    private func part(_ residents: Range<Int>) -> Part {
        var part = Part(
            removed: .init(repeating: 0, count: tests.count),
            removedAloneInAll: .init(repeating: 0, count: tests.count))
        for resident in residents {
            var alone = [Int32](repeating: 0, count: firstPairTally + tests.count)
            let before = part.edges.count
            if residentFailures[resident].isEmpty {
                for volunteer in volunteerFailures.indices { test(volunteer, resident, &part, &alone) }
            }
            part.edgeCounts.append(part.edges.count - before)
            part.removedAlone.append(alone)
        }
        return part
    }

    private func test(_ volunteer: Int, _ resident: Int, _ part: inout Part, _ alone: inout [Int32]) {
        let failedGates = volunteerFailures[volunteer].count
        var failure = -1
        var failureCount = 0
        for rule in tests.indices where !tests[rule](volunteer, resident) {
            failure = rule
            failureCount += 1
            if failedGates == 0 { part.removed[rule] += 1 }
        }
        switch (failedGates, failureCount) {
        case (0, 0):
            var fit = 0
            for score in scores { fit += score(volunteer, resident) }
            part.edges.append(Candidates.Edge(resident: resident, volunteer: volunteer, fit: fit))
        case (0, 1):
            part.removedAloneInAll[failure] += 1
            alone[firstPairTally + failure] += 1
        case (1, 0):
            if let tally = gateTallies[volunteerFailures[volunteer][0]] { alone[tally] += 1 }
        default:
            break
        }
    }
}
