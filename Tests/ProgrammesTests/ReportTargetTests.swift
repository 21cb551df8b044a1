import Programmes
import Records
import Testing

@Suite("the numbers by which a report is judged") struct ReportTargetTests {
    private func programme(_ report: String) throws -> Programme {
        try ProgrammeReader.read(
            text: """
                programme: tiny
                kind: pairs
                name: {ja: 小, en: Tiny}
                people:
                  volunteer: {label: {ja: ボ, en: volunteer}, id: [volunteer_id]}
                  resident: {label: {ja: 住, en: resident}, id: [resident_id]}
                vocabularies:
                  words: {a: {ja: あ, en: A}}
                fields:
                  likes: {kind: tags, vocabulary: words, volunteer: [likes], resident: [likes]}
                criteria:
                  likes: {measure: shared, field: likes, full-at: 3, weight: 1}
                goals: [most-pairs]
                \(report)
                """, path: "p.yaml")
    }

    private func issues(_ report: String) -> [String] {
        do {
            _ = try programme(report)
            return []
        } catch ProgrammeError.invalid(let issues) {
            return issues.map { $0.text(in: .en) }
        } catch {
            return ["\(error)"]
        }
    }

    @Test("days and targets are read as shares in either way of writing; what is not said is left open")
    func values() throws {
        let all = try programme("report: {success-days: 60, targets: {success: 92.5%, completion: 0.85}}")
        #expect(all.judging == ReportTargets(successDays: 60, success: 9250, completion: 8500))
        #expect(try programme("report: {by: [likes]}").judging == ReportTargets())
        #expect(try programme("report: {by: [likes]}").breakdownFields == ["likes"])
        #expect(try programme("").judging == ReportTargets())
        #expect(try programme("report: {targets: {success: 1}}").judging == ReportTargets(success: 10_000))
    }

    @Test(
        "a value that cannot be one is named with its line and what to write",
        arguments: [
            ("report: {targets: {success: 90}}", "'90' is not a share above 0 and up to 100%"),
            ("report: {targets: {success: 0%}}", "'0%' is not a share"),
            ("report: {targets: {completion: 101%}}", "'101%' is not a share"),
            ("report: {targets: {completion: most}}", "such as 90% or 0.90"),
            ("report: {success-days: 0}", "success-days"),
            ("report: {success-days: 90 days}", "success-days"),
            ("report: {targets: {matching: 90%}}", "matching"),
        ])
    func mistakes(report: String, words: String) {
        let found = issues(report)
        #expect(found.count == 1 && found[0].hasPrefix("p.yaml:14:") && found[0].contains(words), "\(found)")
    }
}
