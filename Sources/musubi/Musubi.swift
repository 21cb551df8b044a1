import ArgumentParser
import GLPKSolver
import Glibc

/// The command.
///
/// No logic here: arguments become values, values go to the pipeline, its lines come back.
@main
struct Musubi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "musubi",
        abstract: "Pairs volunteers with foreign residents, and proves that no better set of pairs exists.",
        discussion: """
            A month's work:
              musubi check --programme configs/family-friend.yaml \\
                --volunteers volunteers.csv --residents residents.csv
              musubi match --programme configs/family-friend.yaml \\
                --volunteers volunteers.csv --residents residents.csv \\
                --as-of 2026-11-01 --out runs/2026-11 --ledger musubi.sqlite
              musubi record decisions decisions.csv --ledger musubi.sqlite
              musubi follow-up --ledger musubi.sqlite --as-of 2026-12-01
            when a pair has ended early, without waiting for the next month:
              musubi record outcomes outcomes.csv --ledger musubi.sqlite
              musubi rematch --programme configs/family-friend.yaml \\
                --volunteers volunteers.csv --residents residents.csv \\
                --as-of 2026-11-15 --out runs/2026-11-15 --ledger musubi.sqlite
            and at the end of the year:
              musubi report --ledger musubi.sqlite --fiscal-year 2026 \\
                --as-of 2027-03-31 --out reports/2026 --edition public

            Exit codes: 0 done, 64 usage, 65 bad data, 66 input missing, 69 solver
            without an answer, 70 our fault, 73 cannot create the output, 74
            input/output error, 75 locked by another command, 78 mistake in the programme file.
            """,
        version: Version.text,
        // In the order of a year's work; then tables without pairs, the ledger's upkeep, and what looks at single problems.
        subcommands: [
            CheckCommand.self, MatchCommand.self, ExplainCommand.self, RecordCommand.self,
            FollowUpCommand.self, RematchCommand.self,
            ReportCommand.self, SessionsCommand.self, PointsCommand.self, BackupCommand.self,
            ForgetCommand.self,
            SimulateCommand.self, SolveCommand.self, VerifyCommand.self,
        ])

    static func main() {
        // Everything written here is personal data: for the owner's eyes only.
        umask(0o077)
        Terminal.holdDescriptors()
        GLPKProgramSolver.keepHeap()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}

/// The version of the program, printed in every report and manifest.
enum Version {
    static let text = "0.1.0"
}
