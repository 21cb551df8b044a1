import Intake
import Records
import Testing

@Suite("RangedTagsDecoder")
struct RangedTagsDecoderTests {
    private let decoder = RangedTagsDecoder(index: VocabularyIndex(VocabularyFixtures.subjects))

    /// `0:1-6`: tag and range.
    private func text(_ tags: [RangedTag]?) -> String {
        (tags ?? []).map { "\($0.tag):\($0.range.lowerBound)-\($0.range.upperBound)" }.joined(separator: " ")
    }

    @Test(
        "Every accepted form is the word and the range that it says",
        arguments: [
            ("Deutsch:1-6; Musik:1-5", "0:1-6 1:1-5"),
            ("Musik:1-5; Deutsch:1-6", "0:1-6 1:1-5"),
            ("Deutsch als Zweitsprache:1-13", "3:1-13"),
            ("国語：１〜３", "2:1-3"),
            ("国語：１～３、Musik: 2 – 4", "1:2-4 2:1-3"),
            ("国語（1-3）", "2:1-3"),
            ("国語:1から3", "2:1-3"),
            ("国語:4", "2:4-4"),
            ("国語:0-0", "2:0-0"),
            ("Deutsch:1-2; Deutsch:5-6; Deutsch:1-2", "0:1-2 0:5-6"),
        ])
    func accepted(cell: String, expected: String) throws {
        let decoded = try decoder.decode(cell)
        #expect(text(decoded.value) == expected)
        #expect(decoded.warnings.isEmpty)
    }

    @Test(
        "A word without a readable range, or an unknown word, is ignored with a warning",
        arguments: [
            "Deutsch", "Deutsch:6-1", "Deutsch:a-b", "Deutsch:1-", "Deutsch:1-2-3", "Physik:1-6", ":1-6",
        ])
    func ignored(cell: String) throws {
        let decoded = try decoder.decode(cell + "; Musik:1-5")
        #expect(text(decoded.value) == "1:1-5")
        #expect(decoded.warnings.map(\.part) == [cell])
    }

    @Test("An open vocabulary learns the words with a range")
    func open() throws {
        let index = VocabularyFixtures.open()
        let decoded = try RangedTagsDecoder(index: index).decode("Deutsch:1-6; Lernen lernen:1-14; Musik")
        #expect(text(decoded.value) == "0:1-6 1:1-14")
        #expect(decoded.warnings.count == 1)
        #expect(index.vocabulary.tags.map(\.key) == ["Deutsch", "Lernen lernen"])
    }
}
