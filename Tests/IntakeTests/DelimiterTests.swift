import Intake
import Testing

@Suite("Delimiter")
struct DelimiterTests {
    private func rows(_ text: String, _ delimiter: Delimiter? = nil) throws -> [String] {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(
            path: try folder.file(text), options: TableOptions(delimiter: delimiter))
        return try reader.joinedRows()
    }

    @Test("The header tells the delimiter: comma, tab or semicolon")
    func inspected() throws {
        #expect(try rows("a,b\n1,2;3\n") == ["a|b", "1|2;3"])
        #expect(try rows("a\tb\n1\t2,3\n") == ["a|b", "1|2,3"])
        #expect(try rows("a;b\n1;2,3\n") == ["a|b", "1|2,3"])
    }

    @Test("What stands in quotation marks, in later rows and in blank rows before does not count")
    func quoted() throws {
        #expect(try rows("\"a;;\n;\",b\n1,2\n") == ["a;;\n;|b", "1|2"])
        #expect(try rows("\r\n\r\na;b\n1,2,3,4;5\n") == ["", "", "a|b", "1,2,3,4|5"])
    }

    @Test("The most frequent one counts; among equals a tab, then a comma; a single column has commas")
    func ties() throws {
        #expect(try rows("a, x;b;c\n") == ["a, x|b|c"])
        #expect(try rows("a,b\tc\n") == ["a,b|c"])
        #expect(try rows("a;b,c\n") == ["a;b|c"])
        #expect(try rows("a\n1;2\n") == ["a", "1;2"])
    }

    @Test("Tabs at both ends of a row are empty cells")
    func tabs() throws {
        #expect(try rows("\ta\t\n\t1\t\n") == ["|a|", "|1|"])
    }

    @Test("A delimiter that was given counts, by its name or as itself")
    func given() throws {
        for text in ["semicolon", ";"] { #expect(try rows("a,b;c\n", Delimiter(text)) == ["a,b|c"]) }
        for text in ["tab", "\t", "\\t"] { #expect(Delimiter(text) == .tab) }
        for text in ["comma", ","] { #expect(Delimiter(text) == .comma) }
        for text in ["", " ", "|", "commas"] { #expect(Delimiter(text) == nil) }
    }
}
