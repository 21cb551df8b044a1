import Intake
import Records
import Testing

@Suite("A CSV download of Google Forms")
struct GoogleFormsTests {
    /// UTF-8 without a mark; every cell quoted; a semicolon between the answers of a checkbox question; the time
    /// stamp in the form's own words.
    private let file = Array(
        [
            "\"Timestamp\",\"resident_id\",\"Name\",\"Interests\",\"Applied\"",
            "\"2025/04/01 9:12:33 午後 GMT+9\",\"R1\",\"Sita\",\"cooking;culture\",\"2025/04/01 9:12:33 午後 GMT+9\"",
            "\"2025/04/02 9:12:33 午前 GMT+9\",\"R2\",\"Ram\",\"\",\"2025/04/02 9:12:33 午前 GMT+9\"", "",
        ].joined(separator: "\n").utf8)

    @Test("is read: semicolons stand in cells here and are not the delimiter")
    func read() throws {
        let applied = PeopleFixture.field("applied", .date, "Applied")
        let reading = try PeopleFixture.read(
            file, [PeopleFixture.name, PeopleFixture.interests, applied])
        #expect(reading.table.texts("name") == ["Sita", "Ram"])
        #expect(PeopleFixture.tags(reading) == [["cooking", "culture"], []])
        #expect(reading.table.dates("applied").map { $0?.description } == ["2025-04-01", "2025-04-02"])
        #expect(reading.quarantinedRows.isEmpty)
    }
}
