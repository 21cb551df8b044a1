import Dispatch
import Foundation
import Glibc
import Synchronization

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
        try create([(path, bytes)], for: target)
    }

    /// Makes new files and syncs them; `target` is what errors name.
    static func create(
        _ files: [(path: String, bytes: [UInt8])], for target: String
    ) throws(RunFolderError) {
        for start in stride(from: 0, to: files.count, by: most) {
            try create(files[start..<min(start + most, files.count)], for: target)
        }
    }

    /// Files that are open at a time.
    private static let most = 32

    private static func create(
        _ files: ArraySlice<(path: String, bytes: [UInt8])>, for target: String
    ) throws(RunFolderError) {
        var opened: [Int32] = []
        var failure: RunFolderError?
        for file in files {
            let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor < 0 {
                failure = .cannotCreate(path: target, reason: lastError())
                break
            }
            opened.append(descriptor)
            if let reason = file.bytes.withUnsafeBytes({ write($0, to: descriptor) }) {
                failure = .writeFailed(path: target, reason: reason)
                break
            }
        }
        if failure == nil, let reason = sync(opened) { failure = .writeFailed(path: target, reason: reason) }
        for descriptor in opened where close(descriptor) != 0 && failure == nil {
            failure = .writeFailed(path: target, reason: lastError())
        }
        if let failure { throw failure }
    }

    /// Syncs open files, all at the same time: a disk takes them together, and each by itself would wait for it anew.
    ///
    /// Threads of their own, because they do nothing but wait; there are only as many others as cores.
    ///
    /// - Returns: Why the first that failed did, or `nil`.
    private static func sync(_ descriptors: [Int32]) -> String? {
        let failures = Mutex([String?](repeating: nil, count: descriptors.count))
        let group = DispatchGroup()
        for (index, descriptor) in descriptors.enumerated() {
            group.enter()
            Thread.detachNewThread {
                if fsync(descriptor) != 0 {
                    let reason = lastError()
                    failures.withLock { $0[index] = reason }
                }
                group.leave()
            }
        }
        group.wait()
        return failures.withLock { $0.compactMap(\.self).first }
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
