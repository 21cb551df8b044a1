import Assignment
import Foundation
import GLPKSolver
import Testing

@Suite struct GLPKProblemTests {
    private func program() throws -> IntegerProgram {
        var program = IntegerProgram(rows: [.init(upper: 1)])
        try program.addColumn(objective: 1, upperBound: 1, entries: [(0, 1)])
        return program
    }

    @Test("an index that GLPK faults on becomes an error with its words; the process and GLPK live on")
    func fault() throws {
        let program = try program()
        try GLPKProblem.with(program) { problem in
            // Row 7 of one.
            let error = #expect(throws: GLPKError.self) {
                try problem.loadMatrix(rows: [7], columns: [0], values: [1])
            }
            #expect(error?.routine == "glp_load_matrix")
            #expect(error?.words.contains("row index out of range") == true, "\(error?.words ?? "")")
            // The problem is dead, and says so instead of touching freed memory.
            #expect(throws: GLPKError.self) { try problem.loadMatrix(rows: [0], columns: [0], values: [1]) }
            #expect(problem.values.isEmpty)
        }
        let answer = try GLPKProgramSolver().solve(program, startingBasis: nil, timeLimit: nil)
        #expect(answer.values == [1])
    }

    @Test("a hundred faults in a row on several threads leave GLPK usable")
    func manyFaults() async throws {
        let program = try program()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    let failed: Void? = try? GLPKProblem.with(program) { problem in
                        try problem.loadMatrix(rows: [0], columns: [-5], values: [1])
                    }
                    let answer = try? GLPKProgramSolver().solve(program, startingBasis: nil, timeLimit: nil)
                    return failed == nil && answer?.values == [1]
                }
            }
            for await isFine in group { #expect(isFine) }
        }
    }

    @Test("neither a solve nor a fault prints a word to the terminal")
    func silence() throws {
        let program = try program()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("glpk-silence-\(UUID())")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        fflush(nil)
        let saved = dup(1)
        let file = open(path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
        try #require(saved >= 0 && file >= 0)
        dup2(file, 1)
        _ = try? GLPKProblem.with(program) { try $0.loadMatrix(rows: [9], columns: [0], values: [1]) }
        _ = try? GLPKProgramSolver().solve(program, startingBasis: nil, timeLimit: nil)
        fflush(nil)
        dup2(saved, 1)
        close(saved)
        close(file)
        // Other tests may print meanwhile; GLPK's own phrases may not be among it.
        let printed = try String(contentsOfFile: path, encoding: .utf8)
        for phrase in ["glp_", "GLPK", "Error detected", "OPTIMAL"] { #expect(!printed.contains(phrase)) }
    }
}
