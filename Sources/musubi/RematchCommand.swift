import ArgumentParser
import Assignment
import GLPKSolver
import Pipeline
import Records
import Reporting

/// Arguments of `rematch`.
struct RematchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rematch",
        abstract: "Finds new partners for residents whose pair has ended, between two months' batches.",
        discussion: """
            Example:
              musubi rematch --programme configs/family-friend.yaml \\
                --volunteers volunteers.csv --residents residents.csv \\
                --as-of 2026-11-15 --out runs/2026-11-15 --ledger musubi.sqlite

            Of the residents only those take part whose pair has ended, by the outcomes
            in the ledger, and who have no other. Former partners are not proposed
            again; they wait since the end of the last pair. Volunteers for whom a
            proposal of the last month waits for its decision take no part.

            The folder has the same files as that of match, and the run is recorded in
            the ledger; nobody leaves the pool for not being part of it. What becomes
            of the proposals is recorded as ever: musubi record decisions.

            The month's batch puts the same people back in by itself.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var languageOptions: LanguageOptions

    @Option(help: ArgumentHelp("The day of which the run speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var out: String

    @Option(
        help: ArgumentHelp("The ledger that knows whose pair has ended.", valueName: "musubi.sqlite"))
    var ledger: String

    @OptionGroup var time: TimeLimitOption

    @Flag(help: "Replace an earlier run in the same folder.")
    var force = false

    @Flag(help: "Stop with exit code 65 when any row is in quarantine.")
    var strict = false

    @Flag(help: "Print the result as JSON.")
    var json = false

    func run() throws {
        let language = languageOptions.language
        let folder = RunFolder(path: out)
        let signals = StopSignals(language: language) { folder.abandon() }
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        do {
            var run = MatchRun(
                files: try input.files(), asOf: asOf, language: language,
                solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()),
                solverName: "GLPK \(GLPKProgramSolver.version)", version: Version.text, isStrict: strict,
                timeLimit: time.duration, interruption: signals.interruption, ledger: ledger)
            run.isRematch = true
            let result = try run.run(into: folder, replacing: force) { progress.update($0) }
            signals.settle()
            progress.finish()
            try Terminal.print(try MatchCommand.lines(of: result, in: out, json: json, language))
        } catch let error as PipelineError {
            signals.settle()
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }
}
