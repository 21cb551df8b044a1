import ArgumentParser
import Intake
import Pipeline
import Records

/// Arguments of `points`.
struct PointsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "points",
        abstract: "Turns a fiscal year of volunteering into points and donations, to the yen.",
        discussion: """
            Example:
              musubi points --programme configs/volunteer-points.yaml \\
                --activities data/volunteer-points/activities.csv \\
                --people data/volunteer-points/people.csv \\
                --fiscal-year 2025 --as-of 2026-03-31 --out runs/points-2025

            The folder appears whole or not at all: points.csv (each person),
            donations.csv (each recipient), outside.csv (activities of other
            fiscal years), quarantine.csv, report.html, report.json and
            manifest.json. The same input gives the same bytes.

            Without --people the rate of participation uses the number of people
            in the programme file. Before 31 March the amounts are provisional.
            """)

    @Option(help: ArgumentHelp("The programme file, of kind points.", valueName: "P.yaml"))
    var programme: String

    @Option(help: ArgumentHelp("The table of activities (CSV or .xlsx).", valueName: "A.csv"))
    var activities: String

    @Option(help: ArgumentHelp("The people who may take part (CSV or .xlsx).", valueName: "N.csv"))
    var people: String?

    @Option(help: ArgumentHelp("The fiscal year to close (April to March).", valueName: "YYYY"))
    var fiscalYear: FiscalYear

    @OptionGroup var tables: TableReadingOptions
    @OptionGroup var output: TableOutputOptions

    func run() throws {
        let options = try tables.options(given: people == nil ? [.activities] : [.activities, .people])
        try output.report { language in
            PointsRun(
                programme: programme, activities: activities, people: people, fiscalYear: fiscalYear,
                asOf: output.asOf, language: language, version: Version.text, isStrict: output.strict,
                options: options
            ).run
        }
    }
}
