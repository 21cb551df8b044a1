/// One word of a vocabulary: a language, an interest, a category.
package struct Tag: Hashable, Sendable {
    /// Name by which rules and reports refer to it.
    package let key: String
    /// Name as it is shown.
    package let label: Bilingual
    /// Other spellings that exports use; the key and both labels always count as spellings.
    package let aliases: [String]

    package init(key: String, label: Bilingual, aliases: [String] = []) {
        self.key = key
        self.label = label
        self.aliases = aliases
    }

    /// Every spelling, the key first.
    package var spellings: [String] { [key, label.ja, label.en] + aliases }
}

/// The words that a category or a tag field may hold, in the order of the programme file.
///
/// A tag's index is its position. An open vocabulary also takes words that it does not know yet.
package struct Vocabulary: Hashable, Sendable {
    package private(set) var tags: [Tag]
    /// Whether unknown words are added instead of reported.
    package let isOpen: Bool

    package init(tags: [Tag], isOpen: Bool = false) {
        self.tags = tags
        self.isOpen = isOpen
    }

    /// The index of the tag with this key.
    package func index(ofKey key: String) -> Int? {
        tags.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }

    /// Adds a tag and returns its index, or `nil` when the vocabulary is full (`TagSet.capacity`).
    package mutating func append(_ tag: Tag) -> Int? {
        guard tags.count < TagSet.capacity else { return nil }
        tags.append(tag)
        return tags.count - 1
    }

    /// The labels of a set of tags, in vocabulary order, joined: `料理・散歩` and `cooking, walks`.
    package func names(of set: TagSet) -> Bilingual {
        Bilingual.join(set.indices.map { tags[$0].label }, by: Bilingual(ja: "・", en: ", "))
    }
}

/// An ordered scale of levels, lowest first, with the spellings that exports use.
package struct LevelScale: Hashable, Sendable {
    /// Levels from the lowest to the highest; a level's index is its rank.
    package let levels: [Tag]
    /// Further spellings by the level's key, which are read but never written by `simulate`.
    private let alsoRead: [String: [String]]

    package init(levels: [Tag], alsoRead: [String: [String]] = [:]) {
        self.levels = levels
        self.alsoRead = alsoRead
    }

    /// Every spelling of a level, its key first.
    package func spellings(ofRank rank: Int) -> [String] {
        levels[rank].spellings + (alsoRead[levels[rank].key] ?? [])
    }

    /// The rank of a level by its key.
    package func rank(ofKey key: String) -> Int? {
        levels.firstIndex { $0.key == key }
    }

    /// The Common European Framework of Reference, with the Japanese-Language Proficiency Test's levels as
    /// spellings (N5 = A1, N4 = A2, N3 = B1, N2 = B2, N1 = C1: the level that the Japan Foundation prints on
    /// certificates for a pass with a high total, https://www.jlpt.jp/), and `native`.
    package static let cefr = LevelScale(
        levels: [
            Tag(key: "A1", label: Bilingual("A1"), aliases: ["N5", "入門", "beginner"]),
            Tag(key: "A2", label: Bilingual("A2"), aliases: ["N4", "初級", "elementary"]),
            Tag(key: "B1", label: Bilingual("B1"), aliases: ["N3", "中級", "日常会話", "intermediate"]),
            Tag(key: "B2", label: Bilingual("B2"), aliases: ["N2", "中上級", "upper intermediate"]),
            Tag(key: "C1", label: Bilingual("C1"), aliases: ["N1", "上級", "ビジネス", "advanced"]),
            Tag(key: "C2", label: Bilingual("C2"), aliases: ["最上級", "proficient"]),
            Tag(
                key: "native", label: Bilingual(ja: "母語", en: "native"), aliases: ["ネイティブ", "母国語", "第一言語"]),
        ],
        alsoRead: [
            "A1": ["JLPT N5", "CEFR A1"],
            "A2": ["JLPT N4", "CEFR A2"],
            "B1": ["JLPT N3", "CEFR B1", "日常会話レベル", "日常会話程度", "conversational"],
            "B2": ["JLPT N2", "CEFR B2", "upper-intermediate"],
            "C1": ["JLPT N1", "CEFR C1", "ビジネスレベル", "business", "business level"],
            "C2": ["CEFR C2"],
            "native": [
                "ネイティブレベル", "母語話者", "native speaker", "native level", "mother tongue", "first language",
            ],
        ])
}
