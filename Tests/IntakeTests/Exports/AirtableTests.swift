import Intake
import Records
import Testing

@Suite("An export of Airtable")
struct AirtableTests {
    /// UTF-8, LF, no line break at the end; multiple selects joined by a comma; a checkbox is `checked` or
    /// nothing.
    @Test("is read, with and without a byte order mark")
    func read() throws {
        let text = "Name,resident_id,Interests,Online\nAna,R1,\"cooking,culture\",checked\nBo,R2,,"
        for bytes in [Array(text.utf8), Encoded.marked(text)] {
            let reading = try PeopleFixture.read(
                bytes, [PeopleFixture.name, PeopleFixture.interests, PeopleFixture.online])
            #expect(reading.table.ids.map(\.text) == ["R1", "R2"])
            #expect(PeopleFixture.tags(reading) == [["cooking", "culture"], []])
            #expect(reading.table.flags("online") == [.yes, nil])
            #expect(reading.issues.isEmpty)
        }
    }
}
