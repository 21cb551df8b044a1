import Foundation
import Intake
import Records
import Testing

@Suite("A CSV file of Excel for Windows")
struct ExcelShiftJISTests {
    /// "CSV (comma delimited)": CP932, CRLF, dates as they are shown, whatever was typed between answers.
    private static let text = [
        "住民ID,氏名,生年月日,年齢,オンライン可,趣味", "R1,髙﨑 ①子,2025/4/1,３０歳,○,料理、文化・習慣",
        "R2,㈱山田～－,R7.4.1,41,×,\"アニメ／日本語\n学習\"", "R3,ﾃｽﾄ,令和7年4月1日,８７,△,料理", ",,,,,", "",
    ].joined(separator: "\r\n")

    private static let fields = [
        PeopleFixture.name, PeopleFixture.birth, PeopleFixture.age, PeopleFixture.online,
        PeopleFixture.interests,
    ]

    @Test("is read as CP932 with the vendor's characters, and nobody is told what the headers prove")
    func read() throws {
        let reading = try PeopleFixture.read(try Encoded.cp932(Self.text), Self.fields)
        #expect(reading.table.texts("name") == ["髙﨑 ①子", "㈱山田～－", "ﾃｽﾄ"])
        #expect(
            reading.table.dates("birth").map { $0?.description } == Array(repeating: "2025-04-01", count: 3))
        #expect(reading.table.numbers("age") == [30, 41, 87])
        #expect(reading.table.flags("online") == [.yes, .no, .negotiable])
        #expect(PeopleFixture.tags(reading).first == ["cooking", "culture"])
        #expect(reading.quarantinedRows.isEmpty)
        #expect(!reading.issues.contains { $0.problem.en.contains("CP932") })
    }

    @Test("with headers in plain ASCII says that CP932 was a guess")
    func guessed() throws {
        let reading = try PeopleFixture.read(try Encoded.cp932("Id,Name\r\nR1,髙橋\r\n"), [PeopleFixture.name])
        #expect(reading.table.texts("name") == ["髙橋"])
        #expect(reading.issues.map(\.severity) == [.warning])
        #expect(reading.issues.first?.problem.en.contains("CP932") == true)
        #expect(reading.issues.first?.row == nil)
        let asked = try PeopleFixture.read(
            try Encoded.cp932("Id,Name\r\nR1,髙橋\r\n"), [PeopleFixture.name],
            options: TableOptions(encoding: .cp932))
        #expect(asked.issues.isEmpty)
    }

    @Test("with a character of the user's own font is read, with a warning for the row and the column")
    func gaiji() throws {
        let bytes = try Encoded.cp932("住民ID,氏名,その他\r\nR1,山") + [0xF0, 0x40, 0x2C, 0xF0, 0x41, 0x0D, 0x0A]
        let reading = try PeopleFixture.read(bytes + Array("R2,x,\r\n".utf8), [PeopleFixture.name])
        #expect(reading.table.texts("name") == ["山\u{E000}", "x"])
        let warnings = reading.issues.filter { $0.row != nil }
        #expect(warnings.map(\.row) == [2])
        #expect(warnings.map(\.column) == ["氏名"])
        #expect(warnings.first?.severity == .warning)
        #expect(warnings.first?.problem.en.contains("gaiji") == true)
    }

    @Test("as \"Unicode text\" is UTF-16 with tabs, and is read too")
    func unicodeText() throws {
        let text = Self.text.replacingOccurrences(of: ",", with: "\t")
        let reading = try PeopleFixture.read(Encoded.utf16(text), Self.fields)
        #expect(reading.table.texts("name").first == "髙﨑 ①子")
        #expect(reading.table.count == 3)
    }
}
