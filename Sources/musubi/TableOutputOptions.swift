import ArgumentParser
import Pipeline
import Records

/// The options of the commands that read tables and leave a report.
struct TableOutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The day of which the report speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var out: String

    @Flag(help: "Replace an earlier run in the same folder.")
    var force = false

    @Flag(help: "Stop with exit code 65 when any row is in quarantine or a total does not hold.")
    var strict = false

    @Flag(help: "Print the figures as JSON.")
    var json = false

    @OptionGroup var languageOptions: LanguageOptions

    /// Runs, and prints the figures or why there are none.
    func report(
        _ run: (Language) -> (RunFolder, Bool) throws(PipelineError) -> TableResult
    ) throws {
        let language = languageOptions.language
        let result: TableResult
        do throws(PipelineError) {
            result = try run(language)(RunFolder(path: out), force)
        } catch {
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
        let report = Bilingual(ja: "報告書: \(out)/report.html", en: "Report: \(out)/report.html")
        try Terminal.print(json ? [result.json] : result.lines + [report[language]])
    }
}

extension FiscalYear: ExpressibleByArgument {
    package init?(argument: String) {
        guard let year = Int(argument) else { return nil }
        self.init(year)
    }
}
