import Intake
import Records
import Testing

@Suite("CategoryDecoder")
struct CategoryDecoderTests {
    private let decoder = CategoryDecoder(index: VocabularyIndex(VocabularyFixtures.interests))

    @Test(
        "Any spelling of a word names it, whatever its width, case and spacing",
        arguments: [
            ("料理", 0), ("cooking", 0), ("COOKING", 0), ("Ｃｏｏｋｉｎｇ", 0), (" 料理　", 0), ("ｱﾆﾒ･漫画", 1),
            ("アニメ ・ 漫画", 1),
            ("Anime  and Manga", 1), ("難民", 4),
        ])
    func accepted(cell: String, index: Int) throws {
        #expect(try decoder.decode(cell).value == index)
    }

    @Test("A part of a word is never the word", arguments: ["料", "料理教室", "アニ", "日本", "文化、料理"])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try decoder.decode(cell) }
    }

    @Test("The cure names the nearest word, or the known words where none is near")
    func cure() {
        do throws(Defect) {
            _ = try decoder.decode("cookin")
            Issue.record("accepted")
        } catch {
            #expect(error.cure.en.contains("'cooking'"))
        }
        do throws(Defect) {
            _ = try decoder.decode("天体観測")
            Issue.record("accepted")
        } catch {
            #expect(error.cure.ja.contains("「料理」"))
            #expect(!error.cure.ja.contains("天体観測"))
        }
    }

    @Test("An open vocabulary learns a word once")
    func open() throws {
        let index = VocabularyFixtures.open()
        let decoder = CategoryDecoder(index: index)
        #expect(try decoder.decode("Ｂｅｐｐｕ").value == 0)
        #expect(try decoder.decode("beppu").value == 0)
        #expect(try decoder.decode("Oita").value == 1)
        #expect(index.vocabulary.tags.map(\.label.ja) == ["Beppu", "Oita"])
    }

    @Test("A full open vocabulary refuses another word")
    func full() {
        #expect(throws: Defect.self) {
            try CategoryDecoder(index: VocabularyFixtures.full()).decode("one more")
        }
    }
}
