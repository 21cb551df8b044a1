import Records

/// The sheets of a workbook and where its parts are.
final class WorkbookLayout: XMLPartHandler {
    struct Sheet {
        let name: String
        let isHidden: Bool
        fileprivate let relation: String
    }

    private(set) var sheets: [Sheet] = []
    /// Whether days are counted from 1904, as Excel for Mac did.
    private(set) var startsIn1904 = false
    private var isWorkbook = false
    private let path: String
    private let relations: PartRelations

    /// Reads the list of sheets.
    ///
    /// - Throws: `notWorkbook`, `openDocument`, `binaryWorkbook`, `missingPart` and what `XMLPart` throws.
    init(_ archive: ZipArchive) throws(WorkbookDefect) {
        guard archive.contains("_rels/.rels") else {
            let isOpenDocument = archive.contains("mimetype") && archive.contains("content.xml")
            throw isOpenDocument ? .openDocument : .notWorkbook
        }
        guard let path = try PartRelations(of: "", in: archive).first("officeDocument")?.part else {
            throw .notWorkbook
        }
        if path.hasSuffix(".bin") { throw .binaryWorkbook }
        guard let part = try archive.part(path, limit: WorkbookLimits.smallPart) else {
            throw .missingPart(part: path)
        }
        self.path = path
        // Another document, such as a letter, need not have relations.
        guard archive.contains(WorkbookLayout.relationsPath(of: path)) else {
            throw path.hasSuffix("workbook.xml")
                ? .missingPart(part: WorkbookLayout.relationsPath(of: path)) : .notWorkbook
        }
        relations = try PartRelations(of: path, in: archive)
        try XMLPart(part, handler: self).run()
        guard isWorkbook else { throw .notWorkbook }
    }

    /// The part of the sheet with this name, or of the first sheet that is not hidden.
    ///
    /// Sheets of charts have no cells and do not count.
    ///
    /// - Throws: `noSheet`, `unknownSheet`, `missingPart`.
    func part(ofSheet name: String?) throws(WorkbookDefect) -> String {
        let tables = sheets.filter { sheet in
            relations.relations.contains { $0.id == sheet.relation && $0.type == "worksheet" }
        }
        var chosen = tables.first { !$0.isHidden }
        if let name {
            let key = Normalisation.key(name)
            chosen =
                tables.first { $0.name.utf8.elementsEqual(name.utf8) }
                ?? tables.first { Normalisation.key($0.name) == key }
            if chosen == nil {
                let names = tables.map(\.name)
                throw .unknownSheet(
                    name: name, sheets: names,
                    nearest: Nearest.match(name, among: names.map(Nearest.Candidate.init)))
            }
        }
        guard let chosen else { throw .noSheet }
        guard let part = relations.relations.first(where: { $0.id == chosen.relation })?.part else {
            throw .missingPart(part: chosen.name)
        }
        return part
    }

    /// The part of texts that cells share; many writers leave it out.
    var stringsPart: String? { relations.first("sharedStrings")?.part }

    var stylesPart: String? { relations.first("styles")?.part }

    /// What somebody should know of the workbook as a whole.
    func issues(file: String) -> [DataIssue] {
        func warning(_ problem: Bilingual, _ cure: Bilingual) -> DataIssue {
            DataIssue(
                severity: .warning, file: file, row: nil, column: nil, value: nil, problem: problem,
                cure: cure)
        }
        var issues: [DataIssue] = []
        if relations.first("vbaProject") != nil {
            issues.append(
                warning(
                    Bilingual(
                        ja: "マクロのあるブックです。マクロは動かさず、保存されたときの値を読みました。",
                        en:
                            "The workbook has macros. They were not run; the values are those that were saved."
                    ),
                    Bilingual(
                        ja: "マクロが値を作る場合は、実行して保存してから読み込んでください。",
                        en: "If they make values, run them and save before it is read.")))
        }
        if relations.first("externalLink") != nil {
            issues.append(
                warning(
                    Bilingual(
                        ja: "ほかのブックを参照するブックです。参照先は開かず、保存されたときの値を読みました。",
                        en:
                            "The workbook refers to others. They were not opened; the values are those that were saved."
                    ),
                    Bilingual(
                        ja: "参照先が変わった場合は、Excelで更新して保存してから読み込んでください。",
                        en: "If they have changed, update the links in Excel and save before it is read.")))
        }
        return issues
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "workbook" {
            isWorkbook = true
        } else if name == "workbookPr" {
            startsIn1904 = attributes.isTrue("date1904")
        } else if name == "sheet", let label = attributes["name"], let relation = attributes["id"] {
            let state = attributes["state"] ?? "visible"
            sheets.append(Sheet(name: label, isHidden: state != "visible", relation: relation))
        }
    }

    func end(_ name: XMLName) -> Bool { false }

    func text(_ piece: UnsafeRawBufferPointer) {}

    private static func relationsPath(of part: String) -> String {
        var steps = part.split(separator: "/").map(String.init)
        let name = steps.popLast() ?? ""
        return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
    }
}
