package import Records

/// What is wrong with a `sample` section; every mistake of it at once.
package struct SimulationError: Error, Hashable, Sendable {
    package let problems: [SampleProblem]
}

/// One mistake of a `sample` section, with its place and its cure.
package struct SampleProblem: Hashable, Sendable {
    /// The side, or `nil` for an entry under `both`.
    package let side: Side?
    /// Name of the field.
    package let field: String
    package let problem: Bilingual
    package let cure: Bilingual
}

/// A mistake before it is known in which field it stands.
struct SampleMistake: Error {
    let problem: Bilingual
    let cure: Bilingual

    static func unknownField(_ name: String) -> SampleMistake {
        SampleMistake(
            problem: Bilingual(
                ja: "この側に項目「\(name)」はありません", en: "this side has no field '\(name)'"),
            cure: Bilingual(ja: "fields: に書いた項目の名前を使ってください", en: "use a name declared under fields:"))
    }

    static func unknownValue(_ value: String) -> SampleMistake {
        SampleMistake(
            problem: Bilingual(ja: "値「\(value)」はこの項目にはありません", en: "this field has no value '\(value)'"),
            cure: Bilingual(
                ja: "語彙のキー、yes・no・negotiable、または数を書いてください",
                en: "write a key of the vocabulary, yes, no or negotiable, or a number"))
    }

    static func unknownLevel(_ range: LevelRange) -> SampleMistake {
        SampleMistake(
            problem: Bilingual(
                ja: "レベル「\(range.lowest)」〜「\(range.highest)」は尺度にないか、順が逆です",
                en:
                    "the levels '\(range.lowest)' to '\(range.highest)' are not on the scale, or in the wrong order"
            ),
            cure: Bilingual(ja: "尺度のキーを低い順に書いてください", en: "write keys of the scale, the lower one first"))
    }

    static func doesNotFit(_ part: String) -> SampleMistake {
        SampleMistake(
            problem: Bilingual(
                ja: "「\(part)」はこの種類の項目では使えません", en: "'\(part)' means nothing for a field of this kind"),
            cure: Bilingual(ja: "その行を消してください", en: "remove it"))
    }

    static func needs(_ part: String) -> SampleMistake {
        SampleMistake(
            problem: Bilingual(ja: "「\(part)」がありません", en: "'\(part)' is missing"),
            cure: Bilingual(ja: "「\(part)」を書いてください", en: "add '\(part)'"))
    }

    static func outOfRange(_ part: String, _ allowed: String) -> SampleMistake {
        SampleMistake(
            problem: Bilingual(ja: "「\(part)」の値が範囲外です", en: "the value of '\(part)' is out of range"),
            cure: Bilingual(ja: "\(allowed) にしてください", en: "use \(allowed)"))
    }

    static let nothingToDraw = SampleMistake(
        problem: Bilingual(ja: "選べる値がありません", en: "there is nothing to choose from"),
        cure: Bilingual(
            ja: "0 から 1,000,000 までの重みを、少なくとも一つは 1 以上で書いてください",
            en: "give weights from 0 to 1,000,000, at least one of them above 0"))

    static let noPostalCodes = SampleMistake(
        problem: Bilingual(
            ja: "場所の表に 7 桁の郵便番号がありません", en: "the place table has no postal code of 7 digits"),
        cure: Bilingual(
            ja: "places: に、7 桁の郵便番号のある表を指定してください",
            en: "let places: name a table that holds postal codes of 7 digits"))

    static let circular = SampleMistake(
        problem: Bilingual(ja: "項目の条件が互いに依存しています", en: "fields depend on each other in a circle"),
        cure: Bilingual(
            ja: "when・language・gender のどれかを消してください", en: "remove one when, language or gender"))
}
