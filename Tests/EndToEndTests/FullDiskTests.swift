import Foundation
import TestSupport
import Testing

/// A disk that takes no more, at every size that a file can have reached.
@Suite("a full disk", .serialized) struct FullDiskTests {
    private let disk: FullDisk
    private var folder: TemporaryFolder { disk.folder }

    init() throws { disk = try FullDisk() }

    /// Runs a command that makes a folder `out` under every limit, without and with an older folder in its place.
    private func sweep(_ name: String, _ arguments: [String]) throws {
        #expect(try Command.musubi(arguments).code == 0)
        let whole = try #require(try disk.files(name))
        #expect(whole["manifest.json"] != nil && whole.count > 4)
        try folder.write("{}", to: "\(name)/manifest.json")
        let old = try #require(try disk.files(name))
        let moved = folder.path("old")
        let before = try folder.entries()
        for limit in FullDisk.limits(below: whole) {
            // With something in its place, which must stay.
            expectCure(try disk.limited(limit, arguments + ["--force"]))
            #expect(try disk.files(name) == old, "\(limit) blocks")
            #expect(try folder.entries() == before, "\(limit) blocks")
            // And with nothing.
            try FileManager.default.moveItem(atPath: folder.path(name), toPath: moved)
            expectCure(try disk.limited(limit, arguments))
            #expect(try disk.files(name) == nil, "\(limit) blocks")
            try FileManager.default.moveItem(atPath: moved, toPath: folder.path(name))
            #expect(try folder.entries() == before, "\(limit) blocks")
        }
        #expect(try Command.musubi(arguments + ["--force"]).code == 0)
        #expect(try disk.files(name) == whole)
    }

    @Test("match: the old folder or none, 74 and what to do; with room the next run is as the first")
    func match() throws {
        try sweep("run", disk.match(out: folder.path("run")))
    }

    @Test("report: the old folder or none, 74 and what to do; with room the next one is as the first")
    func report() throws {
        try sweep("report", disk.report(out: folder.path("report"), from: disk.ledger))
    }

    @Test("record: all rows and 0, or none and 74; what was recorded before is there, and with room all is")
    func record() throws {
        let size = try folder.bytes(of: "first.sqlite").count / 512
        var codes: [Int32: Int] = [:]
        for limit in [0, 1, 2, 4] + stride(from: 8, through: size + 32, by: 24) {
            let ledger = try disk.freshLedger()
            let outcome = try disk.limited(limit, disk.record(2, in: ledger))
            codes[outcome.code, default: 0] += 1
            if outcome.code != 0 { expectCure(outcome) }
            #expect(try disk.known(1, in: ledger) == FullDisk.rows, "\(limit) blocks")
            let known = try disk.known(2, in: ledger)
            #expect(known == (outcome.code == 0 ? FullDisk.rows : 0), "\(limit) blocks")
            #expect(try disk.known(2, in: ledger) == FullDisk.rows)
        }
        #expect((codes[74] ?? 0) > 2 && (codes[0] ?? 0) > 2 && codes.count == 2, "\(codes)")
    }

    @Test("the first record: no ledger or a whole one")
    func firstUse() throws {
        let size = try folder.bytes(of: "first.sqlite").count / 512
        var made = 0
        for limit in [0, 1, 2] + stride(from: 8, to: size, by: 40) + [size, size + 64] {
            let name = "new-\(limit).sqlite"
            let outcome = try disk.limited(limit, disk.record(1, in: folder.path(name)))
            if outcome.code == 0 { made += 1 } else { expectCure(outcome) }
            let entries = try folder.entries().filter { $0.hasPrefix(name) && !$0.hasSuffix(".lock") }
            #expect(outcome.code == 0 ? entries.contains(name) : entries.isEmpty, "\(limit): \(entries)")
            let known = try disk.known(1, in: folder.path(name))
            #expect(known == (outcome.code == 0 ? FullDisk.rows : 0))
        }
        #expect(made > 0)
    }

    @Test("backup: a whole copy or none, and nothing beside it")
    func backup() throws {
        let size = try folder.bytes(of: "first.sqlite").count / 512
        let before = try folder.entries().filter { !$0.hasPrefix("first.sqlite") }
        // From where a reader finds room for the index of the log, which SQLite needs.
        for limit in [0, 1, 8] + stride(from: 64, to: size, by: 64) + [size - 1] {
            expectCure(
                try disk.limited(limit, ["backup", "--ledger", disk.ledger, "--to", folder.path("copy")]))
            #expect(try folder.entries().filter { !$0.hasPrefix("first.sqlite") } == before, "\(limit)")
        }
        let whole = ["backup", "--ledger", disk.ledger, "--to", folder.path("copy")]
        #expect(try disk.limited(size, whole).code == 0)
        #expect(try disk.known(1, in: folder.path("copy")) == FullDisk.rows)
    }

