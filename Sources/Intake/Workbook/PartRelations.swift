/// Which parts of a workbook a part refers to.
///
/// The `.rels` file beside a part lists them (ECMA-376 part 2, clause 6.5); paths are relative to the part.
final class PartRelations: XMLPartHandler {
    struct Relation {
        let id: String
        /// The last word of the type: `worksheet`, `sharedStrings`; the same in both editions of the standard.
        let type: String
        /// Path in the archive; `nil` where it leads out of the archive.
        let part: String?
    }

    private(set) var relations: [Relation] = []
    private let folder: [Substring]

    /// Reads the relations of a part, or of the whole archive for an empty path.
    ///
    /// - Throws: `missingPart` and what `XMLPart` throws.
    init(of part: String, in archive: ZipArchive) throws(WorkbookDefect) {
        var steps = part.split(separator: "/")
        let name = steps.popLast() ?? ""
        folder = steps
        let path = (steps + ["_rels", "\(name).rels"]).joined(separator: "/")
        guard let rels = try archive.part(path, limit: WorkbookLimits.smallPart) else {
            throw .missingPart(part: path)
        }
        try XMLPart(rels, handler: self).run()
    }

    /// The first relation of a type.
    func first(_ type: String) -> Relation? { relations.first { $0.type == type } }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"]
        else { return }
        let isExternal = attributes["TargetMode"] == "External"
        relations.append(
            Relation(
                id: id, type: type.split(separator: "/").last.map(String.init) ?? type,
                part: isExternal ? nil : resolved(target)))
    }

    func end(_ name: XMLName) -> Bool { false }

    func text(_ piece: UnsafeRawBufferPointer) {}

    private func resolved(_ target: String) -> String? {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step != ".." {
                steps.append(step)
            } else if steps.popLast() == nil {
                return nil
            }
        }
        return steps.joined(separator: "/")
    }
}
