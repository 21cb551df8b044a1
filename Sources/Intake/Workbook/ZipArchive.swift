import CZip
import Glibc

/// A ZIP file whose parts are read one after the other, with libzip.
///
/// Nothing is ever unpacked to disk, so that the name of a part cannot lead out of a folder.
final class ZipArchive {
    /// More parts than any workbook has.
    static let partLimit = 100_000

    private let archive: OpaquePointer

    /// Opens the file behind a descriptor, which stays the caller's.
    ///
    /// - Throws: `damagedArchive` where it is no ZIP file or is cut off, `tooManyParts`.
    init(descriptor: Int32) throws(WorkbookDefect) {
        // libzip closes the descriptor that it is given, but only if it succeeds.
        let copy = dup(descriptor)
        guard copy >= 0 else { throw .damagedArchive(part: nil) }
        var code: Int32 = 0
        guard let archive = zip_fdopen(copy, 0, &code) else {
            close(copy)
            throw .damagedArchive(part: nil)
        }
        self.archive = archive
        try checkCount()
    }

    /// Opens a copy of bytes in memory.
    init(bytes: [UInt8]) throws(WorkbookDefect) {
        // libzip frees the copy together with the archive, also when it cannot be opened.
        guard let copy = malloc(max(1, bytes.count)) else { throw .damagedArchive(part: nil) }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: source.count) }
        }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            throw .damagedArchive(part: nil)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw .damagedArchive(part: nil)
        }
        self.archive = archive
        try checkCount()
    }

    deinit { zip_discard(archive) }

    /// Whether there is a part of this name; names are compared without regard to case, as the format asks.
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// The names of all parts, in the order of the archive.
    var names: [String] {
        (0..<zip_get_num_entries(archive, 0)).compactMap { index in
            zip_get_name(archive, UInt64(index), 0).map { String(cString: $0) }
        }
    }

    /// Opens a part for reading; `nil` where there is none.
    ///
    /// - Throws: `encrypted`, `damagedArchive`.
    func part(_ name: String, limit: Int) throws(WorkbookDefect) -> ZipPart? {
        guard let index = index(of: name) else { return nil }
        var status = zip_stat()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damagedArchive(part: name) }
        if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != ZIP_EM_NONE {
            throw .encrypted
        }
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damagedArchive(part: name) }
        return ZipPart(
            name: name, archive: self, file: file, packedSize: Int(clamping: status.comp_size), limit: limit)
    }

    private func index(of name: String) -> UInt64? {
        // Some old writers put the separator of Windows into the names.
        for spelling in [name, name.replacing("/", with: "\\")] {
            let found = zip_name_locate(archive, spelling, UInt32(ZIP_FL_NOCASE))
            if found >= 0 { return UInt64(found) }
        }
        return nil
    }

    private func checkCount() throws(WorkbookDefect) {
        if zip_get_num_entries(archive, 0) > ZipArchive.partLimit {
            throw .tooManyParts(limit: ZipArchive.partLimit)
        }
    }
}

/// One part of a ZIP file, decompressed piece by piece; its check sum is verified at the end.
final class ZipPart {
    /// Times by which a part may grow; workbooks reach 30, a bomb 1,000.
    static let ratioLimit = 200
    /// Up to this size a part may grow as it likes.
    static let harmlessSize = 16 << 20

    let name: String
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let packedSize: Int
    private let limit: Int
    private var size = 0

    fileprivate init(name: String, archive: ZipArchive, file: OpaquePointer, packedSize: Int, limit: Int) {
        self.name = name
        self.archive = archive
        self.file = file
        self.packedSize = packedSize
        self.limit = limit
    }

    deinit { zip_fclose(file) }

    /// Fills the buffer; returns the number of bytes, 0 at the end.
    ///
    /// - Throws: `damagedArchive`, `partTooLarge`, `bomb`.
    func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(WorkbookDefect) -> Int {
        let read = Int(zip_fread(file, buffer, UInt64(count)))
        guard read >= 0 else { throw .damagedArchive(part: name) }
        size += read
        if size > limit { throw .partTooLarge(part: name, limit: limit) }
        if size > ZipPart.harmlessSize, size / ZipPart.ratioLimit > packedSize {
            throw .bomb(part: name, ratio: ZipPart.ratioLimit)
        }
        return read
    }
}
