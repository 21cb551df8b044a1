import Glibc

/// The text of a file as UTF-8, one piece after the other.
///
/// The encoding is the one that was asked for, else that of the byte order mark, else UTF-8 where all of the
/// file is UTF-8, else CP932. A file without a mark is therefore read twice, and a pipe is kept in memory,
/// unless the encoding was given: CP932 can look like UTF-8 for a while (`ﾃｱ` is `ñ`), so that only the whole
/// file decides.
final class TextSource {
    let form: TextForm
    /// Whether the text ended before the file did, at bytes that are no character.
    private(set) var isBroken = false
    /// Where the piece that `read` gave last begins in the file, in bytes.
    private(set) var pieceOffset: Int
    /// Bytes of the file that were given out as text.
    private(set) var usedBytes: Int

    private let source: ByteSource
    private let transcoder: any Transcoder
    private let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private var rawStart = 0
    private var rawEnd = 0
    private var isAtEnd = false

    /// - Throws: `readFailed`, `unknownEncoding` where the system cannot convert, and what the source throws.
    init(_ source: ByteSource, encoding: TextEncoding?) throws(IntakeError) {
        self.source = source
        let start = try source.peek(TextForm.longestMark)
        if let stated = TextForm.stated(start[...], asked: encoding) {
            form = stated
        } else {
            form = try TextSource.guess(source)
        }
        transcoder = try TextSource.transcoder(form.scheme, path: source.path)
        pieceOffset = form.markLength
        usedBytes = form.markLength
        if form.markLength > 0 {
            _ = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[..<form.markLength]))
        }
    }

    deinit {
        raw.deallocate()
    }

    var path: String { source.path }

    /// Reads text into `buffer`, whole characters only, and returns how many bytes; 0 at the end.
    ///
    /// - Throws: as `ByteSource.read`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
        while true {
            if rawStart < rawEnd {
                let step = transcoder.convert(
                    UnsafeRawBufferPointer(rebasing: raw[rawStart..<rawEnd]), into: buffer)
                rawStart += step.read
                pieceOffset = usedBytes
                usedBytes += step.read
                if step.written > 0 { return step.written }
                if step.stop == .bad || isAtEnd { isBroken = true }
            }
            if isBroken || isAtEnd { return 0 }
            try fill()
        }
    }

    /// Reads more of the file behind the bytes that are left.
    private func fill() throws(IntakeError) {
        let left = rawEnd - rawStart
        raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[rawStart..<rawEnd]))
        rawStart = 0
        rawEnd = left
        // A pipe hands over little at once; the header should come in one piece.
        while rawEnd < raw.count, !isAtEnd {
            let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[rawEnd...]))
            rawEnd += count
            isAtEnd = count == 0
        }
    }

    /// Where the character after `text`, the beginning of the last piece, stands in the file.
    func offset(after text: UnsafeRawBufferPointer) -> Int {
        if form.scheme == .utf8 { return pieceOffset + text.count }
        return String(decoding: text, as: UTF8.self).unicodeScalars
            .reduce(pieceOffset) { $0 + form.scheme.width(of: $1) }
    }

    private static func transcoder(
        _ scheme: TextForm.Scheme, path: String
    ) throws(IntakeError) -> any Transcoder {
        let transcoder: IconvTranscoder?
        switch scheme {
        case .utf8: return UTF8Transcoder()
        case .utf16LittleEndian: transcoder = IconvTranscoder("UTF-16LE")
        case .utf16BigEndian: transcoder = IconvTranscoder("UTF-16BE")
        case .cp932: transcoder = IconvTranscoder("CP932")
        }
        guard let transcoder else { throw .unknownEncoding(path: path, encoding: scheme.encoding) }
        return transcoder
    }

    /// UTF-8 or CP932, whichever the whole file is.
    ///
    /// A file that is neither counts as UTF-8 where good characters of it come first: somebody damaged it, and
    /// the byte that does not fit is worth more than a guess.
    private static func guess(_ source: ByteSource) throws(IntakeError) -> TextForm {
        let utf8 = try look(at: source, with: UTF8Transcoder())
        if utf8.isGood { return TextForm(scheme: .utf8, markLength: 0, isGuess: false) }
        if utf8.hasCharacters {
            let cp932 = try look(at: source, with: transcoder(.cp932, path: source.path))
            if !cp932.isGood { return TextForm(scheme: .utf8, markLength: 0, isGuess: false) }
        }
        return TextForm(scheme: .cp932, markLength: 0, isGuess: true)
    }

    /// Whether the whole file can be converted, and whether anything but ASCII comes before the bad byte.
    private static func look(
        at source: ByteSource, with transcoder: any Transcoder
    ) throws(IntakeError) -> (isGood: Bool, hasCharacters: Bool) {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteSource.pieceSize, alignment: 16)
        let text = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteSource.pieceSize, alignment: 16)
        defer {
            bytes.deallocate()
            text.deallocate()
        }
        var offset = 0
        var hasCharacters = false
        while true {
            let count = try source.lookAhead(at: offset, into: bytes)
            if count == 0 { return (true, hasCharacters) }
            let step = transcoder.convert(UnsafeRawBufferPointer(rebasing: bytes[..<count]), into: text)
            offset += step.read
            if !hasCharacters { hasCharacters = text[..<step.written].contains { $0 >= 0x80 } }
            if step.stop == .bad || step.read == 0 { return (false, hasCharacters) }
        }
    }
}
