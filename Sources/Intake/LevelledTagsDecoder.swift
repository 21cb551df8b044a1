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
    /// Spellings, the longest first.
    private let spellings: [String]

    package init(index: VocabularyIndex, scale: LevelScale) {
        self.index = index
        self.scale = scale
        var ranks: [String: Int] = [:]
        var spellings: [String] = []
        for (rank, level) in scale.levels.enumerated() {
            for spelling in level.spellings.map(Normalisation.key)
            where !spelling.isEmpty && ranks[spelling] == nil {
                ranks[spelling] = rank
                spellings.append(spelling)
            }
        }
        self.ranks = ranks
        self.spellings = spellings.enumerated()
            .sorted {
                ($1.element.unicodeScalars.count, $0.offset) < ($0.element.unicodeScalars.count, $1.offset)
            }
            .map(\.element)
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<[LevelledTag]> {
        var levels: [Int: Int?] = [:]
        var warnings: [Defect] = []
        func keep(_ tag: Int, _ level: Int?, _ written: String) {
            guard let known = levels[tag] else {
                levels[tag] = .some(level)
                return
            }
            if let known, let level, known != level { warnings.append(twoLevels(written)) }
            levels[tag] = .some([known, level].compactMap(\.self).min())
        }
        CellSegments(cell).scan(longest: index.longestSpelling) { answer in
            let text = answer.folded
            if let tag = index.tag(spelled: text) {
                keep(tag, nil, answer.written)
                return true
            }
            guard let parts = separated(text) ?? attached(text), let tag = index.tag(spelled: parts.word)
            else {
                return false
            }
            let level = ranks[parts.level.lowercased()]
            // A level with a delimiter in it is the beginning of the next answer.
            if level == nil, CellSegments(parts.level).count > 1 { return false }
            if level == nil { warnings.append(unknownLevel(answer.written)) }
            keep(tag, level, answer.written)
            return true
        } other: { answer in
            let text = answer.folded
            let parts = separated(text)
            let level = parts.flatMap { ranks[$0.level.lowercased()] }
            // An unknown word may have a space in it: only a level after the space makes it two parts.
            let word = parts.flatMap { level == nil && $0.isSpaced ? nil : $0.word } ?? text
            guard let tag = index.tag(spelled: word) ?? index.learn(word) else {
                warnings.append(index.unknownWord(word, part: answer.written))
                return
            }
            if level == nil, word != text { warnings.append(unknownLevel(answer.written)) }
            keep(tag, level, answer.written)
        }
        let value = levels.keys.sorted().map { LevelledTag(tag: $0, level: levels[$0] ?? nil) }
        return Decoded(value.isEmpty ? nil : value, warnings: warnings)
    }

    /// Word and level around brackets, a colon or the last space.
    private func separated(_ text: String) -> (word: String, level: String, isSpaced: Bool)? {
        let scalars = Array(text.unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return Normalisation.folded(String(view))
        }
        if scalars.last == ")", let open = scalars.firstIndex(of: "(") {
            return (part(0..<open), part(open + 1..<scalars.count - 1), false)
        }
        if let colon = scalars.firstIndex(of: ":") {
            return (part(0..<colon), part(colon + 1..<scalars.count), false)
        }
        // The level itself may have a space in it: `Japanese upper intermediate`.
        for space in scalars.indices where scalars[space] == " " {
            if ranks[part(space + 1..<scalars.count).lowercased()] != nil {
                return (part(0..<space), part(space + 1..<scalars.count), true)
            }
        }
        guard let space = scalars.lastIndex(of: " ") else { return nil }
        return (part(0..<space), part(space + 1..<scalars.count), true)
    }

    /// Word and level without anything between them: `英語B2`.
    private func attached(_ text: String) -> (word: String, level: String, isSpaced: Bool)? {
        let scalars = Array(text.lowercased().unicodeScalars)
        for spelling in spellings {
            let level = Array(spelling.unicodeScalars)
            guard scalars.count > level.count, scalars.suffix(level.count).elementsEqual(level) else {
                continue
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars.dropLast(level.count))
            let word = String(view)
            if index.tag(spelled: word) != nil { return (word, spelling, false) }
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
