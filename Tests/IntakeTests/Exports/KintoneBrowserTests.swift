import Intake
import Records
import Testing

@Suite("An export of kintone from the browser")
struct KintoneBrowserTests {
    /// Shift JIS, CRLF; the column レコードの開始行 for an app with a table; a checkbox field as one column for
    /// each answer, with 1 where it was chosen.
    private static let text = [
        "レコードの開始行,住民ID,氏名,趣味[料理],趣味[文化・習慣],趣味[アニメ・漫画],備考",
        "*,R1,髙橋,1,,1,一行目", ",,,,,,二行目", "*,R2,健,,1,,", "",
    ].joined(separator: "\r\n")

    private static let notes = PeopleFixture.field("notes", .text, "備考")

    @Test("is read: the answers' columns are one field, and further rows belong to their record")
    func read() throws {
        let reading = try PeopleFixture.read(
            try Encoded.cp932(Self.text), [PeopleFixture.name, PeopleFixture.interests, Self.notes])
        #expect(reading.table.texts("name") == ["髙橋", "健"])
        #expect(PeopleFixture.tags(reading) == [["cooking", "anime"], ["culture"]])
        #expect(reading.table.texts("notes") == ["一行目\n二行目", nil])
        #expect(reading.table.rows == [2, 4])
        #expect(reading.issues.isEmpty)
    }

    @Test(
        "with an empty header over the marks is read likewise; without marks the rows are people of their own"
    )
    func emptyHeader() throws {
        let marked = try PeopleFixture.read(",住民ID,趣味\n*,R1,料理\n,R1,文化\n*,R2,\n", [PeopleFixture.interests])
        #expect(PeopleFixture.tags(marked) == [["cooking", "culture"], []])
        let plain = try PeopleFixture.read(",住民ID,趣味\n1,R1,料理\n2,R2,文化\n", [PeopleFixture.interests])
        #expect(PeopleFixture.tags(plain) == [["cooking"], ["culture"]])
        #expect(plain.issues.count == 1)
        #expect(plain.issues.first?.problem.en.contains("Column 1 has values but no header") == true)
    }

    @Test("with a mark that says neither yes nor no warns of the cell and takes the answer as not chosen")
    func unclear() throws {
        let reading = try PeopleFixture.read(
            "住民ID,趣味[料理],趣味［文化・習慣］\nR1,✓,○\nR2,多分,0\n", [PeopleFixture.interests])
        #expect(PeopleFixture.tags(reading) == [["cooking", "culture"], []])
        #expect(reading.issues.map(\.column) == ["趣味[料理]"])
        #expect(reading.issues.map(\.row) == [3])
        #expect(reading.issues.map(\.value) == ["多分"])
    }

    @Test("with a column that has brackets of its own keeps it")
    func ownBrackets() throws {
        let fee = PeopleFixture.field("age", .number(suffix: "歳"), "年齢[歳]")
        let reading = try PeopleFixture.read("住民ID,年齢[歳]\nR1,30\n", [fee])
        #expect(reading.table.numbers("age") == [30])
    }
}
