/// The solver: a combinatorial start over the whole graph, small certified cores for the program solver to
/// finish, and an independent check of the answer before it is given away.
///
/// - Without limits, or when the start keeps them all: the start is optimal for all goals, its prices prove it,
///   and the program solver confirms every goal on a core (`PureConfirmation`). Goals too large for that are settled one
///   after the other (`GoalStages`).
/// - Otherwise: relaxations with column generation, then branch and cut on kernels (`LimitedSearch`).
///
/// The method and its proofs are set out in docs/formulation.md. Any `IntegerProgramSolver` can be plugged in.
package struct CertifiedAssignmentSolver: AssignmentSolver {
    private let programSolver: any IntegerProgramSolver

    package init(programSolver: any IntegerProgramSolver) { self.programSolver = programSolver }

    package func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
        guard let interruption = options.interruption else { return outcome(problem, options) }
        return interruption.whileListening { outcome(problem, options) }
    }

    private func outcome(_ problem: AssignmentProblem, _ options: SolverOptions) -> AssignmentOutcome {
        let session = SolveSession(programSolver, options)
        do {
            return check(try attempt(problem, session), problem, session)
        } catch SolverTrouble.timeLimit {
            session.say("stopped before anything was found")
            return session.outcome(.timeLimit, .none)
        } catch SolverTrouble.numerical(let words) {
            session.say(words)
            return session.outcome(.numericalTrouble, .none)
        } catch SolverTrouble.invalidModel(let words) {
            session.say(words)
            return session.outcome(.invalidModel, .none)
        } catch {
            session.say("\(error)")
            return session.outcome(.numericalTrouble, .none)
        }
    }

    private func attempt(_ problem: AssignmentProblem, _ session: SolveSession) throws -> AssignmentOutcome {
        session.report(SolverProgress(phase: .start, columns: problem.graph.edgeCount))
        let whole = GoalCoding(problem: problem)
        guard let coding = whole ?? GoalCoding(problem: problem, goals: 0..<1) else {
            throw SolverTrouble.invalidModel("the first goal's weights are too large")
        }
        let prepared = PreparedProblem(problem)
        let start = session.timedStart {
            PureStart(prepared, coding: coding, from: session.options.startingPoint)
        }
        session.note(start.statistics)
        if let searched = start.statistics.searched {
            session.say(
                "begun from an earlier answer: \(start.statistics.scanned) edges looked at, searched from \(searched) vertices"
            )
        } else if session.options.startingPoint != nil {
            session.say("an earlier answer was at hand, but to begin afresh is as quick here")
        }
        let diagnosis = Diagnosis(prepared: prepared, session: session)
        // The cover is the first level of the start: what it leaves short nothing can fill.
        let withoutLimits = diagnosis.report(on: start.edges, isLeast: true)
        if !withoutLimits.vertices.isEmpty {
            session.say("the start leaves vertices short that must be filled, and nothing can fill more")
            let report = Infeasibility(limits: [], vertices: withoutLimits.vertices, isLeast: true)
            return session.outcome(.infeasible, .none, infeasibility: report)
        }
        guard prepared.limitsHold(with: start.edges) else {
            return try LimitedSearch(prepared: prepared, start: start, session: session).run()
        }
        let solution =
            if whole != nil {
                try PureConfirmation(
                    prepared: prepared, start: start, session: session,
                    earlier: start.statistics.searched == nil ? nil : session.options.startingPoint
                ).run()
            } else {
                try GoalStages(prepared: prepared, session: session).run(start)
            }
        // The program solver's choice may be another of equal value, and break a limit that the start keeps.
        guard prepared.problem.limits.isEmpty || verify(solution, problem).isEmpty else {
            return try LimitedSearch(prepared: prepared, start: start, session: session).run()
        }
        return session.outcome(.optimal, .provenOptimal, solution: solution)
    }

    /// Gives an outcome away only if the independent check finds nothing.
    private func check(
        _ outcome: AssignmentOutcome, _ problem: AssignmentProblem, _ session: SolveSession
    ) -> AssignmentOutcome {
        guard let solution = outcome.solution else { return outcome }
        session.report(SolverProgress(phase: .verification, columns: problem.graph.edgeCount))
        let findings = verify(solution, problem)
        guard let first = findings.first else {
            return session.outcome(outcome.termination, outcome.claim, solution: solution)
        }
        session.say("the check found \(findings.count) faults, the first of them: \(first)")
        return session.outcome(.numericalTrouble, .none, refused: solution)
    }
}
