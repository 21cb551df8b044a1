import Glibc

/// Writes a file whole or not at all.
package enum AtomicFile {
    /// The folder in a file's name, `part` of `part/report.html`; `nil` for a name without one.
    static func folder(ofName name: String) -> String? {
        name.lastIndex(of: "/").map { String(name[..<$0]) }
    }

    /// Writes beside the target with mode 0600, syncs, renames, syncs the folder.
    ///
    /// - Throws: `RunFolderError`; what stood there before is then untouched.
    package static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(RunFolderError) {
        try refuseExisting(path, unless: replacing)
        let folder = split(path).folder
        let partial = partialPath(path)
        unlink(partial)
        do throws(RunFolderError) {
            try create(bytes, at: partial, for: path)
            guard rename(partial, path) == 0 else { throw .cannotCreate(path: path, reason: lastError()) }
        } catch {
            unlink(partial)
            throw error
        }
        try sync(folder: folder, for: path)
    }

    /// Removes what this process has half written for a target; safe while another thread is writing it,
    /// which then fails.
    package static func abandon(_ path: String) {
        unlink(partialPath(path))
    }

    private static func partialPath(_ path: String) -> String {
        let (folder, name) = split(path)
        return "\(folder)/.\(name).partial-\(getpid())"
    }

    /// Refuses to replace a file unless that is wanted.
    static func refuseExisting(_ path: String, unless replacing: Bool) throws(RunFolderError) {
        if !replacing, exists(path) { throw .exists(path: path) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a new file and syncs it; `target` is what errors name.
    static func create(_ bytes: [UInt8], at path: String, for target: String) throws(RunFolderError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotCreate(path: target, reason: lastError()) }
        var failure = bytes.withUnsafeBytes { write($0, to: descriptor) }
        if failure == nil, fsync(descriptor) != 0 { failure = lastError() }
        if close(descriptor) != 0, failure == nil { failure = lastError() }
        if let failure { throw .writeFailed(path: target, reason: failure) }
    }

    /// Makes a rename in a folder last through a power cut.
    static func sync(folder: String, for target: String) throws(RunFolderError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .writeFailed(path: target, reason: lastError()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .writeFailed(path: target, reason: lastError()) }
    }

    /// Folder and name of a path; `.` where there is no folder.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }

    static func lastError() -> String { String(cString: strerror(errno)) }

    private static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> String? {
        var written = 0
        while written < buffer.count, let base = buffer.baseAddress {
            let count = Glibc.write(descriptor, base + written, buffer.count - written)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return lastError() }
            written += count
        }
        return nil
    }
}
