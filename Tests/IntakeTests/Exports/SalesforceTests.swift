import Intake
import Records
import Testing

@Suite("An export of Salesforce")
struct SalesforceTests {
    /// UTF-8, every cell quoted, LF; ids of 18 characters that differ in case only; ISO dates; a semicolon
    /// between picklist values.
    private let file = Array(
        [
            "\"Id\",\"Name\",\"Birth date\",\"Interests\"",
            "\"0015g00000AbCdEAAZ\",\"Ana\",\"1990-02-03\",\"cooking;culture\"",
            "\"0015g00000aBcDeAAZ\",\"Bo\",\"1991-12-31\",\"\"", "",
        ].joined(separator: "\n").utf8)

    @Test("is read; ids that differ in case only are two people")
    func read() throws {
        let reading = try PeopleFixture.read(
            file, [PeopleFixture.name, PeopleFixture.birth, PeopleFixture.interests])
        #expect(reading.table.ids.map(\.text) == ["0015g00000AbCdEAAZ", "0015g00000aBcDeAAZ"])
        #expect(PeopleFixture.tags(reading) == [["cooking", "culture"], []])
        #expect(reading.table.dates("birth").map { $0?.description } == ["1990-02-03", "1991-12-31"])
        #expect(reading.issues.isEmpty)
    }
}
