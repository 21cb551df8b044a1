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
}
