import ArgumentParser
import Pipeline

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

    @OptionGroup var options: RunOptions

    @Option(
        help: ArgumentHelp("The ledger that knows whose pair has ended.", valueName: "musubi.sqlite"))
    var ledger: String

    func run() throws {
        try options.perform(in: languageOptions.language, ledger: ledger) { batch in
            try batch.lines(of: batch.run(of: input.files(), isRematch: true))
        }
    }
}
