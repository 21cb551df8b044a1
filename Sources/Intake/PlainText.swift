/// Folds texts of the characters that Japanese exports consist of, without the tables of Unicode.
///
/// ASCII and its full-width forms, kana, kanji, and the signs of answers and ranges. None of them, full-width
/// forms aside, is changed by NFKC, and no two of them join into another; so one pass over the bytes does what
/// Foundation needs microseconds for. A text with any other character is left to the tables.
enum PlainText {
    /// As `Normalisation.folded` and `Normalisation.key`, or `nil` where the tables are needed.
    ///
    /// - Complexity: O(length).
    static func fold(_ text: String, toLowerCase: Bool) -> String? {
        if isFolded(text.utf8, toLowerCase: toLowerCase) { return text }
        var text = text
        return text.withUTF8 { bytes in
            var isPlain = true
            // No character is folded to more bytes than it had.
            let folded = String(unsafeUninitializedCapacity: bytes.count) { output in
                let count = fold(bytes, into: output, toLowerCase: toLowerCase)
                isPlain = count != nil
                return count ?? 0
            }
            return isPlain ? folded : nil
        }
    }

    /// Whether an ASCII text is folded as it is.
    private static func isFolded(_ bytes: String.UTF8View, toLowerCase: Bool) -> Bool {
        var previous: UInt8 = 0x20
        for byte in bytes {
            if byte >= 0x7F || byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
            if toLowerCase, isUpperCase(byte) { return false }
            previous = byte
        }
        return previous != 0x20 || bytes.isEmpty
    }

    /// The number of bytes written, or `nil` where a character is none of the plain ones.
    private static func fold(
        _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, toLowerCase: Bool
    ) -> Int? {
        var count = 0
        var gap = false
        var index = 0
        while index < bytes.count {
            var length = 1
            var value = UInt32(bytes[index])
            if value >= 0x80 {
                (value, length) = scalar(bytes, at: index)
                if (0xFF01...0xFF5E).contains(value) {
                    value -= 0xFEE0
                } else if value != 0x3000, !isPlain(value) {
                    return nil
                }
            }
            if value == 0x20 || value == 0x3000 || (0x09...0x0D).contains(value) {
                gap = true
            } else {
                if gap, count > 0 {
                    output[count] = 0x20
                    count += 1
                }
                gap = false
                if value < 0x80 {
                    let byte = UInt8(value)
                    output[count] = toLowerCase && isUpperCase(byte) ? byte | 0x20 : byte
                    count += 1
                } else {
                    for offset in 0..<length { output[count + offset] = bytes[index + offset] }
                    count += length
                }
            }
            index += length
        }
        return count
    }

    /// The character of two or three bytes at a place of a valid text, with its length; 0 for longer ones.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        let second = UInt32(bytes[index + 1]) & 0x3F
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        if first >= 0xF0 { return (0, 4) }
        return ((first & 0x0F) << 12 | second << 6 | UInt32(bytes[index + 2]) & 0x3F, 3)
    }

    private static func isUpperCase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// Characters that NFKC leaves as they are, that join with none of their kind, and that have no case.
    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF: true  // kanji
        case 0x3041...0x3096, 0x30A1...0x30FE: true  // hiragana, katakana, ・ and ー
        case 0x3001...0x301C: true  // 、 。 々 〇 brackets 〒 〜
        case 0x25A0...0x25FF, 0x2701...0x2767: true  // ○ ● △, ✓ ✔ ✕
        case 0x00D7, 0x2013...0x2015, 0x2212: true  // × – — ― −
        default: false
        }
    }
}
