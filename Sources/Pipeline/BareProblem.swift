package import Assignment
import Intake
package import Records

/// One execution of `solve`: a weighted bipartite problem without people.
package struct BareProblem {
    /// Where the results go besides the terminal.
    package struct Output: Sendable {
        /// The chosen pairs, as a CSV file.
        package let pairs: String?
        /// The proof, as a JSON file.
        package let certificate: String?
        /// What every edge is worth to the optimum, as a CSV file.
        package let sensitivity: String?
        /// What one more place or person is worth, as a CSV file.
        package let places: String?
        /// Whether files that exist are replaced.
        package let replaces: Bool

        package init(
            pairs: String?, certificate: String? = nil, sensitivity: String? = nil, places: String? = nil,
            replaces: Bool
        ) {
            self.pairs = pairs
            self.certificate = certificate
            self.sensitivity = sensitivity
            self.places = places
            self.replaces = replaces
        }

        /// All files that are to be written.
        package var paths: [String] { [pairs, certificate, sensitivity, places].compactMap { $0 } }
        /// Where the output is; a name of our own in the folder in hand when it goes to the terminal.
        var place: String { pairs ?? certificate ?? "musubi-solve" }
    }

    package let files: BareFiles
    package let objective: BareObjective
    /// After this the best found is given, with its bound.
    package let timeLimit: Duration?
    /// An earlier answer to begin from.
    package let start: BareStart?
    /// Who may ask the solver to stop with the best found, or `nil`.
    package let interruption: Interruption?
    package let solver: any AssignmentSolver

    package init(
        files: BareFiles, objective: BareObjective, timeLimit: Duration?, start: BareStart? = nil,
        interruption: Interruption? = nil,
        solver: any AssignmentSolver
    ) {
        self.files = files
        self.objective = objective
        self.timeLimit = timeLimit
        self.start = start
        self.interruption = interruption
        self.solver = solver
    }

    /// Reads, solves, checks and, where asked for, writes the chosen pairs and the proof.
    ///
    /// - Throws: `PipelineError`; `cannotFill` or `infeasible` where no assignment does what is asked.
    package func solve(
        writingTo output: Output, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> BareResult {
        for path in output.paths {
            do throws(RunFolderError) {
                try AtomicFile.refuseExisting(path, unless: output.replaces)
            } catch { throw .runFolder(error) }
        }
        var clock = Stopwatch()
        progress(Bilingual(ja: "グラフを読んでいます", en: "reading the graph"))
        let statement = try BareStatement(files)
        clock.lap("read")
        let instance = try BareInstance(statement, objective)
        let startingPoint = try start?.startingPoint(for: instance)
        clock.lap("build")
        progress(Bilingual(ja: "解いています", en: "solving"))
        let texts = SolverProgressText(
            goals: objective.goals.map {
                .init(label: Bilingual($0.rawValue), isMinimised: $0 == .leastCost)
            })
        let options = SolverOptions(
            timeLimit: timeLimit, startingPoint: startingPoint, interruption: interruption,
            progress: { progress(texts.text($0)) })
        let outcome = solver.solve(instance.problem, options: options)
        guard let solution = outcome.solution else {
            throw BareProblem.failure(outcome, instance).withProblemWritten(beside: output.place)
        }
        clock.lap("solve")
        let findings = verify(solution, instance.problem)
        guard findings.isEmpty else {
            let error = PipelineError.answerRefused(
                FailedCheck(solution, of: instance, in: findings.map { "\($0)" }))
            throw error.withProblemWritten(beside: output.place)
        }
        clock.lap("check")
        let result = BareResult(instance: instance, outcome: outcome, solution: solution)
        let after = BareSensitivity(solution: solution, instance: instance)
        if output.sensitivity != nil || output.places != nil {
            progress(Bilingual(ja: "変えた場合の損得を調べています", en: "looking at what changes would do"))
        }
        // Everything is worked out before the first file is written.
        let tables = [
            output.sensitivity.map { ($0, after.edgeTable) }, output.places.map { ($0, after.placeTable) },
        ].compactMap { $0 }
        if !tables.isEmpty { clock.lap("appraise") }
        for (path, bytes) in tables { try BareProblem.write(bytes, to: path, replacing: output.replaces) }
        try write(result, to: output)
        clock.lap("write")
        return result.timed(clock.timings(outcome.statistics))
    }

    private func write(_ result: BareResult, to output: Output) throws(PipelineError) {
        if let path = output.certificate {
            let proof = BareCertificate(result.solution, result.instance)
            try BareProblem.write(try proof.bytes(), to: path, replacing: output.replaces)
        }
        if let path = output.pairs {
            try BareProblem.write(result.csv, to: path, replacing: output.replaces)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(PipelineError) {
        do throws(RunFolderError) {
            try AtomicFile.write(bytes, to: path, replacing: replacing)
        } catch { throw .runFolder(error) }
    }

    /// Why there is no solution.
    private static func failure(_ outcome: AssignmentOutcome, _ instance: BareInstance) -> PipelineError {
        if let refused = outcome.refused {
            return .answerRefused(FailedCheck(refused, of: instance, in: outcome.words))
        }
        guard outcome.termination == .infeasible else {
            return .solverStopped(outcome.termination, words: outcome.words)
        }
        let short = outcome.infeasibility?.vertices ?? []
        let sides = [VertexSide.left, .right].compactMap { side -> ShortSide? in
            let unfilled = short.filter { $0.side == side }.map { instance.id(side, $0.vertex) }
            let count = side == .left ? instance.edges.leftIDs.count : instance.edges.rightIDs.count
            return unfilled.isEmpty ? nil : ShortSide(side: side, unfilled: unfilled, count: count)
        }
        if sides.isEmpty { return .infeasible(outcome.infeasibility) }
        return .cannotFill(sides, outcome.infeasibility)
    }
}

/// Vertices of a side that must be filled and cannot all be.
package struct ShortSide: Sendable {
    package let side: VertexSide
    /// Those that stay short in the assignment that comes nearest.
    package let unfilled: [PersonID]
    /// Vertices of the side.
    package let count: Int
}
