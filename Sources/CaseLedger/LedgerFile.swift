import GRDB
import Glibc

/// The file of a ledger: what it is, and how it is made.
enum LedgerFile {
    /// What stands at a path.
    enum State: Equatable {
        case missing
        /// A SQLite file with our application id.
        case ledger
        case foreign
    }

    /// Looks at the header only, so that a file of another program is not even opened by SQLite.
    ///
    /// A ledger is born whole (`create`), so its header is in place as soon as there is a file.
    static func state(of path: String) throws(LedgerError) -> State {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return .missing }
            throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = pread(descriptor, &header, header.count, 0)
        if count < 0, errno == EISDIR { return .foreign }
        guard count >= 0 else { throw .failed(path: path, reason: String(cString: strerror(errno))) }
        guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            return .foreign
        }
        // Big-endian at byte 68: https://www.sqlite.org/fileformat2.html#application_id
        let id = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return id == UInt32(bitPattern: LedgerSchema.applicationID) ? .ledger : .foreign
    }

    /// Makes an empty ledger beside its place and renames it into it: killed at any moment, there is none or a whole one.
    ///
    /// The caller holds the lock.
    static func create(at path: String) throws(LedgerError) {
        let partial = path + ".partial"
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
        let descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
        do {
            let queue = try DatabaseQueue(path: partial, configuration: configuration())
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
            }
            try LedgerSchema.migrator.migrate(queue)
            // Last: with a write-ahead log from the start, closing on a full disk would leave the tables in the log, which has
            // another name than the renamed file.
            try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.close()
        } catch {
            for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
            throw LedgerError(error, path: path)
        }
        guard sync(partial), rename(partial, path) == 0, sync(folder(of: path)) else {
            let reason = String(cString: strerror(errno))
            unlink(partial)
            throw .failed(path: path, reason: reason)
        }
        for suffix in ["-wal", "-shm"] { unlink(partial + suffix) }
    }

    /// The connection's settings: nothing is acknowledged before it is on the disk, nothing deleted can be read again.
    static func configuration(readOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            guard !readOnly else { return }
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// Waits until a file or a folder is on the disk; `false` with `errno` where that fails.
    static func sync(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    /// The folder of a path.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
