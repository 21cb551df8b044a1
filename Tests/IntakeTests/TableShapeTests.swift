import Intake
import Records
import Testing

@Suite("Shapes of tables")
struct TableShapeTests {
    private static let fields = [PeopleFixture.name, PeopleFixture.age]

    private func summary(_ text: String) throws -> [String] {
        let reading = try PeopleFixture.read(text, Self.fields)
        return zip(zip(reading.table.ids, reading.table.rows), reading.table.texts("name")).map {
            "\($0.1): \($0.0.text) \($1 ?? "-")"
        }
    }

    @Test(
        "CRLF, LF and lone CR give the same people, with and without a line break at the end",
        arguments: ["\r\n", "\n", "\r"])
    func lineEndings(end: String) throws {
        let text = ["住民ID,氏名,年齢", "R1,花子,30", "", "R2,健,"].joined(separator: end)
        #expect(try summary(text) == ["2: R1 花子", "4: R2 健"])
        #expect(try summary(text + end) == ["2: R1 花子", "4: R2 健"])
    }

    @Test("Line breaks of any kind inside of quotation marks belong to the cell")
    func quotedBreaks() throws {
        for end in ["\r\n", "\n", "\r"] {
            #expect(try summary("住民ID,氏名,年齢\nR1,\"花\(end)子\",30\nR2,健,\n") == ["2: R1 花\(end)子", "3: R2 健"])
        }
    }

    @Test(
        "Blank lines count as rows and for nothing else, also before the header and when they hold commas or spaces"
    )
    func blankLines() throws {
        #expect(
            try summary("\n ,　\n住民ID,氏名,年齢\n\n,,\nR1,花子,30\n\n") == ["6: R1 花子"])
    }

    @Test("Several empty headers and trailing empty columns are no duplicates and no defects")
    func emptyHeaders() throws {
        let reading = try PeopleFixture.read("住民ID,,氏名,,年齢,,\nR1,,花子,,30,,\nR2,,健,,,,,,\n", Self.fields)
        #expect(reading.table.texts("name") == ["花子", "健"])
        #expect(reading.issues.isEmpty)
    }

    @Test("A value under an empty header is reported once for the column")
    func valueWithoutHeader() throws {
        let reading = try PeopleFixture.read("住民ID,,氏名,年齢\nR1,x,花子,30\nR2,y,健,\n", Self.fields)
        #expect(reading.table.count == 2)
        #expect(reading.issues.map(\.row) == [2])
    }

    @Test("A cell of one MiB is read, one byte more is refused with its row and column")
    func largeCell() throws {
        let cell = String(repeating: "あ", count: CSVReader.cellLimit / 3) + "x"
        #expect(cell.utf8.count == CSVReader.cellLimit)
        for text in ["R1,\(cell),30\n", "R1,\"\(cell)\",30\n"] {
            let reading = try PeopleFixture.read("住民ID,氏名,年齢\n" + text, Self.fields)
            #expect(reading.table.texts("name") == [cell])
        }
        let bytes = Encoded.utf16("住民ID,氏名,年齢\nR1,\(cell),30\n")
        #expect(try PeopleFixture.read(bytes, Self.fields).table.texts("name") == [cell])
        #expect {
            try PeopleFixture.read("住民ID,氏名,年齢\nR1,\(cell)y,30\n", Self.fields)
        } throws: { error in
            guard case .cellTooLarge(_, 2, 2, _)? = error as? IntakeError else { return false }
            return true
        }
    }
}
