import Intake
import Records
import Testing

@Suite struct TimeZoneDecoderTests {
    private let decoder = TimeZoneDecoder(
        index: VocabularyIndex(
            Vocabulary(tags: [
                Tag(
                    key: "Asia/Kathmandu", label: Bilingual(ja: "ネパール", en: "Nepal"),
                    aliases: ["カトマンズ", "Kathmandu"])
            ])))

    @Test(
        "words of the vocabulary, names and distances, in full width too",
        arguments: [
            ("ネパール", "Asia/Kathmandu"), ("kathmandu", "Asia/Kathmandu"), ("Europe/Berlin", "Europe/Berlin"),
            ("ＵＴＣ＋９", "UTC+09:00"), ("UTC +5:45", "UTC+05:45"), (" asia/tokyo ", "Asia/Tokyo"),
            ("America/New York", "America/New_York"),
        ])
    func read(cell: String, name: String) throws {
        let decoded = try decoder.decode(cell)
        #expect(decoded.value?.name == name && decoded.warnings.isEmpty)
    }

    @Test("an empty cell is a missing answer")
    func missing() throws {
        #expect(try decoder.decode("").value == nil)
        #expect(try decoder.decode("　").value == nil)
    }

    @Test(
        "anything else is refused with a cure, without a vocabulary too",
        arguments: ["JST", "東京", "+9:07", "9時間"])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try decoder.decode(cell) }
        #expect(throws: Defect.self) { try TimeZoneDecoder(index: nil).decode(cell) }
    }
}
