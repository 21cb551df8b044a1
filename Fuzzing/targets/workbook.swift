// modules: Records Intake
// options: -max_len=20000
import Intake

// An archive as it is, or, since no mutation finds a check sum, the parts that stand between bytes 0xFF: sheet,
// shared texts, styles, workbook, relations; parts that are not there are those of a sound workbook.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let archive = bytes.starts(with: [0x50, 0x4B]) ? bytes : StoredArchive(parts: parts(bytes)).bytes
    do {
        let reader = try WorkbookReader(bytes: archive, path: "fuzz.xlsx")
        while try reader.next() {
            for index in 0..<min(reader.cellCount, 100) { _ = reader.cell(index) }
            precondition(reader.rowNumber >= 1 && reader.cellCount <= 16_384)
            _ = reader.isBlank
        }
    } catch {
        precondition(error.category == .badData)
    }
    return 0
}

private func parts(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    let pieces = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0) }
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func relations(_ targets: [(String, String)]) -> String {
        "<Relationships>"
            + targets.enumerated().map {
                "<Relationship Id=\"r\($0)\" Type=\"\(kind)\($1.0)\" Target=\"\($1.1)\"/>"
            }.joined() + "</Relationships>"
    }
    let sound = [
        ("s", ""), ("t", "<sst/>"), ("f", "<styleSheet/>"),
        ("w", "<workbook><sheets><sheet name=\"a\" id=\"r0\"/></sheets></workbook>"),
        ("_rels/w.rels", relations([("worksheet", "s"), ("sharedStrings", "t"), ("styles", "f")])),
    ]
    let root = ("_rels/.rels", Array(relations([("officeDocument", "w")]).utf8))
    return sound.enumerated().map { index, part in
        let given = index < pieces.count && !pieces[index].isEmpty ? pieces[index] : nil
        return (part.0, given ?? Array(part.1.utf8))
    } + [root]
}

/// A ZIP file whose parts are not packed.
private struct StoredArchive {
    private(set) var bytes: [UInt8] = []

    init(parts: [(name: String, bytes: [UInt8])]) {
        var directory: [UInt8] = []
        for part in parts {
            let offset = bytes.count
            let common =
                Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4) + Self.little(Self.checkSum(part.bytes), 4)
                + Self.little(part.bytes.count, 4) + Self.little(part.bytes.count, 4)
                + Self.little(part.name.utf8.count, 2) + Self.little(0, 2)
            bytes += [0x50, 0x4B, 3, 4] + Self.little(20, 2) + common + part.name.utf8 + part.bytes
            directory += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + Self.little(20, 2) + common
            directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
            directory += Self.little(offset, 4) + Array(part.name.utf8)
        }
        let end =
            [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(parts.count, 2) + Self.little(parts.count, 2)
            + Self.little(directory.count, 4) + Self.little(bytes.count, 4) + Self.little(0, 2)
        bytes += directory + end
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// CRC-32 as ZIP has it.
    private static func checkSum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}
