import ArgumentParser
import Intake
import Pipeline
import Records

/// Arguments of `sessions`.
struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "Adds up a table of sessions: participations, hours, months, printed totals, projects.",
        discussion: """
            Example:
              musubi sessions --programme configs/social-hub.yaml \\
                --sessions data/social-hub/sessions.csv \\
                --projects data/social-hub/projects.csv \\
                --fiscal-year 2020 --as-of 2021-03-31 --out runs/social-hub-2020

            The folder appears whole or not at all: sessions.csv (normalised),
            quarantine.csv, report.html, report.json and manifest.json. The same
            input gives the same bytes.

            A printed total that contradicts the rows is named; with --strict it
            ends the run with 65. How many different people came is never derived
            from numbers per session.
            """)

    @Option(help: ArgumentHelp("The programme file, of kind sessions.", valueName: "P.yaml"))
    var programme: String

    @Option(help: ArgumentHelp("The table of sessions (CSV or .xlsx).", valueName: "S.csv"))
    var sessions: String

    @Option(help: ArgumentHelp("The table of action projects (CSV or .xlsx).", valueName: "J.csv"))
    var projects: String?

    @OptionGroup var tables: TableReadingOptions
    @OptionGroup var output: TableOutputOptions

    @Option(help: ArgumentHelp("Count this fiscal year only (April to March).", valueName: "YYYY"))
    var fiscalYear: FiscalYear?

    func run() throws {
        let options = try tables.options(given: projects == nil ? [.sessions] : [.sessions, .projects])
        try output.report { language in
            SessionRun(
                programme: programme, sessions: sessions, projects: projects, asOf: output.asOf,
                fiscalYear: fiscalYear, language: language, version: Version.text, isStrict: output.strict,
                options: options
            ).run
        }
    }
}
