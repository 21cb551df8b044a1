import Intake
import Records
import Testing

@Suite("Columns of text")
struct TextColumnTests {
    private func read(_ cells: [String]) throws -> [String?] {
        let rows = cells.enumerated().map { "\n\($0.offset),\"\($0.element)\"" }.joined()
        return try PeopleFixture.read("住民ID,氏名" + rows, [PeopleFixture.name]).table.texts("name")
    }

    @Test(
        "A text stays as written, byte by byte: kanji variants, half-width kana, inner spaces and line breaks"
    )
    func asWritten() throws {
        let texts = ["\u{FA19}山 花子", "ﾀｶﾊｼ", "a  b\r\nc", "e\u{301}", "①"]
        let read = try read(texts.map { "　 " + $0 + "\u{A0}\n" })
        #expect(read.map { Array(($0 ?? "").utf8) } == texts.map { Array($0.utf8) })
    }

    @Test("White space of any kind alone is missing")
    func empty() throws {
        let cells = ["", " ", "　", "\u{A0}\t", "\r\n", "\u{2003}\u{2028}"]
        let missing: [String?] = cells.map { _ in nil }
        #expect(try read(cells) == missing)
    }

    @Test(
        "Texts that repeat and texts that do not keep their rows, also when the looking for repeats has ended"
    )
    func repeats() throws {
        let long = "いつもと同じ備考です"
        let rare = (0..<20_000).map { row in
            row % 16 == 0 ? long : row % 16 == 1 ? "短い" : "住所が違う人の住所 \(row)丁目"
        }
        let frequent = (0..<20_000).map { $0 % 3 == 0 ? "x" : long + String($0 % 5) }
        for texts in [rare, frequent] {
            // People are sorted by id, which is the number of the cell here.
            let order = texts.indices.sorted { String($0) < String($1) }
            #expect(try read(texts) == order.map { texts[$0] })
        }
    }
}
