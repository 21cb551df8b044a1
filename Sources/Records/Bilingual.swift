/// The language in which a report, a list or a message is written.
package enum Language: String, Hashable, Sendable, CaseIterable, Codable {
    case ja
    case en
}

/// A text that exists in Japanese and in English.
package struct Bilingual: Hashable, Sendable {
    package var ja: String
    package var en: String

    package init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// The same text in both languages: names, numbers, codes.
    package init(_ both: String) {
        self.init(ja: both, en: both)
    }

    /// The text in one language.
    package subscript(language: Language) -> String {
        switch language {
        case .ja: ja
        case .en: en
        }
    }

    /// Applies the same change to both texts.
    package func map(_ transform: (String) -> String) -> Bilingual {
        Bilingual(ja: transform(ja), en: transform(en))
    }

    /// Joins several texts with a separator of each language: `、` and `, ` unless told otherwise.
    package static func join(
        _ parts: [Bilingual], by separator: Bilingual = Bilingual(ja: "、", en: ", ")
    ) -> Bilingual {
        Bilingual(
            ja: parts.map(\.ja).joined(separator: separator.ja),
            en: parts.map(\.en).joined(separator: separator.en))
    }
}
