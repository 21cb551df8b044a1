import Records
import Reporting
import Testing

@Suite("CSVWriter")
struct CSVWriterTests {
    private func text(_ rows: [[String]]) -> String {
        String(decoding: CSVWriter.bytes(of: rows).dropFirst(3), as: UTF8.self)
    }

    @Test("a file starts with the byte order mark and ends every row with CRLF")
    func frame() {
        let bytes = CSVWriter.bytes(of: [["a", "b"], ["1", "2"]])
        #expect(bytes == [0xEF, 0xBB, 0xBF] + [UInt8]("a,b\r\n1,2\r\n".utf8))
    }

    @Test(
        "cells with commas, quotes, line breaks, tabs or outer spaces are quoted, and an empty one that is its whole row",
        arguments: [
            ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("one\ntwo", "\"one\ntwo\""),
            ("one\r\ntwo", "\"one\r\ntwo\""), ("a\tb", "\"a\tb\""), (" a", "\" a\""), ("a ", "\"a \""),
            ("", "\"\""), ("神奈川、横浜", "神奈川、横浜"),
        ])
    func quoting(cell: String, written: String) {
        #expect(text([[cell]]) == written + "\r\n")
    }

    @Test(
        "cells that a spreadsheet would run get an apostrophe",
        arguments: [
            "=1+1", "+81 90 0000 0000", "-", "-1+2", "@SUM(A1)", "\tx", "\rx", "\nx", "\u{0}=1", "＝1",
            "＋1",
            "－5", "＠x",
        ])
    func guarded(cell: String) {
        #expect(CSVGuard.guarded(cell) == "'" + cell)
        #expect(CSVGuard.unguarded("'" + cell) == cell)
    }

    @Test(
        "numbers and ordinary text stay as they are",
        arguments: ["-5", "-5.5", "0", "R-001", "a=b", "'tis", "", "神"])
    func unguardedCells(cell: String) {
        #expect(CSVGuard.guarded(cell) == cell)
        #expect(CSVGuard.unguarded(cell) == cell)
    }

    @Test("taking the guard off gives back every cell, also one that brought its own apostrophes")
    func inverse() {
        let starts = ["", "'", "''", "'''"]
        let rests = ["", "=1", "-5", "-5a", "+", "＝x", "plain", "\r\n=1", "'"]
        for cell in starts.flatMap({ start in rests.map { start + $0 } }) {
            let restored = CSVGuard.unguarded(CSVGuard.guarded(cell))
            #expect(Array(restored.utf8) == Array(cell.utf8))
        }
    }
}
