import Intake
import Records
import Testing

@Suite("Headers of real exports")
struct HeaderShapeTests {
    private func defects(_ text: String) throws -> [DataIssue] {
        do {
            _ = try PeopleFixture.read(text, [PeopleFixture.name])
            return []
        } catch IntakeError.defects(_, let issues) {
            return issues
        }
    }

    @Test(
        "A long question with line breaks, full-width letters and doubled spaces is the header that was declared"
    )
    func longQuestion() throws {
        let question = PeopleFixture.field(
            "name", .text, "Q1. あなたのお名前を教えてください。 （ローマ字でも構いません / You may use roman letters.）")
        let header = "\"Ｑ１．　あなたのお名前を教えてください。\r\n（ローマ字でも構いません　/\nYou  may use\r\nROMAN letters.）\""
        let reading = try PeopleFixture.read("住民ID,\(header)\r\nR1,花子\r\n", [question])
        #expect(reading.table.texts("name") == ["花子"])
        #expect(reading.issues.isEmpty)
    }

    @Test("A missing id column refuses the file and names the nearest header")
    func missing() throws {
        let issues = try defects("住民ＩＤ番号,氏名\nR1,花子\n")
        #expect(issues.map(\.severity) == [.error])
        #expect(issues.first?.cure.en.contains("'住民ＩＤ番号'") == true)
        #expect(issues.first?.cure.ja.contains("「住民ＩＤ番号」") == true)
    }

    @Test("Headers that are the same after folding refuse the file; so do two of one field")
    func duplicates() throws {
        #expect(try defects("住民ID,氏名,Ｎａｍｅ,name\nR1,a,b,c\n").count == 2)
        #expect(try defects("住民ID,趣味,趣 味\nR1,a,b\n").isEmpty)
        #expect(try defects("住民ID,メモ,メモ　\nR1,a,b\n").count == 1)
    }

    @Test("Unknown headers are listed once for the file")
    func unknown() throws {
        let reading = try PeopleFixture.read("住民ID,氏名,駅,メモ\nR1,花子,目黒,\nR2,健,,x\n", [PeopleFixture.name])
        #expect(reading.issues.count == 1)
        #expect(reading.issues.first?.problem.ja == "次の列は使いませんでした: 「駅」、「メモ」")
    }
}
