import Foundation
import Intake
import Records
import Testing

@Suite struct ActivityReaderTests {
    private func read(_ rows: String) throws -> ActivityReading {
        let folder = try TemporaryFolder()
        let path = try folder.file("社員番号,活動日,活動,種別,時間\n" + rows, name: "a.csv")
        let spec = ActivityTableSpec(
            person: ["社員番号"], date: ["活動日"], event: ["活動"], kind: ["種別"], hours: ["時間"],
            kinds: Vocabulary(tags: [
                Tag(key: "cleanup", label: Bilingual(ja: "清掃", en: "clean-up")),
                Tag(key: "class", label: Bilingual(ja: "教室", en: "class")),
            ]))
        let asOf = try #require(CivilDate(iso: "2026-03-31"))
        return try ActivityReader(spec: spec, asOf: asOf).read(path: path)
    }

    @Test("activities are read by person and day, each with its kind and minutes")
    func rows() throws {
        let reading = try read("E2,2025-05-01,海岸,清掃,1時間30分\nE1,R7.6.1,小学校,教室,2\n")
        #expect(reading.activities.map(\.person.text) == ["E1", "E2"])
        #expect(reading.activities.map(\.minutes) == [120, 90])
        #expect(reading.activities.map(\.kind) == [1, 0])
        #expect(reading.issues.isEmpty)
    }

    @Test("a row written twice counts once; rows that differ in kind or hours do not count")
    func repeated() throws {
        let reading = try read(
            """
            E1,2025-05-01,海岸,清掃,2
            E1,2025/5/1,海岸,清掃,120分
            E2,2025-05-01,海岸,清掃,2
            E2,2025-05-01,海岸,清掃,3
            E3,2025-05-01,海岸,清掃,2
            E3,2025-05-02,海岸,清掃,2
            E3,2025-05-01,河原,清掃,2
            """)
        #expect(reading.activities.map(\.row) == [2, 6, 8, 7])
        #expect(reading.quarantinedRows == [3, 4, 5])
        #expect(reading.issues.map(\.row) == [3, 4, 5])
    }

    @Test("every defect of a row is named; empty and future cells too")
    func bad() throws {
        let reading = try read(
            ",2025-05-01,海岸,清掃,2\nE1,きのう,海岸,釣り,半日\nE1,2026-04-01,海岸,清掃,2\nE1,2025-05-01,,清掃,\nE1,2025-05-01,海岸,清掃\n"
        )
        #expect(reading.activities.isEmpty)
        #expect(reading.issues.compactMap(\.row) == [2, 3, 3, 3, 4, 5, 5, 6])
        #expect(reading.rowCount == 5 && reading.quarantinedRows == [2, 3, 4, 5, 6])
    }
}

@Suite struct RosterReaderTests {
    @Test("everybody is counted once; two groups of one person are no group")
    func rows() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("社員番号,会社\nE2,本社\nE1,A社\nE2,A社\n,本社\nE3,\n", name: "n.csv")
        let spec = RosterSpec(person: ["社員番号"], group: ["会社"], groupLabel: Bilingual("company"))
        let reading = try RosterReader(spec: spec).read(path: path)
        #expect(reading.entries.map(\.person.text) == ["E1", "E2", "E3"])
        #expect(reading.entries.map(\.group) == ["A社", nil, nil])
        #expect(reading.quarantinedRows == [5] && reading.rowCount == 5)
        #expect(reading.issues.map(\.severity) == [.warning, .error])
    }
}
