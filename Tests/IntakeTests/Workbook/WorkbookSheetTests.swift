import Intake
import Records
import Testing

@Suite("WorkbookReader: sheets, files and warnings")
struct WorkbookSheetTests {
    /// Three sheets with cells, of which the first is hidden, and before them one that is a chart.
    private var file: WorkbookFile {
        var file = WorkbookFile(data: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        let sheets =
            ["<sheet name=\"図\" sheetId=\"9\" r:id=\"rId9\"/>"]
            + [("一覧", "hidden", 1), ("応募者　2026", "visible", 2), ("Volunteers", "visible", 3)].map {
                "<sheet name=\"\($0.0)\" sheetId=\"\($0.2)\" state=\"\($0.1)\" r:id=\"rId\($0.2)\"/>"
            }
        file["xl/workbook.xml"] =
            "<workbook \(WorkbookFile.main) \(WorkbookFile.links)><sheets>\(sheets.joined())</sheets></workbook>"
        file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations(
            [("rId9", "chartsheet", "chartsheets/sheet1.xml")]
                + (1...3).map { ("rId\($0)", "worksheet", "worksheets/sheet\($0).xml") })
        for number in 2...3 {
            file["xl/worksheets/sheet\(number).xml"] = WorkbookFile.sheet(
                "<row r=\"1\"><c r=\"A1\"><v>\(number)</v></c></row>")
        }
        return file
    }

    @Test("Without a name the first sheet is read that is not hidden; charts do not count")
    func firstSheet() throws {
        #expect(try file.rows() == ["1: 2"])
    }

    @Test(
        "A sheet is found by its name, without regard to case, width and spacing; also a hidden one",
        arguments: [("一覧", "1"), ("応募者 ２０２６", "2"), ("volunteers", "3")])
    func namedSheet(name: String, value: String) throws {
        #expect(try file.rows(sheet: name) == ["1: \(value)"])
    }

    @Test("A name that no sheet has is refused with the names that there are")
    func unknownSheet() throws {
        #expect(
            try file.defect(sheet: "Volunteer")
                == .unknownSheet(
                    name: "Volunteer", sheets: ["一覧", "応募者　2026", "Volunteers"], nearest: "Volunteers"))
    }

    @Test("A workbook whose sheets are all hidden is refused")
    func allHidden() throws {
        var file = file
        file["xl/workbook.xml"] = file["xl/workbook.xml"]?.replacing("\"visible\"", with: "\"veryHidden\"")
        #expect(try file.defect() == .noSheet)
    }

    @Test("Macros and references to other workbooks are warnings, and the cells are read")
    func macrosAndLinks() throws {
        var file = WorkbookFile(data: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        #expect(try WorkbookReader(bytes: file.bytes(), path: "x/book.xlsm").issues.isEmpty)
        file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations([
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "vbaProject", "vbaProject.bin"),
            ("rId3", "externalLink", "externalLinks/externalLink1.xml"),
        ])
        let reader = try WorkbookReader(bytes: file.bytes(), path: "x/book.xlsm")
        #expect(try WorkbookFile.rows(of: reader) == ["1: 1"])
        #expect(reader.issues.map(\.severity) == [.warning, .warning])
        #expect(reader.issues.allSatisfy { $0.file == "book.xlsm" && $0.row == nil })
    }

    @Test("A path is a workbook if it begins like one, whatever its name")
    func openedByContent() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(file.bytes(), name: "people.csv")
        #expect(try WorkbookFile.rows(of: RowSources.open(path: path)) == ["1: 2"])
        #expect(
            try WorkbookFile.rows(of: RowSources.open(path: path, options: TableOptions(sheet: "Volunteers")))
                == ["1: 3"])
    }

    @Test("A workbook that comes through a pipe is read like a file")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let path = try NamedPipe.serving(file.bytes(), in: folder)
        #expect(try WorkbookFile.rows(of: RowSources.open(path: path)) == ["1: 2"])
    }

    @Test("A compound file, which is an old workbook or one with a password, has words of its own")
    func compoundFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
            name: "a.xlsx")
        #expect(throws: IntakeError.workbook(path: path, .protectedOrOld)) { try RowSources.open(path: path) }
    }

    @Test("A sheet that is named for a CSV file is refused instead of ignored")
    func sheetOfText() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a,b\n1,2\n")
        #expect(throws: IntakeError.workbook(path: path, .noWorkbook(sheet: "x"))) {
            try RowSources.open(path: path, options: TableOptions(sheet: "x"))
        }
    }

    @Test("A list of pairs in a workbook is read like one in CSV, with the sheet's row numbers")
    func pairs() throws {
        let book = WorkbookFile(
            data: "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>2</v></c><c r=\"D3\"><v>7</v></c></row>"
                + "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>2</v></c></row>",
            strings: ["<t>volunteer_id</t>", "<t>住民ID</t>", "<t>V1</t>"])
        let folder = try TemporaryFolder()
        let reading = try PairListReader().read(path: folder.file(book.bytes(), name: "pairs.xlsx"))
        #expect(
            reading.pairs.map(\.pair) == [PairKey(volunteer: PersonID("V1"), resident: PersonID("7"))])
        #expect(reading.pairs.map(\.row) == [3])
        #expect(reading.issues.map(\.row) == [5])
    }

    @Test("Every defect says what is wrong and what to do, in both languages")
    func words() {
        let defects: [WorkbookDefect] = [
            .protectedOrOld, .encrypted, .noWorkbook(sheet: "x"), .notWorkbook, .openDocument,
            .binaryWorkbook,
            .damagedArchive(part: nil), .damagedArchive(part: "p"), .tooManyParts(limit: 1),
            .archiveTooLarge(limit: 1), .missingPart(part: "p"), .brokenPart(part: "p", line: 1),
            .doctype(part: "p"), .partTooLarge(part: "p", limit: 1), .bomb(part: "p", ratio: 2),
            .tooManyStrings(limit: 1), .tooManyCells(limit: 1), .outOfMemory, .noSheet,
            .unknownSheet(name: "x", sheets: ["y"], nearest: nil), .misplacedRow(after: 1),
            .misplacedCell(row: 1, reference: "A2"), .unreadableCell(reference: "A1"),
            .cellTooLarge(reference: "A1", limit: 1), .rowTooLarge(row: 1, limit: 1),
            .uncalculated(reference: "A1"),
        ]
        for defect in defects {
            let message = IntakeError.workbook(path: "b.xlsx", defect).message
            #expect(message.ja.hasPrefix("b.xlsx: ") && message.en.hasPrefix("b.xlsx: "))
            #expect(message.ja.count(where: { $0 == "。" }) >= 2, "\(message.ja)")
            #expect(message.en.count(where: { $0 == "." }) >= 3, "\(message.en)")
        }
        #expect(Set(defects.map { IntakeError.workbook(path: "", $0).message }).count == defects.count)
        #expect(IntakeError.workbook(path: "", .noSheet).category == .badData)
    }
}
