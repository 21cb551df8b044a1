import Glibc

/// The bytes of a file, or of standard input for `-`, one piece after the other.
final class ByteSource {
    private static let pieceSize = 1 << 18

    let path: String
    private let descriptor: Int32
    private let ownsDescriptor: Bool

    /// - Throws: `missing`, `folder`, `unreadable` or `readFailed`.
    init(path: String) throws(IntakeError) {
        self.path = path
        ownsDescriptor = path != CSVReader.standardInput
        descriptor = ownsDescriptor ? try CSVReader.open(path) : STDIN_FILENO
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// The next piece; empty at the end of the file.
    ///
    /// - Throws: `readFailed`, or `folder` where standard input is one.
    func next() throws(IntakeError) -> [UInt8] {
        var code: Int32 = 0
        let descriptor = descriptor
        let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { buffer, count in
            var read = 0
            repeat {
                read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while read < 0
                && errno == EINTR
            if read < 0 { code = errno }
            count = max(0, read)
        }
        if code == EISDIR { throw .folder(path: path) }
        if code != 0 { throw .readFailed(path: path, code: code) }
        return piece
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
