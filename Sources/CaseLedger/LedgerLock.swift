import Glibc

/// One writer at a time: a lock on a file beside the ledger, which the system lets go when the process ends.
///
/// Not on the ledger itself: SQLite's own locks would be lost with the first file descriptor that closes it. The file
/// stays where it is, because removing it would let two commands hold two locks of one name.
final class LedgerLock {
    private let descriptor: Int32

    /// - Throws: `locked` where another process holds it, `cannotWrite` where it cannot be made.
    init(ledger path: String) throws(LedgerError) {
        let file = path + ".lock"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: file, reason: String(cString: strerror(errno)))
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let (code, reason) = (errno, String(cString: strerror(errno)))
            throw code == EWOULDBLOCK ? .locked(path: path) : .failed(path: file, reason: reason)
        }
    }

    deinit { close(descriptor) }
}
