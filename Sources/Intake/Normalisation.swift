import Foundation

/// The forms of a text that are compared: never the form that is stored or shown.
///
/// NFKC joins full-width and half-width characters, circled digits, `㈱` and `㍻`; it leaves the circles ○ ◯ 〇
/// and most dashes apart, so the decoders fold those themselves. NFKC also replaces kanji variants of names
/// (U+FA19 神), which is why names and ids are kept as written.
package enum Normalisation {
    /// NFKC, white space (line breaks included) folded to single spaces, trimmed; invisible characters
    /// dropped.
    ///
    /// - Complexity: O(length) for what `PlainText` can fold itself, which is nearly every cell of an export.
    package static func folded(_ text: String) -> String {
        PlainText.fold(text, toLowerCase: false) ?? foldedByTables(text)
    }

    /// `folded` in lower case: two texts with the same key count as the same word.
    package static func key(_ text: String) -> String {
        PlainText.fold(text, toLowerCase: true) ?? lowercased(foldedByTables(text))
    }

    /// A folded text in lower case.
    static func lowercased(_ folded: String) -> String {
        PlainText.fold(folded, toLowerCase: true) ?? folded.lowercased()
    }

    private static func foldedByTables(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var gap = false
        for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars
        where !isInvisible(scalar) {
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

    /// Variation selectors of emoji, zero-width characters, direction marks.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0E, 0xFE0F, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
