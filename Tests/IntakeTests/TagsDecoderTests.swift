import Intake
import Records
import Testing

@Suite("TagsDecoder")
struct TagsDecoderTests {
    private let decoder = TagsDecoder(index: VocabularyIndex(VocabularyFixtures.interests))

    @Test(
        "Every delimiter cuts, and a word that holds a delimiter stays whole",
        arguments: [
            ("料理", [0]),
            ("料理、日本語", [0, 3]),
            ("料理，日本語", [0, 3]),
            ("料理, 日本語", [0, 3]),
            ("料理;日本語", [0, 3]),
            ("料理；日本語", [0, 3]),
            ("料理・日本語", [0, 3]),
            ("料理/日本語", [0, 3]),
            ("料理／日本語", [0, 3]),
            ("料理\n日本語", [0, 3]),
            ("料理\r\n日本語", [0, 3]),
            ("文化・習慣", [2]),
            ("文化・習慣の理解", [2]),
            ("料理・文化・習慣・アニメ・漫画", [0, 1, 2]),
            ("アニメ・漫画;難民・避難民", [1, 4]),
            ("漫画・料理", [0, 1]),
            ("避難民", [4]),
            ("、料理、、料理、", [0]),
            ("Cooking, learning Japanese", [0, 3]),
        ])
    func accepted(cell: String, tags: [Int]) throws {
        let decoded = try decoder.decode(cell)
        #expect(decoded.value?.indices == tags)
        #expect(decoded.warnings.isEmpty)
    }

    @Test("An unknown word is named in a warning and the others are used")
    func unknown() throws {
        let decoded = try decoder.decode("料理、日本語学習塾、天体観測")
        #expect(decoded.value?.indices == [0])
        #expect(decoded.warnings.map(\.part) == ["日本語学習塾", "天体観測"])
        #expect(decoded.warnings.first?.cure.ja.contains("「日本語学習」") == true)
    }

    @Test("Where no word is known there is no value", arguments: ["天体観測", "、"])
    func nothingKnown(cell: String) throws {
        #expect(try decoder.decode(cell).value == nil)
    }

    @Test("An open vocabulary learns words, in the form without width and spacing")
    func open() throws {
        let index = VocabularyFixtures.open()
        let decoder = TagsDecoder(index: index)
        #expect(try decoder.decode("Lernen  lernen; ｶﾞｰﾃﾞﾆﾝｸﾞ").value?.indices == [0, 1])
        #expect(try decoder.decode("ガーデニング").value?.indices == [1])
        #expect(index.vocabulary.tags.map(\.key) == ["Lernen lernen", "ガーデニング"])
    }

    @Test("A full open vocabulary ignores another word with a warning")
    func full() throws {
        let decoded = try TagsDecoder(index: VocabularyFixtures.full()).decode("t1; one more")
        #expect(decoded.value?.indices == [1])
        #expect(decoded.warnings.map(\.part) == ["one more"])
    }
}
