import Intake
import Records

/// Vocabularies as the tests use them; indices are the positions in these lists.
enum VocabularyFixtures {
    static let interests = Vocabulary(tags: [
        Tag(key: "cooking", label: Bilingual(ja: "料理", en: "cooking")),
        Tag(key: "anime", label: Bilingual(ja: "アニメ・漫画", en: "anime and manga"), aliases: ["アニメ", "漫画"]),
        Tag(key: "culture", label: Bilingual(ja: "文化・習慣", en: "culture"), aliases: ["文化・習慣の理解", "文化"]),
        Tag(key: "japanese", label: Bilingual(ja: "日本語学習", en: "learning Japanese"), aliases: ["日本語"]),
        Tag(key: "refugee", label: Bilingual(ja: "難民・避難民", en: "refugee"), aliases: ["難民", "避難民"]),
    ])

    static let languages = Vocabulary(tags: [
        Tag(key: "ja", label: Bilingual(ja: "日本語", en: "Japanese")),
        Tag(key: "en", label: Bilingual(ja: "英語", en: "English")),
        Tag(key: "zh", label: Bilingual(ja: "中国語", en: "Chinese"), aliases: ["中文"]),
    ])

    static let subjects = Vocabulary(tags: [
        Tag(key: "Deutsch", label: Bilingual("Deutsch")), Tag(key: "Musik", label: Bilingual("Musik")),
        Tag(key: "japanese", label: Bilingual(ja: "国語", en: "Japanese")),
        Tag(key: "daz", label: Bilingual("Deutsch als Zweitsprache")),
    ])

    static func open() -> VocabularyIndex { VocabularyIndex(Vocabulary(tags: [], isOpen: true)) }

    static func full() -> VocabularyIndex {
        let tags = (0..<TagSet.capacity).map { Tag(key: "t\($0)", label: Bilingual("t\($0)")) }
        return VocabularyIndex(Vocabulary(tags: tags, isOpen: true))
    }
}
