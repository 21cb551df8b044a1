import Records
import Simulation
import Testing

/// A small programme with a field of every kind, and a sample for it.
enum SampleProgramme {
    static let people: [Side: PersonSpec] = [
        .volunteer: PersonSpec(label: Bilingual(ja: "ボランティア", en: "volunteer"), idHeaders: ["会員ID", "id"]),
        .resident: PersonSpec(label: Bilingual(ja: "住民", en: "resident"), idHeaders: ["住民ID"]),
    ]

    static let vocabularies: [String: Vocabulary] = [
        "languages": Vocabulary(tags: [
            tag("ja", "日本語", "Japanese"), tag("en", "英語", "English"), tag("ne", "ネパール語", "Nepali"),
            tag("vi", "ベトナム語", "Vietnamese"),
        ]),
        "genders": Vocabulary(tags: [tag("female", "女性", "woman"), tag("male", "男性", "man")]),
        "interests": Vocabulary(tags: [
            tag("cooking", "料理", "cooking"), tag("walking", "散歩", "walks", also: ["ウォーキング"]),
            tag("tea", "茶道", "tea ceremony"), tag("films", "映画", "films"),
        ]),
        "subjects": Vocabulary(tags: [tag("maths", "数学", "maths"), tag("music", "音楽", "music")]),
    ]

    static let fields: [FieldSpec] = [
        field("name", .text, "氏名"),
        field("number", .text, "会員番号"),
        field("applied", .date, "申込日", required: [.volunteer, .resident]),
        field("home", .place, "郵便番号", required: [.resident]),
        field("checked", .flag, "本人確認"),
        field("gender", .category(vocabulary: "genders"), "性別"),
        field("languages", .levelledTags(vocabulary: "languages", scale: .cefr), "言語"),
        field("free_time", .weekly, "曜日・時間"),
        field("meetings", .number(suffix: "回"), "希望回数"),
        field("interests", .tags(vocabulary: "interests"), "趣味"),
        field("subjects", .rangedTags(vocabulary: "subjects"), "科目", sides: [.volunteer]),
        field("note", .text, "備考"),
    ]

    static let sample = SampleSpec(
        both: [
            "name": FieldSample([
                SampleRecipe(source: .names, languageField: "languages", genderField: "gender")
            ]),
            "number": FieldSample([SampleRecipe(source: .memberNumbers)]),
            "applied": FieldSample([SampleRecipe(daysAgo: 10...700)]),
            "home": FieldSample([SampleRecipe(source: .postalCodes)]),
            "checked": FieldSample([
                SampleRecipe(spread: [
                    WeightedValue("yes", 80), WeightedValue("no", 15), WeightedValue("negotiable", 5),
                ])
            ]),
            "gender": FieldSample([
                SampleRecipe(spread: [WeightedValue("female", 66), WeightedValue("male", 34)])
            ]),
            "free_time": FieldSample([SampleRecipe(source: .freeTime, count: 1...2)]),
            "meetings": FieldSample([SampleRecipe(range: 1...4, missing: 8)]),
            "interests": FieldSample([SampleRecipe(count: 1...3)]),
            "languages": FieldSample([
                SampleRecipe(
                    spread: [WeightedValue("en", 1)], count: 0...1,
                    always: [LevelledValue(tag: "ja", levels: LevelRange(text: "native"))])
            ]),
        ],
        volunteer: ["subjects": FieldSample([SampleRecipe(count: 1...2, range: 1...13)])],
        resident: [
            "languages": FieldSample([
                SampleRecipe(
                    spread: [WeightedValue("en", 1)], count: 0...1,
                    always: [LevelledValue(tag: "ja", levels: LevelRange(text: "A1-C1"))],
                    native: [WeightedValue("ne", 75), WeightedValue("vi", 25)],
                    levels: LevelRange(text: "B1-B2"))
            ])
        ])

    static let postalCodes = ["1530064", "1530051", "1540024"]

    /// A simulator of this programme; the sample and the fields may be replaced.
    static func simulator(
        seed: UInt64 = 1, sample: SampleSpec = sample, fields: [FieldSpec] = fields,
        postalCodes: [String] = postalCodes
    ) throws -> CohortSimulator {
        try CohortSimulator(
            fields: fields, people: people, vocabularies: vocabularies, sample: sample,
            postalCodes: postalCodes,
            asOf: #require(CivilDate(iso: "2026-11-01")), seed: seed)
    }

    private static func tag(_ key: String, _ ja: String, _ en: String, also: [String] = []) -> Records.Tag {
        Records.Tag(key: key, label: Bilingual(ja: ja, en: en), aliases: also)
    }

    static func field(
        _ name: String, _ kind: FieldKind, _ header: String, sides: [Side] = Side.allCases,
        required: Set<Side> = []
    ) -> FieldSpec {
        FieldSpec(
            name: name, kind: kind, label: Bilingual(header),
            headers: Dictionary(uniqueKeysWithValues: sides.map { ($0, [header, name]) }), required: required)
    }
}
