package import Records

/// Yes, no or negotiable, in the spellings that people and programs use.
///
/// The circles and crosses are different characters that NFKC leaves apart, so each is listed.
package struct FlagDecoder: CellDecoder {
    private static let spellings: [String: Flag] = {
        var table: [String: Flag] = [:]
        for word in [
            "○", "◯", "〇", "●", "◎", "✓", "✔", "☑", "✅", "可", "はい", "済", "済み", "あり", "有", "有り",
            "完了", "⭕", "1", "true", "yes", "y", "ok", "checked",
        ] { table[Normalisation.key(word)] = .yes }
        for word in [
            "×", "✕", "✖", "☓", "✗", "✘", "x", "☐", "❌", "不可", "いいえ", "未", "未済", "未完了", "なし", "無", "無し", "0",
            "false", "no", "n", "ng", "unchecked",
        ] { table[Normalisation.key(word)] = .no }
        for word in ["△", "要相談", "応相談", "negotiable"] { table[Normalisation.key(word)] = .negotiable }
        return table
    }()

    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<Flag> {
        let key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        guard let flag = FlagDecoder.spellings[key] else {
            throw Defect(
                problem: Bilingual(ja: "「はい・いいえ」のどちらか読み取れません。", en: "This is neither yes nor no."),
                cure: Bilingual(
                    ja: "○・×・△、はい・いいえ、済・未、TRUE・FALSE、1・0 のどれかで書いてください。",
                    en: "Write ○, × or △, yes or no, TRUE or FALSE, 1 or 0."))
        }
        return Decoded(flag)
    }
}
