import Intake
import Records
import Testing

@Suite("An export of cli-kintone")
struct KintoneCLITests {
    /// Every cell quoted, LF; the answers of a checkbox field on lines of one cell; a table's further rows
    /// without the `*` that begins a record, the record's own values repeated.
    private let file = Array(
        [
            "\"*\",\"住民ID\",\"氏名\",\"趣味\",\"予定\",\"空いている時間\"",
            "\"*\",\"R1\",\"花子\",\"料理\n文化・習慣\",\"1\",\"土 10:00-12:00\"",
            "\"\",\"R1\",\"花子\",\"料理\n文化・習慣\",\"2\",\"日 13:00-15:00\"",
            "\"*\",\"R2\",\"健\",\"\",\"3\",\"月 9:00-10:00\"", "",
        ].joined(separator: "\n").utf8)

    @Test("is read: a record's rows are one person, with the times of all of them")
    func read() throws {
        let reading = try PeopleFixture.read(
            file, [PeopleFixture.name, PeopleFixture.interests, PeopleFixture.week])
        #expect(reading.rowCount == 2)
        #expect(reading.table.ids.map(\.text) == ["R1", "R2"])
        #expect(reading.table.rows == [2, 4])
        #expect(reading.table.texts("name") == ["花子", "健"])
        #expect(PeopleFixture.tags(reading) == [["cooking", "culture"], []])
        let quarters = reading.table.weeklies("week").map { $0?.quarterCount }
        #expect(quarters == [16, 4])
        #expect(reading.quarantinedRows.isEmpty)
        #expect(reading.issues.map(\.column) == [nil])
        #expect(reading.issues.first?.problem.en == "These columns were not used: '予定'.")
    }

    @Test("whose rows of one record contradict each other in a single value is put aside, with the column")
    func contradiction() throws {
        let text = "*,住民ID,年齢,趣味\n*,R1,30,料理\n,R1,31,文化\n,R1,,アニメ\n*,R2,40,\n"
        let reading = try PeopleFixture.read(text, [PeopleFixture.age, PeopleFixture.interests])
        #expect(reading.table.ids.map(\.text) == ["R2"])
        #expect(reading.quarantinedRows == [2])
        let issue = try #require(reading.issues.first)
        #expect(issue.severity == .error && issue.row == 2)
        #expect(issue.problem.en.contains("'年齢'"))
    }

    @Test("whose ids differ within a record is put aside: a mark is missing")
    func missingMark() throws {
        let reading = try PeopleFixture.read("*,住民ID,氏名\n*,R1,花子\n,R2,健\n", [PeopleFixture.name])
        #expect(reading.table.count == 0)
        #expect(reading.quarantinedRows == [2])
        #expect(reading.issues.first?.problem.en.contains("'住民ID'") == true)
    }
}
