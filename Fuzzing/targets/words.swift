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

// libFuzzer calls from one thread.
nonisolated(unsafe) private let closed = VocabularyIndex(words)
nonisolated(unsafe) private let closedLevels = LevelledTagsDecoder(index: closed, scale: .cefr)

/// One word, several words, words with levels and words with ranges, of a closed vocabulary or, where the first
/// byte is odd, of an open one: the words that were read are read again from their keys.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cell = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let isOpen = count > 0 && (bytes.map { $0[0] & 1 == 1 } ?? false)
    // An open vocabulary learns, so that every input needs its own.
    let index = isOpen ? VocabularyIndex(Vocabulary(tags: [], isOpen: true)) : closed
    let tags = TagsDecoder(index: index)
    if let set = (try? tags.decode(cell))?.value {
        let keys = set.indices.map { index.vocabulary.tags[$0].key }.joined(separator: "\n")
        guard (try? tags.decode(keys))?.value == set else { fatalError("other words") }
    }
    _ = try? CategoryDecoder(index: index).decode(cell)
    _ = try? RangedTagsDecoder(index: index).decode(cell)
    _ = try? (isOpen ? LevelledTagsDecoder(index: index, scale: .cefr) : closedLevels).decode(cell)
    _ = try? FlagDecoder().decode(cell)
    _ = try? NumberDecoder(suffix: "人").decode(cell)
    return 0
}
