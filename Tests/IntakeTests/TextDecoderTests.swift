import Intake
import Testing

@Suite("TextDecoder")
struct TextDecoderTests {
    @Test(
        "A text stays as written, byte by byte: kanji variants, half-width kana, inner spaces and line breaks"
    )
    func asWritten() throws {
        for text in ["\u{FA19}山 花子", "ﾀｶﾊｼ", "a  b\r\nc", "e\u{301}", "①"] {
            let value = try #require(try TextDecoder().decode("　 " + text + "\u{A0}\n").value)
            #expect(Array(value.utf8) == Array(text.utf8))
        }
    }

    @Test(
        "White space of any kind alone is missing",
        arguments: ["", " ", "　", "\u{A0}\t", "\r\n", "\u{2003}\u{2028}"])
    func empty(cell: String) throws {
        #expect(try TextDecoder().decode(cell).value == nil)
    }
}
