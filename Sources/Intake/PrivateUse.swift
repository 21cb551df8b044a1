import Glibc
import Records

/// Characters of the private use area (U+E000 to U+F8FF): what somebody drew for one computer.
///
/// Japanese offices keep such 外字 for rare kanji of names. Elsewhere they show as blanks or as something else.
enum PrivateUse {
    /// Whether UTF-8 holds one.
    ///
    /// They are EE 80 80 to EF A3 BF; what begins with EE is always one of them.
    static func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        if memchr(base, 0xEE, bytes.count) != nil { return true }
        var start = 0
        while let found = memchr(base + start, 0xEF, bytes.count - start) {
            start = UnsafeRawPointer(found) - base + 1
            if start < bytes.count, bytes[start] < 0xA4 { return true }
        }
        return false
    }

    static let defect = Defect(
        problem: Bilingual(
            ja: "外字（このコンピューターだけの文字）があります。ほかの機械では空白や別の字になります。",
            en: "The cell holds a private character (gaiji), which other computers show as a blank."),
        cure: Bilingual(
            ja: "そのまま使いました。ふつうの漢字か、かなに直してください。",
            en: "Used as it is; replace it by a standard character or by kana."))
}
