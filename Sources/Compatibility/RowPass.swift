import Records

/// Goes through all residents, group by group, on as many cores as there are.
struct RowPass: Sendable {
    /// Residents of one group.
    private static let groupSize = 32

    let testing: RowTesting
    /// Where to look for volunteers, and the rule that rules out the others; `nil` looks at all.
    let nearby: (rule: Int, volunteers: NearbyVolunteers)?

    /// What was found for a group of residents.
    struct Part: Sendable {
        /// Candidate pairs, by resident and then by volunteer.
        var volunteers: [Int32] = []
        var fits: [Int32] = []
        /// Pairs of each resident of the group.
        var counts: [Int] = []
        /// Pairs of people who passed every gate that were looked at, and those that are near enough, where that is
        /// asked first.
        var looked = 0
        var near = 0
        /// By rule: those of them that fail it, and that fail nothing else.
        var removed: [Int]
        var removedAlone: [Int]
    }

    /// All groups in order.
    func parts() -> [Part] {
        let residents = testing.isResidentEligible.indices
        let count = (residents.count + Self.groupSize - 1) / Self.groupSize
        return concurrently(count) { group in
            let first = group * Self.groupSize
            var worker = Worker(testing, nearby)
            for resident in first..<min(first + Self.groupSize, residents.count) { worker.add(resident) }
            return worker.part
        }
    }

    /// The state of one thread: what it found, and room to work in.
    private struct Worker {
        private let testing: RowTesting
        private let nearby: (rule: Int, volunteers: NearbyVolunteers)?
        private(set) var part: Part
        private var scope: RowScope
        private var failed: [BitRow]
        private var failures: FailureCount
        private var passing: BitRow
        private var found: [Int32] = []
        private var values: [Int32] = []
        private var points: [Int32] = []

        init(_ testing: RowTesting, _ nearby: (rule: Int, volunteers: NearbyVolunteers)?) {
            self.testing = testing
            self.nearby = nearby
            let count = testing.volunteerCount
            let none = Array(repeating: 0, count: testing.rules.count)
            part = Part(removed: none, removedAlone: none)
            scope = RowScope(everybodyOf: count)
            scope.asked = testing.eligible
            failed = Array(repeating: BitRow(count: count), count: testing.rules.count)
            failures = FailureCount(count: count)
            passing = BitRow(count: count)
        }

        mutating func add(_ resident: Int) {
            guard testing.isResidentEligible[resident] else {
                part.counts.append(0)
                return
            }
            if let nearby { look(at: nearby.volunteers.stretches(near: resident)) }
            part.looked += scope.asked.count(in: scope.stretches)
            test(resident)
            score(resident)
        }

        /// Asks only about the eligible volunteers in these words.
        private mutating func look(at stretches: [Range<Int>]) {
            var asked = scope.asked
            scope.asked = passing
            asked.copy(testing.eligible, in: stretches)
            scope = RowScope(stretches: stretches, asked: asked)
        }

        private mutating func test(_ resident: Int) {
            if let rule = nearby?.rule {
                testing.rules[rule].markFailures(of: resident, scope, in: &failed[rule])
                scope.asked.subtract(failed[rule], in: scope.stretches)
                part.near += scope.asked.count(in: scope.stretches)
            }
            failures.restart(scope.stretches)
            for rule in testing.cheapestFirst where rule != nearby?.rule {
                testing.rules[rule].markFailures(of: resident, scope, in: &failed[rule])
                part.removed[rule] += failures.add(failed[rule], scope)
            }
            for rule in testing.rules.indices where rule != nearby?.rule {
                part.removedAlone[rule] += failures.alone(failed[rule], scope)
            }
        }

        /// Adds the candidates of a resident with their points.
        private mutating func score(_ resident: Int) {
            found.removeAll(keepingCapacity: true)
            passing.copy(scope.asked, in: scope.stretches)
            passing.subtract(failures.once, in: scope.stretches)
            passing.forEach(in: scope.stretches) { found.append(Int32($0)) }
            part.counts.append(found.count)
            points.removeAll(keepingCapacity: true)
            points.append(contentsOf: repeatElement(0, count: found.count))
            while values.count < found.count { values.append(0) }
            for (table, rows) in testing.measures {
                rows.measure(resident, with: found, into: &values)
                for index in found.indices { points[index] += table[Int(values[index] - MissingValue.mark)] }
            }
            guard let order = testing.order else {
                part.volunteers += found
                part.fits += points
                return
            }
            // Back into the volunteers' own order: the volunteer in the upper half, the points in the lower.
            let sorted = found.indices.map { index in
                UInt64(order[Int(found[index])]) << 32 | UInt64(UInt32(bitPattern: points[index]))
            }.sorted()
            for entry in sorted {
                part.volunteers.append(Int32(entry >> 32))
                part.fits.append(Int32(bitPattern: UInt32(truncatingIfNeeded: entry)))
            }
        }
    }
}
