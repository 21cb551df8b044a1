import Glibc
import Intake
package import Records

/// Why a run folder could not be written; what stood there before is still there.
package enum RunFolderError: Error, Sendable {
    /// The folder exists and `--force` was not given.
    case exists(path: String)
    /// The folder exists and is not one of ours: replacing it would delete somebody's files.
    case foreign(path: String)
    /// The folder or its parent cannot be made.
    case cannotCreate(path: String, reason: String)
    /// Writing failed on the way: the disk is full, or an input/output error.
    case writeFailed(path: String, reason: String)

    /// What happened and what to do, for the person at the desk.
    package var message: Bilingual {
        switch self {
        case .exists(let path):
            Bilingual(
                ja: "\(path) はすでにあります。別の出力先を指定するか、置き換えてよければ --force を付けてください。",
                en: "\(path) already exists. Choose another place, or add --force to replace it.")
        case .foreign(let path):
            Bilingual(
                ja: "\(path) はこのプログラムが作ったフォルダーではないため、--force でも置き換えません。別の出力先を指定してください。",
                en:
                    "\(path) was not made by this program, so --force does not replace it. Choose another place."
            )
        case .cannotCreate(let path, let reason):
            Bilingual(
                ja: "\(path) を作れません（\(reason)）。書き込める場所を指定してください。",
                en: "\(path) cannot be made (\(reason)). Choose a place that you can write to.")
        case .writeFailed(let path, let reason):
            Bilingual(
                ja: "\(path) に書き込めませんでした（\(reason)）。空き容量を確かめて、もう一度実行してください。以前の内容はそのまま残っています。",
                en:
                    "\(path) could not be written (\(reason)). Check the free space and run again; what was there before is untouched."
            )
        }
    }
}

