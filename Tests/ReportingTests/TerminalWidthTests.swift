import Reporting
import Testing

@Suite("TerminalWidth") struct TerminalWidthTests {
    @Test(
        "what surely fits one line does: its width counted character by character is no larger, and no line breaks"
    )
    func fitsOneLine() {
        let pieces = [
            "a", "7", " ", "é", "あ", "漢", "ｱ", "Ａ", "नि", "ก", "한", "🙂", "\u{2028}", "\n", "\r\n", "\u{85}",
        ]
        for first in pieces {
            for second in pieces {
                for count in 1...6 {
                    let text = String(repeating: first, count: count) + second
                    for room in 1...14 where TerminalWidth.fitsOneLine(text, in: room) {
                        #expect(TerminalWidth.columns(of: text) <= room, "\(text.debugDescription)")
                        let breaks = text.contains { $0.isNewline }
                        #expect(!breaks)
                    }
                }
            }
        }
        #expect(TerminalWidth.fitsOneLine("日本語", in: 6) && !TerminalWidth.fitsOneLine("日本語", in: 5))
        #expect(TerminalWidth.fitsOneLine("Tokyo", in: 5) && !TerminalWidth.fitsOneLine("a\nb", in: 9))
    }
}
