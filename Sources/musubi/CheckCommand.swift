import ArgumentParser
import Foundation
import Intake
import Pipeline
import Records

/// Arguments of `check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads everything, solves nothing, and reports every mistake at once.",
        discussion: """
            Example:
              musubi check --programme configs/family-friend.yaml \\
                --volunteers data/family-friend/volunteers.csv \\
                --residents data/family-friend/residents.csv \\
                --as-of 2026-11-01 --out quarantine.csv

            With --programme alone the file itself is checked, and the examples in it.
            Rows with a mistake are not used; the list says in which file, row and
            column, why, and what to do. The rows themselves stand beside it, in
            quarantine-volunteers.csv and quarantine-residents.csv. Also reported: rules that remove everybody,
            criteria that change nothing, a weight of 0; and how many pairs are
            possible, and how many people have no candidate at all.

            A programme of kind sessions or points is checked with its tables:
              musubi check --programme configs/social-hub.yaml \
                --sessions data/social-hub/sessions.csv
            """)

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("The table of sessions, for kind sessions.", valueName: "S.csv"))
    var sessions: String?

    @Option(help: ArgumentHelp("The table of action projects, for kind sessions.", valueName: "J.csv"))
    var projects: String?

    @Option(help: ArgumentHelp("The table of activities, for kind points.", valueName: "A.csv"))
    var activities: String?

    @Option(help: ArgumentHelp("The people who may take part, for kind points.", valueName: "N.csv"))
    var people: String?

    @OptionGroup var languageOptions: LanguageOptions

    @Option(
        help: ArgumentHelp(
            "The day of which the check speaks (default: today, by the machine's clock).",
            valueName: "YYYY-MM-DD"))
    var asOf: CivilDate?

    @Option(help: ArgumentHelp("Write the list of mistakes here.", valueName: "quarantine.csv"))
    var out: String?

    @Flag(help: "Replace the file given with --out.")
    var force = false

    @Flag(help: "End with exit code 65 when any row is in quarantine.")
    var strict = false

    @Flag(help: "Print the counts as JSON.")
    var json = false

    func run() throws {
        let language = languageOptions.language
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        let asOf = asOf ?? CheckCommand.today()
        do {
            if let check = try TableCheck.run(programme: input.programme, tables: tables(), asOf: asOf) {
                if let out { try check.writeQuarantine(to: out, replacing: force, language: language) }
                try Terminal.print(check.lines(in: language))
                if strict, check.issues.contains(where: { $0.severity == .error }) { throw ExitCode(65) }
                return
            }
            if input.volunteers.isEmpty, input.residents.isEmpty {
                let check = try ProgrammeCheck.run(path: input.programme, places: input.places, asOf: asOf)
                try Terminal.print(check.lines(in: language))
                if !ProgrammeCheck.holds(check.examples) { throw ExitCode(78) }
                return
            }
            let check = try CohortCheck.run(input.files(), asOf: asOf) { progress.update($0) }
            progress.finish()
            let holds = ProgrammeCheck.holds(check.examples)
            if holds, let out { try check.writeQuarantine(to: out, replacing: force, language: language) }
            try Terminal.print(json ? [try CheckSummary(check).json()] : check.lines(in: language))
            if !holds { throw ExitCode(78) }
            if strict, check.reading.issues.contains(where: { $0.severity == .error }) { throw ExitCode(65) }
        } catch let error as PipelineError {
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }

    private func tables() throws -> TableFiles {
        let given: [(TableOptions.Table, String?)] = [
            (.sessions, sessions), (.projects, projects), (.activities, activities), (.people, people),
            (.volunteers, input.volunteers.first), (.residents, input.residents.first),
        ]
        return TableFiles(
            sessions: sessions, projects: projects, activities: activities, people: people,
            options: try input.tables.options(given: given.filter { $0.1 != nil }.map(\.0) + input.lists))
    }

    /// The only place where the clock is read for a date: nothing that `check` prints is kept.
    private static func today() -> CivilDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
            ?? CivilDate(dayNumber: 0)
    }
}
