import Intake
import Records
import Testing

@Suite("WorkbookReader: cells")
struct WorkbookReaderTests {
    /// The cells of a row as they are in a sheet: `A1`, `B1` and so on, each given as attributes and content.
    private func row(_ cells: String...) -> String { "<row r=\"1\">\(cells.joined())</row>" }

    @Test("Shared, inline and formula texts come as text, with their spaces and line breaks")
    func texts() throws {
        let file = WorkbookFile(
            data: row(
                "<c r=\"A1\" t=\"s\"><v>1</v></c>",
                "<c r=\"B1\" t=\"inlineStr\"><is><t>日本語 &amp; &lt;b&gt;</t></is></c>",
                "<c r=\"C1\" t=\"str\"><f>A1&amp;B1</f><v>高橋\n花子</v></c>",
                "<c r=\"D1\" t=\"s\"><v>0</v></c>"),
            strings: ["<t xml:space=\"preserve\"> a </t>", "<t>髙橋 﨑</t>"])
        #expect(try file.rows() == ["1: 髙橋 﨑|日本語 & <b>|高橋\n花子| a "])
    }

    @Test("Readings of kanji are left out, and pieces with several fonts are joined")
    func furiganaAndRuns() throws {
        let shared = "<t>高橋</t><rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh><phoneticPr fontId=\"1\"/>"
        let runs =
            "<r><rPr><b/></rPr><t>高</t></r><r><t xml:space=\"preserve\">橋 </t></r><r><t>花子</t></r>"
            + "<rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh>"
        let file = WorkbookFile(
            data: row(
                "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>",
                "<c r=\"C1\" t=\"inlineStr\"><is>\(runs)</is></c>"),
            strings: [shared, runs])
        #expect(try file.rows() == ["1: 高橋|高橋 花子|高橋 花子"])
    }

    @Test("Escaped characters are what they stand for; what looks like one and is none stays")
    func escapes() throws {
        let file = WorkbookFile(
            data: row(
                "<c r=\"A1\" t=\"s\"><v>0</v></c>",
                "<c r=\"B1\" t=\"inlineStr\"><is><t>_x005F_x0041_ _x0041 _x00G1_</t></is></c>",
                "<c r=\"C1\" t=\"inlineStr\"><is><t>_x0000__xD83D__x3042_</t></is></c>"),
            strings: ["<t>a_x000D_b_x0009_</t>"])
        #expect(try file.rows() == ["1: a\rb\t|_x0041_ _x0041 _x00G1_|_x0000__xD83D_あ"])
    }

    @Test("Booleans and error cells come as Excel writes them into CSV")
    func flagsAndErrors() throws {
        let file = WorkbookFile(
            data: row(
                "<c r=\"A1\" t=\"b\"><v>1</v></c>", "<c r=\"B1\" t=\"b\"><f>1=2</f><v>0</v></c>",
                "<c r=\"C1\" t=\"e\"><f>NA()</f><v>#N/A</v></c>"))
        #expect(try file.rows() == ["1: TRUE|FALSE|#N/A"])
    }

    @Test(
        "Whole numbers have no decimal point, others at most 15 digits",
        arguments: [
            ("12", "12"), ("12.0", "12"), ("-3", "-3"), ("0", "0"), ("-0", "0"), ("1.5", "1.5"),
            ("1.50", "1.5"), ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.3"),
            ("2.9999999999999996", "3"), ("1.2E+1", "12"), ("1E-3", "0.001"), ("1.5e-7", "0.00000015"),
            ("1.2345E-9", "1.2345E-9"), ("1E+300", "1E+300"), ("1.23E+20", "123000000000000000000"),
            ("1234567890123456", "1234567890123456"), ("0012", "12"), ("+5", "5"), (" 7 ", "7"),
            ("-0.000125", "-0.000125"), ("123456.789", "123456.789"),
        ])
    func numbers(raw: String, text: String) throws {
        let file = WorkbookFile(
            data: row("<c r=\"A1\"><v>\(raw)</v></c>", "<c r=\"B1\" t=\"n\"><v>1</v></c>"))
        #expect(try file.rows() == ["1: \(text)|1"])
    }

    @Test(
        "Percent, currency and other formats leave the number",
        arguments: [
            "0%", "\"¥\"#,##0", "[$¥-411]#,##0.00", "0.0E+00", "#,##0\"日\"", "0.00_);[Red]\\(0.00\\)", "@",
            "General", "# ?/?", "[>=100]0;0.0", "\"h:mm\"0", "0\\d",
        ])
    func plainFormats(code: String) throws {
        let file = WorkbookFile(data: row("<c r=\"A1\" s=\"1\"><v>0.25</v></c>"), formats: [code])
        #expect(try file.rows() == ["1: 0.25"])
    }

    @Test("Formats of leading zeros and of postal codes give the code that Excel shows")
    func codes() throws {
        let postal = "[<=999]000;[<=9999]000\\-00;000\\-0000"
        let file = WorkbookFile(
            data: row(
                "<c r=\"A1\" s=\"1\"><v>640001</v></c>", "<c r=\"B1\" s=\"2\"><v>640001</v></c>",
                "<c r=\"C1\" s=\"3\"><v>1100</v></c>", "<c r=\"D1\" s=\"3\"><v>131041</v></c>",
                "<c r=\"E1\" s=\"2\"><v>64</v></c>", "<c r=\"F1\" s=\"1\"><v>1.5</v></c>"),
            formats: ["0000000", postal, "00000"])
        #expect(try file.rows() == ["1: 0640001|064-0001|01100|131041|64|1.5"])
    }