    @Test(
        "a run whose folder is made and that the ledger does not take says so; the same with --force records it"
    )
    func unrecorded() throws {
        // The ledger has no room to grow, so that its log is never taken in, and grows with every month to the limit.
        let size = try folder.bytes(of: "first.sqlite").count / 512
        let ledger = try disk.freshLedger()
        var last: (month: Int, outcome: Command.Outcome)?
        for month in 1...12 {
            let day = "2027-\(month < 10 ? "0" : "")\(month)-01"
            let arguments = disk.match(
                out: folder.path("run-\(month)"), asOf: day, ["--ledger", ledger])
            let outcome = try disk.limited(size, arguments)
            last = (month, outcome)
            if outcome.code != 0 { break }
        }
        let (month, outcome) = try #require(last)
        #expect(month > 1 && outcome.code == 74, "month \(month): \(outcome.code) \(outcome.errors)")
        #expect(outcome.errors.contains("check the free space") || outcome.errors.contains("Check the free"))
        #expect(outcome.errors.contains("--force"), "\(outcome.errors)")
        #expect(try folder.entries(of: "run-\(month)").contains("manifest.json"))
        func again(_ month: Int) throws -> Command.Outcome {
            let day = "2027-\(month < 10 ? "0" : "")\(month)-01"
            return try Command.musubi(
                disk.match(
                    out: folder.path("run-\(month)"), asOf: day, ["--ledger", ledger, "--force"]))
        }
        // What was acknowledged is there; what was not is recorded now.
        let before = try again(month - 1)
        #expect(before.code == 0 && before.output.contains("Already in the ledger"), "\(before.errors)")
        let now = try again(month)
        #expect(now.code == 0 && now.output.contains("Recorded in the ledger"), "\(now.errors)")
    }

    @Test(
        "output that cannot be written is 74 and said; what the command was to do is done",
        arguments: [
            ">/dev/full", ">&-",
        ])
    func output(to: String) throws {
        let ledger = try disk.freshLedger()
        func lost(_ arguments: [String]) throws {
            let outcome = try Command.musubi(arguments, after: "exec \"$0\" \"$@\" \(to)")
            #expect(outcome.code == 74)
            #expect(outcome.errors.contains("standard output cannot be written"), "\(outcome.errors)")
            #expect(outcome.errors.contains("check the free space"))
        }
        try lost(disk.record(2, in: ledger))
        #expect(try disk.known(2, in: ledger) == FullDisk.rows)
        try lost(disk.match(out: folder.path("run"), ["--ledger", ledger]))
        let again = try Command.musubi(disk.match(out: folder.path("run"), ["--ledger", ledger, "--force"]))
        #expect(again.code == 0 && again.output.contains("Already in the ledger"), "\(again.errors)")
        try lost(disk.report(out: folder.path("report"), from: ledger))
        let report = try disk.files("report")
        let known = try Command.musubi(disk.report(out: folder.path("report"), from: ledger) + ["--force"])
        #expect(try known.code == 0 && disk.files("report") == report)
        try lost(["backup", "--ledger", ledger, "--to", folder.path("copy")])
        #expect(try disk.known(2, in: folder.path("copy")) == FullDisk.rows)
    }

    @Test("with every descriptor closed nothing that is said gets into a file")
    func closedDescriptors() throws {
        #expect(try Command.musubi(disk.match(out: folder.path("run"))).code == 0)
        let whole = try disk.files("run")
        let outcome = try Command.musubi(
            disk.match(out: folder.path("run"), ["--force"]), after: "exec \"$0\" \"$@\" <&- >&- 2>&-")
        #expect(outcome.code == 74)
        #expect(try disk.files("run") == whole)
        // A warning on the way: a column that is not used.
        let ledger = try disk.freshLedger()
        try folder.write(
            "volunteer_id,date,event,length,shoe size\nE1,2026-11-09,event 3,90 min,42\n", to: "hours1.csv")
        #expect(try Command.musubi(disk.record(1, in: ledger)).errors.contains("shoe size"))
        let closed = try disk.freshLedger()
        let recorded = try Command.musubi(
            disk.record(1, in: closed), after: "exec \"$0\" \"$@\" 2>&-")
        #expect(recorded.code == 0)
        #expect(try disk.known(1, in: closed) == 1)
        #expect(try Data(contentsOf: URL(filePath: closed + ".lock")).isEmpty)
    }
}
