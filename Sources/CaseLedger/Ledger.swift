import GRDB
import Records

/// What an organisation remembers of its programmes: people by id, runs, proposals, pairs and what became of them.
///
/// One SQLite file. Whoever writes holds a lock from opening to the end, so that what was read before a decision still
/// holds when it is written; each recording is one transaction, on the disk before it is acknowledged.
package final class Ledger {
    package let path: String
    let queue: DatabaseQueue
    /// Held while this value lives; `nil` for a ledger that is only read.
    private let lock: LedgerLock?

    /// Opens a ledger to record; makes it where there is none.
    ///
    /// - Throws: `LedgerError`; a file that is not a sound ledger of this version or an earlier one is not touched.
    package convenience init(writing path: String, creating: Bool = true) throws(LedgerError) {
        if !creating, try LedgerFile.state(of: path) == .missing { throw .missing(path: path) }
        let lock = try LedgerLock(ledger: path)
        switch try LedgerFile.state(of: path) {
        case .missing: try LedgerFile.create(at: path)
        case .foreign: throw .foreign(path: path)
        case .ledger: break
        }
        try self.init(path: path, lock: lock)
    }

    /// Opens a ledger to read it only; others may write meanwhile.
    ///
    /// - Throws: `LedgerError`.
    package convenience init(reading path: String) throws(LedgerError) {
        switch try LedgerFile.state(of: path) {
        case .missing: throw .missing(path: path)
        case .foreign: throw .foreign(path: path)
        case .ledger: try self.init(path: path, lock: nil)
        }
    }

    private init(path: String, lock: LedgerLock?) throws(LedgerError) {
        self.path = path
        self.lock = lock
        do {
            queue = try DatabaseQueue(
                path: path, configuration: LedgerFile.configuration(readOnly: lock == nil))
            let migrator = LedgerSchema.migrator
            try queue.read { db in
                if try migrator.hasBeenSuperseded(db) { throw LedgerError.newer(path: path) }
                let findings = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
                guard findings == ["ok"] else {
                    throw LedgerError.damaged(path: path, detail: findings.first ?? "")
                }
            }
            if lock != nil {
                try migrator.migrate(queue)
            } else if try queue.read({ try !migrator.hasCompletedMigrations($0) }) {
                // An older ledger that is only read lacks the tables of later migrations.
                _ = try Ledger(writing: path, creating: false)
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Reads in one transaction.
    func read<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        do { return try queue.read(body) } catch { throw LedgerError(error, path: path) }
    }

    /// Writes all or nothing; when this returns it is on the disk.
    func write<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        do { return try queue.write(body) } catch { throw LedgerError(error, path: path) }
    }
}
