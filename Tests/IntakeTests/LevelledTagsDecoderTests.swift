import Intake
import Records
import Testing

@Suite("LevelledTagsDecoder")
struct LevelledTagsDecoderTests {
    private let decoder = LevelledTagsDecoder(
        index: VocabularyIndex(VocabularyFixtures.languages), scale: .cefr)

    /// `0:3 1:-`: tag and rank.
    private func text(_ tags: [LevelledTag]?) -> String {
        (tags ?? []).map { "\($0.tag):" + ($0.level.map(String.init) ?? "-") }.joined(separator: " ")
    }

    @Test(
        "Every accepted form is the language and the level that it says",
        arguments: [
            ("英語B2、日本語N3", "0:2 1:3"),
            ("英語(B2)", "1:3"),
            ("英語（Ｂ２）", "1:3"),
            ("English: B2", "1:3"),
            ("English：B2; Japanese：N1", "0:4 1:3"),
            ("日本語（ネイティブ）", "0:6"),
            ("日本語 ネイティブ", "0:6"),
            ("Japanese native", "0:6"),
            ("JAPANESE NATIVE, english c1", "0:6 1:4"),
            ("英語 upper intermediate", "1:3"),
            ("英語", "1:-"),
            ("英語・中国語（日常会話）/日本語", "0:- 1:- 2:2"),
            ("中文C2", "2:5"),
            ("EnglishB1", "1:2"),
            ("英語\n日本語N5", "0:0 1:-"),
            ("en: A2", "1:1"),
            ("英語、英語B1", "1:2"),
        ])
    func accepted(cell: String, expected: String) throws {
        let decoded = try decoder.decode(cell)
        #expect(text(decoded.value) == expected)
        #expect(decoded.warnings.isEmpty)
    }

    @Test(
        "A level that is not on the scale leaves the language without a level, with a warning",
        arguments: ["英語（少し）", "英語: D1", "英語 ぺらぺら"])
    func unknownLevel(cell: String) throws {
        let decoded = try decoder.decode(cell + "、日本語N1")
        #expect(text(decoded.value) == "0:4 1:-")
        #expect(decoded.warnings.count == 1)
    }

    @Test("An unknown language is named in a warning and the others are used")
    func unknownLanguage() throws {
        let decoded = try decoder.decode("クリンゴン語B2、英語B2、英語教室")
        #expect(text(decoded.value) == "1:3")
        #expect(decoded.warnings.map(\.part) == ["クリンゴン語B2", "英語教室"])
    }

    @Test("Two different levels of one language keep the lower, with a warning")
    func twoLevels() throws {
        let decoded = try decoder.decode("英語C1、英語B1")
        #expect(text(decoded.value) == "1:2")
        #expect(decoded.warnings.count == 1)
    }

    @Test("A language that ends like a level is not cut")
    func endsLikeALevel() throws {
        let index = VocabularyIndex(
            Vocabulary(tags: [Tag(key: "x", label: Bilingual("方言N1")), Tag(key: "y", label: Bilingual("方言"))])
        )
        let decoder = LevelledTagsDecoder(index: index, scale: .cefr)
        #expect(text(try decoder.decode("方言N1").value) == "0:-")
        #expect(text(try decoder.decode("方言N2").value) == "1:3")
    }

    @Test("Words with delimiters and their levels are told apart")
    func delimiterInWord() throws {
        let decoder = LevelledTagsDecoder(index: VocabularyIndex(VocabularyFixtures.interests), scale: .cefr)
        #expect(text(try decoder.decode("文化・習慣: B1・料理: A1").value) == "0:0 2:2")
    }

    @Test("An open vocabulary learns the language without its level")
    func open() throws {
        let index = VocabularyFixtures.open()
        let decoder = LevelledTagsDecoder(index: index, scale: .cefr)
        #expect(
            text(try decoder.decode("Scots Gaelic: B1; Ainu (A1); Old Norse; Latin C1; (B2)").value)
                == "0:2 1:0 2:- 3:4")
        #expect(index.vocabulary.tags.map(\.key) == ["Scots Gaelic", "Ainu", "Old Norse", "Latin"])
    }
}
