import Intake
import Records
import Simulation
import Testing

/// What the simulator writes for a known answer, read by the importer.
@Suite struct ReadAgainTests {
    private let interestWords = Vocabulary(tags: [
        Records.Tag(key: "cooking", label: Bilingual(ja: "料理", en: "cooking")),
        Records.Tag(key: "anime", label: Bilingual(ja: "アニメ・漫画", en: "anime and manga"), aliases: ["アニメ"]),
        Records.Tag(
            key: "culture", label: Bilingual(ja: "文化・習慣", en: "culture"), aliases: ["文化・習慣の理解", "文化"]),
        Records.Tag(
            key: "japanese", label: Bilingual(ja: "日本語学習", en: "learning Japanese"), aliases: ["日本語"]),
        Records.Tag(key: "refugee", label: Bilingual(ja: "難民・避難民", en: "refugee"), aliases: ["難民"]),
    ])

    private let languageWords = Vocabulary(tags: [
        Records.Tag(key: "ja", label: Bilingual(ja: "日本語", en: "Japanese")),
        Records.Tag(key: "en", label: Bilingual(ja: "英語", en: "English")),
        Records.Tag(key: "zh", label: Bilingual(ja: "中国語", en: "Chinese"), aliases: ["中文"]),
    ])

    @Test(
        "What `simulate` writes is read as what it meant, without a warning",
        arguments: 1...12 as ClosedRange<UInt64>)
    func simulated(seed: UInt64) throws {
        let asOf = try #require(CivilDate(iso: "2026-11-01"))
        let daysAgo = Int(seed) * 977
        let fields = [
            field("applied", .date), field("interests", .tags(vocabulary: "interests")),
            field("languages", .levelledTags(vocabulary: "languages", scale: .cefr)),
            field("meetings", .number(suffix: "回")), field("free", .weekly), field("checked", .flag),
        ]
        let vocabularies = [
            "interests": interestWords, "languages": languageWords,
        ]
        let level = LevelScale.cefr.levels[Int(seed) % 6].key
        let person = PersonSpec(label: Bilingual("person"), idHeaders: ["id"])
        let simulator = try CohortSimulator(
            fields: fields, people: [.resident: person, .volunteer: person], vocabularies: vocabularies,
            sample: SampleSpec(both: [
                "applied": FieldSample([SampleRecipe(daysAgo: daysAgo...daysAgo)]),
                "interests": FieldSample([SampleRecipe(count: 5...5)]),
                "languages": FieldSample([
                    SampleRecipe(always: [LevelledValue(tag: "ja", levels: LevelRange(level, level))])
                ]),
                "meetings": FieldSample([SampleRecipe(range: 3...3)]),
                "free": FieldSample([SampleRecipe(source: .freeTime, count: 1...2)]),
                "checked": FieldSample([SampleRecipe(spread: [WeightedValue("no", 1)])]),
            ]), postalCodes: [], asOf: asOf, seed: seed)
        let export = simulator.export(of: .resident, count: 210)
        let spoilt = Set(export.defects.map(\.row))
        let rank = LevelScale.cefr.rank(ofKey: level)
        let day = CivilDate(dayNumber: asOf.dayNumber - daysAgo)
        let interests = TagsDecoder(index: VocabularyIndex(interestWords))
        let languages = LevelledTagsDecoder(
            index: VocabularyIndex(languageWords), scale: .cefr)
        for (number, row) in export.rows.enumerated() where !spoilt.contains(number + 2) {
            #expect(try DateDecoder().decode(row[1]).value == day, "\(row[1])")
            let tags = try interests.decode(row[2])
            #expect(tags.value == TagSet(0..<5) && tags.warnings.isEmpty, "\(row[2])")
            let tongues = try languages.decode(row[3])
            // Everybody also has a mother tongue.
            let japanese = tongues.value?.first { $0.tag == 0 }
            #expect(japanese?.level == rank && tongues.warnings.isEmpty, "\(row[3])")
            #expect(try NumberDecoder(suffix: "回").decode(row[4]).value == 3, "\(row[4])")
            let week = try WeeklyDecoder().decode(row[5])
            #expect(week.value?.isEmpty == false && week.warnings.isEmpty, "\(row[5])")
            #expect(try FlagDecoder().decode(row[6]).value == .no, "\(row[6])")
        }
    }

    private func field(_ name: String, _ kind: FieldKind) -> FieldSpec {
        FieldSpec(
            name: name, kind: kind, label: Bilingual(name), headers: [.resident: [name], .volunteer: [name]])
    }
}
