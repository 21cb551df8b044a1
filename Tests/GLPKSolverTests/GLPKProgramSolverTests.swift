import Assignment
import GLPKSolver
import TestKit
import Testing

@Suite struct GLPKProgramSolverTests {
    private let solver = GLPKProgramSolver()

    private func program(
        rows: [IntegerProgram.Row],
        _ columns: [(objective: Int, upper: Int?, entries: [(row: Int, coefficient: Int)])]
    ) throws -> IntegerProgram {
        var program = IntegerProgram(rows: rows)
        for column in columns {
            try program.addColumn(
                objective: column.objective, upperBound: column.upper, entries: column.entries)
        }
        return program
    }

    @Test("a relaxation by hand: value, point and multipliers with the signs promised")
    func relaxation() throws {
        // max 3x + 2y, x + y ≤ 4, x ≤ 3, y ≥ 2 as a row: x = 2, y = 2; the first row is worth 3, the last -1.
        let program = try program(
            rows: [.init(upper: 4), .init(upper: 3), .init(lower: 2)],
            [(3, nil, [(0, 1), (1, 1)]), (2, nil, [(0, 1), (2, 1)])])
        let answer = try solver.relaxation(program, startingBasis: nil, timeLimit: nil)
        #expect(answer.status == .optimal)
        #expect(answer.objective == 10)
        #expect(answer.values == [2, 2])
        #expect(answer.rowDuals == [3, 0, -1])
        let basis = try #require(answer.basis)
        #expect((basis.rows + basis.columns).count { $0 == .basic } == 3)
        let again = try solver.relaxation(program, startingBasis: basis, timeLimit: nil)
        #expect(again.objective == 10)
    }

    @Test("a knapsack whose relaxation is fractional is solved in integers")
    func knapsack() throws {
        // max 8a + 11b + 6c + 4d, 5a + 7b + 4c + 3d ≤ 14, binary: b, c, d is worth 21.
        let columns = [(8, 5), (11, 7), (6, 4), (4, 3)].map { value, weight in
            (objective: value, upper: Int?(1), entries: [(row: 0, coefficient: weight)])
        }
        let program = try program(rows: [.init(upper: 14)], columns)
        let answer = try solver.solve(program, startingBasis: nil, timeLimit: nil)
        #expect(answer.status == .optimal)
        #expect(answer.values == [0, 1, 1, 1])
    }

    @Test(
        "a program of which nothing is worth enough is called infeasible; what is worth just enough is found")
    func leastObjective() throws {
        // max 2a + 2b, a + b ≤ 1: worth 2.
        for (least, status) in [(2, ProgramStatus.optimal), (3, .infeasible), (-5, .optimal)] {
            var program = IntegerProgram(rows: [.init(upper: 1)], leastObjective: least)
            for _ in 0..<2 { try program.addColumn(objective: 2, upperBound: 1, entries: [(0, 1)]) }
            #expect(try solver.solve(program, startingBasis: nil, timeLimit: nil).status == status)
        }
    }

    /// Rings of an odd number of columns, of which neighbours exclude each other, so that the relaxation takes half of each.
    private func rings(_ count: Int, of size: Int, least: Int) throws -> IntegerProgram {
        var program = IntegerProgram(
            rows: .init(repeating: IntegerProgram.Row(upper: 1), count: count * size), leastObjective: least)
        for column in 0..<(count * size) {
            let next = column / size * size + (column % size + 1) % size
            try program.addColumn(objective: 1, upperBound: nil, entries: [(column, 1), (next, 1)])
        }
        return program
    }

