import ArgumentParser
import Pipeline
import Records

/// Arguments of `simulate`.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Makes a sample cohort that looks like real exports; everybody in it is invented.",
        discussion: """
            Example:
              musubi simulate --programme configs/family-friend.yaml \\
                --residents 200 --volunteers 170 --seed 1 --out data/family-friend

            Writes volunteers.csv and residents.csv. What is made is decided by the
            programme's sample section; the same seed gives the same bytes. About
            one row in seventy has a mistake on purpose.

            For a programme of kind points, --volunteers is the number of people,
            and the files are people.csv and activities.csv of the fiscal year of
            --as-of.
            """)

    @Option(help: ArgumentHelp("The programme file.", valueName: "P.yaml"))
    var programme: String

    @Option(help: ArgumentHelp("How many residents; none in a programme of kind points.", valueName: "n"))
    var residents: Int?

    @Option(help: ArgumentHelp("How many volunteers.", valueName: "n"))
    var volunteers: Int

    @Option(help: ArgumentHelp("Decides everything that is drawn.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The day from which dates count back.", valueName: "YYYY-MM-DD"))
    var asOf = CivilDate(iso: "2026-11-01") ?? CivilDate(dayNumber: 0)

    @Option(
        help: ArgumentHelp("Folder of place tables to use instead of the programme's.", valueName: "folder"))
    var places: String?

    @Option(help: ArgumentHelp("The folder for the two files.", valueName: "folder"))
    var out: String

    @Flag(help: "Replace files that are there already.")
    var force = false

    @OptionGroup var languageOptions: LanguageOptions

    func validate() throws {
        for (name, count) in [("--residents", residents ?? 0), ("--volunteers", volunteers)]
        where !(0...1_000_000).contains(count) {
            throw ValidationError("\(name) must be from 0 to 1000000.")
        }
    }

    func run() throws {
        let language = languageOptions.language
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        progress.update(Bilingual(ja: "見本を作っています", en: "making the sample"))
        do {
            let lines = try SampleCohort(
                programme: programme, places: places, counts: counts, seed: seed, asOf: asOf
            ).write(to: out, replacing: force)
            progress.finish()
            try Terminal.print(lines.map { $0[language] })
        } catch let error as PipelineError {
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }

    private var counts: [Side: Int] {
        var counts: [Side: Int] = [.volunteer: volunteers]
        counts[.resident] = residents
        return counts
    }
}
