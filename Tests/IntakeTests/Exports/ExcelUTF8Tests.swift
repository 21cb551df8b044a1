import Intake
import Records
import Testing

@Suite("A CSV UTF-8 file of Excel for Windows")
struct ExcelUTF8Tests {
    /// A byte order mark, CRLF, rows filled up with commas to the last column that was ever used.
    @Test("is read; rows and columns that are only commas count for nothing")
    func read() throws {
        let text = "住民ID,氏名,年齢,,\r\nR1,神\u{FA19},30,,\r\n,,,,\r\nR2,नेपाल,,,\r\n"
        let reading = try PeopleFixture.read(Encoded.marked(text), [PeopleFixture.name, PeopleFixture.age])
        #expect(reading.table.ids.map(\.text) == ["R1", "R2"])
        #expect(reading.table.rows == [2, 4])
        #expect(
            reading.table.texts("name").map { $0.map { Array($0.utf8) } }
                == [Array("神\u{FA19}".utf8), Array("नेपाल".utf8)])
        #expect(reading.table.numbers("age") == [30, nil])
        #expect(reading.issues.isEmpty)
    }

    @Test("of a computer with a comma for decimals has semicolons")
    func semicolons() throws {
        let text = "resident_id;Name;Free time\r\nR1;Müller, Anna;Sat 10:00-12:00\r\n"
        let reading = try PeopleFixture.read(Encoded.marked(text), [PeopleFixture.name, PeopleFixture.week])
        #expect(reading.table.texts("name") == ["Müller, Anna"])
        #expect(reading.issues.isEmpty)
    }
}
