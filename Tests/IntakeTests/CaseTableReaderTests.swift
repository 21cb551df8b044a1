import Intake
import Records
import Testing

@Suite("CaseTableReader")
struct CaseTableReaderTests {
    private static let kinds = Vocabulary(tags: [
        Tag(key: "call", label: Bilingual(ja: "電話", en: "phone call"), aliases: ["TEL"]),
        Tag(key: "visit", label: Bilingual(ja: "訪問", en: "visit")),
    ])

    private static let columns = [
        CaseColumn(Bilingual("id"), ["id", "ID番号"], .id, isFilled: true),
        CaseColumn(Bilingual("day"), ["day", "日"], .day, isFilled: true),
        CaseColumn(Bilingual("kind"), ["kind", "種類"], .word(kinds)),
        CaseColumn(Bilingual("made"), ["made", "実施"], .yesNo),
        CaseColumn(Bilingual("score"), ["score", "点"], .number(0...5, suffix: "点")),
        CaseColumn(Bilingual("length"), ["length", "時間"], .length),
        CaseColumn(Bilingual("note"), ["note", "備考"], .text),
    ]

    private func read(_ text: String) throws -> CaseTableReading {
        let folder = try TemporaryFolder()
        return try CaseTableReader(columns: Self.columns)
            .read(path: try folder.file(text, name: "cases.csv"))
    }

    @Test("Cells are typed, in both languages and any order; empty ones and missing columns say nothing")
    func cells() throws {
        let reading = try read("点,日,ID番号,種類,実施,時間\r\n４点,令和8年11月3日,'-v,ＴＥＬ,済,1時間半\r\n,2026/11/4,V2,,,\r\n")
        let day = try #require(CivilDate(iso: "2026-11-03"))
        #expect(
            reading.rows.first
                == CaseRow(
                    number: 2,
                    cells: [.text("-v"), .day(day), .text("call"), .flag(true), .number(4), .number(90), nil])
        )
        #expect(reading.rows.last?.cells.compactMap(\.self).count == 2)
        #expect(reading.issues.isEmpty && reading.rowCount == 2)
    }

    @Test("Every defect of a row is reported, and the row is not used")
    func defects() throws {
        let reading = try read(
            "id,day,kind,made,score,length\n,2026-02-30,fax,△,6,90\nV1,2026-11-03,visit,×,5,90 min\nV2\n")
        #expect(reading.rows.map(\.number) == [3])
        #expect(reading.issues.map(\.row) == [2, 2, 2, 2, 2, 2, 4])
        #expect(
            reading.issues.map(\.column) == ["id", "day", "kind", "made", "score", "length", nil])
        #expect(reading.issues.allSatisfy { $0.severity == .error })
    }

    @Test("A file without a column that must be filled is refused; a column that nobody asked for is named")
    func columns() throws {
        #expect(throws: IntakeError.self) { try read("id,kind\nV1,call\n") }
        #expect(throws: IntakeError.self) { try read("id,day\n") }
        let reading = try read("id,day,weather\nV1,2026-11-03,sunny\n")
        #expect(reading.rows.count == 1)
        #expect(reading.issues.map(\.severity) == [.warning])
        #expect(reading.issues[0].problem.en.contains("'weather'"))
    }
}
