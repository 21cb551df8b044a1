import ArgumentParser
import Pipeline
import Records

/// Arguments of `forget`.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Removes a person from the ledger and keeps anonymous counts.",
        discussion: """
            Example:
              musubi forget R0042 --ledger musubi.sqlite

            The id and every answer go; pairs stay without the person, and the counts of
            reports stay. Nothing of it can be read in the file afterwards. Copies made
            earlier, run folders and exports are not touched.
            """)

    @Argument(help: ArgumentHelp("The person's id.", valueName: "id"))
    var id: String

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("Only in this programme, by its id.", valueName: "id"))
    var programme: String?

    @Option(help: "volunteer or resident, where the id stands on both sides.")
    var side: Side?

    @OptionGroup var languageOptions: LanguageOptions

    func run() throws {
        let language = languageOptions.language
        let lines: [Bilingual]
        do throws(PipelineError) {
            lines = try LedgerUpkeep.forget(
                PersonID(id), ledger: ledger.path, programme: programme, side: side)
        } catch {
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
        try Terminal.print(lines.map { $0[language] })
    }
}

/// Arguments of `backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the ledger as it stands at one moment, and checks the copy.",
        discussion: """
            Example:
              musubi backup --ledger musubi.sqlite --to copies/musubi-2026-11-30.sqlite

            Others may go on recording meanwhile. A file that exists is not replaced.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("The copy to make.", valueName: "file"))
    var to: String

    @OptionGroup var languageOptions: LanguageOptions

    func run() throws {
        let language = languageOptions.language
        let lines: [Bilingual]
        do throws(PipelineError) {
            lines = try LedgerUpkeep.backup(ledger: ledger.path, to: to)
        } catch {
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
        try Terminal.print(lines.map { $0[language] })
    }
}

extension Side: ExpressibleByArgument {}
