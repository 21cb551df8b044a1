import Foundation
import TestSupport
import Testing

/// What must survive: kills, two at once, folders and disks that take nothing.
@Suite("faults around the ledger", .serialized) struct LedgerFaultTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("musubi.sqlite") }
    private static let tracer = "/usr/bin/strace"
    private static let programme = "\(Command.root)/configs/volunteer-points.yaml"
    /// Rows of a file of hours.
    private static let rowsPerFile = 40

    init() throws {
        folder = try TemporaryFolder()
    }

    private func hours(_ number: Int) -> [String] {
        ["record", "hours", folder.path("hours\(number).csv"), "--ledger", ledger, "--lang", "en"]
            + ["--programme", Self.programme]
    }

    private func writeHours(_ number: Int) throws {
        let rows = (0..<Self.rowsPerFile).map { "E\($0),2026-11-03,event \(number),90 min\n" }
        try folder.write("volunteer_id,date,event,length\n" + rows.joined(), to: "hours\(number).csv")
    }

    /// How many rows of a file the ledger held before this recording.
    private func known(_ number: Int) throws -> Int {
        let outcome = try Command.musubi(hours(number) + ["--json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let (new, known) = (json?["new"] as? Int, json?["known"] as? Int)
        #expect((new ?? 0) + (known ?? 0) == Self.rowsPerFile)
        return try #require(known)
    }

    @Test(
        "killed at any moment of record: what was acknowledged is there, a file is there whole or not at all")
    func killedRecord() throws {
        var acknowledged: Set<Int> = []
        var random = SystemRandomNumberGenerator()
        let files = 1...24
        // So long takes a recording that is left alone; half of the kills come before its end.
        try writeHours(0)
        let clock = ContinuousClock()
        let length = try clock.measure { _ = try known(0) }
        let longest = UInt32(min(2_000_000, 2 * (length / .microseconds(1))))
        for number in files {
            try writeHours(number)
            let process = Command.process(hours(number))
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 0...longest, using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let said = String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            if said.contains("\(Self.rowsPerFile) new") { acknowledged.insert(number) }
        }
        for number in files {
            let known = try known(number)
            #expect(known == 0 || known == Self.rowsPerFile, "file \(number): \(known) rows")
            #expect(
                !acknowledged.contains(number) || known == Self.rowsPerFile, "file \(number) was acknowledged"
            )
        }
        #expect(try folder.entries().allSatisfy { !$0.contains("partial") })
    }

    @Test("killed at any moment of match: the folder is whole or not there, and the next run records it")
    func killedMatch() throws {
        func arguments(_ out: String) -> [String] {
            [
                "match", "--programme", Command.programme, "--volunteers", "\(Command.sample)/volunteers.csv",
                "--residents", "\(Command.sample)/residents.csv", "--as-of", "2026-11-01", "--out",
                folder.path(out), "--ledger", ledger, "--force", "--lang", "en",
            ]
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<8 {
            let process = Command.process(arguments("run"))
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 0...900_000, using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if try folder.entries().contains("run") {
                #expect(try folder.entries(of: "run").contains("manifest.json"))
            }
        }
        let last = try Command.musubi(arguments("run"))
        #expect(last.code == 0, "\(last.errors)")
        let calls = try Command.musubi(["follow-up", "--ledger", ledger, "--as-of", "2026-11-02", "--json"])
        #expect(calls.code == 0 && calls.output.contains("\"running\":0"), "\(calls.errors)")
    }

    @Test("two at once: the second is turned away with 75 and words, a reader is not")
    func locked() throws {
        try writeHours(1)
        #expect(try known(1) == 0)
        let descriptor = open(ledger + ".lock", O_RDWR)
        #expect(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let second = try Command.musubi(hours(1))
        #expect(second.code == 75 && second.errors.contains("another musubi is using this ledger"))
        #expect(try Command.musubi(["follow-up", "--ledger", ledger, "--as-of", "2026-12-01"]).code == 0)
        let copy = ["backup", "--ledger", ledger, "--to", folder.path("copy")]
        #expect(try Command.musubi(copy).code == 0)
        close(descriptor)
        #expect(try known(1) == Self.rowsPerFile)
    }

    @Test(
        "where nothing can be made the code is 73, where there is no ledger 66, where it is another file 65")
    func places() throws {
        try writeHours(1)
        var arguments = hours(1)
        arguments[4] = "/proc/musubi.sqlite"
        #expect(try Command.musubi(arguments).code == 73)
        arguments[4] = try folder.write("not a ledger", to: "notes.txt")
        #expect(try Command.musubi(arguments).code == 65)
        #expect(try folder.text(of: "notes.txt") == "not a ledger")
        let missing = ["follow-up", "--ledger", folder.path("none"), "--as-of", "2026-11-01"]
        #expect(try Command.musubi(missing).code == 66)
    }

    /// Runs a recording under strace, which makes a system call fail from the `when`th time on.
    private func failing(_ number: Int, _ calls: String, _ error: String, when: Int) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: Self.tracer)
        process.arguments =
            [
                "-f", "-qq", "-o", folder.path("trace"), "-e", "trace=\(calls)", "-e",
                "inject=\(calls):error=\(error):when=\(when)+",
            ] + Command.process(hours(number)).argumentsOfMusubi
        process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(
        "a full disk and an input/output error at every place: 74, what was recorded before is there, the rest is not",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: LedgerFaultTests.tracer),
            "strace is not installed: faults are injected with it"),
        arguments: [("pwrite64", "ENOSPC"), ("fsync,fdatasync", "EIO")])
    func faults(calls: String, error: String) throws {
        try writeHours(1)
        // The very first use: where making the ledger fails there is none, later there is a whole one.
        for when in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89] {
            #expect(try [0, 74].contains(failing(1, calls, error, when: when)))
            guard try folder.entries().contains("musubi.sqlite") else { continue }
            #expect(when > 1)
            let list = ["follow-up", "--ledger", ledger, "--as-of", "2026-12-01"]
            #expect(try Command.musubi(list).code == 0, "\(calls) from the \(when)th on")
            break
        }
        _ = try known(1)
        try writeHours(2)
        var failures = 0
        for when in 1...12 {
            let code = try failing(2, calls, error, when: when)
            #expect(code == 74 || code == 0, "\(calls) from the \(when)th on: \(code)")
            if code == 0 { break }
            failures += 1
            #expect(try known(1) == Self.rowsPerFile)
        }
        #expect(failures > 0)
        let rows = try known(2)
        #expect(rows == 0 || rows == Self.rowsPerFile)
    }
}

extension Process {
    /// The command and its arguments, without what sets its signals.
    fileprivate var argumentsOfMusubi: [String] { Array((arguments ?? []).dropFirst()) }
}
