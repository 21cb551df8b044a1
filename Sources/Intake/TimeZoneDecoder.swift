package import Records

/// A time zone: `Asia/Tokyo`, `UTC+9`, `+05:45`, or a word of a vocabulary whose keys are such names (`カトマンズ`).
///
/// A word of the vocabulary comes first, so that a programme may say what `東京` or `JST` stands for.
package struct TimeZoneDecoder: CellDecoder {
    private let index: VocabularyIndex?

    package init(index: VocabularyIndex?) {
        self.index = index
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<TimeZoneID> {
        let folded = try CellText.folded(cell)
        if folded.isEmpty { return Decoded(nil) }
        if let index, let tag = index.tag(spelled: cell),
            let zone = TimeZoneID(index.vocabulary.tags[tag].key)
        {
            return Decoded(zone)
        }
        let tight = folded.replacing(" ", with: "")
        if let zone = TimeZoneID(tight) ?? TimeZoneID(folded.replacing(" ", with: "_")) {
            return Decoded(zone)
        }
        throw Defect(
            problem: Bilingual(ja: "タイムゾーンとして読み取れません。", en: "This is not a time zone."),
            cure: Bilingual(
                ja: "Asia/Tokyo のような名前か、UTC+9、+05:45 のような時差（15分単位、14時間まで）で書いてください。",
                en:
                    "Write a name such as Asia/Tokyo, or a distance such as UTC+9 or +05:45 (whole quarter hours, 14 hours at most)."
            ))
    }
}
