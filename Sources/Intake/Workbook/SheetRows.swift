/// The rows of a sheet that hold something, one after the other.
///
/// Only `worksheet/sheetData/row/c` is looked at; everything else in the part is passed over. Rows and cells may be missing,
/// and may leave out their own numbers; they must stand in ascending order.
final class SheetRows: XMLPartHandler {
    /// A cell that holds something: a piece of `bytes`, or of the shared texts.
    struct Cell {
        let column: Int
        let isShared: Bool
        let range: Range<Int>
    }

    /// Row of the sheet, from 1; 0 before the first.
    private(set) var number = 0
    /// Ascending by column, which are counted from 0.
    private(set) var cells: [Cell] = []
    private(set) var bytes: [UInt8] = []

    private let part: String
    private let strings: SharedStrings
    private let styles: CellStyles
    private let numbers: NumberCell

    private var depth = 0
    private var isInData = false
    private var isInCell = false
    private var cellCount = 0
    private var rowBytes = 0

    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var value: [UInt8] = []
    private var pieces = TextPieces()
    private var isInValue = false
    private var hasFormula = false

    private enum CellType {
        case number, shared, text, inline, flag, error, date
    }

    init(part: String, strings: SharedStrings, styles: CellStyles, numbers: NumberCell) {
        self.part = part
        self.strings = strings
        self.styles = styles
        self.numbers = numbers
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookDefect) {
        depth += 1
        switch depth {
        case 1: if !(name == "worksheet") { throw .brokenPart(part: part, line: 1) }
        case 2: isInData = name == "sheetData"
        case 3: if isInData, name == "row" { try startRow(attributes) }
        case 4: if isInData, name == "c" { try startCell(attributes) }
        default:
            guard isInCell else { return }
            if depth == 5, name == "v" {
                isInValue = true
            } else if depth == 5, name == "f" {
                hasFormula = true
            } else if type == .inline {
                pieces.start(name)
            }
        }
    }

    func end(_ name: XMLName) throws(WorkbookDefect) -> Bool {
        defer { depth -= 1 }
        if depth == 4, isInCell {
            isInCell = false
            try endCell()
        } else if depth > 4, isInCell {
            isInValue = false
            pieces.end(name)
        }
        return depth == 3 && isInData && !cells.isEmpty
    }

    func text(_ piece: UnsafeRawBufferPointer) throws(WorkbookDefect) {
        guard isInCell, type == .inline ? pieces.areWanted : isInValue else { return }
        value.append(contentsOf: piece)
        try checkSize()
    }

    private func startRow(_ attributes: XMLAttributes) throws(WorkbookDefect) {
        let next = attributes.number("r") ?? (attributes.bytes("r") == nil ? number + 1 : 0)
        guard next > number, next <= WorkbookLimits.rows else { throw .misplacedRow(after: number) }
        number = next
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        column = -1
        rowBytes = 0
    }

    private func startCell(_ attributes: XMLAttributes) throws(WorkbookDefect) {
        let next: Int
        if let reference = attributes.bytes("r") {
            guard let place = CellReference(reference), place.row == number, place.column > column else {
                throw .misplacedCell(
                    row: number, reference: String(decoding: reference.prefix(20), as: UTF8.self))
            }
            next = place.column
        } else {
            next = column + 1
        }
        guard next < CSVReader.columnLimit else {
            throw .misplacedCell(row: number, reference: CellReference.name(row: number, column: next))
        }
        column = next
        style = attributes.number("s") ?? 0
        value.removeAll(keepingCapacity: true)
        isInCell = true
        hasFormula = false
        type = try cellType(attributes.bytes("t"))
    }

    private func cellType(_ word: UnsafeBufferPointer<UInt8>?) throws(WorkbookDefect) -> CellType {
        guard let word else { return .number }
        switch word.count {
        case 1:
            switch word[0] {
            case UInt8(ascii: "s"): return .shared
            case UInt8(ascii: "n"): return .number
            case UInt8(ascii: "b"): return .flag
            case UInt8(ascii: "e"): return .error
            case UInt8(ascii: "d"): return .date
            default: throw unreadable
            }
        default:
            if word.elementsEqual("str".utf8) { return .text }
            if word.elementsEqual("inlineStr".utf8) { return .inline }
            throw unreadable
        }
    }

    private func endCell() throws(WorkbookDefect) {
        if hasFormula, value.isEmpty, type != .text { throw .uncalculated(reference: reference) }
        guard !value.isEmpty else { return }
        let start = bytes.count
        switch type {
        case .shared:
            guard let index = DigitBytes.number(trimmedValue), let range = strings.range(index) else {
                throw unreadable
            }
            if !range.isEmpty { try keep(Cell(column: column, isShared: true, range: range)) }
            return
        case .text, .inline:
            EscapedCharacters.unescape(&value, from: 0)
            bytes.append(contentsOf: value)
        case .error: bytes.append(contentsOf: value)
        case .flag: bytes.append(contentsOf: try flag().utf8)
        case .date: bytes.append(contentsOf: NumberCell.isoDate(value))
        case .number:
            guard numbers.append(trimmedValue, format: styles[style], to: &bytes) else { throw unreadable }
        }
        try keep(Cell(column: column, isShared: false, range: start..<bytes.count))
    }

    private func keep(_ cell: Cell) throws(WorkbookDefect) {
        cells.append(cell)
        cellCount += 1
        rowBytes += cell.range.count
        if cellCount > WorkbookLimits.cells { throw .tooManyCells(limit: WorkbookLimits.cells) }
        if cell.range.count > CSVReader.cellLimit {
            throw .cellTooLarge(reference: reference, limit: CSVReader.cellLimit)
        }
        if rowBytes > CSVReader.rowLimit { throw .rowTooLarge(row: number, limit: CSVReader.rowLimit) }
    }

    private func checkSize() throws(WorkbookDefect) {
        if value.count > CSVReader.cellLimit {
            throw .cellTooLarge(reference: reference, limit: CSVReader.cellLimit)
        }
    }

    private func flag() throws(WorkbookDefect) -> String {
        switch String(decoding: trimmedValue, as: UTF8.self) {
        case "1", "true": return "TRUE"
        case "0", "false": return "FALSE"
        default: throw unreadable
        }
    }

    private var trimmedValue: ArraySlice<UInt8> { CellBytes.trimmed(value[...]) }

    private var reference: String { CellReference.name(row: number, column: column) }

    private var unreadable: WorkbookDefect { .unreadableCell(reference: reference) }
}

/// The place of a cell as a sheet names it: `AB12`.
struct CellReference {
    /// From 1.
    let row: Int
    /// From 0.
    let column: Int

    /// Reads capital letters and a row number; at most three letters, which is more than a sheet has columns.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var index = 0
        while index < bytes.count, (0x41...0x5A).contains(bytes[index]), index < 4 {
            column = column * 26 + Int(bytes[index] - 0x40)
            index += 1
        }
        guard index > 0, index < 4, bytes.count - index <= 7, let row = DigitBytes.number(bytes[index...])
        else { return nil }
        self.row = row
        self.column = column - 1
    }

    /// The name of a place; the column is counted from 0.
    static func name(row: Int, column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(0x41 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
    }
}
