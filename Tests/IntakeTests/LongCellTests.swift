import Intake
import Records
import Testing

/// Cells that a fuzzer or a careless export makes long.
@Suite("Long cells")
struct LongCellTests {
    @Test("A cell over 16 KB is refused by every kind of value but a text, before anything is made of it")
    func tooLong() throws {
        // A megabyte of marks that combine took Foundation's tables 2 s.
        let cell = String(repeating: "か\u{3099}", count: 170_000)
        let index = VocabularyFixtures.open()
        #expect(throws: Defect.self) { try DateDecoder().decode(cell) }
        #expect(throws: Defect.self) { try FlagDecoder().decode(cell) }
        #expect(throws: Defect.self) { try NumberDecoder().decode(cell) }
        #expect(throws: Defect.self) { try CategoryDecoder(index: index).decode(cell) }
        #expect(throws: Defect.self) { try TagsDecoder(index: index).decode(cell) }
        #expect(throws: Defect.self) { try LevelledTagsDecoder(index: index, scale: .cefr).decode(cell) }
        #expect(throws: Defect.self) { try RangedTagsDecoder(index: index).decode(cell) }
        #expect(throws: Defect.self) { try WeeklyDecoder().decode(cell) }
        #expect(throws: Defect.self) { try WindowDecoder().decode(cell) }
        #expect(throws: Defect.self) { try DurationDecoder().decode(cell) }
        #expect(throws: Defect.self) { try ClockRangeDecoder().decode(cell) }
        #expect(throws: Defect.self) { try MeetingTimeDecoder().decode(cell) }
        #expect(throws: Defect.self) { try TimeZoneDecoder(index: nil).decode(cell) }
        let table = try PeopleFixture.read("住民ID,氏名\n1,\(cell)", [PeopleFixture.name]).table
        #expect(table.texts("name") == [cell])
    }

    @Test("A cell of 16 KB of different unknown words gives a warning for each")
    func manyWords() throws {
        let words = (0..<2700).map { "w\($0)" }
        let decoded = try TagsDecoder(index: VocabularyIndex(VocabularyFixtures.interests))
            .decode(words.joined(separator: ","))
        #expect(decoded.warnings.map(\.part) == words)
    }

    @Test("Long cells, which are not remembered, do not shift the values of short ones that repeat")
    func longBetweenShort() throws {
        let long = (0..<30).map { _ in "料理、文化・習慣" }.joined(separator: "、")
        #expect(long.utf8.count > 256)
        let cells = ["料理", long, "文化・習慣", "料理", long, "", "文化・習慣", "料理"]
        let rows = cells.enumerated().map { "\n\($0.offset),\"\($0.element)\"" }.joined()
        let reading = try PeopleFixture.read("住民ID,趣味" + rows, [PeopleFixture.interests])
        let both = ["cooking", "culture"]
        #expect(
            PeopleFixture.tags(reading)
                == [["cooking"], both, ["culture"], ["cooking"], both, [], ["culture"], ["cooking"]])
    }
}
