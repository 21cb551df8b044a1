// modules: Records Intake
// options: -max_len=400
import Intake
import Records

private let words = Vocabulary(tags: [
    Tag(key: "cooking", label: Bilingual(ja: "料理", en: "cooking")),
    Tag(
        key: "culture", label: Bilingual(ja: "文化・習慣", en: "culture, customs"),
        aliases: ["文化", "a, b", "b, c", "c"]),
    Tag(key: "ja", label: Bilingual(ja: "日本語", en: "Japanese"), aliases: ["नेपाली", "ｶﾞｰﾃﾞﾆﾝｸﾞ"]),
])

/// One word, several words, words with levels and words with ranges, of closed and open vocabularies: the words
/// that were read are read again from their keys.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cell = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    for vocabulary in [words, Vocabulary(tags: [], isOpen: true)] {
        let index = VocabularyIndex(vocabulary)
        let tags = TagsDecoder(index: index)
        if let set = (try? tags.decode(cell))?.value {
            let keys = set.indices.map { index.vocabulary.tags[$0].key }.joined(separator: "\n")
            guard (try? tags.decode(keys))?.value == set else { fatalError("other words") }
        }
        _ = try? CategoryDecoder(index: index).decode(cell)
        _ = try? RangedTagsDecoder(index: index).decode(cell)
        _ = try? LevelledTagsDecoder(index: index, scale: .cefr).decode(cell)
    }
    _ = try? FlagDecoder().decode(cell)
    _ = try? NumberDecoder(suffix: "人").decode(cell)
    return 0
}
