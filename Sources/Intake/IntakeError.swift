package import Records

/// Why a file could not be used at all.
///
/// Defects of single cells and rows are `DataIssue`s and do not stop the reading. No message holds the
/// content of a cell.
package enum IntakeError: Error, Hashable, Sendable {
    /// What a command should make of an error: each class has an exit code of its own.
    package enum Category: Hashable, Sendable {
        /// The file is not there, is a folder, or may not be opened (exit code 66).
        case inputMissing
        /// The file is there but does not hold what it should (exit code 65).
        case badData
        /// The system failed while reading (exit code 74).
        case readFailure
        /// The programme asks for something that was not given (exit code 78).
        case configuration
    }

    /// There is no such file.
    case missing(path: String)
    /// The path leads to a folder.
    case folder(path: String)
    /// The file exists but may not be opened.
    case unreadable(path: String)
    /// Reading failed half-way; `code` is the system's error number.
    case readFailed(path: String, code: Int32)
    /// The file holds nothing, or only blank lines.
    case empty(path: String)
    /// The file holds a header and nothing else.
    case noRows(path: String)
    /// A byte that is no character of the encoding; the offset is counted from 0. `isGuess` says that nothing
    /// but the bytes spoke for the encoding.
    case undecodable(path: String, encoding: TextEncoding, isGuess: Bool, row: Int, byteOffset: Int)
    /// The system cannot convert from this encoding.
    case unknownEncoding(path: String, encoding: TextEncoding)
    /// A NUL byte; the offset is counted from 0.
    case nulByte(path: String, row: Int, byteOffset: Int)
    /// A quotation mark in the middle of a cell; the offset is counted from 0.
    case strayQuote(path: String, row: Int, byteOffset: Int)
    /// A quoted cell that never ends; `row` is where its row begins.
    case unclosedQuote(path: String, row: Int)
    /// A cell with more bytes than `limit`; the column is counted from 1.
    case cellTooLarge(path: String, row: Int, column: Int, limit: Int)
    /// A row with more bytes than `limit`.
    case rowTooLarge(path: String, row: Int, limit: Int)
    /// A row with more cells than `limit`.
    case tooManyCells(path: String, row: Int, limit: Int)
    /// A header or rows that make the whole file unusable; at least one issue, all of severity `error`.
    case defects(path: String, issues: [DataIssue])
    /// A workbook that could not be read.
    case workbook(path: String, WorkbookDefect)
    /// A field needs the table of places, and none was given.
    case placesNeeded(field: String)

    /// The class of the error, for exit codes.
    package var category: Category {
        switch self {
        case .missing, .folder, .unreadable: .inputMissing
        case .readFailed: .readFailure
        case .placesNeeded: .configuration
        case .empty, .noRows, .undecodable, .unknownEncoding, .nulByte, .strayQuote, .unclosedQuote,
            .cellTooLarge, .rowTooLarge,
            .tooManyCells, .defects, .workbook:
            .badData
        }
    }

    /// What happened, where, and what to do; several lines where several things are wrong.
    package var message: Bilingual {
        switch self {
        case .missing(let path):
            Bilingual(
                ja: "\(path): ファイルが見つかりません。名前とフォルダーを確かめてください。",
                en: "\(path): no such file. Check its name and folder.")
        case .folder(let path):
            Bilingual(
                ja: "\(path): これはフォルダーです。中のCSVファイルを指定してください。",
                en: "\(path): this is a folder. Name the CSV file inside it.")
        case .unreadable(let path):
            Bilingual(
                ja: "\(path): ファイルを開く権限がありません。アクセス権を確かめてください。",
                en: "\(path): the file may not be opened. Check its permissions.")
        case .readFailed(let path, let code):
            Bilingual(
                ja: "\(path): 読み込みの途中で失敗しました（システムのエラー番号 \(code)）。ディスクや接続を確かめて、もう一度実行してください。",
                en:
                    "\(path): reading failed (system error \(code)). Check the disk or connection and retry."
            )
        case .empty(let path):
            Bilingual(
                ja: "\(path): ファイルが空です。1行目が見出しのCSVを書き出し直してください。",
                en: "\(path): the file is empty. Export it again, as CSV with a header in the first row.")
        case .noRows(let path):
            Bilingual(
                ja: "\(path): 見出しだけで、データの行がありません。書き出しの絞り込み条件を確かめてください。",
                en: "\(path): there is a header but no row of data. Check the filter of the export.")
        case .defects(let path, let issues):
            IntakeError.lines(path: path, issues: issues)
        case .workbook(let path, let defect):
            defect.message.map { "\(path): \($0)" }
        case .placesNeeded(let field):
            Bilingual(
                ja: "項目「\(field)」には場所の表が必要です。プログラムのファイルに places: でフォルダーを指定してください。",
                en:
                    "Field '\(field)' needs the table of places. Name its folder as places: in the programme."
            )
        default: contentMessage
        }
    }

    /// The messages about the bytes of a file.
    private var contentMessage: Bilingual {
        switch self {
        case .undecodable(let path, let encoding, let isGuess, let row, let offset):
            IntakeError.undecodable(path, encoding, isGuess: isGuess, row: row, offset: offset)
        case .unknownEncoding(let path, let encoding):
            Bilingual(
                ja: "\(path): このシステムは文字コード \(encoding.rawValue) を変換できません。"
                    + "「CSV UTF-8（コンマ区切り）」で保存し直してください。",
                en: "\(path): this system cannot convert from \(encoding.rawValue). "
                    + "Save the file again as 'CSV UTF-8 (Comma delimited)'.")
        case .nulByte(let path, let row, let offset):
            Bilingual(
                ja: "\(path): \(row)行目（先頭から\(offset)バイト）に、CSVにはないはずのNULバイトがあります。"
                    + "UTF-16のファイルなら --encoding utf-16 を付け、そうでなければ書き出し直してください。",
                en: "\(path): row \(row) (byte \(offset)) holds a NUL byte, which no CSV file has. "
                    + "If the file is UTF-16, add --encoding utf-16; otherwise export it again.")
        case .strayQuote(let path, let row, let offset):
            Bilingual(
                ja: "\(path): \(row)行目（先頭から\(offset)バイト）で、引用符（\"）がセルの途中にあります。"
                    + "セル全体を引用符で囲み、中の引用符は二つ重ねて（\"\"）ください。",
                en: "\(path): row \(row) (byte \(offset)) has a quotation mark in the middle of a cell. "
                    + "Quote the whole cell and double the marks inside it (\"\").")
        case .unclosedQuote(let path, let row):
            Bilingual(
                ja: "\(path): \(row)行目で始まる引用符（\"）が、ファイルの終わりまで閉じていません。"
                    + "閉じる引用符を補うか、書き出し直してください。",
                en: "\(path): a quotation mark that opens in row \(row) is never closed. "
                    + "Add the closing mark, or export the file again.")
        case .cellTooLarge(let path, let row, let column, let limit):
            Bilingual(
                ja: "\(path): \(row)行目・左から\(column)列目のセルが、上限の\(limit)バイトを超えています。"
                    + "閉じ忘れた引用符（\"）がないか確かめ、セルを短くしてください。",
                en: "\(path): the cell in row \(row), column \(column) has more than \(limit) bytes. "
                    + "Look for a quotation mark that is never closed, or shorten the cell.")
        case .rowTooLarge(let path, let row, let limit):
            Bilingual(
                ja: "\(path): \(row)行目が、上限の\(limit)バイトを超えています。行の内容を短くしてください。",
                en: "\(path): row \(row) has more than \(limit) bytes. Shorten its cells.")
        case .tooManyCells(let path, let row, let limit):
            Bilingual(
                ja: "\(path): \(row)行目のセルが、上限の\(limit)個を超えています。区切り文字を確かめてください。",
                en: "\(path): row \(row) has more than \(limit) cells. Check the delimiter.")
        default: Bilingual("")
        }
    }

    private static func undecodable(
        _ path: String, _ encoding: TextEncoding, isGuess: Bool, row: Int, offset: Int
    ) -> Bilingual {
        let place = Bilingual(
            ja: "\(path): \(row)行目（先頭から\(offset)バイト）", en: "\(path): row \(row) (byte \(offset))")
        let cure = Bilingual(
            ja: "Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直すか、"
                + "--encoding で文字コードを指定してください。",
            en:
                "In Excel, choose Save As, 'CSV UTF-8 (Comma delimited)', or name the encoding with --encoding."
        )
        let what =
            isGuess
            ? Bilingual(
                ja: "に、UTF-8でもCP932（シフトJIS）でもない文字があります。", en: " is neither UTF-8 nor CP932 (Shift JIS). ")
            : Bilingual(
                ja: "に、\(encoding.rawValue.uppercased())でない文字があります。",
                en: " is not \(encoding.rawValue.uppercased()). ")
        return Bilingual(ja: place.ja + what.ja + cure.ja, en: place.en + what.en + cure.en)
    }

    /// One line per issue: place, problem, cure; never the value.
    private static func lines(path: String, issues: [DataIssue]) -> Bilingual {
        let lines = issues.map { issue in
            Bilingual(
                ja: "\(path): " + (issue.row.map { "\($0)行目" } ?? "")
                    + (issue.column.map { "「\($0)」" } ?? "") + (issue.row == nil ? "" : ": ")
                    + issue.problem.ja + issue.cure.ja,
                en: "\(path): " + (issue.row.map { "row \($0)" } ?? "")
                    + (issue.column.map { ", '\($0)'" } ?? "") + (issue.row == nil ? "" : ": ")
                    + issue.problem.en + " " + issue.cure.en)
        }
        return Bilingual.join(lines, by: Bilingual("\n"))
    }

    /// The name of a file without its folder, as issues print it.
    static func fileName(ofPath path: String) -> String {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    }
}
