import Assignment
import GLPKSolver
import TestKit
import Testing

/// GLPK, but somebody asks to stop during the first integer program, after a relaxation for the bound.
private struct InterruptedSolver: IntegerProgramSolver {
    let name = "interrupted"
    let interruption: Interruption

    func relaxation(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> LinearSolution {
        try GLPKProgramSolver().relaxation(program, startingBasis: startingBasis, timeLimit: timeLimit)
    }

    func solve(
        _ program: IntegerProgram, startingBasis: Basis?, timeLimit: Duration?
    ) throws -> IntegerSolution {
        let answer = try GLPKProgramSolver().solve(
            program, startingBasis: startingBasis, timeLimit: timeLimit)
        _ = interruption.request()
        return IntegerSolution(status: .interrupted, values: answer.values, words: "stopped")
    }
}

@Suite struct InterruptionTests {
    @Test("a request is heard once, and only while a solver listens")
    func requests() {
        let interruption = Interruption()
        #expect(!interruption.request() && !interruption.isRequested)
        interruption.whileListening {
            #expect(!interruption.isRequested)
            #expect(interruption.request())
            #expect(interruption.isRequested)
            #expect(!interruption.request())
        }
        #expect(interruption.isRequested && !interruption.request())
        let unheard = Interruption()
        unheard.whileListening {}
        #expect(!unheard.request() && !unheard.isRequested)
    }

    @Test("a solver that is asked to stop gives what it has, with a gap that checks, and says why it stopped")
    func bestSoFar() throws {
        var count = 0
        for seed in UInt64(0)..<200 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            let interruption = Interruption()
            let outcome = CertifiedAssignmentSolver(
                programSolver: InterruptedSolver(interruption: interruption)
            ).solve(problem, options: SolverOptions(interruption: interruption))
            guard outcome.termination == .interrupted else { continue }
            guard let solution = outcome.solution else {
                #expect(outcome.claim == .none)
                continue
            }
            count += 1
            #expect(outcome.claim == .withinGap)
            #expect(verify(solution, problem).isEmpty)
        }
        #expect(count > 0)
    }

    @Test("without limits the start proves its choice, so stopping before the confirmation loses nothing")
    func provenAnyway() throws {
        let graph = try BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (0, 1), (1, 1)])
        let problem = try AssignmentProblem(
            graph: graph, leftCapacities: [1, 1], rightCapacities: [1, 1],
            goals: [Goal(name: "pairs", weights: [1, 1, 1]), Goal(name: "fit", weights: [3, 5, 4])])
        let interruption = Interruption()
        let outcome = CertifiedAssignmentSolver(
            programSolver: InterruptedSolver(interruption: interruption)
        ).solve(problem, options: SolverOptions(interruption: interruption))
        #expect(outcome.claim == .provenOptimal)
        #expect(outcome.solution?.goalValues == [2, 7])
    }

    @Test(
        "progress is in the goal's own numbers: the best found, and a bound on the right side of it"
    )
    func progress() throws {
        for seed in UInt64(0)..<100 {
            var generator = ProblemGenerator(seed: seed)
            let problem = try generator.small()
            let told = Told()
            let outcome = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
                .solve(problem, options: SolverOptions(progress: { told.append($0) }))
            guard let solution = outcome.solution else { continue }
            for progress in told.all {
                guard let goal = progress.goal else { continue }
                let sense = problem.goals[goal].sense
                if let value = progress.value {
                    #expect(
                        sense == .maximise
                            ? value <= solution.goalValues[goal] : value >= solution.goalValues[goal])
                }
                if let bound = progress.bound {
                    #expect(
                        sense == .maximise
                            ? bound >= solution.goalValues[goal] : bound <= solution.goalValues[goal])
                }
            }
        }
    }
}
