import ArgumentParser
import Assignment
import CaseLedger
import GLPKSolver
import Pipeline
import Records
import Reporting

/// What commands that leave a run folder have in common.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The day of which the run speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var out: String

    @OptionGroup var time: TimeLimitOption

    @Flag(help: "Replace an earlier run in the same folder.")
    var force = false

    @Flag(help: "Stop with exit code 65 when any row is in quarantine.")
    var strict = false

    @Flag(help: "Print the result as JSON.")
    var json = false

    /// Does the work with a line of progress and Ctrl-C, and prints the lines that it gives.
    func perform(in language: Language, ledger: String?, _ work: (Batch) throws -> [String]) throws {
        let folder = RunFolder(path: out)
        let signals = StopSignals(language: language) { folder.abandon() }
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        let batch = Batch(
            options: self, language: language, ledger: ledger, folder: folder,
            interruption: signals.interruption, report: { progress.update($0) })
        do {
            let lines = try work(batch)
            signals.settle()
            progress.finish()
            try Terminal.print(lines)
        } catch let error as PipelineError {
            signals.settle()
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }

    /// One call of such a command.
    struct Batch {
        let options: RunOptions
        let language: Language
        let ledger: String?
        let folder: RunFolder
        let interruption: Interruption
        /// Tells what is being done.
        let report: @Sendable (Bilingual) -> Void

        /// A run over some files, not yet begun.
        func match(of files: InputFiles) -> MatchRun {
            MatchRun(
                files: files, asOf: options.asOf, language: language,
                solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()),
                solverName: "GLPK \(GLPKProgramSolver.version)", version: Version.text,
                isStrict: options.strict, timeLimit: options.time.duration, interruption: interruption,
                ledger: ledger)
        }

        /// Runs over some files and leaves the folder.
        func run(of files: InputFiles, isRematch: Bool = false) throws -> MatchRun.Result {
            var match = match(of: files)
            match.isRematch = isRematch
            return try match.run(into: folder, replacing: options.force, progress: report)
        }

        /// What is printed of a run, which may be a part of several in folders of their own.
        func lines(of result: MatchRun.Result, part: String? = nil) throws -> [String] {
            let out = part.map { "\(options.out)/\($0)" } ?? options.out
            if options.json { return [try MatchSummary(result, out: out).json()] }
            let report = Bilingual(ja: "報告書: \(out)/report.html", en: "Report: \(out)/report.html")
            let recorded = result.recorded.map { run in
                run.isNew
                    ? Bilingual(ja: "台帳に記録: \(run.id)", en: "Recorded in the ledger: \(run.id)")
                    : Bilingual(ja: "台帳に記録済み: \(run.id)", en: "Already in the ledger: \(run.id)")
            }
            let replaced = (result.recorded?.replaced ?? []).map {
                Bilingual(ja: "同じ日の実行 \($0) を置き換えました。", en: "It replaces the run \($0) of the same day.")
            }
            let notes = [report] + [recorded].compactMap(\.self) + replaced + result.reminders
            return HeadlineText.lines(for: result.report, language: language)
                + notes.map { $0[language] }
        }
    }
}
