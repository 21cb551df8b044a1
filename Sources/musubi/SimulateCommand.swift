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

            With --years, the exports of every month of so many years, up to the month
            of --as-of, and truth.json with the true rates. With --answers, what people
            made of the proposals of the runs in a folder, up to --as-of, as the files
            that record reads:
              musubi simulate --programme P.yaml --answers runs --as-of 2026-11-30 --out answers

            For a programme of kind points, --volunteers is the number of people,
            and the files are people.csv and activities.csv of the fiscal year of
            --as-of.
            """)

    @Option(help: ArgumentHelp("The programme file.", valueName: "P.yaml"))
    var programme: String

    @Option(help: ArgumentHelp("How many residents; none in a programme of kind points.", valueName: "n"))
    var residents: Int?

    @Option(help: ArgumentHelp("How many volunteers.", valueName: "n"))
    var volunteers: Int?

    @Option(
        help: ArgumentHelp(
            "Exports of every month of so many years, in which the residents and volunteers apply.",
            valueName: "n"))
    var years: Int?

    @Option(
        help: ArgumentHelp(
            "The folder with the run folders of match: make what people answered.", valueName: "folder"))
    var answers: String?

    @Option(help: ArgumentHelp("Decides everything that is drawn.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The day from which dates count back.", valueName: "YYYY-MM-DD"))
    var asOf = CivilDate(iso: "2026-11-01") ?? CivilDate(dayNumber: 0)

    @Option(
        help: ArgumentHelp("Folder of place tables to use instead of the programme's.", valueName: "folder"))
    var places: String?

    @Option(help: ArgumentHelp("The folder for the files.", valueName: "folder"))
    var out: String

    @Flag(help: "Replace files that are there already.")
    var force = false

    @OptionGroup var languageOptions: LanguageOptions

    func validate() throws {
        for (name, count) in [("--residents", residents ?? 0), ("--volunteers", volunteers ?? 0)]
        where !(0...1_000_000).contains(count) {
            throw ValidationError("\(name) must be from 0 to 1000000.")
        }
        if let years, !(1...20).contains(years) { throw ValidationError("--years must be from 1 to 20.") }
        if answers == nil {
            guard volunteers != nil else {
                throw ValidationError("Missing expected argument '--volunteers <n>'")
            }
        } else if volunteers != nil || residents != nil || years != nil || places != nil {
            throw ValidationError("--answers takes no numbers of people, no --years and no --places.")
        }
    }

    func run() throws {
        let language = languageOptions.language
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        progress.update(Bilingual(ja: "見本を作っています", en: "making the sample"))
        do {
            let lines = try write()
            progress.finish()
            try Terminal.print(lines.map { $0[language] })
        } catch let error as PipelineError {
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }

    private func write() throws(PipelineError) -> [Bilingual] {
        if let answers {
            return try SampleAnswers(programme: programme, runs: answers, seed: seed, asOf: asOf)
                .write(to: out, replacing: force)
        }
        if let years {
            return try SampleYears(
                programme: programme, places: places, years: years, counts: counts, seed: seed, asOf: asOf
            ).write(to: out, replacing: force)
        }
        return try SampleCohort(
            programme: programme, places: places, counts: counts, seed: seed, asOf: asOf
        ).write(to: out, replacing: force)
    }

    private var counts: [Side: Int] {
        var counts: [Side: Int] = [:]
        counts[.volunteer] = volunteers
        counts[.resident] = residents
        return counts
    }
}
