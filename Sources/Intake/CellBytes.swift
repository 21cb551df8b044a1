/// What can be said about a cell before it becomes a string.
enum CellBytes {
    /// The bytes without white space at both ends: ASCII, no-break, ideographic and the other Unicode spaces.
    static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let range = cell.withUnsafeBufferPointer(trimmedRange)
        return cell[(cell.startIndex + range.lowerBound)..<(cell.startIndex + range.upperBound)]
    }

    /// The same of a cell that is only lent out.
    static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: cell[trimmedRange(cell)])
    }

    /// The trimmed cell as a string, otherwise as written.
    static func text(_ cell: ArraySlice<UInt8>) -> String {
        String(decoding: trimmed(cell), as: UTF8.self)
    }

    private static func trimmedRange(_ cell: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (0, cell.count)
        while start < end {
            let length = leadingSpace(cell, start..<end)
            if length == 0 { break }
            start += length
        }
        while start < end {
            let length = trailingSpace(cell, start..<end)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// Length of the white space with which a part of the bytes begins; 0 for none.
    private static func leadingSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int {
        let first = bytes[part.lowerBound]
        // Most cells begin with a letter or a kanji: only these bytes begin a wide space.
        if first > 0x20, first < 0xC2 || first > 0xE3 { return 0 }
        if isASCIISpace(first) { return 1 }
        let length = first == 0xC2 ? 2 : 3
        return part.count >= length && isWideSpace(bytes, part.lowerBound, length) ? length : 0
    }

    /// Length of the white space with which a part of the bytes ends; 0 for none.
    private static func trailingSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int {
        let last = bytes[part.upperBound - 1]
        if last < 0x80 { return isASCIISpace(last) ? 1 : 0 }
        for length in 2...3 where part.count >= length {
            if isWideSpace(bytes, part.upperBound - length, length) { return length }
        }
        return 0
    }

    private static func isASCIISpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// U+0085, U+00A0, U+1680, U+2000…U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 as UTF-8.
    private static func isWideSpace(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int
    ) -> Bool {
        let last = bytes[start + length - 1]
        switch (bytes[start], bytes[start + 1], length) {
        case (0xC2, 0x85, 2), (0xC2, 0xA0, 2): return true
        case (0xE3, 0x80, 3), (0xE1, 0x9A, 3): return last == 0x80
        case (0xE2, 0x81, 3): return last == 0x9F
        case (0xE2, 0x80, 3):
            return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF
        default: return false
        }
    }
}
