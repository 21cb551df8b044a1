import Assignment
package import CaseLedger
import Compatibility
package import Programmes
package import Records
import Reporting

/// One execution of `match` for several programmes with the same volunteers: one problem, one proof, and for each
/// programme the lists and the report that it would have alone.
package struct TogetherRun {
    package let programme: TogetherProgramme
    /// One for each part, in the order of the programme: its files, the day, the language.
    package let runs: [MatchRun]

    package init(programme: TogetherProgramme, runs: [MatchRun]) {
        self.programme = programme
        self.runs = runs
    }

    /// What a run leaves, by part.
    package typealias Result = [(name: String, result: MatchRun.Result)]

    /// Runs the batch and puts its folder in place: a folder in it for every part.
    ///
    /// - Throws: `PipelineError`; what was in the folder before is then untouched.
    package func run(
        into folder: RunFolder, replacing: Bool, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> Result {
        let ledger = try MatchRun.openedLedger(of: runs)
        do { try folder.prepare(replacing: replacing) } catch { throw .runFolder(error) }
        let scratch: String
        do { scratch = try folder.makeScratch() } catch { throw .runFolder(error) }
        defer { folder.removeScratch() }
        let inScratch = TogetherRun(
            programme: programme,
            runs: runs.map { run in
                var run = run
                run.scratch = scratch
                return run
            })
        var result: Result
        do throws(PipelineError) {
            result = try inScratch.result(remembering: ledger, progress: progress)
        } catch {
            throw error.withProblemWritten(beside: folder.path)
        }
        let files = result.flatMap { part in
            part.result.files.map { (name: "\(part.name)/\($0.name)", bytes: $0.bytes) }
        }
        let marker = [UInt8]("{\"programme\":\"\(programme.id)\"}\n".utf8)
        do {
            try folder.write(files + [(RunFolder.marker, marker)], replacing: replacing)
        } catch { throw .runFolder(error) }
        for index in result.indices {
            guard let ledger, let record = result[index].result.record else { continue }
            do { result[index].result.recorded = try ledger.record(run: record) } catch {
                throw .notRecorded(error, folder: folder.path)
            }
        }
        return result
    }

    /// Reads, matches, checks and renders; writes nothing.
    ///
    /// - Throws: `PipelineError`.
    package func result(
        remembering ledger: Ledger? = nil, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> Result {
        var clock = Stopwatch()
        var parts: [TogetherPart] = []
        for (index, run) in runs.enumerated() {
            let goals = programme.goals.filter { $0.part == index }.map(\.goal)
            parts.append(
                try TogetherPart(
                    run, goals: goals, load: programme.parts[index].load, ledger: ledger, progress: progress))
        }
        clock.lap("candidates")
        guard let hours = parts[programme.hours.part].weeklyHours(programme.hours.field) else {
            throw .noHours(field: programme.hours.field, part: programme.parts[programme.hours.part].name)
        }
        progress(Bilingual(ja: "最適な組み合わせを求めています", en: "solving"))
        let held = HeldWeeks(parts, of: hours.keys.sorted())
        let joint = try TogetherProblem(parts, goals: programme.goals, hours: hours, held: held)
        let inputs = ledger == nil ? nil : try jointInput(parts)
        let options = SolverOptions(
            timeLimit: runs.first?.timeLimit, interruption: runs.first?.interruption)
        guard let solver = runs.first?.solver else { return [] }
        let (outcome, solution) = try solver.checkedAnswer(joint.problem, options: options)
        clock.lap("solve")

        progress(Bilingual(ja: "結果を検算しています", en: "checking the result"))
        var results: Result = []
        for (index, part) in parts.enumerated() {
            let solved = SolvedMatch(
                problem: part.problem.problem, outcome: outcome,
                solution: joint.solution(solution, ofPart: index),
                rows: part.problem.rows, lowestFit: nil)
            let extra = joint.remaining(solution, forPart: index)
            let report = try part.report(solved, hoursLeft: extra)
            var run = part.run
            run.joint = inputs
            let rendered = try run.render(report, solved, part.reading, &clock)
            var result = MatchRun.Result(report: report, files: rendered.files, timings: rendered.timings)
            result.reminders = part.reading.memory?.reminders ?? []
            result.record = part.reading.memory.map { _ in
                RunRecordBuilder(
                    reading: part.reading, ruleset: part.ruleset, candidates: part.candidates,
                    problem: part.problem, report: report, digest: rendered.digest
                ).record()
            }
            results.append((programme.parts[index].name, result))
        }
        let audit = TogetherAudit.findings(results.map(\.result.report), parts, hours: hours)
        guard audit.isEmpty else { throw .answerRefused(FailedCheck(solution, of: joint.problem, in: audit)) }
        return results
    }

    /// A hash over the files of all parts, and over what the ledger changes in each.
    private func jointInput(_ parts: [TogetherPart]) throws(PipelineError) -> Manifest.Input {
        var lines: [String] = []
        for (part, described) in zip(parts, programme.parts) {
            for file in part.run.files.all {
                do {
                    let digest = try Digest.sha256(ofFile: file.path)
                    lines.append("\(described.name) \(file.role) \(digest)")
                } catch {
                    throw .checkFailed(["\(error)"])
                }
            }
            lines.append("\(described.name) ledger \(part.reading.memory?.digest ?? "")")
        }
        return Manifest.Input(
            role: "together", file: "", sha256: Digest.sha256(Array(lines.joined(separator: "\n").utf8)))
    }
}

/// One programme of a run of several, up to its own problem.
struct TogetherPart {
    let run: MatchRun
    let reading: CohortReading
    let ruleset: Ruleset
    let candidates: Candidates
    let conflicts: ErrandConflicts?
    let locked: [Int]
    let problem: MatchProblem
    let load: TogetherProgramme.Load

    init(
        _ run: MatchRun, goals: [ProgrammeGoal], load: TogetherProgramme.Load, ledger: Ledger?,
        progress: @escaping @Sendable (Bilingual) -> Void
    ) throws(PipelineError) {
        self.run = run
        self.load = load
        var reading = try CohortReading.read(run.files, asOf: run.asOf, progress: progress)
        reading.programme.goals = goals
        if let ledger { reading = try run.remembered(reading, ledger) }
        let errors = reading.issues.filter { $0.severity == .error }
        if run.isStrict, !errors.isEmpty { throw .strict(issues: errors) }
        self.reading = reading
        ruleset = reading.ruleset
        progress(Bilingual(ja: "候補の組み合わせを調べています", en: "finding the candidate pairs"))
        candidates = ruleset.candidates(in: reading.cohort)
        conflicts = reading.errandConflicts
        locked = try LockedPairs.edges(reading, ruleset: ruleset, candidates: candidates)
        problem = try TeamClosing(
            reading: reading, candidates: candidates, locked: locked, conflicts: conflicts
        ).problem(solver: run.solver, options: SolverOptions(timeLimit: run.timeLimit))
    }

    /// Minutes a week by volunteer; `nil` where the volunteers have no such number field.
    func weeklyHours(_ field: String) -> [PersonID: Int]? {
        guard case .number(let hours)? = reading.cohort.volunteers.columns[field] else { return nil }
        return Dictionary(
            zip(reading.cohort.volunteers.ids, hours).compactMap { id, hours in
                hours.map { (id, max(0, $0) * 60) }
            },
            uniquingKeysWith: min)
    }

    /// The week (its Monday, as a day number) and minutes that an edge takes; no week for every week.
    func minutes(ofEdge edge: Int) -> (week: Int?, minutes: Int) {
        switch load {
        case .everyWeek(let minutes): return (nil, minutes)
        case .errand:
            guard let errand = conflicts?.errands[candidates.edges[edge].resident] else { return (nil, 0) }
            return (errand.date.monday.dayNumber, errand.minutes)
        }
    }

    /// The part's own report, checked like that of a run by itself.
    func report(_ solved: SolvedMatch, hoursLeft: [LimitRow]) throws(PipelineError) -> MatchReport {
        let visits = try run.visits(reading, candidates, conflicts, problem, solved, hoursLeft: hoursLeft)
        let report = ReportBuilder(
            reading: reading, ruleset: ruleset, candidates: candidates, problem: problem,
            locked: Set(locked), visits: visits, version: run.version, solver: run.solverName
        ).report(solved)
        let audit =
            MatchAudit.findings(in: report, reading: reading, ruleset: ruleset)
            + ErrandAudit.findings(in: report, reading: reading, ruleset: ruleset)
        guard audit.isEmpty else {
            throw .answerRefused(FailedCheck(solved.solution, of: solved.problem, in: audit))
        }
        return report
    }
}
