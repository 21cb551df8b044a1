import Records

/// Writes answers down as one person would type them into a form; the stream mixes the ways of writing.
///
/// Every form that this type can write is listed in `data/README.md`.
struct Handwriting {
    /// The language in which the person fills in words.
    let language: Language

    /// The text of one cell.
    func cell(
        _ answer: Answer, kind: FieldKind, vocabulary: Vocabulary, from stream: inout RandomStream
    ) -> String {
        switch answer {
        case .text(let text): return text
        case .flag(let flag): return word(for: flag, from: &stream)
        case .number(let number): return text(of: number, kind: kind, from: &stream)
        case .date(let date): return text(of: date, from: &stream)
        case .category(let tag): return word(for: vocabulary.tags[tag], from: &stream)
        case .tags(let tags):
            return joined(
                tags.map { word(for: vocabulary.tags[$0], isAlone: tags.count == 1, from: &stream) },
                from: &stream)
        case .levelledTags(let tags):
            guard case .levelledTags(_, let scale) = kind else { return "" }
            return joined(
                tags.map { levelled($0, vocabulary: vocabulary, scale: scale, from: &stream) }, from: &stream)
        case .rangedTags(let tags):
            let words = tags.map { tag in
                let name = vocabulary.tags[tag.tag].label[language]
                let (low, high) = (tag.range.lowerBound, tag.range.upperBound)
                return low == high ? "\(name):\(low)" : "\(name):\(low)-\(high)"
            }
            return words.joined(separator: "; ")
        case .freeTime(let slots): return text(of: slots, from: &stream)
        case .window(let window): return text(of: window, from: &stream)
        case .duration(let minutes): return text(ofMinutes: minutes, from: &stream)
        case .postalCode(let code): return text(ofPostalCode: code, from: &stream)
        }
    }

    /// `○`, `済`, `はい`; `未`, `×`; `△`.
    private func word(for flag: Flag, from stream: inout RandomStream) -> String {
        let draw = stream.below(100)
        return switch flag {
        case .yes: draw < 55 ? "○" : draw < 80 ? "済" : "はい"
        case .no: draw < 60 ? "未" : "×"
        case .negotiable: "△"
        }
    }

    /// `2`, `2回`, `２`.
    private func text(of number: Int, kind: FieldKind, from stream: inout RandomStream) -> String {
        let draw = stream.below(100)
        let digits = draw < 10 ? fullWidth(String(number)) : String(number)
        guard draw >= 75, case .number(let suffix?) = kind else { return digits }
        return digits + suffix
    }

    /// `153-0064`, `1530064`, `〒153-0064`, `１５３－００６４`.
    private func text(ofPostalCode code: String, from stream: inout RandomStream) -> String {
        let hyphenated = "\(code.prefix(3))-\(code.dropFirst(3))"
        let draw = stream.below(100)
        if draw < 66 { return hyphenated }
        if draw < 86 { return code }
        return draw < 95 ? "〒" + hyphenated : fullWidth(hyphenated)
    }

    /// The label in the person's language; in Japanese one time in ten another spelling of the vocabulary.
    ///
    /// A spelling such as `対面のみ` (only) would contradict the rest of a list and stands alone.
    private func word(for tag: Tag, isAlone: Bool = true, from stream: inout RandomStream) -> String {
        let aliases = tag.aliases.filter { alias in
            alias.unicodeScalars.contains { $0.value >= 0x80 } && (isAlone || !alias.hasSuffix("のみ"))
        }
        let usesAlias = stream.chance(percent: 10)
        guard usesAlias, language == .ja, !aliases.isEmpty else { return tag.label[language] }
        return stream.pick(aliases)
    }

    /// `英語B2`, `英語（B2）`, `英語（中級）`, `日本語N3`; `English B2`, `English (B2)`.
    private func levelled(
        _ tag: LevelledTag, vocabulary: Vocabulary, scale: LevelScale, from stream: inout RandomStream
    ) -> String {
        let name = vocabulary.tags[tag.tag].label[language]
        let draw = stream.below(100)
        guard let rank = tag.level else { return name }
        let level = scale.levels[rank]
        let code =
            jlptCode(of: level, for: vocabulary.tags[tag.tag], draw: stream.below(100))
            ?? level.label[language]
        let words = level.aliases.filter { alias in
            alias.unicodeScalars.contains { $0.value >= 0x80 } == (language == .ja)
                && !alias.utf8.contains { (48...57).contains($0) }
        }
        switch language {
        case .ja:
            // A word at the end of a word would read as one; codes are told apart by their script.
            if code.utf8.first.map({ $0 >= 0x80 }) ?? false { return "\(name)（\(code)）" }
            if draw < 55 { return name + code }
            return draw < 82 || words.isEmpty ? "\(name)（\(code)）" : "\(name)（\(stream.pick(words))）"
        case .en:
            return draw < 65 ? "\(name) \(code)" : "\(name) (\(code))"
        }
    }

    /// A level of the Japanese-Language Proficiency Test, only said of Japanese; in three of five cases.
    private func jlptCode(of level: Tag, for tag: Tag, draw: Int) -> String? {
        guard tag.key == "ja", draw < 60 else { return nil }
        return level.aliases.first { alias in
            let bytes = Array(alias.utf8)
            return bytes.count == 2 && bytes[0] == UInt8(ascii: "N") && (49...53).contains(bytes[1])
        }
    }

    /// Words with `、`, `;` or `, ` between them; never with a separator that one of the words contains.
    private func joined(_ words: [String], from stream: inout RandomStream) -> String {
        let draw = stream.below(100)
        let wanted =
            switch language {
            case .ja: draw < 70 ? "、" : draw < 85 ? ";" : ", "
            case .en: draw < 60 ? ", " : ";"
            }
        let separator =
            [wanted, "、", ";", ", "].first { candidate in
                !words.contains { word in
                    word.unicodeScalars.contains { $0 != " " && candidate.unicodeScalars.contains($0) }
                }
            } ?? wanted
        return words.joined(separator: separator)
    }

    /// The same text with full-width digits and hyphens.
    func fullWidth(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWidened = (48...57).contains(scalar.value) || scalar == "-"
            let value = isWidened ? scalar.value + 0xFEE0 : scalar.value
            result.append(Unicode.Scalar(value) ?? scalar)
        }
        return String(result)
    }
}