/// A folder of files that appears whole or not at all.
///
/// The files are written into a folder beside the target, synced, and renamed into place. A crash at any moment
/// leaves the old state or the new one, and at worst a hidden `.NAME.partial-PID` folder, which the next run
/// removes. Files are 0600 and folders 0700: everything here is personal data.
package struct RunFolder {
    package let path: String
    private let parent: String
    private let name: String

    /// The file by which a folder of ours is recognised.
    package static let marker = "manifest.json"

    package init(path: String) {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.path = trimmed
        (parent, name) = AtomicFile.split(trimmed)
    }

    /// Refuses early what would be refused after the work is done: an existing folder, a parent that cannot be
    /// written to.
    ///
    /// Makes the parent folders that are missing.
    ///
    /// - Throws: `RunFolderError`.
    package func prepare(replacing: Bool) throws(RunFolderError) {
        guard !name.isEmpty, name != ".", name != ".." else {
            throw .cannotCreate(path: path, reason: "not a folder name")
        }
        if access(path, F_OK) == 0 {
            guard RunFolder.isFolder(path) else { throw .foreign(path: path) }
            let isEmpty = entries(of: path).isEmpty
            guard isEmpty || replacing else { throw .exists(path: path) }
            guard isEmpty || access("\(path)/\(RunFolder.marker)", F_OK) == 0 else {
                throw .foreign(path: path)
            }
        }
        try RunFolder.makeFolders(upTo: parent)
        removeLeftovers()
        // A trial folder finds a read-only parent now instead of after the computation; access(2) does not,
        // for a superuser.
        let trial = partialPath
        guard mkdir(trial, 0o700) == 0 else {
            throw .cannotCreate(path: parent, reason: AtomicFile.lastError())
        }
        rmdir(trial)
    }

    /// Writes the files and puts the folder in place; a name may stand in one folder inside, `part/report.html`.
    ///
    /// - Throws: `RunFolderError`; nothing half-written is left under the final name.
    package func write(_ files: [(name: String, bytes: [UInt8])], replacing: Bool) throws(RunFolderError) {
        try refuseBroken(files)
        try prepare(replacing: replacing)
        let partial = partialPath
        guard mkdir(partial, 0o700) == 0 else {
            throw .cannotCreate(path: parent, reason: AtomicFile.lastError())
        }
        do throws(RunFolderError) {
            for folder in Set(files.compactMap { AtomicFile.folder(ofName: $0.name) }).sorted() {
                guard mkdir("\(partial)/\(folder)", 0o700) == 0 else {
                    throw .writeFailed(path: path, reason: AtomicFile.lastError())
                }
            }
            try AtomicFile.create(
                files.map { (path: "\(partial)/\($0.name)", bytes: $0.bytes) }, for: path)
            for folder in Set(files.compactMap { AtomicFile.folder(ofName: $0.name) }).sorted() {
                try AtomicFile.sync(folder: "\(partial)/\(folder)", for: path)
            }
            try AtomicFile.sync(folder: partial, for: path)
            let hasReplaced = try putInPlace(partial)
            do throws(RunFolderError) {
                try AtomicFile.sync(folder: parent, for: path)
            } catch {
                // Nobody knows whether the new folder lasts: back to the old state, of which that is known.
                _ = hasReplaced ? RunFolder.exchange(partial, path) : rename(path, partial) == 0
                throw error
            }
        } catch {
            removeFolder(partial)
            throw error
        }
        // After an exchange this is the old run.
        removeFolder(partial)
    }

    /// Refuses a workbook that breaks off: the library that wrote it does not notice when the disk takes no more.
    private func refuseBroken(
        _ files: [(name: String, bytes: [UInt8])]
    ) throws(RunFolderError) {
        for file in files
        where file.name.hasSuffix(".xlsx") && WorkbookSoundness.defect(in: file.bytes) != nil {
            throw .writeFailed(path: "\(path)/\(file.name)", reason: "the workbook breaks off")
        }
    }

    /// Removes what this process has half written; safe while another thread is writing it, which then fails.
    package func abandon() {
        // Under another name first: what is half written can then no longer be put in place.
        let abandoned = partialPath + RunFolder.abandonedSuffix
        if rename(partialPath, abandoned) == 0 { removeFolder(abandoned) }
        removeScratch()
    }

    /// Makes a private folder beside the target for files that exist only while the run is being prepared.
    ///
    /// - Throws: `RunFolderError`.
    func makeScratch() throws(RunFolderError) -> String {
        removeFolder(scratchPath)
        guard mkdir(scratchPath, 0o700) == 0 else {
            throw .cannotCreate(path: parent, reason: AtomicFile.lastError())
        }
        return scratchPath
    }

    /// Removes that folder with what is left in it.
    func removeScratch() { removeFolder(scratchPath) }

    private static let abandonedSuffix = "-abandoned"
    private static let scratchSuffix = "-scratch"

    private var scratchPath: String { partialPath + RunFolder.scratchSuffix }

    private var partialPath: String { "\(parent)/.\(name).partial-\(getpid())" }

    /// Whether there was a folder with files, which then stands in the partial one's place.
    private func putInPlace(_ partial: String) throws(RunFolderError) -> Bool {
        // rename(2) replaces an empty folder by itself; a full one is exchanged in one step.
        if rename(partial, path) == 0 { return false }
        guard errno == ENOTEMPTY || errno == EEXIST, RunFolder.exchange(partial, path) else {
            throw .writeFailed(path: path, reason: AtomicFile.lastError())
        }
        return true
    }

    /// Makes a folder and those above it, where they are missing.
    static func makeFolders(upTo folder: String) throws(RunFolderError) {
        if isFolder(folder) { return }
        if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            try makeFolders(upTo: String(folder[..<slash]))
        }
        if mkdir(folder, 0o700) != 0, errno != EEXIST || !isFolder(folder) {
            throw .cannotCreate(path: folder, reason: AtomicFile.lastError())
        }
    }

    /// Swaps two folders in one step: renameat2(2) with RENAME_EXCHANGE.
    ///
    /// Looked up by name, because glibc's header shows it to GNU C only.
    private static func exchange(_ first: String, _ second: String) -> Bool {
        typealias Exchange =
            @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        guard let symbol = dlsym(nil, "renameat2") else {
            errno = ENOSYS
            return false
        }
        return unsafeBitCast(symbol, to: Exchange.self)(AT_FDCWD, first, AT_FDCWD, second, 2) == 0
    }

    /// Removes what a killed run left beside the target.
    private func removeLeftovers() {
        let prefix = ".\(name).partial-"
        for entry in entries(of: parent) where entry.hasPrefix(prefix) {
            let rest = entry.dropFirst(prefix.count)
            let suffix = [RunFolder.abandonedSuffix, RunFolder.scratchSuffix].first { rest.hasSuffix($0) }
            guard let process = pid_t(rest.dropLast(suffix?.count ?? 0)) else { continue }
            if process == getpid() || (kill(process, 0) != 0 && errno == ESRCH) {
                removeFolder("\(parent)/\(entry)")
            }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func entries(of folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A run folder has files, and at most one folder of files for every part; anything else is left alone.
    private func removeFolder(_ folder: String) {
        for entry in entries(of: folder) {
            let path = "\(folder)/\(entry)"
            if unlink(path) != 0, RunFolder.isFolder(path) {
                for inner in entries(of: path) { unlink("\(path)/\(inner)") }
                rmdir(path)
            }
        }
        rmdir(folder)
    }
}
