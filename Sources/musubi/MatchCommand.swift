import ArgumentParser
import Pipeline

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

    @OptionGroup var options: RunOptions

    @Option(
        help: ArgumentHelp(
            "The ledger that remembers earlier runs and records this one.", valueName: "musubi.sqlite"))
    var ledger: String?

    func run() throws {
        try options.perform(in: languageOptions.language, ledger: ledger) { batch in
            guard
                let plan = try TogetherPlan.read(
                    programme: input.programme, volunteers: input.volunteers, residents: input.residents,
                    places: input.places, lists: [input.history, input.lock, input.forbid, input.previous],
                    options: input.options())
            else { return try batch.lines(of: batch.run(of: input.files())) }
            let parts = try TogetherRun(
                programme: plan.programme, runs: plan.files.map { batch.match(of: $0) }
            ).run(into: batch.folder, replacing: options.force, progress: batch.report)
            return try parts.flatMap { try batch.lines(of: $0.result, part: $0.name) }
        }
    }
}
