import GRDB
import Glibc

extension Ledger {
    /// Copies the ledger as it stands at one moment, while others may go on writing: SQLite's online backup.
    ///
    /// The copy is written beside its place, checked, synced and renamed; a file that stands there is not replaced.
    ///
    /// - Throws: `LedgerError`; there is then no copy.
    package func backup(to target: String) throws(LedgerError) {
        guard access(target, F_OK) != 0 else { throw .exists(path: target) }
        let partial = "\(target).partial-\(getpid())"
        let leftovers = ["", "-journal", "-wal", "-shm"].map { partial + $0 }
        func cleanUp() { for file in leftovers { unlink(file) } }
        cleanUp()
        let descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: target, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
        do {
            let copy = try DatabaseQueue(path: partial)
            try queue.backup(to: copy)
            let findings = try copy.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(1)") }
            guard findings == ["ok"] else {
                throw LedgerError.damaged(path: path, detail: findings.first ?? "")
            }
            try copy.close()
        } catch let error as DatabaseError {
            cleanUp()
            // A copy that fails leaves no words of its own behind: SQLite then says “not an error”. The code has some.
            throw LedgerError(DatabaseError(resultCode: error.extendedResultCode), path: target)
        } catch {
            cleanUp()
            throw LedgerError(error, path: target)
        }
        guard LedgerFile.sync(partial), rename(partial, target) == 0 else {
            let reason = String(cString: strerror(errno))
            cleanUp()
            throw .failed(path: target, reason: reason)
        }
        guard LedgerFile.sync(LedgerFile.folder(of: target)) else {
            let reason = String(cString: strerror(errno))
            // Nobody knows whether the copy would last, and the next attempt finds its place free.
            unlink(target)
            throw .failed(path: target, reason: reason)
        }
    }
}
