import ArgumentParser
import CaseLedger
import Foundation
import Pipeline
import Records

/// Arguments of `record`.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records what became of a run: decisions, contacts, outcomes, surveys, sessions, hours.",
        discussion: """
            Examples:
              musubi record decisions runs/2026-11/matches.xlsx --ledger musubi.sqlite --as-of 2026-11-10
              musubi record contacts contacts.csv --ledger musubi.sqlite
              musubi record sessions data/social-hub/sessions.csv --ledger musubi.sqlite \\
                --programme configs/social-hub.yaml

            The kinds and their columns, in Japanese and English, stand in docs/ledger.md.

            A file is recorded whole or not at all, and every row that is refused is
            named with the reason. The same file twice changes nothing: only what is
            new is recorded. The ledger is made where there is none.
            """)

    @Argument(
        help: ArgumentHelp(
            "What the file tells: decisions, contacts, outcomes, surveys, sessions, hours or donations.",
            valueName: "kind"))
    var kind: CaseFile

    @Argument(help: ArgumentHelp("The file (CSV or .xlsx); - for standard input.", valueName: "file"))
    var file: String

    @OptionGroup var ledger: LedgerOptions

    @Option(
        help: ArgumentHelp(
            "The programme file, or its id; needed where the ledger holds several programmes.",
            valueName: "P.yaml"))
    var programme: String?

    @Option(
        help: ArgumentHelp(
            "The day of the recording: decisions without a day are of this one, and no row may be of a later one.",
            valueName: "YYYY-MM-DD"))
    var asOf: CivilDate?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @OptionGroup var tables: TableReadingOptions

    @OptionGroup var languageOptions: LanguageOptions

    /// The result as JSON.
    private struct Summary: Encodable {
        var schema = 1
        var kind: String
        var new: Int
        var known: Int
        var pending: Int
    }

    func run() throws {
        let language = languageOptions.language
        let options = try tables.options(given: [])
        let result: RecordRun.Result
        do throws(PipelineError) {
            result = try RecordRun(
                kind: kind, file: file, ledger: ledger.path, programme: programme, asOf: asOf,
                options: options
            ).run()
        } catch {
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
        for warning in result.warnings { Terminal.note(warning.line[language]) }
        guard json else { return try Terminal.print(result.lines.map { $0[language] }) }
        let recording = result.recording
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let summary = Summary(
            kind: kind.rawValue, new: recording.new, known: recording.known, pending: recording.pending)
        try Terminal.print([String(decoding: try encoder.encode(summary), as: UTF8.self)])
    }
}

/// The ledger of the commands that need one.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("ledger"), help: ArgumentHelp("The ledger.", valueName: "musubi.sqlite"))
    var path: String
}

extension CaseFile: ExpressibleByArgument {}
