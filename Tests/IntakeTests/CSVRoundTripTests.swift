import Foundation
import Intake
import Records
import Testing

@Suite("A table that we wrote")
struct CSVRoundTripTests {
    /// Cells that are easily damaged, and random ones of characters that mean something to somebody.
    private static func cell(_ random: inout some RandomNumberGenerator, _ characters: [String]) -> String {
        let awkward = [
            "", " ", "　", "=1+1", "'=1", "''=1", "+81 90", "-", "-5", "-5a", "@x", "＝x", "＠", "'", "''",
            "\"", "\"\"", ",", "\r\n", "\n", "\r", "\ta", "a\t", " a ", "a\n", "\"=1\"", "；", ";",
        ]
        if Bool.random(using: &random), let cell = awkward.randomElement(using: &random) { return cell }
        let count = Int.random(in: 0...6, using: &random)
        return (0..<count).compactMap { _ in characters.randomElement(using: &random) }.joined()
    }

    /// As the lists of a run are written: guarded, quoted, CRLF.
    private static func written(_ table: [[String]]) -> String {
        var bytes: [UInt8] = []
        for row in table {
            CSVQuoting.append(row: row.map(CSVGuard.guarded), lineEnd: [0x0D, 0x0A], to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func read(_ bytes: [UInt8], _ options: TableOptions) throws -> [[String]] {
        let folder = try TemporaryFolder()
        let source = try RowSources.open(path: try folder.file(bytes), options: options)
        var rows: [[String]] = []
        while try source.next() {
            rows.append(
                (0..<source.cellCount).map {
                    String(decoding: CSVGuard.unguarded(source.cell($0)), as: UTF8.self)
                })
        }
        return rows
    }

    @Test("is the same table when it is read again, in every encoding that can carry it", arguments: 0..<150)
    func roundTrip(seed: Int) throws {
        var random = Seeded(seed: UInt64(seed))
        let plain = [
            "a", "'", "\"", ",", ";", "\t", "\n", "\r", " ", "=", "-", "髙", "①", "～", "ｱ", "　", "－", "\\",
        ]
        // Every third table has characters that CP932 has not.
        let isWide = seed % 3 == 0
        let characters = plain + (isWide ? ["é", "𠮷", "नमस्ते", "\u{FA19}", "\u{FEFF}", "🇯🇵"] : [])
        let width = Int.random(in: 1...5, using: &random)
        let table = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            (0..<width).map { _ in Self.cell(&random, characters) }
        }
        let text = Self.written(table)
        // Several tables of this kind would be taken for tab-separated: what they are is given.
        func options(_ encoding: TextEncoding? = nil) -> TableOptions {
            TableOptions(encoding: encoding, delimiter: .comma)
        }
        var forms: [([UInt8], TableOptions)] = [
            (Encoded.marked(text), options()), (Array(text.utf8), options(.utf8)),
            (Encoded.utf16(text), options()), (Encoded.utf16(text, bigEndian: true), options()),
        ]
        if !isWide {
            forms.append((try Encoded.cp932(text), options(.cp932)))
            forms.append((try Encoded.cp932(text), options()))
            forms.append((Array(text.utf8), options()))
        }
        for (bytes, options) in forms {
            let read = try Self.read(bytes, options)
            #expect(
                read.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } }, "\(table)")
        }
    }

    @Test("gives ids back as they were, through lists of pairs and through exports alike")
    func ids() throws {
        for id in ["=R1", "+R1", "-R1", "@R1", "＝R1", "'=R1", "''＠", "-5"] {
            let text = Self.written([["住民ID", "氏名"], [id, "＋花子"]])
            let reading = try PeopleFixture.read(Encoded.marked(text), [PeopleFixture.name])
            #expect(reading.table.ids.map(\.text) == [id])
            #expect(reading.table.texts("name") == ["＋花子"])
            let folder = try TemporaryFolder()
            let pairs = Self.written([["住民ID", "ボランティアID"], [id, "V1"]])
            let list = try PairListReader().read(path: try folder.file(pairs))
            #expect(list.pairs.map(\.pair.resident.text) == [id])
        }
    }
}

/// SplitMix64, https://prng.di.unimi.it/splitmix64.c: the same seed gives the same tables everywhere.
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
