import Intake
import Testing

@Suite("WorkbookReader: damaged and hostile files")
struct HostileWorkbookTests {
    private let sound = WorkbookFile(
        data: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: ["<t>a</t>"])
    private let sheet = "xl/worksheets/sheet1.xml"

    private func defect(_ data: String) throws -> WorkbookDefect? {
        try WorkbookFile(data: data, strings: ["<t>a</t>"]).defect()
    }

    @Test("A part that grows a thousandfold is refused, whichever it is", arguments: ["sheet", "strings"])
    func bomb(part: String) throws {
        var file = sound
        let name = part == "sheet" ? sheet : "xl/sharedStrings.xml"
        let index = try #require(file.parts.firstIndex { $0.name == name })
        file.parts[index].bytes = Array("<a>".utf8) + [UInt8](repeating: 0x20, count: 20 << 20)
        if part == "sheet" { file.parts[index].bytes.replaceSubrange(1..<2, with: "worksheet".utf8) }
        #expect(try file.defect() == .bomb(part: name, ratio: 200))
    }

    @Test("A document type is refused before its entities are, in every part that is read")
    func doctype() throws {
        let laughs =
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
        for name in [sheet, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"] {
            var file = sound
            let text = file[name]?.replacing(WorkbookFile.head, with: "") ?? ""
            file[name] = laughs + text
            #expect(try file.defect() == .doctype(part: name))
        }
    }

    @Test("A workbook that is cut off anywhere is refused, and never read as a shorter one")
    func truncated() throws {
        let bytes = try sound.bytes()
        for count in stride(from: 4, to: bytes.count, by: 7) {
            #expect(try WorkbookFile.defect(of: Array(bytes.prefix(count))) != nil, "\(count)")
        }
    }

