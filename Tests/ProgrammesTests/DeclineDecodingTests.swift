import Programmes
import Records
import Testing

@Suite("what a declined proposal means") struct DeclineDecodingTests {
    private func read(_ declines: String) throws -> Programme {
        try ProgrammeReader.read(
            text: """
                programme: tiny
                kind: pairs
                name: {ja: 小, en: Tiny}
                people:
                  volunteer: {label: {ja: ボ, en: volunteer}, id: [volunteer_id]}
                  resident: {label: {ja: 住, en: resident}, id: [resident_id]}
                fields:
                  level: {kind: number, volunteer: [level], resident: [level]}
                criteria:
                  level: {measure: gap, field: level, full-at: 0, zero-at: 4, weight: 1}
                goals: [most-pairs]
                \(declines)
                """, path: "tiny.yaml")
    }

    @Test("without the section nobody pauses; with reasons these do, without them all")
    func days() throws {
        #expect(try read("").parking.isEmpty)
        #expect(
            try read("declines: {park: 30 days, for: [schedule, no-answer]}").parking
                == [.schedule: 30, .noAnswer: 30])
        let all = try read("declines: {park: 7 days}").parking
        #expect(all.count == DecisionReason.allCases.count && all.values.allSatisfy { $0 == 7 })
    }

    @Test(
        "a length that is none and a reason that nobody knows are mistakes, with their place",
        arguments: [
            ("declines: {park: 1 month}", "30 days"), ("declines: {park: 0 days}", "30 days"),
            ("declines: {for: [schedule]}", "park"),
            ("declines: {park: 7 days, for: [shedule]}", "'schedule'"),
        ])
    func mistakes(text: String, words: String) throws {
        do {
            _ = try read(text)
            Issue.record("read")
        } catch ProgrammeError.invalid(let issues) {
            #expect(issues.contains { $0.line == 12 && $0.message.en.contains(words) }, "\(issues)")
        }
    }
}
