import ArgumentParser
import Pipeline
import Records

/// Arguments of `explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says for a person or a pair what every rule decides and what every criterion gives.",
        discussion: """
            Examples:
              musubi explain --programme configs/family-friend.yaml \\
                --volunteers volunteers.csv --residents residents.csv \\
                --as-of 2026-11-01 R0012
              musubi explain --programme configs/family-friend.yaml \\
                --volunteers volunteers.csv --residents residents.csv \\
                --as-of 2026-11-01 R0012 V0034

            One id: the gates, how many candidates there are, the best of them, and
            which rules rule out the others. Two ids: every rule and the points of
            every criterion. Nothing is solved and nothing is written.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var languageOptions: LanguageOptions

    @Option(help: ArgumentHelp("The day of which the answer speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Argument(help: ArgumentHelp("The id of a person.", valueName: "id"))
    var person: String

    @Argument(help: ArgumentHelp("The id of somebody on the other side.", valueName: "id"))
    var partner: String?

    func run() throws {
        let language = languageOptions.language
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        do {
            let ids = [person, partner].compactMap { $0 }
            let explanation = try Explanation.run(input.files(), asOf: asOf, ids: ids) { progress.update($0) }
            progress.finish()
            try Terminal.print(explanation.lines(in: language))
        } catch let error as PipelineError {
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }
}
