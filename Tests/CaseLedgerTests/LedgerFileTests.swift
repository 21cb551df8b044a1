import CaseLedger
import Foundation
import GRDB
import Records
import TestSupport
import Testing

@Suite("the file of a ledger") struct LedgerFileTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    /// What opening a file came to, which must be a refusal; the file must be as it was.
    private func refusal(_ path: String) throws -> LedgerError? {
        let before = FileManager.default.contents(atPath: path)
        var errors: [LedgerError] = []
        do { _ = try Ledger(writing: path) } catch { errors.append(error) }
        do { _ = try Ledger(reading: path) } catch { errors.append(error) }
        #expect(FileManager.default.contents(atPath: path) == before)
        #expect(errors.count == 2)
        for error in errors {
            #expect(error.lines(file: "f").allSatisfy { !$0.ja.isEmpty && !$0.en.isEmpty })
        }
        return errors.first
    }

    @Test("the first use makes it, for the owner's eyes only, and nothing but it and its lock is left")
    func created() throws {
        let made = try MadeLedger()
        do {
            let ledger = try made.writing()
            try ledger.record(run: MadeLedger.run())
            for file in try made.folder.entries() {
                #expect(try mode(made.folder.path(file)) == 0o600, "\(file)")
            }
        }
        #expect(try made.folder.entries() == ["musubi.sqlite", "musubi.sqlite.lock"])
        _ = try made.snapshot()
        #expect(try made.folder.entries().allSatisfy { !$0.contains("partial") })
    }

    @Test("it is write-ahead logged, strict, and keeps its own number in the header")
    func settings() throws {
        let made = try MadeLedger()
        _ = try made.writing()
        let queue = try DatabaseQueue(path: made.path)
        try queue.read { db in
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            #expect([mode] == ["wal"] && [id] == [0x4D53_5542])
            let tables = try Row.fetchAll(
                db, sql: "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            )
            var strict = 0
            for table in tables {
                let (name, isStrict): (String, Bool) = (table["name"], table["strict"])
                if name.hasPrefix("sqlite_") || name == "grdb_migrations" { continue }
                #expect(isStrict, "\(name)")
                strict += 1
            }
            #expect(strict == 21)
        }
    }

    @Test("text, an empty file, a SQLite file of another program and a folder are refused and not touched")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let other = folder.path("other.sqlite")
        do {
            let queue = try DatabaseQueue(path: other)
            try queue.write { db in try db.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES (1)") }
            try queue.close()
        }
        let text = try folder.write("ID,氏名\n" + String(repeating: "x", count: 200), to: "people.csv")
        for path in [other, text, try folder.write("", to: "empty"), try folder.write("SQLite", to: "short")]
        {
            guard case .foreign? = try refusal(path) else {
                Issue.record("\(path) was not refused as foreign")
                continue
            }
        }
        #expect(throws: LedgerError.self) { try Ledger(writing: folder.path) }
        #expect(throws: LedgerError.self) { try Ledger(reading: folder.path("none.sqlite")) }
        #expect(throws: LedgerError.self) {
            try Ledger(writing: folder.path("none.sqlite"), creating: false)
        }
        #expect(try !folder.entries().contains("none.sqlite"))
    }

    @Test("a ledger whose pages are overwritten is refused as damaged and not touched")
    func damaged() throws {
        let made = try MadeLedger()
        try made.writing().record(run: MadeLedger.run())
        var bytes = try made.folder.bytes(of: "musubi.sqlite")
        for index in 4096 * 2..<4096 * 6 { bytes[index] = 0xA5 }
        try Data(bytes).write(to: URL(filePath: made.path))
        guard case .damaged? = try refusal(made.path) else {
            Issue.record("not refused as damaged")
            return
        }
        // Cut short.
        try Data(bytes[..<5000]).write(to: URL(filePath: made.path))
        #expect(try refusal(made.path)?.exitCode == 65)
    }

    @Test("a ledger with a migration that this version does not know is refused and not touched")
    func newer() throws {
        let made = try MadeLedger()
        _ = try made.writing()
        do {
            let queue = try DatabaseQueue(path: made.path)
            try queue.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-later')")
            }
            try queue.close()
        }
        guard case .newer? = try refusal(made.path) else {
            Issue.record("not refused as newer")
            return
        }
    }

    @Test("a ledger of the first version gets the later tables and keeps its rows")
    func migration() throws {
        for isWriting in [true, false] {
            let made = try MadeLedger()
            try made.writing().record(run: MadeLedger.run())
            let before = try made.snapshot()
            do {
                // As version 1 left it: without what the later migrations make.
                let queue = try DatabaseQueue(path: made.path)
                try queue.writeWithoutTransaction { db in
                    try db.execute(sql: "DROP TRIGGER outcome_of_errand")
                    for table in ["visit", "request"] { try db.execute(sql: "DROP TABLE \(table)") }
                    for column in ["success_days", "success_target", "completion_target"] {
                        try db.execute(sql: "ALTER TABLE programme DROP COLUMN \(column)")
                    }
                    try db.execute(sql: "ALTER TABLE run DROP COLUMN rematch")
                    for table in ["attendance", "session", "activity", "donation", "forgotten"] {
                        try db.execute(sql: "DROP TABLE \(table)")
                    }
                    try db.execute(
                        sql: "DELETE FROM grdb_migrations WHERE identifier <> '1-cases'")
                }
                try queue.close()
            }
            if isWriting {
                let ledger = try made.writing()
                let hours = HoursEntry(
                    row: 2, volunteer: PersonID("V1"), date: day("2026-11-03"), event: "x", minutes: 60)
                #expect(try ledger.record(hours: [hours], programme: "neighbours").new == 1)
            } else {
                #expect(try made.snapshot() == before, "reading brings it up to date too")
            }
            #expect(try made.snapshot().people == before.people)
        }
    }

    @Test("one writer at a time: the second is turned away, and the first letting go lets it in")
    func locked() throws {
        let made = try MadeLedger()
        var first: Ledger? = try made.writing()
        #expect(first != nil)
        do throws(LedgerError) {
            _ = try Ledger(writing: made.path)
            Issue.record("two writers")
        } catch {
            #expect(error.exitCode == 75)
        }
        #expect(try Ledger(reading: made.path).snapshot().people.isEmpty, "reading needs no lock")
        first = nil
        _ = try made.writing()
    }

    @Test("a folder in which nothing can be made is said to be one")
    func readOnly() throws {
        // Nobody may make a file there, a superuser neither.
        do {
            _ = try Ledger(writing: "/proc/musubi.sqlite")
            Issue.record("a ledger in /proc")
        } catch {
            #expect(error.exitCode == 73)
        }
    }

    @Test("the schema itself refuses what makes no sense, whoever writes it")
    func constraints() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        _ = try ledger.record(decisions: [.accepted("V1", "R1", "2026-11-05")], programme: "neighbours")
        let queue = try DatabaseQueue(path: made.path)
        for sql in [
            "UPDATE pair SET start = '2026-02-30'", "UPDATE pair SET start = '5.11.2026'",
            "UPDATE pair SET planned_end = start",
            "INSERT INTO contact VALUES (9, 99, '2026-11-06', 'call', 1)",
            "INSERT INTO contact VALUES (9, 1, '2026-11-04', 'call', 1)",
            "INSERT INTO contact VALUES (9, 1, '2026-11-06', 'fax', 1)",
            "INSERT INTO outcome VALUES (1, 'completed', '2027-05-04', NULL, NULL, NULL)",
            "INSERT INTO outcome VALUES (1, 'ended-early', '2026-12-01', NULL, NULL, NULL)",
            "INSERT INTO outcome VALUES (1, 'ended-early', '2027-05-05', 'moved', 1, NULL)",
            "INSERT INTO pair (programme, volunteer, resident, start) VALUES ('neighbours', 1, 4, '2026-12-01')",
            "INSERT INTO decision VALUES (2, 'declined', NULL, 'other', '2026-11-05', NULL)",
            "INSERT INTO stay (person, entered) VALUES (2, '2026-11-05')",
            "INSERT INTO person (programme, role, id) VALUES ('neighbours', 'volunteer', 'V1')",
            "INSERT INTO person (programme, role, id) VALUES ('elsewhere', 'volunteer', 'V9')",
            "INSERT INTO session (programme, key, date, minutes, title) VALUES ('neighbours', '1', '2026-11-05', 0, 'x')",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") { try queue.write { try $0.execute(sql: sql) } }
        }
    }
}
