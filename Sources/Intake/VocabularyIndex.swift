package import Records

/// A vocabulary that finds its words by any spelling, and takes new ones where it is open.
///
/// A class, because the columns that share a vocabulary also share the words that it learns. A word matches
/// as a whole, after NFKC and without regard to case and spacing; never as a part of another word.
package final class VocabularyIndex {
    /// The words, with those that were learnt at the end.
    package private(set) var vocabulary: Vocabulary

    /// The first tag with each spelling.
    private var tagByKey: [String: Int] = [:]
    /// What an unknown word is compared with: labels before keys, because people read labels.
    private var candidates: [Nearest.Candidate] = []
    /// What was said of unknown words.
    private var adviceByWord: [String: (problem: Bilingual, cure: Bilingual)] = [:]
    private static let adviceLimit = 4096
    /// Segments of the spelling that holds the most delimiters.
    private(set) var longestSpelling = 1

    package init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for (index, tag) in vocabulary.tags.enumerated() { register(tag, at: index) }
    }

    /// The tag of which the whole cell is a spelling.
    func tag(spelled cell: String) -> Int? {
        tagByKey[CellSegments(cell).key]
    }

    /// The tag with a spelling that is already folded, with its delimiters in one form.
    func tag(folded: String) -> Int? {
        tagByKey[Normalisation.lowercased(folded)]
    }

    /// Adds a word to an open vocabulary under the spelling `text`.
    ///
    /// - Returns: Its index, or `nil` where the vocabulary is closed or full.
    func learn(_ text: String) -> Int? {
        guard vocabulary.isOpen, !text.isEmpty else { return nil }
        let tag = Tag(key: text, label: Bilingual(text))
        guard let index = vocabulary.append(tag) else { return nil }
        register(tag, at: index)
        // A learnt word may be the nearest one, and the vocabulary may be full now.
        adviceByWord = [:]
        return index
    }

    /// What to say about a word that is not known.
    func unknownWord(_ text: String, part: String?) -> Defect {
        let advice = advice(on: text)
        return Defect(problem: advice.problem, cure: advice.cure, part: part)
    }

    /// Problem and cure of an unknown word; kept, because words that one person misspells others do too, and
    /// every search for the nearest word looks at the whole vocabulary.
    private func advice(on text: String) -> (problem: Bilingual, cure: Bilingual) {
        if let known = adviceByWord[text] { return known }
        let advice = makeAdvice(on: text)
        if adviceByWord.count < VocabularyIndex.adviceLimit { adviceByWord[text] = advice }
        return advice
    }

    private func makeAdvice(on text: String) -> (problem: Bilingual, cure: Bilingual) {
        if vocabulary.isOpen, vocabulary.tags.count == TagSet.capacity {
            return (
                problem: Bilingual(
                    ja: "語彙がいっぱいで（\(TagSet.capacity)語まで）、この語を加えられません。",
                    en: "The vocabulary is full (\(TagSet.capacity) words); this word cannot be added."),
                cure: Bilingual(
                    ja: "表記の揺れをまとめ、語の数を減らしてください。", en: "Unify the spellings so that there are fewer words.")
            )
        }
        let problem = Bilingual(ja: "語彙にない語です。", en: "The vocabulary does not have this word.")
        if let nearest = Nearest.match(text, among: candidates, tolerance: 50) {
            return (
                problem: problem,
                cure: Bilingual(
                    ja: "「\(nearest)」のことなら、そう書いてください。別の語なら、語彙に加えてください。",
                    en: "If '\(nearest)' is meant, write that; otherwise add the word to the vocabulary.")
            )
        }
        let some = vocabulary.tags.prefix(6).map(\.label)
        let names = Bilingual.join(some.map { Bilingual(ja: "「\($0.ja)」", en: "'\($0.en)'") })
        let more = vocabulary.tags.count > 6 ? Bilingual(ja: "など", en: " and others") : Bilingual("")
        return (
            problem: problem,
            cure: Bilingual(
                ja: "使える語は\(names.ja)\(more.ja)です。この語も使うなら、語彙に加えてください。",
                en: "Known words are \(names.en)\(more.en). Add the word to the vocabulary if it is needed.")
        )
    }

    private func register(_ tag: Tag, at index: Int) {
        candidates += ([tag.label.ja, tag.label.en, tag.key] + tag.aliases).map(Nearest.Candidate.init)
        for spelling in tag.spellings {
            let segments = CellSegments(spelling)
            let key = segments.key
            guard !key.isEmpty, tagByKey[key] == nil else { continue }
            tagByKey[key] = index
            longestSpelling = max(longestSpelling, segments.count)
        }
    }
}
