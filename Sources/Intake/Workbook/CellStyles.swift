/// The formats of a workbook's cells, by the number that a cell carries.
final class CellStyles: XMLPartHandler {
    private var formats: [NumberFormat] = []
    private var identifiers: [Int] = []
    private var codes: [Int: NumberFormat] = [:]
    private var isInCells = false
    private var isInCodes = false

    /// No styles: every number is a number.
    init() {}

    /// Reads the part of styles.
    init(_ part: ZipPart) throws(WorkbookDefect) {
        try XMLPart(part, handler: self).run()
        formats = identifiers.map { codes[$0] ?? NumberFormat(builtIn: $0) }
    }

    /// The format of a style; a style that is not defined is that of a plain number.
    subscript(style: Int) -> NumberFormat {
        formats.indices.contains(style) ? formats[style] : .number
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "xf" {
            if isInCells { identifiers.append(attributes.number("numFmtId") ?? 0) }
        } else if name == "numFmt" {
            // Conditional formats have some of their own, which may take a number again.
            if isInCodes, let id = attributes.number("numFmtId"), let code = attributes["formatCode"] {
                codes[id] = NumberFormat(code: code)
            }
        } else if name == "cellXfs" {
            isInCells = true
        } else if name == "numFmts" {
            isInCodes = true
        }
    }

    func end(_ name: XMLName) -> Bool {
        if name == "cellXfs" { isInCells = false } else if name == "numFmts" { isInCodes = false }
        return false
    }

    func text(_ piece: UnsafeRawBufferPointer) {}
}
