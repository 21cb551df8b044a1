import Reporting
import Testing

@Suite("TerminalWidth") struct TerminalWidthTests {
    @Test(
        "a text is as wide as its characters together, whatever stands among them, and breaks where they break"
    )
    func everyScalar() {
        for value in 0...0x1FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "か\(scalar)a\(scalar)"
            // One character by itself cannot join with another.
            let widths = text.map { TerminalWidth.columns(of: String($0)) }
            let whole = widths.reduce(0, +)
            if TerminalWidth.columns(of: text) != whole {
                Issue.record("U+\(String(value, radix: 16)): \(whole)")
            }
            let isBreak = text.contains { $0.isNewline }
            if !isBreak,
                TerminalWidth.widestLine(of: text) != whole
                    || TerminalWidth.lines(of: text, in: 2) != (whole + 1) / 2
            {
                Issue.record("U+\(String(value, radix: 16)): lines")
            }
            if isBreak, TerminalWidth.widestLine(of: text) != 2 || TerminalWidth.lines(of: text, in: 9) != 3 {
                Issue.record("U+\(String(value, radix: 16)): breaks")
            }
        }
    }

    @Test(
        "Japanese characters take two columns, letters and half-width kana one",
        arguments: [
            ("", 0), ("Tokyo", 5), ("日本語", 6), ("、。「」々〇", 12), ("カタカナー・", 12), ("ＡＢ１", 6), ("ｱｲｳ", 3),
            ("9:00–12:00…", 11), ("Nguyễn Thị", 10), ("Łódź ÀÉ", 7), ("か\u{3099}", 2), ("e\u{301}", 1),
            ("한국", 4), ("नेपाली", 3),
        ])
    func widths(text: String, columns: Int) {
        #expect(TerminalWidth.columns(of: text) == columns)
    }

    @Test("a text takes a line for each of its own, and more where one is too long for the room")
    func lines() {
        #expect(TerminalWidth.lines(of: "", in: 5) == 1)
        #expect(TerminalWidth.lines(of: "日本語", in: 6) == 1 && TerminalWidth.lines(of: "日本語", in: 5) == 2)
        #expect(TerminalWidth.lines(of: "Tokyo\n\nab\r\nabcdefg", in: 5) == 5)
        #expect(TerminalWidth.widestLine(of: "Tokyo\n日本語\r\na") == 6 && TerminalWidth.widestLine(of: "") == 0)
    }
}
