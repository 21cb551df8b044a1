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
        var tags = TagSet()
        var warnings: [Defect] = []
        CellSegments(cell).scan(longest: index.longestSpelling) { answer in
            guard let tag = index.tag(spelled: answer.folded) else { return false }
            tags.insert(tag)
            return true
        } other: { answer in
            if let tag = index.learn(answer.folded) {
                tags.insert(tag)
            } else {
                warnings.append(index.unknownWord(answer.folded, part: answer.written))
            }
        }
        return Decoded(tags.isEmpty ? nil : tags, warnings: warnings)
    }
}
