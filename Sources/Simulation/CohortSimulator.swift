package import Records

/// Makes up a cohort that looks like the exports of a real programme; everybody in it is invented.
///
/// The programme's own fields, vocabularies and `sample` section decide what is made; nothing here knows one
/// organisation. The same arguments give the same bytes on every platform, and the first rows of a larger
/// cohort are the rows of a smaller one.
package struct CohortSimulator: Sendable {
    /// Per cent of people who fill in the form in English.
    private static let writesInEnglish: [Side: Int] = [.volunteer: 4, .resident: 18]

    let plans: [Side: SidePlan]
    private let asOf: CivilDate
    let seed: UInt64

    /// Checks the sample against the programme.
    ///
    /// - Parameters:
    ///   - fields: The programme's fields in the order of its file, which is the order of the columns.
    ///   - people: How each side is identified; the first header of the id is written.
    ///   - vocabularies: By name.
    ///   - sample: How fields are filled; a field without an entry stays empty.
    ///   - postalCodes: Codes of seven digits from which homes are drawn, in a fixed order.
    ///   - asOf: The day from which `days-ago` counts back.
    ///   - seed: Any number; another one gives other people.
    /// - Throws: `SimulationError` with every mistake of the sample.
    package init(
        fields: [FieldSpec], people: [Side: PersonSpec], vocabularies: [String: Vocabulary],
        sample: SampleSpec, postalCodes: [String], asOf: CivilDate, seed: UInt64
    ) throws(SimulationError) {
        var problems: [SampleProblem] = []
        for name in sample.shared.keys.sorted() where !fields.contains(where: { $0.name == name }) {
            let mistake = SampleMistake.unknownField(name)
            problems.append(
                SampleProblem(side: nil, field: name, problem: mistake.problem, cure: mistake.cure))
        }
        var plans: [Side: SidePlan] = [:]
        for side in Side.allCases {
            plans[side] = SidePlan(
                side: side, person: people[side], fields: fields, vocabularies: vocabularies, sample: sample,
                postalCodes: postalCodes.filter { $0.utf8.count == 7 }, problems: &problems)
        }
        guard problems.isEmpty else { throw SimulationError(problems: problems) }
        self.plans = plans
        self.asOf = asOf
        self.seed = seed
    }

    /// The export of one side for `count` people; only the header for 0 and less.
    ///
    /// O(people × columns).
    package func export(of side: Side, count: Int) -> SimulatedExport {
        guard let plan = plans[side] else { return SimulatedExport(header: [], rows: [], defects: []) }
        let planter = DefectPlanter(plan: plan, seed: seed, asOf: asOf)
        var rows: [[String]] = []
        var defects: [PlantedDefect] = []
        for ordinal in 0..<max(0, count) {
            let answers = plan.answers(ofPerson: ordinal, seed: seed, asOf: asOf)
            var row = written(answers, ofPerson: ordinal, plan: plan)
            if let defect = planter.spoil(&row, answers: answers, ordinal: ordinal) { defects.append(defect) }
            rows.append(row)
        }
        return SimulatedExport(header: plan.header, rows: rows, defects: defects)
    }

    /// The cells of a person, the id first.
    func written(_ answers: [Answer?], ofPerson ordinal: Int, plan: SidePlan) -> [String] {
        let name = [plan.side.rawValue, String(ordinal), "handwriting"]
        var stream = RandomStream(seed: seed, name: name)
        let percent = CohortSimulator.writesInEnglish[plan.side] ?? 0
        let hand = Handwriting(language: stream.chance(percent: percent) ? .en : .ja)
        var row = [CohortSimulator.id(ofPerson: ordinal, on: plan.side)]
        for (column, answer) in zip(plan.columns, answers) {
            var stream = RandomStream(seed: seed, name: name + [column.field.name])
            row.append(
                answer.map {
                    hand.cell($0, kind: column.field.kind, vocabulary: column.vocabulary, from: &stream)
                } ?? "")
        }
        return row
    }

    /// `V0001` and `R0001`.
    static func id(ofPerson ordinal: Int, on side: Side) -> String {
        let digits = String(ordinal + 1)
        let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        return (side == .volunteer ? "V" : "R") + padding + digits
    }
}
