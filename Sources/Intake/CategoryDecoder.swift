import Records

/// One word of a vocabulary, by any of its spellings; the value is the word's index.
package struct CategoryDecoder: CellDecoder {
    private let index: VocabularyIndex

    package init(index: VocabularyIndex) {
        self.index = index
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<Int> {
        try CellText.check(cell)
        if let tag = index.tag(spelled: cell) { return Decoded(tag) }
        let folded = Normalisation.folded(cell)
        if folded.isEmpty { return Decoded(nil) }
        if let tag = index.learn(folded) { return Decoded(tag) }
        throw index.unknownWord(folded, part: nil)
    }
}
