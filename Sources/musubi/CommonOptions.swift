import ArgumentParser
import Intake
import Pipeline
import Records

/// The language of everything that people read.
struct LanguageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Language of lists, reports and messages: ja or en (default: from LANG)."))
    var lang: Language?

    /// `--lang`, else that of the locale.
    var language: Language { lang ?? LanguageOptions.usual }

    /// The locale's language, else English.
    static var usual: Language {
        let locale =
            ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { Terminal.environment($0) }.first { !$0.isEmpty }
            ?? ""
        return locale.hasPrefix("ja") ? .ja : .en
    }
}

/// The files that `check` and `match` read.
struct InputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The programme file.", valueName: "P.yaml"))
    var programme: String

    @Option(
        help: ArgumentHelp(
            "The volunteers' export (CSV or .xlsx); with several programmes PART=V.csv for each.",
            valueName: "V.csv"))
    var volunteers: [String] = []

    @Option(
        help: ArgumentHelp(
            "The residents' export (CSV or .xlsx); with several programmes PART=R.csv for each.",
            valueName: "R.csv"))
    var residents: [String] = []

    @Option(
        help: ArgumentHelp("Folder of place tables to use instead of the programme's.", valueName: "folder"))
    var places: String?

    @Option(
        help: ArgumentHelp("CSV of earlier pairs, which are never proposed again.", valueName: "pairs.csv"))
    var history: String?

    @Option(help: ArgumentHelp("CSV of pairs that must be proposed.", valueName: "pairs.csv"))
    var lock: String?

    @Option(help: ArgumentHelp("CSV of pairs that must not be proposed.", valueName: "pairs.csv"))
    var forbid: String?

    @Option(
        help: ArgumentHelp(
            "CSV of the pairs of an earlier run, for the goal fewest-changes.", valueName: "pairs.csv"))
    var previous: String?

    @OptionGroup var tables: TableReadingOptions

    private func one(_ paths: [String], _ option: String) throws -> String {
        guard let path = paths.first else { throw ValidationError("Missing expected argument '\(option)'") }
        guard paths.count == 1 else {
            throw ValidationError("'\(option)' can be given once for one programme")
        }
        return path
    }

    /// The lists of pairs that are given.
    var lists: [TableOptions.Table] {
        let lists: [(TableOptions.Table, String?)] = [
            (.history, history), (.lock, lock), (.forbid, forbid), (.previous, previous),
        ]
        return lists.filter { $0.1 != nil }.map(\.0)
    }

    /// How the exports and lists of pairs are to be read.
    ///
    /// - Throws: `ValidationError` for a sheet of a file that is not given.
    func options() throws -> TableOptions {
        try tables.options(given: [.volunteers, .residents] + lists)
    }

    /// The files of a programme that pairs people.
    ///
    /// - Throws: `ValidationError` where one of the two exports is missing.
    func files() throws -> InputFiles {
        let volunteers = try one(self.volunteers, "--volunteers <V.csv>")
        let residents = try one(self.residents, "--residents <R.csv>")
        return try InputFiles(
            programme: programme, volunteers: volunteers, residents: residents, places: places,
            history: history, locks: lock, forbidden: forbid, previous: previous, options: options())
    }
}

/// `Flag` means a command's switch here, not the yes or no of an export.
typealias Flag = ArgumentParser.Flag

extension Language: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso: argument)
    }
}
