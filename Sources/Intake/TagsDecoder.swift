package import Records

/// Several words of a vocabulary: `料理、散歩`, `料理;文化・習慣`.
///
/// A word that is not known is ignored with a warning, and the others are used; an open vocabulary learns it
/// instead. Where no word is known there is no value.
package struct TagsDecoder: CellDecoder {
    private let index: VocabularyIndex

    package init(index: VocabularyIndex) {
        self.index = index
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<TagSet> {
        try CellText.check(cell)
        var tags = TagSet()
        var warnings: [Defect] = []
        let answers = CellSegments(cell).answers(longest: index.longestSpelling) { index.tag(folded: $0) }
        for answer in answers {
            switch answer {
            case .known(let tag, _): tags.insert(tag)
            case .unknown(let folded, let written):
                // An earlier answer of this cell may have taught the word.
                if let tag = index.tag(folded: folded) ?? index.learn(folded) {
                    tags.insert(tag)
                } else {
                    warnings.append(index.unknownWord(folded, part: written))
                }
            }
        }
        return Decoded(tags.isEmpty ? nil : tags, warnings: warnings)
    }
}
