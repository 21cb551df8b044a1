package import Records

/// Several words, each with a range of whole numbers: `Deutsch:1-6; Musik:1-5`, `国語（１〜３）`, `算数:4`.
///
/// The value is in the order of the vocabulary, then of the ranges. An answer without a readable range, or
/// with an unknown word, is ignored with a warning.
package struct RangedTagsDecoder: CellDecoder {
    private static let dashes = ["-", "~", "〜", "–", "—", "―", "−", "‐", "ー", "から"]

    private let index: VocabularyIndex

    package init(index: VocabularyIndex) {
        self.index = index
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<[RangedTag]> {
        try CellText.check(cell)
        var found: [RangedTag] = []
        var warnings: [Defect] = []
        let answers = CellSegments(cell).answers(longest: index.longestSpelling) { text in
            RangedTagsDecoder.parts(text).flatMap { parts in
                index.tag(folded: parts.word).map { RangedTag(tag: $0, range: parts.range) }
            }
        }
        for answer in answers {
            switch answer {
            case .known(let tag, _): found.append(tag)
            case .unknown(let folded, let written):
                guard let parts = RangedTagsDecoder.parts(folded) else {
                    warnings.append(RangedTagsDecoder.noRange(written))
                    continue
                }
                // An earlier answer of this cell may have taught the word.
                guard let tag = index.tag(folded: parts.word) ?? index.learn(parts.word) else {
                    warnings.append(index.unknownWord(parts.word, part: written))
                    continue
                }
                found.append(RangedTag(tag: tag, range: parts.range))
            }
        }
        found.sort {
            ($0.tag, $0.range.lowerBound, $0.range.upperBound)
                < ($1.tag, $1.range.lowerBound, $1.range.upperBound)
        }
        let different = found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
        return Decoded(different.isEmpty ? nil : different, warnings: warnings)
    }

    /// The word, and the range after its last colon or in brackets.
    private static func parts(_ text: String) -> (word: String, range: ClosedRange<Int>)? {
        var scalars = Array(text.unicodeScalars)
        let separator: Int?
        if scalars.last == ")" {
            scalars.removeLast()
            separator = scalars.lastIndex(of: "(")
        } else {
            separator = scalars.lastIndex(of: ":")
        }
        guard let separator else { return nil }
        let name = FoldedSlice.text(scalars[..<separator])
        let rest = FoldedSlice.text(scalars[(separator + 1)...])
        guard !name.isEmpty, let range = range(rest) else { return nil }
        return (name, range)
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        var scanner = ScalarScanner(text)
        scanner.skipSpaces()
        guard let first = scanner.number(digits: 9) else { return nil }
        scanner.skipSpaces()
        if scanner.isAtEnd { return first...first }
        guard scanner.takeAny(dashes) != nil else { return nil }
        scanner.skipSpaces()
        guard let last = scanner.number(digits: 9), first <= last else { return nil }
        scanner.skipSpaces()
        return scanner.isAtEnd ? first...last : nil
    }

    private static func noRange(_ written: String) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "範囲が読み取れないため、この語は使いませんでした。",
                en: "There is no readable range; the word was not used."),
            cure: Bilingual(
                ja: "「数学:5-10」のように、語・コロン・小さい数-大きい数の順に書いてください。",
                en: "Write the word, a colon and the range from low to high, as 'Mathematics:5-10'."),
            part: written)
    }
}
