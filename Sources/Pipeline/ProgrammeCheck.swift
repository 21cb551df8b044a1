import Compatibility
import Intake
package import Programmes
package import Records

/// What `check` finds where only a programme file is given: its mistakes, warnings and examples.
package struct ProgrammeCheck: Sendable {
    package let programme: Programme
    package let examples: [ExampleVerdict]

    /// Reads the programme file, and the places and the calendar that its examples need.
    ///
    /// - Throws: `PipelineError`.
    package static func run(
        path: String, places folder: String?, asOf: CivilDate
    ) throws(PipelineError) -> ProgrammeCheck {
        let programme: Programme
        do { programme = try ProgrammeReader.read(path: path) } catch { throw .programme(error) }
        do throws(IntakeError) {
            var places: PlaceTable?
            if let folder = folder ?? programme.placesFolder { places = try PlaceTable.load(folder: folder) }
            var closedDays = ClosedDays()
            if let path = programme.errands?.calendar { closedDays = try CalendarReader().read(path: path) }
            let check = ExampleCheck(
                programme: programme, ruleset: programme.ruleset, cohort: nil, asOf: asOf, places: places,
                closedDays: closedDays)
            return ProgrammeCheck(programme: programme, examples: check.verdicts())
        } catch {
            throw .intake(error)
        }
    }

    /// Whether every example holds that could be tried.
    package static func holds(_ examples: [ExampleVerdict]) -> Bool {
        examples.allSatisfy { if case .broken = $0.outcome { false } else { true } }
    }

    /// The findings as lines.
    package func lines(in language: Language) -> [String] {
        let rules = programme.ruleset.gates.count + programme.ruleset.pairRules.count
        let counts = [programme.fields.count, rules, programme.ruleset.criteria.count, programme.goals.count]
        let summary = Bilingual(
            ja:
                "\(programme.name.ja): 誤りなし（項目 \(counts[0])、ルール \(counts[1])、基準 \(counts[2])、目標 \(counts[3])）",
            en:
                "\(programme.name.en): no mistakes (\(counts[0]) fields, \(counts[1]) rules, \(counts[2]) criteria, \(counts[3]) goals)"
        )
        return [summary[language]] + programme.warnings.map { $0.text(in: language) }
            + Self.lines(of: examples, in: language)
    }

    /// What became of the examples: one line for those that hold, one for each that does not.
    static func lines(of examples: [ExampleVerdict], in language: Language) -> [String] {
        if examples.isEmpty { return [] }
        let holding = examples.count { $0.outcome == .holds }
        let skipped = examples.filter { $0.outcome == .skipped }
        let first = Bilingual(
            ja: "例: \(examples.count)件中\(holding)件が成り立っています",
            en: "examples: \(holding) of \(examples.count) hold")
        return [first[language]]
            + examples.compactMap { example in
                guard case .broken(let why) = example.outcome else { return nil }
                let line =
                    example.line.map { Bilingual(ja: "（\($0)行目）", en: " (line \($0))")[language] } ?? ""
                let text = Bilingual(
                    ja: "成り立たない例: \(example.name.ja)\(line) — \(why.ja)",
                    en: "broken example: \(example.name.en)\(line) — \(why.en)")
                return text[language]
            }
            + skipped.map { example in
                Bilingual(
                    ja: "試していない例: \(example.name.ja)（名簿の方が見つかりません）",
                    en: "example not tried: \(example.name.en) (its people are not in the exports)")[language]
            }
    }
}
