package import Records

/// Several words, each with a level: `英語B2、日本語N3`, `English: B2`, `日本語（ネイティブ）`, `英語`.
///
/// The level follows in brackets, after a colon or a space, or directly. The value is in the order of the
/// vocabulary. A word without a level has none; a level that is not on the scale is ignored with a warning
/// and the word is kept; an unknown word is ignored with a warning. A word with two different levels keeps
/// the lower.
package struct LevelledTagsDecoder: CellDecoder {
    private let index: VocabularyIndex
    private let scale: LevelScale
    /// Rank by spelling.
    private let ranks: [String: Int]
    /// Spellings with their ranks, the longest first.
    private let spellings: [(text: [Unicode.Scalar], rank: Int)]

    package init(index: VocabularyIndex, scale: LevelScale) {
        self.index = index
        self.scale = scale
        var ranks: [String: Int] = [:]
        var spellings: [(text: [Unicode.Scalar], rank: Int)] = []
        for rank in scale.levels.indices {
            for spelling in scale.spellings(ofRank: rank).map(Normalisation.key)
            where !spelling.isEmpty && ranks[spelling] == nil {
                ranks[spelling] = rank
                spellings.append((Array(spelling.unicodeScalars), rank))
            }
        }
        self.ranks = ranks
        self.spellings = spellings.enumerated()
            .sorted { ($1.element.text.count, $0.offset) < ($0.element.text.count, $1.offset) }
            .map(\.element)
    }

    /// What an answer says: a word, and a level where one is written.
    private struct Reading {
        let tag: Int
        var level: Int?
        var isLevelUnknown = false
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<[LevelledTag]> {
        try CellText.check(cell)
        var levels: [Int: Int?] = [:]
        var warnings: [Defect] = []
        func keep(_ reading: Reading, _ written: String) {
            if reading.isLevelUnknown { warnings.append(unknownLevel(written)) }
            guard let known = levels[reading.tag] else {
                levels[reading.tag] = .some(reading.level)
                return
            }
            if let known, let level = reading.level, known != level { warnings.append(twoLevels(written)) }
            levels[reading.tag] = .some([known, reading.level].compactMap(\.self).min())
        }
        for answer in CellSegments(cell).answers(longest: index.longestSpelling, recognise: reading) {
            switch answer {
            case .known(let reading, let written): keep(reading, written)
            case .unknown(let folded, let written):
                // An earlier answer of this cell may have taught the word.
                if let reading = reading(folded) {
                    keep(reading, written)
                    continue
                }
                let parts = separated(Array(folded.unicodeScalars))
                let level = parts.flatMap { rank($0.level) }
                // An unknown word may have a space in it: only a level after the space makes it two parts.
                let word = parts.flatMap { level == nil && $0.isSpaced ? nil : $0.word } ?? folded
                guard let tag = index.learn(word) else {
                    warnings.append(index.unknownWord(word, part: written))
                    continue
                }
                keep(
                    Reading(tag: tag, level: level, isLevelUnknown: level == nil && word != folded), written)
            }
        }
        let value = levels.keys.sorted().map { LevelledTag(tag: $0, level: levels[$0] ?? nil) }
        return Decoded(value.isEmpty ? nil : value, warnings: warnings)
    }

    /// The word and level of a folded answer; `nil` where the word is not known.
    private func reading(_ text: String) -> Reading? {
        if let tag = index.tag(folded: text) { return Reading(tag: tag) }
        let scalars = Array(text.unicodeScalars)
        if let parts = separated(scalars) {
            guard let tag = index.tag(folded: parts.word) else { return attached(text) }
            let level = rank(parts.level)
            // A level with a delimiter in it is the beginning of the next answer.
            if level == nil, CellSegments.holdsDelimiter(parts.level) { return nil }
            return Reading(tag: tag, level: level, isLevelUnknown: level == nil)
        }
        return attached(text)
    }

    private func rank(_ level: String) -> Int? { ranks[Normalisation.lowercased(level)] }

    /// Word and level around brackets, a colon or a space.
    private func separated(
        _ scalars: [Unicode.Scalar]
    ) -> (word: String, level: String, isSpaced: Bool)? {
        if scalars.last == ")", let open = scalars.firstIndex(of: "(") {
            return (
                FoldedSlice.text(scalars[..<open]),
                FoldedSlice.text(scalars[(open + 1)..<(scalars.count - 1)]),
                false
            )
        }
        func split(at place: Int, isSpaced: Bool) -> (word: String, level: String, isSpaced: Bool) {
            (FoldedSlice.text(scalars[..<place]), FoldedSlice.text(scalars[(place + 1)...]), isSpaced)
        }
        if let colon = scalars.firstIndex(of: ":") { return split(at: colon, isSpaced: false) }
        // The level itself may have a space in it: `Japanese upper intermediate`.
        let longest = spellings.first?.text.count ?? 0
        for space in scalars.indices.suffix(longest + 1) where scalars[space] == " " {
            if rank(FoldedSlice.text(scalars[(space + 1)...])) != nil {
                return split(at: space, isSpaced: true)
            }
        }
        return scalars.lastIndex(of: " ").map { split(at: $0, isSpaced: true) }
    }

    /// Word and level without anything between them: `英語B2`.
    private func attached(_ text: String) -> Reading? {
        let scalars = Array(Normalisation.lowercased(text).unicodeScalars)
        for (spelling, rank) in spellings
        where scalars.last == spelling.last && scalars.count > spelling.count
            && scalars.suffix(spelling.count).elementsEqual(spelling)
        {
            let word = FoldedSlice.text(scalars.dropLast(spelling.count)[...])
            if let tag = index.tag(folded: word) { return Reading(tag: tag, level: rank) }
        }
        return nil
    }

    private func unknownLevel(_ written: String) -> Defect {
        let known = Bilingual.join(scale.levels.map(\.label))
        return Defect(
            problem: Bilingual(
                ja: "語のレベルが読み取れないため、レベルなしとして扱いました。",
                en: "The level is not on the scale; the word was taken without a level."),
            cure: Bilingual(ja: "レベルは \(known.ja) のどれかで書いてください。", en: "Write one of the levels \(known.en)."),
            part: written)
    }

    private func twoLevels(_ written: String) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "同じ語に二つのレベルがあるため、低いほうを使いました。",
                en: "The same word has two levels; the lower one was taken."),
            cure: Bilingual(ja: "どちらか一つにしてください。", en: "Leave only one of them."), part: written)
    }
}
