import Records
import Simulation
import Testing

@Suite struct CohortSimulatorTests {
    @Test("the same seed gives the same bytes, in this and in every other release")
    func golden() throws {
        let first = try SampleProgramme.simulator().export(of: .resident, count: 200).csv()
        let second = try SampleProgramme.simulator().export(of: .resident, count: 200).csv()
        #expect(first == second)
        #expect(fingerprint(first) == 5_424_104_861_355_957_611)
        let volunteers = try SampleProgramme.simulator().export(of: .volunteer, count: 200).csv()
        #expect(fingerprint(volunteers) == 3_128_222_258_500_800_209)
    }

    @Test("the first rows of the sample are the ones that were read and found right")
    func goldenRows() throws {
        let export = try SampleProgramme.simulator().export(of: .resident, count: 2)
        #expect(
            export.rows == [
                [
                    "R0001", "प्रकाश थापा", "M10007", "2025-06-16", "1530051", "○", "man",
                    "Nepali (native);Japanese C1;English (B1)",
                    "Tue 18:30-21:00; Thu 18:30-21:00; Mon 13:00-16:00; Tue 13:00-16:00", "",
                    "cooking, walks", "",
                ],
                [
                    "R0002", "राम गुरुङ", "M10019", "2025-03-29", "153-0064", "はい", "男性",
                    "ネパール語（母語）, 英語B1, 日本語A2", "日曜日夜", "1", "散歩, 料理, 茶道", "",
                ],
            ])
    }

    @Test("another seed gives other people")
    func seeds() throws {
        let first = try SampleProgramme.simulator(seed: 1).export(of: .volunteer, count: 30)
        let second = try SampleProgramme.simulator(seed: 2).export(of: .volunteer, count: 30)
        #expect(first.header == second.header)
        #expect(zip(first.rows, second.rows).allSatisfy { $0 != $1 })
    }

    @Test("a larger cohort begins with the smaller one")
    func prefix() throws {
        let simulator = try SampleProgramme.simulator()
        let small = simulator.export(of: .resident, count: 20)
        let large = simulator.export(of: .resident, count: 150)
        #expect(Array(large.rows.prefix(20)) == small.rows)
    }

    @Test("a further field changes no other column")
    func independentColumns() throws {
        let fewer = SampleProgramme.fields.filter { $0.name != "interests" }
        var sample = SampleProgramme.sample
        sample.shared["interests"] = nil
        let full = try SampleProgramme.simulator().export(of: .volunteer, count: 60)
        let cut = try SampleProgramme.simulator(sample: sample, fields: fewer).export(
            of: .volunteer, count: 60)
        let interests = try #require(full.header.firstIndex(of: "趣味"))
        for (row, cutRow) in zip(full.rows, cut.rows) {
            var row = row
            row.remove(at: interests)
            #expect(row == cutRow)
        }
    }

    @Test("the columns are the id and then the fields of the side, each by its first header")
    func headers() throws {
        let simulator = try SampleProgramme.simulator()
        #expect(
            simulator.export(of: .volunteer, count: 0).header == [
                "会員ID", "氏名", "会員番号", "申込日", "郵便番号", "本人確認", "性別", "言語", "曜日・時間", "希望回数", "趣味", "科目", "備考",
            ])
        #expect(
            simulator.export(of: .resident, count: 0).header == [
                "住民ID", "氏名", "会員番号", "申込日", "郵便番号", "本人確認", "性別", "言語", "曜日・時間", "希望回数", "趣味", "備考",
            ])
    }

    @Test("a cohort has as many people as asked for, each with an id of its own", arguments: [-1, 0, 1, 170])
    func counts(count: Int) throws {
        for side in Side.allCases {
            let export = try SampleProgramme.simulator().export(of: side, count: count)
            #expect(export.rows.count == max(0, count))
            #expect(export.rows.allSatisfy { $0.count == export.header.count })
            #expect(Set(export.rows.map { $0[0] }).count == export.rows.count)
        }
    }

    @Test("ids have the side's letter and four digits")
    func ids() throws {
        let simulator = try SampleProgramme.simulator()
        #expect(simulator.export(of: .volunteer, count: 2).rows.map { $0[0] } == ["V0001", "V0002"])
        #expect(simulator.export(of: .resident, count: 2).rows.map { $0[0] } == ["R0001", "R0002"])
    }

    @Test("nobody shares a member number, not even across the sides")
    func memberNumbers() throws {
        let simulator = try SampleProgramme.simulator()
        let numbers = Side.allCases.flatMap { side in
            simulator.export(of: side, count: 500).rows.map { $0[2] }
        }
        #expect(Set(numbers).count == 1000)
    }

    @Test("a field without a sample is an empty column")
    func noSample() throws {
        let export = try SampleProgramme.simulator(sample: SampleSpec()).export(of: .resident, count: 80)
        #expect(export.header.count == 12)
        #expect(export.rows.allSatisfy { row in row.dropFirst().allSatisfy(\.isEmpty) })
    }

    @Test("answers come about as often as the spread says, over 5,000 people")
    func spreads() throws {
        let export = try SampleProgramme.simulator().export(of: .volunteer, count: 5000)
        func share(_ header: String, _ holds: (String) -> Bool) throws -> Double {
            let column = try #require(export.header.firstIndex(of: header))
            return Double(export.rows.count { holds($0[column]) }) / 5000
        }
        // Six standard deviations of a proportion of 5,000 are at most 0.043.
        #expect(abs(try share("性別") { ["女性", "woman"].contains($0) } - 0.66) < 0.045)
        #expect(abs(try share("本人確認") { ["○", "済", "はい"].contains($0) } - 0.80) < 0.045)
        #expect(abs(try share("希望回数") { $0.isEmpty } - 0.08) < 0.045)
        #expect(abs(try share("希望回数") { ["3", "3回", "３", "３回"].contains($0) } - 0.23) < 0.045)
        #expect(abs(try share("郵便番号") { $0.contains("0024") || $0.contains("００２４") } - 1.0 / 3) < 0.045)
    }

    @Test("a beginning of a postal code in the spread weighs the codes that start with it")
    func weighedPlaces() throws {
        var sample = SampleProgramme.sample
        let spread = [WeightedValue("153", 2), WeightedValue("1530051", 0), WeightedValue("154", 2)]
        sample.shared["home"] = FieldSample([SampleRecipe(source: .postalCodes, spread: spread)])
        let export = try SampleProgramme.simulator(sample: sample).export(of: .volunteer, count: 1000)
        #expect(!export.rows.contains { $0[4].contains("0051") || $0[4].contains("００５１") })
        #expect((420...580).contains(export.rows.count { $0[4].contains("0064") || $0[4].contains("００６４") }))
    }

    @Test(
        "a recipe with a condition is only used for those whom it describes, and the first fitting one counts"
    )
    func conditions() throws {
        var sample = SampleProgramme.sample
        sample.shared["note"] = FieldSample([
            SampleRecipe(
                spread: [WeightedValue("first", 1)],
                condition: SampleCondition(field: "gender", values: ["male"])),
            SampleRecipe(
                spread: [WeightedValue("second", 1)],
                condition: SampleCondition(field: "languages", values: ["vi", "en"])),
        ])
        let export = try SampleProgramme.simulator(sample: sample).export(of: .resident, count: 300)
        let damaged = Set(export.defects.map(\.row))
        var seen: Set<String> = []
        for (index, row) in export.rows.enumerated() where !damaged.contains(index + 2) {
            let isMale = ["男性", "man"].contains(row[6])
            let speaks = ["ベトナム語", "英語", "Vietnamese", "English"].contains { row[7].contains($0) }
            #expect(row[11] == (isMale ? "first" : speaks ? "second" : ""))
            seen.insert(row[11])
        }
        #expect(seen == ["first", "second", ""])
    }

    @Test(
        "people have names of their native language: Japanese volunteers in kanji, some Nepali in Devanagari")
    func names() throws {
        let simulator = try SampleProgramme.simulator()
        let volunteers = simulator.export(of: .volunteer, count: 200).rows.map { $0[1] }
        #expect(volunteers.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x3000 || $0 == " " } })
        let residents = simulator.export(of: .resident, count: 200)
        var scripts: Set<String> = []
        for row in residents.rows where row[7].contains("ネパール語（母語）") {
            let isDevanagari = row[1].unicodeScalars.contains { (0x0900...0x097F).contains($0.value) }
            scripts.insert(isDevanagari ? "Devanagari" : "Latin")
            #expect(isDevanagari || row[1].unicodeScalars.allSatisfy { $0.value < 0x80 })
        }
        #expect(scripts == ["Devanagari", "Latin"])
    }

    /// FNV-1a of 64 bits.
    private func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
