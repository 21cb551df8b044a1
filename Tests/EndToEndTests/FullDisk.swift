import Foundation
import TestSupport
import Testing

/// A folder with a small cohort, a ledger and what the commands make of them when nothing goes wrong; and disks that go wrong.
struct FullDisk {
    static let tracer = "/usr/bin/strace"
    static var canTrace: Bool { FileManager.default.isExecutableFile(atPath: tracer) }
    /// Rows of a file of hours.
    static let rows = 30
    private static let hours = "\(Command.root)/configs/volunteer-points.yaml"

    let folder: TemporaryFolder
    /// A ledger with the rows of `hours1.csv`, never written to by a test.
    let ledger: String

    init() throws {
        folder = try TemporaryFolder()
        let made = try Command.musubi([
            "simulate", "--programme", Command.programme, "--residents", "30", "--volunteers", "30",
            "--seed", "3", "--as-of", "2026-11-01", "--out", folder.path("exports"),
        ])
        #expect(made.code == 0, "\(made.errors)")
        for number in 1...2 {
            let rows = (0..<Self.rows).map { "E\($0),2026-11-03,event \(number),90 min\n" }
            try folder.write("volunteer_id,date,event,length\n" + rows.joined(), to: "hours\(number).csv")
        }
        ledger = folder.path("first.sqlite")
        #expect(try Command.musubi(record(1, in: ledger)).code == 0)
    }

    func match(out: String, asOf: String = "2026-11-01", _ more: [String] = []) -> [String] {
        [
            "match", "--programme", Command.programme, "--volunteers", folder.path("exports/volunteers.csv"),
            "--residents", folder.path("exports/residents.csv"), "--as-of", asOf, "--out", out, "--lang",
            "en",
        ] + more
    }

    func record(_ number: Int, in ledger: String) -> [String] {
        [
            "record", "hours", folder.path("hours\(number).csv"), "--ledger", ledger, "--programme",
            Self.hours, "--lang", "en",
        ]
    }

    func report(out: String, from ledger: String) -> [String] {
        [
            "report", "--ledger", ledger, "--programme", "volunteer-points", "--fiscal-year", "2026",
            "--as-of", "2027-03-31", "--out", out, "--lang", "en",
        ]
    }

    /// How many rows of a file of hours a ledger holds; records the rest of them.
    func known(_ number: Int, in ledger: String) throws -> Int {
        let outcome = try Command.musubi(record(number, in: ledger) + ["--json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require(json?["known"] as? Int)
    }

    /// A ledger of its own with the rows of the first file.
    func freshLedger() throws -> String {
        let path = folder.path("ledger-\(UUID().uuidString).sqlite")
        try FileManager.default.copyItem(atPath: ledger, toPath: path)
        return path
    }

    /// Runs the command where no file can grow beyond so many blocks of 512 bytes, as on a disk that is full from there on.
    func limited(_ blocks: Int, _ arguments: [String]) throws -> Command.Outcome {
        try Command.musubi(arguments, after: "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"")
    }

    /// Runs the command while system calls fail: from the `when`th on, or that one alone.
    func failing(
        _ calls: String, _ error: String, when: Int, once: Bool = false, _ arguments: [String]
    ) throws -> Command.Outcome {
        try Command.musubi(
            arguments,
            after: "exec \(Self.tracer) -f -qq -o '\(folder.path("trace"))' -e trace=\(calls) "
                + "-e inject=\(calls):error=\(error):when=\(when)\(once ? "" : "+") \"$0\" \"$@\"")
    }

    /// The files of a folder by name, without the timings, which differ from run to run; `nil` where it is not there.
    func files(_ name: String) throws -> [String: [UInt8]]? {
        guard try folder.entries().contains(name) else { return nil }
        var files: [String: [UInt8]] = [:]
        for entry in try folder.entries(of: name) where entry != "timings.json" {
            files[entry] = try folder.bytes(of: "\(name)/\(entry)")
        }
        return files
    }

    /// Limits of files, in blocks, so that each of these files is one block too long once, and some below.
    static func limits(below files: [String: [UInt8]]) -> [Int] {
        let sizes = files.values.map { max(0, ($0.count - 1) / 512) }
        let most = sizes.max() ?? 0
        return Set(sizes + [0, 1, most / 8, most / 4, most / 2]).sorted()
    }
}

/// What every message about a disk must hold: where, why and what to do.
func expectCure(_ outcome: Command.Outcome, _ place: SourceLocation = #_sourceLocation) {
    #expect(outcome.code == 74, "\(outcome.code): \(outcome.errors)", sourceLocation: place)
    #expect(
        outcome.errors.lowercased().contains("check the free space"), "\(outcome.errors)",
        sourceLocation: place)
    #expect(!outcome.errors.contains("not an error"), "\(outcome.errors)", sourceLocation: place)
}
