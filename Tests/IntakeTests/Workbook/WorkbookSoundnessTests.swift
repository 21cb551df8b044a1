import Foundation
import Intake
import Records
import Testing

@Suite("WorkbookSoundness")
struct WorkbookSoundnessTests {
    private let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>番号</t></is></c></row>"

    @Test("a workbook whose parts are whole is sound")
    func whole() throws {
        #expect(WorkbookSoundness.defect(in: try WorkbookFile(data: row).bytes()) == nil)
    }

    @Test("a part that breaks off anywhere is found, in a sound archive")
    func truncatedPart() throws {
        let whole = WorkbookFile(data: row)
        for (name, bytes) in whole.parts {
            for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 7)) {
                var cut = whole
                cut.parts = whole.parts.map {
                    $0.name == name ? ($0.name, Array(bytes.prefix(length))) : $0
                }
                guard case .brokenPart(let part, _)? = WorkbookSoundness.defect(in: try cut.bytes()) else {
                    Issue.record("\(name) cut to \(length) bytes passes")
                    continue
                }
                #expect(part == name)
            }
        }
    }

    @Test("of several parts that break off the first of the archive is named, however long the others take")
    func severalParts() throws {
        let whole = WorkbookFile(data: row)
        for first in whole.parts.indices {
            for second in (first + 1)..<whole.parts.count {
                var cut = whole
                for index in [first, second] { cut.parts[index].bytes.removeLast(5) }
                guard case .brokenPart(let part, _)? = WorkbookSoundness.defect(in: try cut.bytes()) else {
                    Issue.record("\(first) and \(second) pass")
                    continue
                }
                #expect(part == whole.parts[first].name)
            }
        }
    }

    @Test("a block that is missing from the middle of a part is found, whatever its length")
    func hole() throws {
        let rows = (1...200).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
        var whole = WorkbookFile(data: rows.joined())
        whole["xl/sharedStrings.xml"] =
            "<sst \(WorkbookFile.main) count=\"\(rows.count)\" uniqueCount=\"1\"><si><t>x</t></si></sst>"
        #expect(WorkbookSoundness.defect(in: try whole.bytes()) == nil)
        let name = "xl/worksheets/sheet1.xml"
        let bytes = try #require(whole.parts.first { $0.name == name }).bytes
        // What the C library throws away when a write fails is a block of its buffer. With the length of some rows it leaves
        // XML behind that can be read.
        for length in [rows[150].utf8.count, rows[150].utf8.count * 90, 4096] {
            for start in stride(from: 1000, to: bytes.count - length - 200, by: 331) {
                var holed = whole
                holed.parts = whole.parts.map {
                    $0.name == name ? (name, Array(bytes[..<start] + bytes[(start + length)...])) : $0
                }
                #expect(
                    WorkbookSoundness.defect(in: try holed.bytes()) != nil, "\(length) bytes from \(start)")
            }
        }
    }

    @Test("an archive that is cut off or none is found")
    func truncatedArchive() throws {
        let bytes = try WorkbookFile(data: row).bytes()
        for length in [0, 1, bytes.count / 2, bytes.count - 1] {
            #expect(WorkbookSoundness.defect(in: Array(bytes.prefix(length))) != nil)
        }
        #expect(WorkbookSoundness.defect(in: Array("PK".utf8)) != nil)
    }
}
