/// The texts that cells of a workbook share: one array of bytes, with the end of each.
///
/// The readings of kanji (`rPh`), which Japanese Excel keeps beside a text, are left out; the pieces of a text with
/// several fonts are joined.
final class SharedStrings: XMLPartHandler {
    private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var pieces = TextPieces()

    /// No texts.
    init() {}

    /// Reads the part of shared texts.
    ///
    /// - Throws: `tooManyStrings` and what `XMLPart` throws.
    init(_ part: ZipPart) throws(WorkbookDefect) {
        try XMLPart(part, handler: self).run()
    }

    /// Where a text stands in `bytes`; `nil` where there is none of this number.
    func range(_ index: Int) -> Range<Int>? {
        guard ends.indices.contains(index) else { return nil }
        return Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        pieces.start(name)
    }

    func end(_ name: XMLName) throws(WorkbookDefect) -> Bool {
        pieces.end(name)
        guard name == "si" else { return false }
        EscapedCharacters.unescape(&bytes, from: Int(ends.last ?? 0))
        ends.append(UInt32(bytes.count))
        if ends.count > WorkbookLimits.stringCount {
            throw .tooManyStrings(limit: WorkbookLimits.stringCount)
        }
        return false
    }

    func text(_ piece: UnsafeRawBufferPointer) {
        if pieces.areWanted { bytes.append(contentsOf: piece) }
    }
}

/// Which pieces of text belong to a text of a cell: those in `t`, unless they are readings.
struct TextPieces {
    private var isInText = false
    private var isInReading = false

    var areWanted: Bool { isInText && !isInReading }

    mutating func start(_ name: XMLName) {
        if name == "t" { isInText = true } else if name == "rPh" { isInReading = true }
    }

    mutating func end(_ name: XMLName) {
        if name == "t" { isInText = false } else if name == "rPh" { isInReading = false }
    }
}

/// The characters that a workbook writes as `_x000D_`, because XML has no other way or would change them.
enum EscapedCharacters {
    private static let length = 7

    /// Replaces them in all bytes from `start` on; NUL and halves of characters stay as they are written.
    static func unescape(_ bytes: inout [UInt8], from start: Int) {
        guard bytes.count - start >= length, bytes[start...].contains(UInt8(ascii: "_")) else { return }
        var target = start
        var source = start
        while source < bytes.count {
            if let scalar = escaped(bytes, at: source) {
                for byte in String(Character(scalar)).utf8 {
                    bytes[target] = byte
                    target += 1
                }
                source += length
            } else {
                bytes[target] = bytes[source]
                target += 1
                source += 1
            }
        }
        bytes.removeSubrange(target...)
    }

    private static func escaped(_ bytes: [UInt8], at start: Int) -> Unicode.Scalar? {
        guard bytes[start] == UInt8(ascii: "_"), start + length <= bytes.count,
            bytes[start + 1] == UInt8(ascii: "x"), bytes[start + length - 1] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(start + 2)..<(start + 6)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