    @Test("Rows and cells may be missing; row numbers are the sheet's own")
    func sparse() throws {
        let file = WorkbookFile(
            data: "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row><row r=\"4\"/>"
                + "<row r=\"7\" ht=\"20\"><c r=\"A7\" s=\"0\"/><c r=\"C7\"><v>3</v></c></row>"
                + "<row r=\"9\"><c r=\"F9\"><v>4</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row>"
        )
        let rows = try file.rows()
        #expect(rows.prefix(3) == ["3: |1||2", "7: ||3|", "9: |||||4"])
        #expect(rows.last == "1048576: " + String(repeating: "|", count: 16_383) + "5")
    }

    @Test("Rows and cells without numbers of their own follow one another")
    func withoutReferences() throws {
        let file = WorkbookFile(
            data: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
                + "<row r=\"5\"><c r=\"B5\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>")
        #expect(try file.rows() == ["1: 1|2", "2: |3", "5: |4|5", "6: 6|"])
    }

    @Test("A later row does not show cells of an earlier one")
    func noLeftovers() throws {
        let file = WorkbookFile(
            data:
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
                + "<row r=\"2\"><c r=\"B2\"><v>4</v></c></row>")
        #expect(try file.rows() == ["1: 1|2|3", "2: |4|"])
    }

    @Test("A formula without a value refuses the workbook, one whose value is an empty text does not")
    func formulas() throws {
        let sound = WorkbookFile(
            data: row("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", "<c r=\"B1\"><f>1+1</f><v>2</v></c>"))
        #expect(try sound.rows() == ["1: |2"])
        let missing = WorkbookFile(data: row("<c r=\"A1\"><v>1</v></c>", "<c r=\"B1\"><f>1+1</f><v/></c>"))
        #expect(try missing.defect() == .uncalculated(reference: "B1"))
    }

    @Test("Elements with a prefix, and parts in the strict form of the standard, are read alike")
    func prefixes() throws {
        var file = WorkbookFile(data: "", strings: [])
        file["xl/worksheets/sheet1.xml"] =
            "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
            + "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\" t=\"d\" s=\"0\">"
            + "<x:v>2025-04-01T00:00:00</x:v></x:c><x:c r=\"C1\" t=\"d\"><x:v>2025-04-01T09:30:00</x:v></x:c>"
            + "</x:row></x:sheetData></x:worksheet>"
        file["xl/sharedStrings.xml"] =
            "<x:sst xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:si><x:t>a</x:t></x:si></x:sst>"
        #expect(try file.rows() == ["1: a|2025-04-01|2025-04-01 09:30:00"])
    }

    @Test("A part in UTF-16 is read like one in UTF-8")
    func utf16() throws {
        var file = WorkbookFile(data: row("<c r=\"A1\" t=\"inlineStr\"><is><t>高橋😀</t></is></c>"))
        let text = file["xl/worksheets/sheet1.xml"]?.replacing(
            "encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
        let units = [0xFEFF] + Array((text ?? "").utf16)
        file["xl/worksheets/sheet1.xml"] = ""
        let index = file.parts.firstIndex { $0.name == "xl/worksheets/sheet1.xml" } ?? 0
        file.parts[index].bytes = units.flatMap {
            [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
        #expect(try file.rows() == ["1: 高橋😀"])
    }

    @Test("What stands beside the cells is passed over")
    func otherElements() throws {
        var file = WorkbookFile(data: "")
        file["xl/worksheets/sheet1.xml"] =
            "<worksheet \(WorkbookFile.main)><row r=\"9\"><c r=\"A9\"><v>9</v></c></row><sheetData>"
            + "<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext><v>8</v></ext></extLst></c><!-- x --><?y z?></row>"
            + "</sheetData><extLst><ext><sheetData><row r=\"2\"><c r=\"A2\"><v>7</v></c></row></sheetData></ext>"
            + "</extLst></worksheet>"
        #expect(try file.rows() == ["1: 1"])
    }

    @Test("A workbook without styles and without shared texts is read")
    func bareWorkbook() throws {
        var file = WorkbookFile(data: row("<c r=\"A1\" s=\"3\"><v>45748</v></c>"))
        file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations([
            ("rId1", "worksheet", "worksheets/sheet1.xml")
        ])
        file["xl/styles.xml"] = nil
        file["xl/sharedStrings.xml"] = nil
        #expect(try file.rows() == ["1: 45748"])
    }

    @Test("A sheet with ten thousand rows gives each of them, whatever the pieces in which it is read")
    func manyRows() throws {
        let rows = (1...10_000).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c r=\"B\($0)\" t=\"s\"><v>\($0 % 7)</v></c></row>"
        }
        let file = WorkbookFile(data: rows.joined(), strings: (0..<7).map { "<t>値\($0)</t>" })
        #expect(try file.rows() == (1...10_000).map { "\($0): \($0)|値\($0 % 7)" })
    }
}
