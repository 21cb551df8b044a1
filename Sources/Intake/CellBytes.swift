/// What can be said about a cell before it becomes a string.
enum CellBytes {
    /// The bytes without white space at both ends: ASCII, no-break, ideographic and the other Unicode spaces.
    static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        // What neither begins nor ends with white space, as most cells do, is left alone at once: only these
        // bytes begin or end a wide space.
        guard let first = cell.first, let last = cell.last else { return cell }
        if first > 0x20, first < 0xC2 || first > 0xE3, last > 0x20, last < 0x80 { return cell }
        var rest = cell
        while let length = leadingSpace(rest) { rest = rest.dropFirst(length) }
        while let length = trailingSpace(rest) { rest = rest.dropLast(length) }
        return rest
    }

    /// The trimmed cell as a string, otherwise as written.
    static func text(_ cell: ArraySlice<UInt8>) -> String {
        String(decoding: trimmed(cell), as: UTF8.self)
    }

    private static func leadingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if isASCIISpace(first) { return 1 }
        guard first >= 0xC2 else { return nil }
        let length = first == 0xC2 ? 2 : 3
        return bytes.count >= length && isWideSpace(bytes.prefix(length)) ? length : nil
    }

    private static func trailingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let last = bytes.last else { return nil }
        if isASCIISpace(last) { return 1 }
        guard last >= 0x80 else { return nil }
        for length in 2...3 where bytes.count >= length && isWideSpace(bytes.suffix(length)) { return length }
        return nil
    }

    private static func isASCIISpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// U+0085, U+00A0, U+1680, U+2000…U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 as UTF-8.
    private static func isWideSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
        let base = bytes.startIndex
        switch (bytes[base], bytes[base + 1], bytes.count) {
        case (0xC2, let second, 2): return second == 0x85 || second == 0xA0
        case (0xE3, 0x80, 3): return bytes[base + 2] == 0x80
        case (0xE1, 0x9A, 3): return bytes[base + 2] == 0x80
        case (0xE2, 0x81, 3): return bytes[base + 2] == 0x9F
        case (0xE2, 0x80, 3):
            return [0xA8, 0xA9, 0xAF].contains(bytes[base + 2]) || (0x80...0x8A).contains(bytes[base + 2])
        default: return false
        }
    }
}
