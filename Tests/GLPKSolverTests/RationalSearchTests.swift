import Assignment
import GLPKSolver
import Testing

@Suite("Programs whose numbers are too far apart for floating point")
struct RationalSearchTests {
    private let solver = GLPKProgramSolver()
    private let unit = 1 << 44

    /// Three columns of which one may be chosen, worth 9, 5 and 3, and a row that holds them to a unit of 2⁴⁴ + 1.
    private func program(_ least: Int, isExacting: Bool = true) throws -> IntegerProgram {
        var program = IntegerProgram(
            rows: [.init(upper: 1), .init(lower: least)], isExacting: isExacting)
        for (worth, held) in [(9, unit), (5, unit + 1), (3, unit + 2)] {
            try program.addColumn(objective: worth, upperBound: nil, entries: [(0, 1), (1, held)])
        }
        return program
    }

    @Test(
        "a unit of 2^44 is told apart, whether the program says that it asks for that or floating point fails"
    )
    func aUnit() throws {
        for isExacting in [true, false] {
            for (least, expected) in [(0, [1, 0, 0]), (unit + 1, [0, 1, 0]), (unit + 2, [0, 0, 1])] {
                let answer = try solver.solve(
                    program(least, isExacting: isExacting), startingBasis: nil, timeLimit: nil)
                #expect(answer.status == .optimal, "\(answer.words)")
                #expect(answer.values == expected)
            }
        }
    }

    @Test("a unit more than there is has no point")
    func infeasible() throws {
        let program = try program(unit + 3)
        #expect(try solver.solve(program, startingBasis: nil, timeLimit: nil).status == .infeasible)
    }

    @Test("an equation of twelve terms of 2^30 has the one answer that it has, or none")
    func equation() throws {
        // Σ (2³⁰ + 2^c) x_c = 6 · 2³⁰ + 2⁶ − 1 asks for the first six columns; with a unit less than 6 · 2³⁰ there is no answer.
        for (sum, expected) in [((6 << 30) + 63, (0..<12).map { $0 < 6 ? 1 : 0 }), ((6 << 30) - 1, nil)] {
            var program = IntegerProgram(rows: [.init(lower: sum, upper: sum)], isExacting: true)
            for column in 0..<12 {
                try program.addColumn(
                    objective: column % 3, upperBound: 1, entries: [(0, (1 << 30) + (1 << column))])
            }
            let answer = try solver.solve(program, startingBasis: nil, timeLimit: .seconds(60))
            #expect(answer.values == expected, "\(answer.words)")
            #expect(answer.status == (expected == nil ? .infeasible : .optimal))
        }
    }

    @Test("the time limit and a request to stop end it, and say so")
    func stopping() throws {
        let program = try program(unit)
        #expect(try solver.solve(program, startingBasis: nil, timeLimit: .zero).status == .timeLimit)
        let interruption = Interruption()
        let stopped = try interruption.whileListening {
            _ = interruption.request()
            let watch = ProgramWatch(interruption: interruption)
            return try solver.solve(program, startingBasis: nil, timeLimit: nil, watch: watch)
        }
        #expect(stopped.status == .interrupted)
    }
}
