import Glibc

/// The bytes of a file, or of standard input for `-`, one piece after the other.
package final class ByteSource {
    /// The path that means standard input.
    package static let standardInput = "-"

    static let pieceSize = 1 << 18

    package let path: String
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    /// Where the file was when it was opened, `nil` for a pipe, which cannot be read twice.
    private let start: Int?
    /// Bytes of a pipe that were looked at and not read yet.
    private var kept: ArraySlice<UInt8> = []

    /// - Throws: `missing`, `folder`, `unreadable` or `readFailed`.
    package init(path: String) throws(IntakeError) {
        self.path = path
        ownsDescriptor = path != ByteSource.standardInput
        descriptor = ownsDescriptor ? try ByteSource.open(path) : STDIN_FILENO
        let position = lseek(descriptor, 0, SEEK_CUR)
        start = position < 0 ? nil : Int(position)
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// Whether a path leads to a file that can be read as often as one likes.
    static func isRegularFile(_ path: String) -> Bool {
        var status = stat()
        return path != standardInput && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The first bytes of the file, `count` of them or all that there are; they stay to be read.
    ///
    /// - Throws: as `read`.
    package func peek(_ count: Int) throws(IntakeError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        return Array(buffer.prefix(try lookAhead(at: 0, into: buffer)))
    }

    /// Copies bytes from `offset` on into `buffer` without reading them, and returns how many there are.
    ///
    /// Only before anything was read. A pipe is kept in memory up to there.
    ///
    /// - Throws: as `read`.
    func lookAhead(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(IntakeError) -> Int {
        if let start {
            var filled = 0
            while filled < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                let count = pread(descriptor, rest.baseAddress, rest.count, off_t(start + offset + filled))
                if count == 0 { break }
                if count > 0 { filled += count } else if errno != EINTR { throw failure() }
            }
            return filled
        }
        while kept.count < offset + buffer.count {
            let piece = try readPiece()
            if piece.isEmpty { break }
            kept += piece
        }
        let found = kept.dropFirst(offset).prefix(buffer.count)
        buffer.copyBytes(from: found)
        return found.count
    }

    /// Reads bytes into `buffer` and returns how many; 0 at the end of the file.
    ///
    /// - Throws: `readFailed`, or `folder` where standard input is one.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
        if !kept.isEmpty {
            let count = min(buffer.count, kept.count)
            buffer.copyBytes(from: kept.prefix(count))
            kept.removeFirst(count)
            return count
        }
        return try readFile(into: buffer)
    }

    private func readFile(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw failure() }
        }
    }

    /// The next piece; empty at the end of the file.
    ///
    /// - Throws: as `read`.
    func next() throws(IntakeError) -> [UInt8] {
        if !kept.isEmpty {
            defer { kept = [] }
            return Array(kept)
        }
        return try readPiece()
    }

    /// What the last system call says went wrong.
    private func failure() -> IntakeError {
        errno == EISDIR ? .folder(path: path) : .readFailed(path: path, code: errno)
    }

    private func readPiece() throws(IntakeError) -> [UInt8] {
        var failure: IntakeError?
        let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { buffer, count in
            do throws(IntakeError) {
                count = try readFile(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return piece
    }

    /// The descriptor of a file in which one can go back and forth; `nil` for standard input and pipes.
    var regularFile: Int32? { ownsDescriptor && fileSize != nil ? descriptor : nil }

    /// The size of a regular file; `nil` for a pipe.
    var fileSize: Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Opens a file for reading; what is wrong with the path is thrown.
    private static func open(_ path: String) throws(IntakeError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing(path: path)
            case EACCES, EPERM: throw .unreadable(path: path)
            case let code: throw .readFailed(path: path, code: code)
            }
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .readFailed(path: path, code: code)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .folder(path: path)
        }
        return descriptor
    }
}

/// Reads a whole file, or standard input for `-`.
package enum FileBytes {
    /// - Throws: `missing`, `folder`, `unreadable` or `readFailed`.
    package static func read(path: String) throws(IntakeError) -> [UInt8] {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while true {
            let piece = try source.next()
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }
}

/// The lines of a file, numbered from 1; only the current piece is kept.
struct LineReader {
    /// The longest line, in bytes.
    static let lineLimit = 1 << 20

    /// The number of the line that `next` returned last.
    private(set) var number = 0
    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Throws: as `ByteSource`.
    init(path: String) throws(IntakeError) {
        source = try ByteSource(path: path)
    }

    /// The next line without its line feed; `nil` at the end.
    ///
    /// - Throws: `rowTooLarge`, or as `ByteSource`.
    mutating func next() throws(IntakeError) -> ArraySlice<UInt8>? {
        while true {
            if let end = buffer[start...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                number += 1
                return buffer[start..<end]
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                number += 1
                return buffer[start...]
            }
            guard buffer.count - start <= LineReader.lineLimit else {
                throw .rowTooLarge(path: source.path, row: number + 1, limit: LineReader.lineLimit)
            }
            buffer.removeSubrange(..<start)
            start = 0
            let piece = try source.next()
            isAtEnd = piece.isEmpty
            buffer += piece
        }
    }
}
