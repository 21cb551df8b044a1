import Foundation

/// The forms of a text that are compared: never the form that is stored or shown.
///
/// NFKC joins full-width and half-width characters, circled digits, `㈱` and `㍻`; it leaves the circles ○ ◯ 〇
/// and most dashes apart, so the decoders fold those themselves. NFKC also replaces kanji variants of names
/// (U+FA19 神), which is why names and ids are kept as written.
package enum Normalisation {
    /// NFKC, white space (line breaks included) folded to single spaces, trimmed; invisible characters
    /// dropped.
    package static func folded(_ text: String) -> String {
        if isPlain(text) { return text }
        var scalars = String.UnicodeScalarView()
        var gap = false
        for scalar in nfkc(text).unicodeScalars where !isInvisible(scalar) {
            if scalar.properties.isWhitespace {
                gap = true
            } else {
                if gap, !scalars.isEmpty { scalars.append(" ") }
                gap = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// `folded` in lower case: two texts with the same key count as the same word.
    package static func key(_ text: String) -> String {
        folded(text).lowercased()
    }

    private static func nfkc(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCompatibilityMapping
    }

    /// ASCII without anything to fold; most cells of most exports.
    private static func isPlain(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if byte >= 0x7F || byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    /// Variation selectors of emoji, zero-width characters, direction marks.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0E, 0xFE0F, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
