import Assignment
import Testing

@Suite struct IntegerProgramTests {
    /// x + y ≤ 3 and y − z ≥ 0, y ≤ 2; objective 5x + 4y − z.
    private func program() throws -> IntegerProgram {
        var program = IntegerProgram(rows: [.init(upper: 3), .init(lower: 0)])
        try program.addColumn(objective: 5, upperBound: nil, entries: [(0, 1)])
        try program.addColumn(objective: 4, upperBound: 2, entries: [(0, 1), (1, 1)])
        try program.addColumn(objective: -1, upperBound: nil, entries: [(1, -1)])
        return program
    }

    @Test("a point is admitted exactly when it keeps rows, column bounds and signs")
    func admits() throws {
        let program = try program()
        #expect(program.admits([1, 2, 2]))
        #expect(!program.admits([2, 2, 0]))
        #expect(!program.admits([0, 0, 1]))
        #expect(!program.admits([0, 3, 0]))
        #expect(!program.admits([-1, 0, 0]))
        #expect(!program.admits([1, 1]))
    }

    @Test("the objective is added up exactly, and refused when it leaves 64 bits")
    func value() throws {
        let program = try program()
        #expect(program.value(of: [1, 2, 2]) == 11)
        #expect(program.value(of: [.max, .max, 0]) == nil)
    }

    @Test("entries with coefficient 0 are dropped")
    func zeros() throws {
        var program = IntegerProgram(rows: [.init(upper: 1)])
        try program.addColumn(objective: 1, upperBound: 1, entries: [(0, 0)])
        #expect(program.entries(of: 0).isEmpty)
    }

    @Test("rows out of range or repeated and numbers beyond 2^53 are refused, and the program is unchanged")
    func badColumns() throws {
        var program = try program()
        #expect(throws: IntegerProgramError.badEntry(column: 3, row: 2)) {
            try program.addColumn(objective: 0, upperBound: nil, entries: [(2, 1)])
        }
        #expect(throws: IntegerProgramError.badEntry(column: 3, row: 0)) {
            try program.addColumn(objective: 0, upperBound: nil, entries: [(0, 1), (0, 1)])
        }
        #expect(throws: IntegerProgramError.badEntry(column: 3, row: 0)) {
            try program.addColumn(objective: 0, upperBound: nil, entries: [(0, .min)])
        }
        #expect(throws: IntegerProgramError.badColumn(3)) {
            try program.addColumn(objective: 1 << 54, upperBound: nil, entries: [])
        }
        #expect(throws: IntegerProgramError.badColumn(3)) {
            try program.addColumn(objective: 0, upperBound: -1, entries: [])
        }
        #expect(program.columnCount == 3)
    }
}
