package import Assignment
package import CaseLedger
import Compatibility
import Intake
import Programmes
package import Records
package import Reporting

/// One execution of `match`: from files to a folder, in one direction.
package struct MatchRun {
    package let files: InputFiles
    package let asOf: CivilDate
    package let language: Language
    /// Passed in: the pipeline knows no particular solver.
    package let solver: any AssignmentSolver
    /// The program behind it with its version, for the report: `GLPK 5.0`.
    package let solverName: String
    package let version: String
    package let isStrict: Bool
    /// After this the best found is used, with what is proven of it; `nil` for no limit.
    package let timeLimit: Duration?
    /// Who may ask the solver to stop with the best found, or `nil`.
    package let interruption: Interruption?
    /// A private folder in which the workbook is put together; without one no workbook is made.
    var scratch: String?
    /// The ledger whose people, pairs and pauses count and that records the run, or `nil`.
    package let ledger: String?
    /// Whether only residents whose pair has ended take part, as the ledger knows.
    package var isRematch = false
    /// Of a run of several programmes: what went into all of them, so that the ledger tells two such runs apart.
    var joint: Manifest.Input?

    package init(
        files: InputFiles, asOf: CivilDate, language: Language, solver: any AssignmentSolver,
        solverName: String, version: String, isStrict: Bool = false, timeLimit: Duration? = nil,
        interruption: Interruption? = nil, ledger: String? = nil
    ) {
        self.files = files
        self.asOf = asOf
        self.language = language
        self.solver = solver
        self.solverName = solverName
        self.version = version
        self.isStrict = isStrict
        self.timeLimit = timeLimit
        self.interruption = interruption
        self.ledger = ledger
    }

    /// What a run leaves: the report, and the files of the run folder.
    package struct Result: Sendable {
        package let report: MatchReport
        package let files: [(name: String, bytes: [UInt8])]
        package let timings: Timings
        /// What the ledger keeps of the run; `nil` without a ledger.
        package var record: RunRecord?
        /// What recording it came to; `nil` without a ledger.
        package var recorded: RecordedRun?
        /// What of the ledger a person should look at, as proposals that wait for a decision.
        package var reminders: [Bilingual] = []
    }

    /// Runs the batch and puts its folder in place.
    ///
    /// With a ledger it is locked before anything is read, and the run is recorded once its folder is in place: what is
    /// recorded can be looked at, and the same command again records what was not.
    ///
    /// - Throws: `PipelineError`; what was in the folder before is then untouched. When the answer fails its
    ///   check, the problem is written beside the folder.
    package func run(
        into folder: RunFolder, replacing: Bool, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> Result {
        let ledger = try openedLedger()
        // A folder that cannot be written is found before the work and not after it.
        do { try folder.prepare(replacing: replacing) } catch { throw .runFolder(error) }
        var run = self
        do { run.scratch = try folder.makeScratch() } catch { throw .runFolder(error) }
        defer { folder.removeScratch() }
        var result: Result
        do throws(PipelineError) {
            result = try run.result(remembering: ledger, progress: progress)
        } catch {
            throw error.withProblemWritten(beside: folder.path)
        }
        do { try folder.write(result.files, replacing: replacing) } catch { throw .runFolder(error) }
        if let ledger, let record = result.record {
            do { result.recorded = try ledger.record(run: record) } catch {
                throw .notRecorded(error, folder: folder.path)
            }
        }
        return result
    }

    private func openedLedger() throws(PipelineError) -> Ledger? { try MatchRun.openedLedger(of: [self]) }

    /// The ledger of runs that are one, which all of its programmes must be able to record.
    static func openedLedger(of runs: [MatchRun]) throws(PipelineError) -> Ledger? {
        guard let ledger = runs.first?.ledger else { return nil }
        var programmes: [(id: String, asOf: CivilDate)] = []
        for run in runs {
            do { programmes.append((try ProgrammeReader.read(path: run.files.programme).id, run.asOf)) } catch
            {
                throw .programme(error)
            }
        }
        do throws(LedgerError) {
            let opened = try Ledger(writing: ledger)
            // Before anything else: no other folder and no --force makes such a run possible.
            for (programme, run) in zip(programmes, runs) {
                try opened.requireRun(programme: programme.id, asOf: programme.asOf, isRematch: run.isRematch)
            }
            return opened
        } catch {
            throw .ledger(error, file: ledger)
        }
    }

    /// Reads, matches, checks and renders, all but the workbook, which cannot be made without a folder; writes nothing.
    ///
    /// - Throws: `PipelineError`.
    package func result(
        remembering ledger: Ledger? = nil, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> Result {
        var clock = Stopwatch()
        var reading = try CohortReading.read(files, asOf: asOf, progress: progress)
        if let ledger { reading = try remembered(reading, ledger) }
        if isRematch { reading = try reading.rematching() }
        let needsPrevious = reading.programme.goals.contains(.fewestChanges)
        if needsPrevious != (files.previous != nil) {
            throw needsPrevious ? .previousMissing : .previousUnused
        }
        let errors = reading.issues.filter { $0.severity == .error }
        if isStrict, !errors.isEmpty { throw .strict(issues: errors) }
        clock.lap("read")

        progress(Bilingual(ja: "候補の組み合わせを調べています", en: "finding the candidate pairs"))
        let ruleset = reading.ruleset
        let candidates = ruleset.candidates(in: reading.cohort)
        clock.lap("candidates")

        progress(Bilingual(ja: "最適な組み合わせを求めています", en: "solving"))
        let locked = try LockedPairs.edges(reading, ruleset: ruleset, candidates: candidates)
        let options = options(reading.programme, progress)
        let conflicts = reading.errandConflicts
        let (problem, solved) = try TeamClosing(
            reading: reading, candidates: candidates, locked: locked, conflicts: conflicts
        ).solve(solver: solver, options: options)
        clock.lap("solve")

        let visits = try visits(reading, candidates, conflicts, problem, solved)
        progress(Bilingual(ja: "結果を検算しています", en: "checking the result"))
        let report = ReportBuilder(
            reading: reading, ruleset: ruleset, candidates: candidates, problem: problem,
            locked: Set(locked), visits: visits, version: version, solver: solverName
        ).report(solved)
        let audit =
            MatchAudit.findings(in: report, reading: reading, ruleset: ruleset)
            + ErrandAudit.findings(in: report, reading: reading, ruleset: ruleset)
        guard audit.isEmpty else {
            throw .answerRefused(FailedCheck(solved.solution, of: solved.problem, in: audit))
        }
        clock.lap("check")

        progress(Bilingual(ja: "報告書を作っています", en: "writing the lists and the report"))
        let rendered = try render(report, solved, reading, &clock)
        let record = reading.memory.map { _ in
            RunRecordBuilder(
                reading: reading, ruleset: ruleset, candidates: candidates, problem: problem, report: report,
                digest: rendered.digest
            ).record()
        }
        return Result(
            report: report, files: rendered.files, timings: rendered.timings, record: record,
            reminders: reading.memory?.reminders ?? [])
    }

    /// The reading with what the ledger remembers of the programme.
    func remembered(_ reading: CohortReading, _ ledger: Ledger) throws(PipelineError) -> CohortReading {
        do {
            return reading.remembering(try ledger.history(programme: reading.programme.id, asOf: asOf))
        } catch {
            throw .ledger(error, file: ledger.path)
        }
    }

    /// When the chosen errands take place, and who is their spare; nothing for programmes of pairs.
    func visits(
        _ reading: CohortReading, _ candidates: Candidates, _ conflicts: ErrandConflicts?,
        _ problem: MatchProblem, _ solved: SolvedMatch, hoursLeft: [LimitRow] = []
    ) throws(PipelineError) -> [Int: Visit] {
        guard let errands = reading.programme.errands, let conflicts else { return [:] }
        let chosen = solved.solution.edges
        var schedule = ErrandSchedule(
            errands, conflicts, cohort: reading.cohort, edges: candidates.edges, chosen: chosen)
        let spares = try SpareVolunteers(
            reading: reading, conflicts: conflicts, schedule: schedule, edges: candidates.edges,
            rows: solved.rows + hoursLeft,
            places: problem.volunteerPlaces, solver: solver
        ).spares(of: chosen)
        for (edge, spare) in spares {
            schedule.setSpare(reading.cohort.volunteers.ids[candidates.edges[spare].volunteer], ofEdge: edge)
        }
        return schedule.visits
    }

    private func options(
        _ programme: Programme, _ progress: @escaping @Sendable (Bilingual) -> Void
    ) -> SolverOptions {
        let texts = SolverProgressText(
            goals: programme.goals.map { .init(label: $0.label, isMinimised: false) })
        return SolverOptions(
            timeLimit: timeLimit, interruption: interruption, progress: { progress(texts.text($0)) })
    }

    /// All files of the run: the workbook is made at the same time as the other ones.
    func render(
        _ report: MatchReport, _ solved: SolvedMatch, _ reading: CohortReading, _ clock: inout Stopwatch
    ) throws(PipelineError) -> (files: [(name: String, bytes: [UInt8])], timings: Timings, digest: String) {
        let quarantine = try reading.quarantine.all(language: language)
        let inputs = try inputs(of: reading)
        let digest = RunRecord.digest(of: inputs, programme: reading.programme.id, asOf: asOf)
        let (lists, workbook) = try concurrently { () throws(PipelineError) in
            try self.lists(report) + quarantine
        } _: { () throws(PipelineError) in
            try self.workbook(
                report, run: RunRecord.id(programme: reading.programme.id, asOf: asOf, digest: digest))
        }
        var outputs = (lists + [workbook].compactMap(\.self)).map { (name: $0.name, bytes: $0.bytes) }
        do {
            let manifest = Manifest(
                report, solved: solved, inputs: inputs, outputs: outputs, language: language)
            outputs.append((RunFolder.marker, try manifest.bytes()))
            clock.lap("render")
            // The only file that differs between two runs on the same input.
            let timings = clock.timings(solved.outcome.statistics)
            outputs.append(("timings.json", try Manifest.json(timings)))
            return (outputs, timings, digest)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// Everything that was read, by its hashes.
    private func inputs(of reading: CohortReading) throws(PipelineError) -> [Manifest.Input] {
        let read =
            files.all + reading.placeFiles.map { (role: "places", side: nil, path: $0) }
            + [reading.calendarFile].compactMap { $0 }.map { (role: "calendar", side: nil, path: $0) }
        let memory = reading.memory.map { memory in
            Manifest.Input(role: "ledger", file: "", sha256: memory.digest)
        }
        do {
            let inputs = try read.map { role, side, path in
                Manifest.Input(
                    role: role, file: CohortReading.fileName(path), sha256: try Digest.sha256(ofFile: path),
                    rows: side.flatMap { reading.rowCounts[$0] },
                    quarantined: side.flatMap { reading.quarantined[$0] })
            }
            return inputs + [memory, joint].compactMap(\.self)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// The lists and the report.
    private func lists(_ report: MatchReport) throws(PipelineError) -> [ReportFile] {
        do { return try ReportFiles.all(for: report, language: language) } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// The workbook; none where there is no folder to make it in.
    private func workbook(_ report: MatchReport, run: String) throws(PipelineError) -> ReportFile? {
        guard let scratch else { return nil }
        do {
            return try MatchWorkbook(report, language: language, run: run).file(scratch: scratch)
        } catch {
            throw .runFolder(.writeFailed(path: MatchWorkbook.fileName, reason: error.description))
        }
    }
}
