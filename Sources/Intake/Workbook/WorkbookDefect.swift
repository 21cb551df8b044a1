package import Records

/// Why a workbook could not be read.
package enum WorkbookDefect: Error, Hashable, Sendable {
    /// A compound file: a workbook with a password, or one of Excel 97–2003.
    case protectedOrOld
    /// The parts of the archive are encrypted.
    case encrypted
    /// A sheet was named for a file that is text.
    case noWorkbook(sheet: String)
    /// A ZIP file, but no workbook.
    case notWorkbook
    /// A spreadsheet of LibreOffice (.ods).
    case openDocument
    /// A binary workbook (.xlsb).
    case binaryWorkbook
    /// The archive is cut off or damaged; `part` where it was noticed while a part was read.
    case damagedArchive(part: String?)
    /// More parts than a workbook has.
    case tooManyParts(limit: Int)
    /// A workbook from a pipe has more bytes than `limit`.
    case archiveTooLarge(limit: Int)
    /// A part that others refer to is not there.
    case missingPart(part: String)
    /// A part is not what its place asks for; the line is counted from 1.
    case brokenPart(part: String, line: Int)
    /// A part declares a document type, which no workbook does.
    case doctype(part: String)
    /// A part is larger than `limit` bytes.
    case partTooLarge(part: String, limit: Int)
    /// A part grows to more than `ratio` times its packed size.
    case bomb(part: String, ratio: Int)
    /// More different texts than `limit`.
    case tooManyStrings(limit: Int)
    /// More cells than `limit`.
    case tooManyCells(limit: Int)
    /// The system had no memory left.
    case outOfMemory
    /// There is no sheet with cells, or none that is not hidden.
    case noSheet
    /// No sheet has the given name; `nearest` is the one that may be meant.
    case unknownSheet(name: String, sheets: [String], nearest: String?)
    /// A row beyond the last that a sheet can have, or one that does not come behind the one before.
    case misplacedRow(after: Int)
    /// A cell whose reference contradicts its place.
    case misplacedCell(row: Int, reference: String)
    /// A cell that refers to a text that is not there, or a number that is none.
    case unreadableCell(reference: String)
    /// A cell with more than `limit` bytes.
    case cellTooLarge(reference: String, limit: Int)
    /// A row with more than `limit` bytes.
    case rowTooLarge(row: Int, limit: Int)
    /// A formula whose value was never worked out.
    case uncalculated(reference: String)

    /// What is wrong, and what to do.
    package var message: Bilingual {
        let words = problem
        return Bilingual(ja: words.ja + cure.ja, en: words.en + " " + cure.en)
    }

    private var problem: Bilingual {
        switch self {
        case .protectedOrOld, .encrypted, .noWorkbook, .notWorkbook, .openDocument, .binaryWorkbook:
            kindProblem
        case .damagedArchive, .tooManyParts, .archiveTooLarge, .missingPart, .brokenPart, .doctype,
            .partTooLarge,
            .bomb, .tooManyStrings, .tooManyCells, .outOfMemory:
            partProblem
        case .noSheet, .unknownSheet, .misplacedRow, .misplacedCell, .unreadableCell, .cellTooLarge,
            .rowTooLarge, .uncalculated:
            sheetProblem
        }
    }

    /// What kind of file it is instead.
    private var kindProblem: Bilingual {
        switch self {
        case .protectedOrOld:
            Bilingual(
                ja: "パスワード付きのブックか、古い形式（.xls）のブックです。",
                en: "This workbook has a password or is of the old kind (.xls).")
        case .encrypted:
            Bilingual(ja: "暗号化されたZIPです。", en: "This is an encrypted ZIP file.")
        case .noWorkbook(let sheet):
            Bilingual(
                ja: "シート「\(sheet)」が指定されましたが、これはブック（.xlsx）ではありません。",
                en: "The sheet '\(sheet)' was asked for, but this is no workbook (.xlsx).")
        case .notWorkbook:
            Bilingual(ja: "ZIPファイルですが、Excelのブックではありません。", en: "This is a ZIP file, but no Excel workbook.")
        case .openDocument:
            Bilingual(ja: "LibreOfficeなどのODS形式です。", en: "This is an OpenDocument spreadsheet (.ods).")
        case .binaryWorkbook:
            Bilingual(ja: "バイナリー形式（.xlsb）のブックです。", en: "This is a binary workbook (.xlsb).")
        default: Bilingual("")
        }
    }

    /// What is wrong with the parts of the file.
    private var partProblem: Bilingual {
        switch self {
        case .damagedArchive(let part):
            Bilingual(
                ja: "ブックが途中で切れているか、壊れています" + (part.map { "（\($0)）" } ?? "") + "。",
                en: "The workbook is cut off or damaged" + (part.map { " (\($0))" } ?? "") + ".")
        case .tooManyParts(let limit):
            Bilingual(
                ja: "ブックの中のファイルが\(limit)個を超えています。", en: "The workbook holds more than \(limit) parts.")
        case .archiveTooLarge(let limit):
            Bilingual(ja: "ブックが、上限の\(limit)バイトを超えています。", en: "The workbook has more than \(limit) bytes.")
        case .missingPart(let part):
            Bilingual(ja: "ブックの中に「\(part)」がありません。", en: "The workbook lacks its part '\(part)'.")
        case .brokenPart(let part, let line):
            Bilingual(
                ja: "ブックの中の「\(part)」の\(line)行目が壊れています。",
                en: "Line \(line) of the workbook's part '\(part)' is broken.")
        case .doctype(let part):
            Bilingual(
                ja: "ブックの中の「\(part)」に、ブックにはないはずの文書型宣言（DOCTYPE）があります。",
                en: "The workbook's part '\(part)' declares a document type, which no workbook does.")
        case .partTooLarge(let part, let limit):
            Bilingual(
                ja: "ブックの中の「\(part)」が、上限の\(limit)バイトを超えています。",
                en: "The workbook's part '\(part)' has more than \(limit) bytes.")
        case .bomb(let part, let ratio):
            Bilingual(
                ja: "ブックの中の「\(part)」は、展開すると\(ratio)倍を超えて膨らみます。",
                en: "The workbook's part '\(part)' grows to more than \(ratio) times its size.")
        case .tooManyStrings(let limit):
            Bilingual(
                ja: "ブックの文字列が、上限の\(limit)個を超えています。", en: "The workbook holds more than \(limit) texts.")
        case .tooManyCells(let limit):
            Bilingual(ja: "シートのセルが、上限の\(limit)個を超えています。", en: "The sheet has more than \(limit) cells.")
        case .outOfMemory:
            Bilingual(ja: "ブックを読むためのメモリーが足りません。", en: "There is not enough memory to read the workbook.")
        default: Bilingual("")
        }
    }

    /// What is wrong with the sheets and their cells.
    private var sheetProblem: Bilingual {
        switch self {
        case .noSheet:
            Bilingual(ja: "表示されているシートがありません。", en: "There is no sheet that is not hidden.")
        case .unknownSheet(let name, let sheets, let nearest):
            Bilingual(
                ja: "「\(name)」というシートはありません。あるのは"
                    + sheets.map { "「\($0)」" }.joined() + "です。"
                    + (nearest.map { "「\($0)」のことでしょうか。" } ?? ""),
                en: "There is no sheet '\(name)'. There are: "
                    + sheets.map { "'\($0)'" }.joined(separator: ", ") + "."
                    + (nearest.map { " Did you mean '\($0)'?" } ?? ""))
        case .misplacedRow(let row):
            Bilingual(
                ja: "\(row)行目の次に、順番どおりでない行があります。", en: "The row behind row \(row) is out of order.")
        case .misplacedCell(let row, let reference):
            Bilingual(
                ja: "\(row)行目に、場所の合わないセル（\(reference)）があります。",
                en: "Row \(row) has a cell that is out of place (\(reference)).")
        case .unreadableCell(let reference):
            Bilingual(
                ja: "セル\(reference)が壊れていて、値が分かりません。", en: "Cell \(reference) is broken and has no value.")
        case .cellTooLarge(let reference, let limit):
            Bilingual(
                ja: "セル\(reference)が、上限の\(limit)バイトを超えています。",
                en: "Cell \(reference) has more than \(limit) bytes.")
        case .rowTooLarge(let row, let limit):
            Bilingual(ja: "\(row)行目が、上限の\(limit)バイトを超えています。", en: "Row \(row) has more than \(limit) bytes.")
        case .uncalculated(let reference):
            Bilingual(
                ja: "セル\(reference)の数式が、まだ計算されていません。",
                en: "The formula in cell \(reference) was never calculated.")
        default: Bilingual("")
        }
    }

    private var cure: Bilingual {
        switch self {
        case .protectedOrOld, .encrypted:
            Bilingual(
                ja: "Excelで開き、パスワードを外して、「Excelブック（.xlsx）」で保存し直してください。",
                en: "Open it in Excel, take off the password and save it as 'Excel Workbook (.xlsx)'.")
        case .openDocument, .binaryWorkbook:
            Bilingual(
                ja: "「Excelブック（.xlsx）」かCSVで保存し直してください。",
                en: "Save it as 'Excel Workbook (.xlsx)' or as CSV.")
        case .noWorkbook:
            Bilingual(ja: "ブックを指定するか、シートの指定を外してください。", en: "Name the workbook, or no sheet.")
        case .notWorkbook:
            Bilingual(
                ja: "展開して、中のCSVか.xlsxのファイルを指定してください。", en: "Unpack it and name the CSV or .xlsx file in it.")
        case .partTooLarge, .tooManyParts, .archiveTooLarge, .tooManyStrings, .tooManyCells, .outOfMemory:
            Bilingual(
                ja: "使うシートだけを新しいブックに移すか、CSVで保存してください。",
                en: "Move the sheet to a new workbook, or save it as CSV.")
        case .bomb, .doctype:
            Bilingual(
                ja: "送り主に確かめるまで使わないでください。確かなものなら、Excelで開いてCSVで保存してください。",
                en:
                    "Do not use it before you have asked who sent it. If it is sound, save it as CSV in Excel."
            )
        case .cellTooLarge, .rowTooLarge:
            Bilingual(ja: "内容を短くしてください。", en: "Shorten what it holds.")
        case .noSheet:
            Bilingual(ja: "使うシートを再表示してください。", en: "Unhide the sheet to be read.")
        case .unknownSheet:
            Bilingual(ja: "--sheet に、その中の一つを指定してください。", en: "Name one of them as --sheet.")
        case .uncalculated:
            Bilingual(
                ja: "Excelで開いて（自動で計算されます）、保存し直してください。",
                en: "Open it in Excel, which calculates it, and save it.")
        case .damagedArchive, .missingPart, .brokenPart, .misplacedRow, .misplacedCell, .unreadableCell:
            Bilingual(
                ja: "もう一度受け取るか、Excelで開いて（修復されます）保存し直してください。",
                en: "Fetch it again, or open it in Excel, which repairs it, and save it.")
        }
    }
}
