import Intake
import Records
import Testing

@Suite("An export of Google Sheets")
struct GoogleSheetsTests {
    /// File > Download > CSV: UTF-8 without a mark, CRLF, no line break at the end; the question is the header,
    /// answers of a checkbox question are joined by a comma and a space.
    private let file = Array(
        [
            "タイムスタンプ,住民ID,氏名,\"興味のあること\n（複数選択可）\",生年月日",
            "2025/04/01 21:12:33,R1,グエン,\"料理, 文化・習慣\",1990/02/03",
            "2025/04/02 8:00:01,R2,\"Müller, Anna\",アニメ・漫画,1985/12/31",
        ].joined(separator: "\r\n").utf8)

    @Test("is read, with its line breaks in a header and its joined answers")
    func read() throws {
        let interests = PeopleFixture.field(
            "interests", .tags(vocabulary: "interests"), "興味のあること （複数選択可）")
        let reading = try PeopleFixture.read(file, [PeopleFixture.name, interests, PeopleFixture.birth])
        #expect(reading.table.ids.map(\.text) == ["R1", "R2"])
        #expect(reading.table.texts("name") == ["グエン", "Müller, Anna"])
        #expect(PeopleFixture.tags(reading) == [["cooking", "culture"], ["anime"]])
        #expect(reading.table.dates("birth").map { $0?.description } == ["1990-02-03", "1985-12-31"])
        #expect(reading.issues.map(\.severity) == [.warning])
        #expect(reading.issues.first?.problem.en.contains("'タイムスタンプ'") == true)
    }
}
