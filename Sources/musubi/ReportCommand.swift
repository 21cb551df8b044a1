import ArgumentParser
import Pipeline
import Records
import Reporting

/// Arguments of `report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes the annual report of a programme from its ledger.",
        discussion: """
            Example:
              musubi report --ledger musubi.sqlite --fiscal-year 2026 \\
                --as-of 2027-03-31 --out reports/2026 --edition public --lang both

            The folder appears whole or not at all: impact.html and impact.xlsx (with
            --lang both also impact.en.html and impact.en.xlsx), figures.json,
            figures.csv and manifest.json. Every number of the page and of the workbook
            is a figure of figures.json.

            Editions: internal shows everything; public and company:NAME hide counts
            below the threshold, and everything from which one could be worked out.
            """)

    @Option(help: ArgumentHelp("The ledger.", valueName: "L.sqlite"))
    var ledger: String

    @Option(
        help: ArgumentHelp("The fiscal year (April to March), named by its first year.", valueName: "YYYY"))
    var fiscalYear: FiscalYear

    @Option(help: ArgumentHelp("The day of which the report speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var out: String

    @Option(
        help: ArgumentHelp(
            "The programme, by its id or its file, where the ledger holds several; the file's targets count.",
            valueName: "P.yaml"))
    var programme: String?

    @Option(help: ArgumentHelp("internal, public or company:NAME.", valueName: "edition"))
    var edition: AnnualRequest.Edition = .internal

    @Option(help: "The smallest count beside 0 that a published edition shows, at least 3.")
    var threshold = 10

    @Flag(help: "Replace an earlier report in the same folder.")
    var force = false

    @Option(help: ArgumentHelp("Language of page and workbook: ja, en or both (default: from LANG)."))
    var lang: PageLanguage?

    func validate() throws {
        guard (3...1000).contains(threshold) else {
            throw ValidationError("--threshold must be from 3 to 1000.")
        }
    }

    func run() throws {
        let languages = lang?.languages ?? [LanguageOptions.usual]
        let run = AnnualRun(
            ledger: ledger, programme: programme, fiscalYear: fiscalYear, asOf: asOf, edition: edition,
            threshold: threshold, languages: languages, version: Version.text)
        let report: AnnualReport
        do throws(AnnualRunError) {
            report = try run.run(into: RunFolder(path: out), replacing: force)
        } catch {
            throw Terminal.fail(error.lines(in: languages[0]), code: error.exitCode)
        }
        try Terminal.print(AnnualText.lines(of: report, language: languages[0]) + ["\(out)/impact.html"])
    }

    /// A language of the page, or both.
    enum PageLanguage: String, ExpressibleByArgument {
        case ja, en, both

        var languages: [Language] {
            switch self {
            case .ja: [.ja]
            case .en: [.en]
            case .both: [.ja, .en]
            }
        }
    }
}

extension AnnualRequest.Edition: ExpressibleByArgument {
    package init?(argument: String) {
        switch argument {
        case "internal": self = .internal
        case "public": self = .public
        default:
            guard argument.hasPrefix("company:"), argument.count > 8 else { return nil }
            self = .company(String(argument.dropFirst(8)))
        }
    }
}
