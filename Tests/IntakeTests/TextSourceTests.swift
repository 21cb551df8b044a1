import Foundation
import Glibc
import Intake
import Testing

@Suite("Encodings")
struct TextSourceTests {
    private func rows(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> [String] {
        let folder = try TemporaryFolder()
        return try CSVReader(path: try folder.file(bytes), options: TableOptions(encoding: encoding))
            .joinedRows()
    }

    private func failure(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> IntakeError? {
        do {
            _ = try rows(bytes, encoding)
            return nil
        } catch let error as IntakeError {
            return error
        }
    }

    private static let vendor = "氏名,住所\r\n髙橋①,㈱﨑～－\r\nｱｲｳ,ー\\~\r\n"
    private static let vendorRows = ["氏名|住所", "髙橋①|㈱﨑～－", "ｱｲｳ|ー\\~"]

    @Test("A file with a byte order mark is read as the mark says")
    func marks() throws {
        #expect(try rows(Encoded.marked(Self.vendor)) == Self.vendorRows)
        #expect(try rows(Encoded.utf16(Self.vendor)) == Self.vendorRows)
        #expect(try rows(Encoded.utf16(Self.vendor, bigEndian: true)) == Self.vendorRows)
    }

    @Test(
        "Without a mark a file is UTF-8 where all of it is, otherwise CP932, whose vendor's characters survive"
    )
    func guessed() throws {
        #expect(try rows(Array(Self.vendor.utf8)) == Self.vendorRows)
        #expect(try rows(try Encoded.cp932(Self.vendor)) == Self.vendorRows)
    }

    @Test("CP932 that begins like UTF-8 is still CP932, because the whole file decides")
    func lateDecision() throws {
        // ﾃｱ is C3 B1, which is ñ in UTF-8.
        let text = "ﾃｱ\n" + String(repeating: "x\n", count: 200_000) + "髙\n"
        let rows = try rows(try Encoded.cp932(text))
        #expect(rows.first == "ﾃｱ")
        #expect(rows.last == "髙")
        #expect(rows.count == 200_002)
    }

    @Test("What was asked for counts, also where a mark or the bytes say something else")
    func asked() throws {
        #expect(try rows([0xC3, 0xB1], .cp932) == ["ﾃｱ"])
        #expect(try rows([0xC3, 0xB1]) == ["ñ"])
        #expect(try rows(Encoded.utf16("a,b", mark: false), .utf16) == ["a|b"])
        #expect(try rows(Encoded.utf16("a,b", bigEndian: true, mark: false), .utf16) == ["a|b"])
        #expect(try rows(Encoded.utf16("𠮷,b"), .utf16) == ["𠮷|b"])
        #expect(try rows(Encoded.marked("a"), .utf8) == ["a"])
        guard case .undecodable(_, .utf8, false, 1, 0)? = try failure(Encoded.utf16("a"), .utf8) else {
            Issue.record("UTF-16 was read as UTF-8")
            return
        }
    }

    @Test("A byte that is neither UTF-8 nor CP932 is refused with row and offset")
    func neither() throws {
        let bytes = try Encoded.cp932("氏名\r\n髙") + [0x80, 0x0D, 0x0A]
        guard case .undecodable(_, .cp932, true, let row, let offset)? = try failure(bytes) else {
            Issue.record("not refused")
            return
        }
        #expect(row == 2)
        #expect(offset == 8)
    }

    @Test("A damaged UTF-8 file that is no CP932 either is refused at the byte that is not UTF-8")
    func damagedUTF8() throws {
        let bytes = Array("氏名,年\r\n花子,1\r\n".utf8) + [0xE5, 0x2C, 0x0A]
        guard case .undecodable(_, .utf8, false, let row, let offset)? = try failure(bytes) else {
            Issue.record("not refused as UTF-8")
            return
        }
        #expect(row == 3)
        #expect(offset == bytes.count - 3)
    }

    @Test("Broken UTF-16 is refused with row and offset: a lone surrogate, half a character")
    func brokenUTF16() throws {
        let lone = Encoded.utf16("a\nb") + [0x00, 0xD8, 0x41, 0x00]
        guard case .undecodable(_, .utf16, false, 2, 8)? = try failure(lone) else {
            Issue.record("a lone surrogate was read")
            return
        }
        guard case .undecodable(_, .utf16, false, 1, 4)? = try failure(Encoded.utf16("a") + [0x42]) else {
            Issue.record("half a character was read")
            return
        }
    }

    @Test("Offsets of other defects are those of the file, whatever its encoding")
    func offsets() throws {
        for (bytes, width) in [
            (Encoded.utf16("氏名\nあ\"\n"), 2 + 2 * 4), (try Encoded.cp932("氏名\nあ\"\n"), 7),
            (Encoded.marked("氏名\nあ\"\n"), 13),
        ] {
            guard case .strayQuote(_, 2, let offset)? = try failure(bytes) else {
                Issue.record("not refused")
                continue
            }
            #expect(offset == width)
        }
    }

    @Test("Characters that lie across the borders of pieces stay whole in every encoding", arguments: 0..<4)
    func pieceBorders(shift: Int) throws {
        func lines(_ text: String) -> [String] {
            text.split(separator: "\n").map { String($0).replacingOccurrences(of: ",", with: "|") }
        }
        let text = String(repeating: "x", count: shift) + String(repeating: "日本語,𠮷\n", count: 30_000)
        #expect(try rows(Array(text.utf8)) == lines(text))
        #expect(try rows(Encoded.utf16(text)) == lines(text))
        let plain = text.replacingOccurrences(of: "𠮷", with: "ｱ髙")
        #expect(try rows(try Encoded.cp932(plain)) == lines(plain))
    }

    @Test("A pipe is read as a file is, in every encoding and however little it hands over at once")
    func pipes() throws {
        for bytes in [
            Array(Self.vendor.utf8), Encoded.marked(Self.vendor), try Encoded.cp932(Self.vendor),
            Encoded.utf16(Self.vendor),
        ] {
            let folder = try TemporaryFolder()
            let path = folder.path + "/pipe"
            #expect(mkfifo(path, 0o600) == 0)
            let writer = Thread {
                let file = open(path, O_WRONLY)
                for byte in bytes { _ = withUnsafeBytes(of: byte) { write(file, $0.baseAddress, 1) } }
                close(file)
            }
            writer.start()
            #expect(try CSVReader(path: path).joinedRows() == Self.vendorRows)
        }
    }

    @Test("Every byte and pair of bytes is read as CP932 or refused, never changed to something else")
    func everyPair() throws {
        for lead in UInt8(0x80)...0xFF {
            for trail in [UInt8(0x20), 0x40, 0x7E, 0x7F, 0x80, 0x9F, 0xFC, 0xFD] {
                let bytes = [lead, trail]
                let isRead = try failure(bytes, .cp932) == nil
                let known = String(bytes: bytes, encoding: .shiftJIS)
                #expect(isRead == (known != nil), "\(lead) \(trail)")
                // Foundation exchanges three control characters, and only those.
                if let known, isRead, trail != 0x7F, trail > 0x20 {
                    #expect(try rows(bytes, .cp932) == [known], "\(lead) \(trail)")
                }
            }
        }
    }

    @Test(
        "UTF-8 is read where the standard library takes it, otherwise refused at its first bad byte",
        arguments: 0..<400)
    func everyKindOfUTF8(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        // Good characters of every length and border, and in one file out of two a piece that is none.
        let good = [
            "a", "long text", "あ", "日本語", "\u{800}", "\u{FFF}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "é", "𠮷",
        ]
        .map { Array($0.utf8) }
        let bad: [[UInt8]] = [
            [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xE3, 0x81], [0xE3, 0x41, 0x81], [0xE3, 0x81, 0xC1],
            [0x80], [0xC1, 0x81],
            [0xF5, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        ]
        var bytes = (0..<random(30)).flatMap { _ in good[random(good.count)] }
        let start = bytes.count
        if seed % 2 == 0 { bytes += bad[random(bad.count)] }
        bytes += (0..<random(30)).flatMap { _ in good[random(good.count)] }
        let failure = try failure(bytes, .utf8)
        if let text = String(validating: bytes, as: UTF8.self) {
            #expect(failure == nil)
            #expect(try rows(bytes, .utf8) == (bytes.isEmpty ? [] : [text]))
        } else {
            guard case .undecodable(_, .utf8, false, 1, start)? = failure else {
                Issue.record("\(String(describing: failure)) instead of offset \(start)")
                return
            }
        }
    }
}