    @Test(
        "where the relaxation promises enough and the cuts show that nothing is worth it, nothing is searched for"
    )
    func nothingLeft() throws {
        for (least, status) in [(6, ProgramStatus.optimal), (7, .infeasible), (8, .infeasible)] {
            let program = try rings(3, of: 5, least: least)
            let answer = try solver.solve(program, startingBasis: nil, timeLimit: nil)
            #expect(answer.status == status)
            #expect((answer.values == nil) == (status == .infeasible))
            if least == 7 { #expect(answer.words.contains("worth enough"), "\(answer.words)") }
        }
    }

    @Test("on 400 small programs the best is found exactly where it is worth what is asked for")
    func leastObjectives() throws {
        for seed in UInt64(0)..<400 {
            var random = SplitMix64(seed: seed)
            let (columns, rows) = (random.number(in: 3...9), random.number(in: 2...5))
            let uppers = (0..<rows).map { _ in random.number(in: 3...12) }
            let objective = (0..<columns).map { _ in random.number(in: 1...9) }
            let entries = (0..<columns).map { _ in
                (0..<rows).map { (row: $0, coefficient: random.number(in: 0...7)) }
            }
            func program(_ least: Int?) throws -> IntegerProgram {
                var program = IntegerProgram(rows: uppers.map { .init(upper: $0) }, leastObjective: least)
                for column in 0..<columns {
                    try program.addColumn(
                        objective: objective[column], upperBound: 1, entries: entries[column])
                }
                return program
            }
            let whole = try program(nil)
            let best = (0..<(1 << columns)).map { choice in (0..<columns).map { choice >> $0 & 1 } }
                .filter(whole.admits).compactMap(whole.value).max()
            for extra in [-2, 0, 1, 2] {
                let asked = try program(#require(best) + extra)
                let answer = try solver.solve(asked, startingBasis: nil, timeLimit: nil)
                #expect(answer.status == (extra > 0 ? .infeasible : .optimal), "seed \(seed), \(extra)")
                #expect(
                    answer.values.flatMap(asked.value) == (extra > 0 ? nil : best), "seed \(seed), \(extra)")
            }
        }
    }

    @Test("more than ten thousand columns in short rows: cuts close what branching alone would never end")
    func manyShortRows() throws {
        // Forty rings of seven, of which neighbours exclude each other: three of each fit, and the relaxation takes 7/2.
        let (rings, size, others) = (40, 7, 10_000)
        var program = IntegerProgram(
            rows: .init(repeating: IntegerProgram.Row(upper: 1), count: rings * size + others))
        for column in 0..<(rings * size) {
            let next = column / size * size + (column % size + 1) % size
            try program.addColumn(objective: 1, upperBound: nil, entries: [(column, 1), (next, 1)])
        }
        for other in 0..<others {
            try program.addColumn(objective: 1, upperBound: nil, entries: [(rings * size + other, 1)])
        }
        #expect(program.longestRow == 2)
        let answer = try solver.solve(program, startingBasis: nil, timeLimit: .seconds(120))
        #expect(answer.status == .optimal)
        #expect(try #require(answer.values).reduce(0, +) == 3 * rings + others)
    }

    @Test("neighbouring integers of eleven digits are told apart")
    func largeObjective() throws {
        let base = 30_000_000_000
        let program = try program(
            rows: [.init(upper: 1)], [(base, 1, [(0, 1)]), (base + 1, 1, [(0, 1)]), (base - 1, 1, [(0, 1)])])
        #expect(try solver.solve(program, startingBasis: nil, timeLimit: nil).values == [0, 1, 0])
    }

    @Test("infeasible in fractions, infeasible in integers only, and unbounded are told apart")
    func statuses() throws {
        let infeasible = try program(rows: [.init(lower: 3)], [(1, 1, [(0, 1)])])
        #expect(try solver.relaxation(infeasible, startingBasis: nil, timeLimit: nil).status == .infeasible)
        let odd = try program(rows: [.init(lower: 3, upper: 3)], [(1, 5, [(0, 2)])])
        #expect(try solver.relaxation(odd, startingBasis: nil, timeLimit: nil).status == .optimal)
        #expect(try solver.solve(odd, startingBasis: nil, timeLimit: nil).status == .infeasible)
        let unbounded = try program(rows: [.init(lower: 0)], [(1, nil, [(0, 1)])])
        #expect(try solver.relaxation(unbounded, startingBasis: nil, timeLimit: nil).status == .unbounded)
    }

    @Test("programs without columns or rows, which GLPK itself refuses, are answered")
    func degenerate() throws {
        let empty = try program(rows: [.init(upper: 1)], [])
        #expect(try solver.solve(empty, startingBasis: nil, timeLimit: nil).values == [])
        let impossible = try program(rows: [.init(lower: 1)], [])
        #expect(try solver.solve(impossible, startingBasis: nil, timeLimit: nil).status == .infeasible)
        let rowless = try program(rows: [], [(2, 3, [])])
        #expect(try solver.solve(rowless, startingBasis: nil, timeLimit: nil).values == [3])
    }

    @Test("a basis that does not fit or is singular is passed over")
    func uselessBasis() throws {
        let program = try program(
            rows: [.init(upper: 1), .init(upper: 1)],
            [(1, nil, [(0, 1), (1, 1)]), (2, nil, [(0, 1), (1, 1)])])
        for basis in [
            Basis(rows: [], columns: []), Basis(rows: [.basic, .basic], columns: [.basic, .basic]),
            Basis(rows: [.upper, .upper], columns: [.basic, .basic]),
        ] {
            let answer = try solver.relaxation(program, startingBasis: basis, timeLimit: nil)
            #expect(answer.status == .optimal)
            #expect(answer.objective == 2)
        }
    }

    @Test("the version is GLPK's own, two numbers or more")
    func version() {
        #expect(GLPKProgramSolver.version.split(separator: ".").allSatisfy { Int($0) != nil })
        #expect(solver.name == "GLPK \(GLPKProgramSolver.version)")
    }
}
