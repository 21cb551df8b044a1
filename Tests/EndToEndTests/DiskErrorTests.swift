import Foundation
import TestSupport
import Testing

/// Single system calls that fail, and files that answer with an input/output error.
@Suite("an input/output error", .serialized) struct DiskErrorTests {
    private let disk: FullDisk
    private var folder: TemporaryFolder { disk.folder }

    init() throws { disk = try FullDisk() }

    @Test("an export, a file of cases and a ledger that cannot be read are 74, and nothing is made")
    func reading() throws {
        // Reading this file from its beginning is an input/output error.
        let broken = "/proc/self/mem"
        let before = try folder.entries()
        var match = disk.match(out: folder.path("run"))
        match[4] = broken
        var record = disk.record(1, in: disk.ledger)
        record[2] = broken
        let commands = [
            match, record, disk.record(1, in: broken),
            disk.report(out: folder.path("report"), from: broken),
            ["backup", "--ledger", broken, "--to", folder.path("copy")],
        ]
        for arguments in commands {
            let outcome = try Command.musubi(arguments)
            #expect(outcome.code == 74 || outcome.code == 73, "\(arguments[0]): \(outcome.errors)")
            #expect(outcome.errors.contains(broken) && outcome.errors.contains("heck "), "\(outcome.errors)")
        }
        #expect(
            try folder.entries().filter { !$0.hasPrefix("first.sqlite") }
                == before.filter {
                    !$0.hasPrefix("first.sqlite")
                })
        #expect(try disk.known(1, in: disk.ledger) == FullDisk.rows)
    }

    @Test(
        "a single write that fails, and all later ones go well: no folder, or every file of it whole",
        .enabled(if: FullDisk.canTrace, "strace is not installed: faults are injected with it"),
        arguments: ["run", "report"])
    func oneWrite(name: String) throws {
        let out = folder.path(name)
        let arguments =
            name == "run" ? disk.match(out: out) : disk.report(out: out, from: disk.ledger)
        #expect(try Command.musubi(arguments).code == 0)
        let whole = try #require(try disk.files(name))
        try FileManager.default.removeItem(atPath: out)
        let before = try folder.entries() + ["trace"]
        var (failures, when) = (0, 1)
        while true {
            let outcome = try disk.failing("write", "ENOSPC", when: when, once: true, arguments)
            let files = try disk.files(name)
            if outcome.code == 0 {
                #expect(files == whole, "write \(when)")
                // The calls are all gone through, or this one did not matter.
                let trace = try folder.text(of: "trace")
                if !trace.contains("INJECTED") { break }
            } else {
                failures += 1
                #expect(files == nil || files == whole, "write \(when)")
                // Calls are counted apart in every thread: beside a file's write, that of the message itself may fail.
                let isSpeechless = try outcome.errors.isEmpty && folder.text(of: "trace").contains("write(2,")
                if isSpeechless {
                    #expect(outcome.code == 74, "write \(when)")
                } else {
                    expectCure(outcome)
                    // With the folder in place it is the result that could not be printed.
                    #expect(files == nil || outcome.errors.contains("standard output"))
                }
            }
            try? FileManager.default.removeItem(atPath: out)
            #expect(Set(try folder.entries()).isSubset(of: before), "write \(when)")
            when += when < 12 ? 1 : 7
            if when > 2000 { break }
        }
        #expect(failures > 10 && when < 2000, "\(failures) failures, \(when)")
    }

    @Test(
        "syncing, renaming or the ledger's writing fails at any place: old or new, 74 and what to do",
        .enabled(if: FullDisk.canTrace, "strace is not installed: faults are injected with it"),
        arguments: [
            ("fsync,fdatasync", "EIO"), ("rename,renameat,renameat2", "EIO"), ("pwrite64", "ENOSPC"),
        ])
    func callsOfMatch(calls: String, error: String) throws {
        let ledger = try disk.freshLedger()
        let arguments = disk.match(out: folder.path("run"), ["--ledger", ledger])
        var failures = 0
        for when in 1...60 {
            let outcome = try disk.failing(calls, error, when: when, arguments + ["--force"])
            if let files = try disk.files("run") { #expect(files["manifest.json"] != nil) }
            #expect(try folder.entries().allSatisfy { !$0.contains("partial") }, "\(calls) \(when)")
            #expect(try disk.known(1, in: ledger) == FullDisk.rows)
            if outcome.code == 0 { break }
            failures += 1
            #expect(outcome.code == 74 || outcome.code == 73, "\(calls) \(when): \(outcome.errors)")
            #expect(outcome.errors.contains("heck "), "\(calls) \(when): \(outcome.errors)")
        }
        #expect(failures > 0, "\(calls)")
        let last = try Command.musubi(arguments + ["--force"])
        #expect(last.code == 0 && last.output.contains("in the ledger"), "\(last.errors)")
    }

    @Test(
        "the same for report and backup: nothing half is left, and the next one is whole",
        .enabled(if: FullDisk.canTrace, "strace is not installed: faults are injected with it"),
        arguments: [
            ("fsync,fdatasync", "EIO"), ("rename,renameat,renameat2", "EIO"), ("pwrite64", "ENOSPC"),
        ])
    func callsOfReaders(calls: String, error: String) throws {
        let report = disk.report(out: folder.path("report"), from: disk.ledger)
        let backup = ["backup", "--ledger", disk.ledger, "--to", folder.path("copy")]
        #expect(try Command.musubi(report).code == 0)
        let whole = try #require(try disk.files("report"))
        for arguments in [report, backup] {
            for when in 1...60 {
                for name in ["report", "copy"] {
                    try? FileManager.default.removeItem(atPath: folder.path(name))
                }
                let outcome = try disk.failing(calls, error, when: when, arguments)
                #expect(try folder.entries().allSatisfy { !$0.contains("partial") }, "\(calls) \(when)")
                let files = try disk.files("report")
                #expect(files == nil || files == whole)
                if outcome.code == 0 { break }
                #expect(outcome.code == 74 || outcome.code == 73, "\(calls) \(when): \(outcome.errors)")
                #expect(outcome.errors.contains("heck "), "\(calls) \(when): \(outcome.errors)")
            }
        }
        try? FileManager.default.removeItem(atPath: folder.path("copy"))
        #expect(try Command.musubi(backup).code == 0)
        #expect(try disk.known(1, in: folder.path("copy")) == FullDisk.rows)
        #expect(try Command.musubi(report).code == 0)
        #expect(try disk.files("report") == whole)
    }
}
