import ArgumentParser
import Assignment
import CaseLedger
import GLPKSolver
import Pipeline
import Records
import Reporting

/// Arguments of `match`.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract:
            "Runs the month's batch: match lists, a report and the proof that no better set of pairs exists.",
        discussion: """
            Example:
              musubi match --programme configs/family-friend.yaml \\
                --volunteers data/family-friend/volunteers.csv \\
                --residents data/family-friend/residents.csv \\
                --as-of 2026-11-01 --out runs/2026-11 --lang ja

            The folder appears whole or not at all: matches.csv, unmatched.csv,
            unused.csv, candidates.csv, quarantine.csv, the same lists as
            matches.xlsx with room for the decisions, report.html, report.json,
            manifest.json and timings.json. The same input gives the same bytes in
            every file but timings.json, unless the time limit ended the search.
            Rows that were not used also stand in quarantine-volunteers.csv and
            quarantine-residents.csv as the exports have them: correct them there and
            give the file as an export, or copy them back.

            When the time limit or Ctrl-C ends the search, the best pairs found are
            given (exit code 0), and the report says how many more may be possible.
            A second Ctrl-C ends at once and leaves nothing behind.

            Several programmes with the same volunteers in one run, nobody above the
            hours of their week:
              musubi match --programme configs/neighbours-and-errands.yaml \\
                --volunteers neighbours=V1.csv --residents neighbours=R1.csv \\
                --volunteers errands=V2.csv --residents errands=R2.csv \\
                --as-of 2026-11-01 --out runs/2026-11

            Lists of pairs (--history, --lock, --forbid, --previous) are CSV files with the
            columns volunteer_id and resident_id (or ボランティアID and 住民ID);
            an earlier matches.csv is one.

            With --ledger musubi.sqlite the run takes former partners, running pairs, who
            pauses and since when people wait from the ledger, and is recorded in it; people
            whose pair has ended come back by themselves while they are in the export. Then
            record what became of the proposals: musubi record decisions.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var languageOptions: LanguageOptions

    @Option(help: ArgumentHelp("The day of which the run speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var out: String

    @Option(
        help: ArgumentHelp(
            "The ledger that remembers earlier runs and records this one.", valueName: "musubi.sqlite"))
    var ledger: String?

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
        func run(_ files: InputFiles) -> MatchRun {
            MatchRun(
                files: files, asOf: asOf, language: language,
                solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()),
                solverName: "GLPK \(GLPKProgramSolver.version)", version: Version.text, isStrict: strict,
                timeLimit: time.duration, interruption: signals.interruption, ledger: ledger)
        }
        do {
            let lines: [String]
            if let plan = try TogetherPlan.read(
                programme: input.programme, volunteers: input.volunteers, residents: input.residents,
                places: input.places, lists: [input.history, input.lock, input.forbid, input.previous],
                options: input.options())
            {
                let result = try TogetherRun(programme: plan.programme, runs: plan.files.map(run))
                    .run(into: folder, replacing: force) { progress.update($0) }
                lines = try result.flatMap {
                    try Self.lines(of: $0.result, in: "\(out)/\($0.name)", json: json, language)
                }
            } else {
                let result = try run(input.files()).run(into: folder, replacing: force) {
                    progress.update($0)
                }
                lines = try Self.lines(of: result, in: out, json: json, language)
            }
            signals.settle()
            progress.finish()
            try Terminal.print(lines)
        } catch let error as PipelineError {
            signals.settle()
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }

    /// What is printed of a run.
    static func lines(
        of result: MatchRun.Result, in out: String, json: Bool, _ language: Language
    ) throws -> [String] {
        if json { return [try MatchSummary(result, out: out).json()] }
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
        return HeadlineText.lines(for: result.report, language: language) + notes.map { $0[language] }
    }
}
