import Records
import Simulation
import Testing

@Suite struct SampleSpecTests {
    @Test(
        "a range of levels is two keys with a hyphen, or one key",
        arguments: [("A1-C1", "A1", "C1"), ("native", "native", "native"), ("", "", "")])
    func levelRange(text: String, lowest: String, highest: String) {
        #expect(LevelRange(text: text) == LevelRange(lowest, highest))
    }

    /// A mistaken recipe, the field in which it stands and words of its message.
    struct Mistake: Sendable {
        let field: String
        let recipe: SampleRecipe
        let words: String
    }

    @Test(
        "a mistaken recipe is refused with its field and what is wrong",
        arguments: [
            Mistake(field: "colour", recipe: SampleRecipe(), words: "no field 'colour'"),
            Mistake(
                field: "gender", recipe: SampleRecipe(spread: [WeightedValue("femal", 1)]), words: "'femal'"),
            Mistake(
                field: "gender", recipe: SampleRecipe(spread: [WeightedValue("female", 0)]),
                words: "nothing to choose"),
            Mistake(
                field: "gender", recipe: SampleRecipe(spread: [WeightedValue("female", -1)]),
                words: "nothing to choose"),
            Mistake(field: "gender", recipe: SampleRecipe(range: 1...2), words: "'range' means nothing"),
            Mistake(field: "gender", recipe: SampleRecipe(missing: 101), words: "'missing' is out of range"),
            Mistake(
                field: "checked", recipe: SampleRecipe(spread: [WeightedValue("maybe", 1)]), words: "'maybe'"),
            Mistake(field: "meetings", recipe: SampleRecipe(), words: "'range' is missing"),
            Mistake(
                field: "meetings", recipe: SampleRecipe(range: 0...Int.max), words: "'range' is out of range"),
            Mistake(field: "applied", recipe: SampleRecipe(), words: "'days-ago' is missing"),
            Mistake(
                field: "applied", recipe: SampleRecipe(daysAgo: -1...4), words: "'days-ago' is out of range"),
            Mistake(
                field: "home", recipe: SampleRecipe(source: .names), words: "'from: names' means nothing"),
            Mistake(
                field: "interests", recipe: SampleRecipe(count: 0...Int.max), words: "'count' is out of range"
            ),
            Mistake(
                field: "languages",
                recipe: SampleRecipe(always: [LevelledValue(tag: "ja", levels: LevelRange("C1", "A1"))]),
                words: "'C1' to 'A1'"),
            Mistake(
                field: "languages", recipe: SampleRecipe(native: [WeightedValue("xx", 1)]), words: "'xx'"),
            Mistake(
                field: "free_time", recipe: SampleRecipe(spread: [WeightedValue("nights", 1)]),
                words: "'nights'"),
            Mistake(
                field: "name", recipe: SampleRecipe(source: .names, languageField: "tongue"),
                words: "'tongue'"),
            Mistake(
                field: "gender",
                recipe: SampleRecipe(
                    spread: [WeightedValue("male", 1)],
                    condition: SampleCondition(field: "gender", values: ["male"])),
                words: "in a circle"),
        ])
    func mistakes(mistake: Mistake) throws {
        var sample = SampleProgramme.sample
        sample.fields[.resident]?[mistake.field] = FieldSample([mistake.recipe])
        let error = try #require(throws: SimulationError.self) {
            try SampleProgramme.simulator(sample: sample)
        }
        // The name depends on the gender, so a circle through the gender is a circle of the name as well.
        let problem = try #require(error.problems.first { $0.field == mistake.field })
        #expect(problem.side == .resident)
        #expect(problem.problem.en.contains(mistake.words))
        #expect(!problem.problem.ja.isEmpty && !problem.cure.ja.isEmpty && !problem.cure.en.isEmpty)
    }

    @Test("all mistakes are reported together, one under both only once")
    func together() throws {
        var sample = SampleProgramme.sample
        sample.shared["interests"] = FieldSample([SampleRecipe(spread: [WeightedValue("golf", 1)])])
        sample.shared["colour"] = FieldSample([])
        sample.fields[.volunteer]?["subjects"] = FieldSample([SampleRecipe()])
        let error = try #require(throws: SimulationError.self) {
            try SampleProgramme.simulator(sample: sample)
        }
        #expect(error.problems.map(\.field) == ["colour", "interests", "subjects"])
        #expect(error.problems.map(\.side) == [nil, nil, .volunteer])
    }

    @Test("places cannot be drawn from a table without whole postal codes")
    func noPostalCodes() throws {
        let error = try #require(throws: SimulationError.self) {
            try SampleProgramme.simulator(postalCodes: ["153"])
        }
        #expect(error.problems.map(\.field) == ["home"])
    }
}
