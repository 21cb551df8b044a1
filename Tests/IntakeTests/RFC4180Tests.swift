import Intake
import Records
import Testing

/// https://www.rfc-editor.org/rfc/rfc4180, section 2, rule by rule; docs/input.md lists where we differ.
@Suite("RFC 4180")
struct RFC4180Tests {
    private func rows(_ text: String) throws -> [[String]] {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(path: try folder.file(text))
        var rows: [[String]] = []
        while try reader.next() {
            rows.append((0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) })
        }
        return rows
    }

    private func isRefused(_ text: String) throws -> Bool {
        do {
            _ = try rows(text)
            return false
        } catch is IntakeError {
            return true
        }
    }

    @Test("Rule 1: each record stands on a line of its own, ended by CRLF; LF and CR alone are taken too")
    func lines() throws {
        let expected = [["aaa", "bbb"], ["zzz", "yyy"]]
        #expect(try rows("aaa,bbb\r\nzzz,yyy\r\n") == expected)
        #expect(try rows("aaa,bbb\nzzz,yyy\n") == expected)
        #expect(try rows("aaa,bbb\rzzz,yyy\r") == expected)
    }

    @Test("Rule 2: the last record may have no line break")
    func lastLine() throws {
        #expect(try rows("aaa,bbb\r\nzzz,yyy") == [["aaa", "bbb"], ["zzz", "yyy"]])
    }

    @Test("Rule 3: the first line is a header; ours must be one")
    func header() throws {
        #expect(throws: IntakeError.self) {
            try PeopleFixture.read("R1,花子\r\n", [PeopleFixture.name])
        }
    }

    @Test("Rule 4: every line should have the same number of fields; one that has not is put aside")
    func sameNumber() throws {
        let reading = try PeopleFixture.read(
            "住民ID,氏名\r\nR1,花子\r\nR2\r\nR3,健,三\r\nR4,愛,\r\n", [PeopleFixture.name])
        #expect(reading.table.ids.map(\.text) == ["R1", "R4"])
        #expect(reading.quarantinedRows == [3, 4])
    }

    @Test("Rule 4: the last field is not followed by a comma; a comma there begins an empty one")
    func lastComma() throws {
        #expect(try rows("a,b,\r\n") == [["a", "b", ""]])
    }

    @Test("Rule 4: spaces are part of a field; ours drops them around one, and keeps them in quotation marks")
    func spaces() throws {
        #expect(try rows(" a , \" b \" \r\n") == [["a", " b "]])
    }

    @Test("Rule 5: a field may stand in quotation marks, and marks may not stand in one that does not")
    func quotes() throws {
        #expect(try rows("\"aaa\",bbb\r\n\"\",\r\n") == [["aaa", "bbb"], ["", ""]])
        #expect(try isRefused("aa\"a,bbb\r\n"))
        #expect(try isRefused("\"aaa\"x,bbb\r\n"))
        #expect(try isRefused("\"aaa,bbb\r\n"))
    }

    @Test("Rule 6: line breaks, quotation marks and commas stand in quotation marks")
    func quotedBreaks() throws {
        #expect(
            try rows("\"aaa\",\"b\r\nbb\",\"c,c\"\r\nz,y,x") == [
                ["aaa", "b\r\nbb", "c,c"], ["z", "y", "x"],
            ])
    }

    @Test("Rule 7: a quotation mark in a quoted field is doubled")
    func doubled() throws {
        #expect(try rows("\"aaa\",\"b\"\"bb\",\"\"\"\"\r\n") == [["aaa", "b\"bb", "\""]])
    }

    @Test("The grammar's characters are ASCII; ours are any but NUL")
    func characters() throws {
        #expect(try rows("氏名,\"नमस्ते\"\r\n\u{1}\u{7F},𠮷\r\n") == [["氏名", "नमस्ते"], ["\u{1}\u{7F}", "𠮷"]])
        #expect(try isRefused("a\u{0}b,c\r\n"))
    }
}
