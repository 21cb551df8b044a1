import Intake
import Records
import Testing

@Suite("FlagDecoder")
struct FlagDecoderTests {
    @Test(
        "Every way to say yes",
        arguments: [
            "○", "◯", "〇", "●", "◎", "✓", "✔", "✔\u{FE0F}", "☑", "✅", "可", "はい", "済", "済み", "あり", "有", "有り",
            "1", "１", "TRUE", "true", "yes", "Ｙｅｓ", "Y", "checked", " ○ ",
        ])
    func yes(cell: String) throws {
        #expect(try FlagDecoder().decode(cell).value == .yes)
    }

    @Test(
        "Every way to say no",
        arguments: [
            "×", "✕", "☓", "✖", "✗", "✘", "☐", "x", "X", "Ｘ", "不可", "いいえ", "未", "なし", "無", "無し", "0", "０",
            "FALSE", "no", "N", "unchecked",
        ])
    func no(cell: String) throws {
        #expect(try FlagDecoder().decode(cell).value == .no)
    }

    @Test("Every way to leave it open", arguments: ["△", "要相談", "応相談", "negotiable"])
    func negotiable(cell: String) throws {
        #expect(try FlagDecoder().decode(cell).value == .negotiable)
    }

    @Test(
        "Anything else is refused, parts of a known word included",
        arguments: ["?", "可能", "はいはい", "2", "◇", "-"])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try FlagDecoder().decode(cell) }
    }

    @Test("An empty cell is missing, not no")
    func empty() throws {
        #expect(try FlagDecoder().decode("").value == nil)
    }
}
