import Records
import Simulation
import Testing

/// Numbers of staff, managers, households, time zones and open vocabularies in a sample.
@Suite struct StaffSampleTests {
    private func export(_ side: Side, count: Int = 200) throws -> [[String: String]] {
        let fields = [
            SampleProgramme.field("staff", .text, "社員番号"), SampleProgramme.field("manager", .text, "上司"),
            SampleProgramme.field("household", .text, "世帯", sides: [.resident]),
            SampleProgramme.field("zone", .timeZone(vocabulary: nil), "時間帯"),
            SampleProgramme.field("projects", .tags(vocabulary: "projects"), "プロジェクト"),
        ]
        let sizes = [WeightedValue("1", 50), WeightedValue("2", 40), WeightedValue("3", 10)]
        let sample = SampleSpec(
            both: [
                "staff": FieldSample([SampleRecipe(source: .staffNumbers)]),
                "manager": FieldSample([SampleRecipe(source: .staffNumbers, range: 1...10)]),
                "zone": FieldSample([SampleRecipe(spread: [WeightedValue("Asia/Tokyo", 1)])]),
                "projects": FieldSample([SampleRecipe(spread: [WeightedValue("新店舗", 1)])]),
            ], resident: ["household": FieldSample([SampleRecipe(source: .households, spread: sizes)])])
        let simulator = try CohortSimulator(
            fields: fields, people: SampleProgramme.people,
            vocabularies: ["projects": Vocabulary(tags: [], isOpen: true)], sample: sample, postalCodes: [],
            asOf: try #require(CivilDate(iso: "2026-11-01")), seed: 3)
        let export = simulator.export(of: side, count: count)
        return export.rows.map { Dictionary(uniqueKeysWithValues: zip(export.header, $0)) }
    }

    @Test("everybody has a number of their own, and volunteers report to somebody before them")
    func staff() throws {
        let volunteers = try export(.volunteer)
        let residents = try export(.resident)
        let numbers = (volunteers + residents).compactMap { $0["社員番号"] }
        #expect(Set(numbers).count == 400)
        #expect(numbers.first == "S0001")
        let managers = Set(volunteers.prefix(10).compactMap { $0["社員番号"] })
        #expect(residents.allSatisfy { managers.contains($0["上司"] ?? "") })
        #expect(volunteers[0]["上司"] == "", "nobody stands before the first")
        for (ordinal, volunteer) in volunteers.enumerated().dropFirst() {
            let before = volunteers.prefix(min(ordinal, 10)).compactMap { $0["社員番号"] }
            #expect(before.contains(volunteer["上司"] ?? ""))
        }
    }

    @Test("households are neighbouring rows of two or three, and nobody else has a number")
    func households() throws {
        let residents = try export(.resident)
        let sizes = Dictionary(grouping: residents.compactMap { $0["世帯"] }.filter { !$0.isEmpty }) { $0 }
            .mapValues(\.count)
        #expect(Set(sizes.values) == [2, 3])
        #expect(try export(.resident, count: 7) == Array(residents.prefix(7)))
    }

    @Test(
        "a zone without a vocabulary is written as it is, and an open vocabulary takes the words of the sample"
    )
    func words() throws {
        let volunteers = try export(.volunteer)
        #expect(volunteers.allSatisfy { $0["時間帯"] == "Asia/Tokyo" && $0["プロジェクト"] == "新店舗" })
    }
}
