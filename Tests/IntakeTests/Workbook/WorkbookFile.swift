import CZip
import Glibc

/// A workbook that is put together part by part, so that each part can be what no program would write.
struct WorkbookFile {
    /// The parts by name, in the order in which they are written.
    var parts: [(name: String, bytes: [UInt8])] = []

    /// A sound workbook of one sheet.
    ///
    /// - Parameters:
    ///   - data: What stands in `sheetData`.
    ///   - strings: The items of the table of shared texts, each an `si` element without its own tags.
    ///   - formats: Format codes of the styles 1, 2, ….
    ///   - workbook: What stands in the workbook before the list of sheets.
    init(data: String, strings: [String] = [], formats: [String] = [], workbook: String = "") {
        self["[Content_Types].xml"] =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
        self["_rels/.rels"] = WorkbookFile.relations([("rId1", "officeDocument", "xl/workbook.xml")])
        self["xl/workbook.xml"] =
            WorkbookFile.head + "<workbook \(WorkbookFile.main) \(WorkbookFile.links)>\(workbook)"
            + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        self["xl/_rels/workbook.xml.rels"] = WorkbookFile.relations([
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "/xl/sharedStrings.xml"),
        ])
        self["xl/worksheets/sheet1.xml"] = WorkbookFile.sheet(data)
        self["xl/sharedStrings.xml"] =
            WorkbookFile.head + "<sst \(WorkbookFile.main)>"
            + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
        let codes = formats.enumerated().map { index, code in
            "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(WorkbookFile.escaped(code))\"/>"
        }
        let cells = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\" applyNumberFormat=\"1\"/>" }
        self["xl/styles.xml"] =
            WorkbookFile.head + "<styleSheet \(WorkbookFile.main)><numFmts>\(codes.joined())</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/>\(cells.joined())</cellXfs></styleSheet>"
    }

    /// An archive without parts.
    init() {}

    /// The text of a part; setting `nil` takes the part out.
    subscript(name: String) -> String? {
        get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } }
        set {
            let index = parts.firstIndex { $0.name == name }
            if let index { parts.remove(at: index) }
            if let newValue { parts.insert((name, Array(newValue.utf8)), at: index ?? parts.count) }
        }
    }

    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    static let links = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

    static func sheet(_ data: String) -> String {
        head + "<worksheet \(main)><dimension ref=\"A1\"/><sheetData>\(data)</sheetData></worksheet>"
    }

    static func relations(_ list: [(id: String, type: String, target: String)]) -> String {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let lines = list.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.type)\" Target=\"\($0.target)\"/>"
        }
        return head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + lines.joined() + "</Relationships>"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    private struct Failure: Error {}

    /// The archive; its parts may be encrypted as a ZIP program would do it.
    func bytes(encrypts: Bool = false) throws -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil),
            let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil)
        else { throw Failure() }
        // Kept, so that it can be read after the archive was closed.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        for (name, bytes) in parts {
            // The library frees what it is given, but not where it has no bytes.
            let copy = bytes.isEmpty ? nil : malloc(bytes.count)
            bytes.withUnsafeBytes { source in
                if let base = source.baseAddress { copy?.copyMemory(from: base, byteCount: source.count) }
            }
            let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
            let index = zip_file_add(archive, name, source, 0)
            guard index >= 0 else { throw Failure() }
            if encrypts {
                guard zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), "x") == 0
                else { throw Failure() }
            }
        }
        guard zip_close(archive) == 0, zip_source_open(target) == 0 else { throw Failure() }
        defer { zip_source_close(target) }
        var result: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_source_read(target, &piece, UInt64(piece.count))
            guard count >= 0 else { throw Failure() }
            if count == 0 { return result }
            result += piece.prefix(Int(count))
        }
    }
}