    @Test("A changed byte is noticed or changes nothing; it never stops the program")
    func changedBytes() throws {
        let bytes = try sound.bytes()
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 0x15
            if try WorkbookFile.defect(of: changed) == nil {
                let reader = try WorkbookReader(bytes: changed, path: "book.xlsx")
                #expect(try WorkbookFile.rows(of: reader) == ["1: a"], "\(index)")
            }
        }
    }

    @Test(
        "XML that ends too early or is not well formed is refused with its part and line",
        arguments: ["<row r=\"1\">", "<row r=\"1\"></c></row>", "&nbsp;", "<row r=\"1\" r=\"1\"/>", "\u{1}"])
    func brokenXML(data: String) throws {
        #expect(try defect(data) == .brokenPart(part: sheet, line: 2))
    }

    @Test("An empty part and one that is no sheet are refused")
    func wrongParts() throws {
        var file = sound
        file[sheet] = ""
        #expect(try file.defect() == .brokenPart(part: sheet, line: 1))
        file[sheet] = "<html/>"
        #expect(try file.defect() == .brokenPart(part: sheet, line: 1))
    }

    @Test("A tag without end is refused before all of it is read")
    func endlessTag() throws {
        var state: UInt64 = 1
        // Text that does not shrink, so that it is not taken for a bomb first.
        let noise = [UInt8](unsafeUninitializedCapacity: 3 << 20) { buffer, count in
            for index in buffer.indices {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                buffer[index] = 97 + UInt8(truncatingIfNeeded: state >> 60)
            }
            count = buffer.count
        }
        #expect(
            try defect("<row a=\"" + String(decoding: noise, as: UTF8.self))
                == .brokenPart(part: sheet, line: 2))
    }

    @Test("Elements within elements without end are refused")
    func depth() throws {
        #expect(
            try defect(String(repeating: "<a>", count: 5000)) == .brokenPart(part: sheet, line: 2))
    }

    @Test(
        "A part that others refer to and that is missing is named",
        arguments: [
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
        ])
    func missingParts(name: String) throws {
        var file = sound
        file[name] = nil
        #expect(try file.defect() == .missingPart(part: name))
    }

    @Test("A path that leads out of the archive leads nowhere")
    func pathTraversal() throws {
        var file = sound
        file["../../secret.xml"] = WorkbookFile.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations([
            ("rId1", "worksheet", "../../../secret.xml")
        ])
        #expect(try file.defect() == .missingPart(part: "Sheet1"))
        file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations([
            ("rId1", "worksheet", "/etc/../../secret.xml")
        ])
        #expect(try file.defect() == .missingPart(part: "Sheet1"))
        file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations([
            ("rId1", "worksheet", "./x/../worksheets/sheet1.xml"),
            ("rId2", "sharedStrings", "../xl/sharedStrings.xml"),
        ])
        #expect(try file.rows() == ["1: a"])
    }

    @Test(
        "A cell that refers to a text that is not there, or holds a value that is none, is named",
        arguments: [
            "t=\"s\"><v>1</v>", "t=\"s\"><v>-1</v>", "t=\"s\"><v>99999999999999999999</v>",
            "t=\"s\"><v>x</v>",
            "t=\"b\"><v>2</v>", "t=\"z\"><v>1</v>", "t=\"string\"><v>1</v>", "><v>abc</v>", "><v>nan</v>",
            "><v>0x10</v>", "><v>1E+400</v>", "><v>1,5</v>",
        ])
    func brokenValues(cell: String) throws {
        #expect(
            try defect("<row r=\"2\"><c r=\"B2\" \(cell)</c></row>") == .unreadableCell(reference: "B2"))
    }

    @Test("References beyond the last column and row, and those that contradict their place, are refused")
    func references() throws {
        func cell(_ reference: String) throws -> WorkbookDefect? {
            try defect("<row r=\"1\"><c r=\"\(reference)\"><v>1</v></c></row>")
        }
        for reference in ["XFE1", "ZZZ1", "ABCDEFGH1", "A10000000", "A2", "1", "A", "a1", "$A$1", ""] {
            #expect(
                try cell(reference)
                    == .misplacedCell(row: 1, reference: reference))
        }
        let cells = String(repeating: "<c/>", count: 16_385)
        #expect(try defect("<row r=\"1\">\(cells)</row>") == .misplacedCell(row: 1, reference: "XFE1"))
        for row in ["1048577", "0", "-1", "9999999999", "x", ""] {
            #expect(try defect("<row r=\"\(row)\"/>") == .misplacedRow(after: 0))
        }
    }

    @Test("Rows and cells that do not ascend are refused")
    func order() throws {
        #expect(
            try defect("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")
                == .misplacedCell(row: 1, reference: "A1"))
        #expect(
            try defect("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row>")
                == .misplacedCell(row: 1, reference: "B1"))
        #expect(try defect("<row r=\"5\"/><row r=\"5\"/>") == .misplacedRow(after: 5))
        #expect(try defect("<row r=\"1048576\"/><row/>") == .misplacedRow(after: 1_048_576))
    }

    @Test("A cell of 1 MiB passes, one byte more is refused; so is a row of more than 16 MiB")
    func sizes() throws {
        let limit = CSVReader.cellLimit
        let text = String(repeating: "x", count: limit)
        func inline(_ text: String) -> String {
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
        }
        #expect(try WorkbookFile(data: inline(text)).rows().first?.utf8.count == limit + 3)
        #expect(try defect(inline(text + "x")) == .cellTooLarge(reference: "A1", limit: limit))
        let shared = (0..<17).map {
            "<c r=\"\(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q"][$0])1\" t=\"s\"><v>0</v></c>"
        }
        #expect(
            try WorkbookFile(data: "<row r=\"1\">\(shared.joined())</row>", strings: ["<t>\(text)</t>"])
                .defect()
                == .rowTooLarge(row: 1, limit: CSVReader.rowLimit))
        #expect(
            try WorkbookFile(data: "<row r=\"1\">\(shared[0])</row>", strings: ["<t>\(text)x</t>"]).defect()
                == .cellTooLarge(reference: "A1", limit: limit))
    }

    @Test("Encrypted parts, other archives, other spreadsheets and letters have words of their own")
    func otherKinds() throws {
        #expect(try WorkbookFile.defect(of: sound.bytes(encrypts: true)) == .encrypted)
        var file = WorkbookFile()
        file["people.csv"] = "id,name\n"
        #expect(try file.defect() == .notWorkbook)
        file["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet"
        file["content.xml"] = "<x/>"
        #expect(try file.defect() == .openDocument)
        file["_rels/.rels"] = WorkbookFile.relations([("rId1", "officeDocument", "xl/workbook.bin")])
        #expect(try file.defect() == .binaryWorkbook)
        file["_rels/.rels"] = WorkbookFile.relations([("rId1", "officeDocument", "word/document.xml")])
        file["word/document.xml"] = "<w:document xmlns:w=\"w\"/>"
        #expect(try file.defect() == .notWorkbook)
        file["word/_rels/document.xml.rels"] = WorkbookFile.relations([])
        #expect(try file.defect() == .notWorkbook)
        #expect(try WorkbookFile.defect(of: [0x50, 0x4B, 0x05, 0x06]) == .damagedArchive(part: nil))
    }
}
