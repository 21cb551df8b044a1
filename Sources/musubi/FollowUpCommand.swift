import ArgumentParser
import CaseLedger
import Pipeline
import Records

/// Arguments of `follow-up`.
struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up",
        abstract: "Lists the running pairs that need a call, by risk, and the share of due contacts made.",
        discussion: """
            Example:
              musubi follow-up --ledger musubi.sqlite --as-of 2026-12-01 --out follow-up.csv

            A pair stands in the list when its early survey is low, when it has not met
            within 14 days, when it is silent for longer than twice its own days between
            meetings (agreed, or shown by three meetings, else 14), and when its planned
            end is near or past. A follow-up is due once a month for each pair.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("The day of which the list speaks.", valueName: "YYYY-MM-DD"))
    var asOf: CivilDate

    @Option(help: ArgumentHelp("Only this programme, by its id.", valueName: "id"))
    var programme: String?

    @Option(help: "Days from the start within which a pair should have met.")
    var firstMeeting = FollowUpRules().firstMeetingDays

    @Option(help: "Days between meetings of a pair that has neither agreed on any nor shown its own.")
    var cadence = FollowUpRules().cadenceDays

    @Option(help: "Days before the planned end from which it is near.")
    var endNear = FollowUpRules().endNearDays

    @Option(help: ArgumentHelp("Write the list to a CSV file.", valueName: "file.csv"))
    var out: String?

    @Flag(help: "Replace the file.")
    var force = false

    @Flag(help: "Print the list as JSON.")
    var json = false

    @OptionGroup var languageOptions: LanguageOptions

    func validate() throws {
        guard (1...366).contains(firstMeeting), (1...366).contains(cadence), (0...366).contains(endNear)
        else {
            throw ValidationError("The numbers of days must be from 1 to 366.")
        }
    }

    func run() throws {
        let language = languageOptions.language
        var rules = FollowUpRules()
        (rules.firstMeetingDays, rules.cadenceDays, rules.endNearDays) = (firstMeeting, cadence, endNear)
        let run = FollowUpRun(
            ledger: ledger.path, asOf: asOf, programme: programme, rules: rules, language: language)
        let lines: [String]
        do throws(PipelineError) {
            let list = try run.list()
            if let out { try run.write(list, to: out, replacing: force) }
            lines = json ? [try run.json(list)] : run.lines(list)
        } catch {
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
        try Terminal.print(lines)
    }
}
