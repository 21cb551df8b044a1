/// Passes over the UTF-8 that exports are made of: ASCII, characters of two bytes (`é`, `×`), kana and kanji.
///
/// The standard library decides about everything else; it takes twice as long for these.
enum PlainUTF8 {
    /// How many bytes are such characters; what comes after them may still be good.
    static func length(of bytes: UnsafeRawBufferPointer) -> Int {
        var index = 0
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            if high == 0 {
                index += 8
                continue
            }
            index += high.trailingZeroBitCount >> 3
            let start = index
            while index + 4 <= bytes.count {
                let length = characterLength(bytes, index)
                if length == 0 { break }
                index += length
            }
            if index == start { return index }
        }
        return index
    }

    /// The length of a character of U+0080 to U+07FF, U+1000 to U+CFFF or U+E000 to U+FFFF; 0 for anything else.
    ///
    /// After E0 and ED not every second byte is good; both are left to others.
    private static func characterLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        if word & 0x00C0_C0F0 == 0x0080_80E0 {
            return word & 0x0F == 0x00 || word & 0x0F == 0x0D ? 0 : 3
        }
        return word & 0xC0E0 == 0x80C0 && word & 0x1E != 0 ? 2 : 0
    }
}
