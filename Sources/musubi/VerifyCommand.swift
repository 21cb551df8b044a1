import ArgumentParser
import Pipeline
import Records

/// Arguments of `verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks an answer of solve and its proof again, without any solver.",
        discussion: """
            Example:
              musubi solve graph.csv --cover left --goal least-cost \\
                --out pairs.csv --certificate proof.json
              musubi verify graph.csv pairs.csv proof.json --cover left

            Give the files and the --cover that were given to solve; the goals stand
            in the certificate and are printed. Every pair, every sum and the bound
            of every goal is computed again, in integers, over all edges of the
            graph.

            Exit codes: 0 everything holds; 65 something does not (each finding on
            its line), or a file is bad; 66 a file is missing. docs/solve.md
            describes the certificate.
            """)

    @OptionGroup var problem: BareProblemOptions

    @Argument(help: ArgumentHelp("The chosen pairs, as solve wrote them.", valueName: "RESULT.csv"))
    var result: String

    @Argument(
        help: ArgumentHelp("The proof, as solve --certificate wrote it.", valueName: "CERTIFICATE.json"))
    var certificate: String

    @OptionGroup var languageOptions: LanguageOptions

    func validate() throws {
        if let problem = problem.files.usageProblem(beside: [result, certificate]) {
            throw ValidationError(problem)
        }
    }

    func run() throws {
        let language = languageOptions.language
        do {
            let sentences = try BareVerification(
                files: problem.files, cover: problem.cover, result: result, certificate: certificate
            ).run()
            try Terminal.print(sentences.map { $0[language] })
        } catch let error as PipelineError {
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }
}
