import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite("Columns that can only be 0 are found before anything is searched for")
struct DeadColumnsTests {
    /// max 2x + 9y + z, x + 2y ≤ 1, y − z ≤ 0: y is too large for its row; the other row says nothing, z makes room there.
    private func program(least: Int?) throws -> IntegerProgram {
        var program = IntegerProgram(rows: [.init(upper: 1), .init(upper: 0)], leastObjective: least)
        try program.addColumn(objective: 2, upperBound: 1, entries: [(0, 1)])
        try program.addColumn(objective: 9, upperBound: 1, entries: [(0, 2), (1, 1)])
        try program.addColumn(objective: 1, upperBound: 1, entries: [(1, -1)])
        return program
    }

    @Test("a column larger than its row is fixed; one for which another column makes room is not")
    func byHand() throws {
        #expect(try program(least: nil).withoutDeadColumns().upperBounds == [1, 0, 1])
    }

    @Test(
        "parts of an impossible column promise nothing: no branch is looked at where the rest is worth too little"
    )
    func promise() throws {
        let solver = GLPKProgramSolver()
        let best = try solver.solve(program(least: nil), startingBasis: nil, timeLimit: nil)
        #expect(best.status == .optimal && best.values == [1, 0, 1])
        // The relaxation would take half of the impossible column, for 4 1/2 and 1.
        let more = try solver.solve(program(least: 4), startingBasis: nil, timeLimit: nil)
        #expect(more.status == .infeasible)
        #expect(more.words == "the relaxation is worth too little")
    }

    @Test("on 500 small programs the same points keep the rows")
    func samePoints() throws {
        var fixed = 0
        for seed in UInt64(0)..<500 {
            var random = SplitMix64(seed: seed)
            let (columns, rows) = (random.number(in: 1...6), random.number(in: 1...4))
            var program = IntegerProgram(
                rows: (0..<rows).map { _ in
                    .init(
                        lower: random.once(in: 5) ? random.number(in: -2...2) : nil,
                        upper: random.once(in: 5) ? nil : random.number(in: -1...6))
                })
            for _ in 0..<columns {
                let entries = (0..<rows).map { row in
                    (
                        row: row,
                        coefficient: random.once(in: 3)
                            ? 0 : random.number(in: random.once(in: 6) ? -3...3 : 0...7)
                    )
                }
                try program.addColumn(
                    objective: random.number(in: 0...9),
                    upperBound: random.once(in: 3) ? nil : random.number(in: 1...2),
                    entries: entries)
            }
            let other = program.withoutDeadColumns()
            fixed += zip(program.upperBounds, other.upperBounds).count { $0 != $1 }
            let points = (0..<columns).reduce([[Int]()]) { points, _ in
                points.flatMap { point in (0...3).map { point + [$0] } }
            }
            for point in points where point.count == columns {
                #expect(program.admits(point) == other.admits(point), "seed \(seed): \(point)")
            }
        }
        #expect(fixed > 200)
    }
}
