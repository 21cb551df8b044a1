import Intake
import Records
import Testing

@Suite("An export of CiviCRM")
struct CiviCRMTests {
    /// A byte order mark, every cell quoted, CRLF; labels joined by a comma and a space, also those that hold
    /// a comma themselves.
    @Test("is read; a label with a delimiter in it stays whole")
    func read() throws {
        let text = [
            "\"resident_id\",\"Name\",\"Gender\",\"Interests\",\"Online\"",
            "\"12\",\"O'Neil, \"\"Pat\"\"\",\"Female\",\"cooking, anime and manga\",\"Yes\"",
            "\"13\",\"李\",\"Male\",\"文化・習慣, 料理\",\"No\"", "",
        ].joined(separator: "\r\n")
        let reading = try PeopleFixture.read(
            Encoded.marked(text),
            [PeopleFixture.name, PeopleFixture.sex, PeopleFixture.interests, PeopleFixture.online])
        #expect(reading.table.texts("name") == ["O'Neil, \"Pat\"", "李"])
        #expect(reading.table.categories("sex") == [0, 1])
        #expect(PeopleFixture.tags(reading) == [["cooking", "anime"], ["cooking", "culture"]])
        #expect(reading.table.flags("online") == [.yes, .no])
        #expect(reading.issues.isEmpty)
    }
}
