import Foundation
import Intake
import Testing

@Suite("WorkbookReader: workbooks of other programs")
struct WorkbookSampleTests {
    private let cells = [
        "1: ID|氏名|応募日|面談|開始|郵便番号|年齢|割合|会員|メモ|合計",
        "2: V001|高橋 花子|2025-04-01|2025-04-02 18:30|09:00|0640001|41|0.25|TRUE|一行目\n二行目|49",
        "3: V002|髙﨑 一郎|1999-12-31|2026-01-01|21:45|1350061|8|1.5|FALSE|=1+1|",
        "5: V004|Sita राई|||||0||| 前後の空白 |",
    ]

    private func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Workbooks").appending(path: name).path
    }

    @Test(
        "openpyxl and LibreOffice give the same cells, counted from 1900 or 1904",
        arguments: ["openpyxl.xlsx", "openpyxl-1904.xlsx", "libreoffice.xlsx"])
    func sameCells(name: String) throws {
        #expect(try WorkbookFile.rows(of: RowSources.open(path: path(name))) == cells)
    }

    @Test(
        "Their second sheet is read by its name",
        arguments: ["openpyxl.xlsx", "openpyxl-1904.xlsx", "libreoffice.xlsx"])
    func otherSheet(name: String) throws {
        let reader = try RowSources.open(path: path(name), options: TableOptions(sheet: "other"))
        #expect(try WorkbookFile.rows(of: reader) == ["1: x", "2: |1.1"])
    }
}
