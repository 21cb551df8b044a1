import Compatibility
import Programmes
package import Records
import Reporting

/// Why a person or a pair stands where it stands: every rule's verdict and every criterion's points, in words.
package struct Explanation: Sendable {
    /// One line of a verdict.
    struct Verdict: Sendable {
        let isPassed: Bool
        /// The rule in words.
        let rule: Bilingual
        /// Why it is not met, and who else could help.
        let refusal: Bilingual?
    }

    /// One criterion of a pair.
    struct Score: Sendable {
        let label: Bilingual
        let points: Int
        let most: Int
        let reason: Bilingual?
    }

    /// Verdicts under a heading: a person's gates, a pair's rules.
    struct Section: Sendable {
        let title: Bilingual
        let verdicts: [Verdict]
    }

    let title: Bilingual
    let sections: [Section]
    /// For a pair that no rule forbids.
    let scores: [Score]
    /// What to conclude.
    let conclusion: [Bilingual]

    /// Explains one or two people of the exports, in any order.
    ///
    /// - Throws: `PipelineError`; `unknownPerson` for an id that is not in the exports.
    package static func run(
        _ files: InputFiles, asOf: CivilDate, ids: [String],
        progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> Explanation {
        let reading = try CohortReading.read(files, asOf: asOf, progress: progress)
        let explainer = Explainer(reading: reading, ruleset: reading.ruleset)
        var rows: [Side: Int] = [:]
        for id in ids {
            let free = [Side.resident, .volunteer].filter { rows[$0] == nil }
            guard let side = free.first(where: { explainer.row(of: id, $0) != nil }) else {
                throw .unknownPerson(id)
            }
            rows[side] = explainer.row(of: id, side)
        }
        if let volunteer = rows[.volunteer], let resident = rows[.resident] {
            return explainer.pair(volunteer, resident)
        }
        progress(Bilingual(ja: "候補の組み合わせを調べています", en: "finding the candidate pairs"))
        return explainer.person(rows[.resident] == nil ? .volunteer : .resident, rows.values.first ?? 0)
    }

    /// The lines for a terminal.
    package func lines(in language: Language) -> [String] {
        var lines = [title[language]]
        for section in sections {
            lines += ["", section.title[language]]
            lines += section.verdicts.map { verdict in
                let mark = verdict.isPassed ? "○" : "×"
                let refusal = verdict.refusal.map { " — \($0[language])" } ?? ""
                return "  \(mark) \(verdict.rule[language])\(refusal)"
            }
        }
        if !scores.isEmpty {
            lines += ["", Bilingual(ja: "適合度", en: "Fit")[language]]
            let width = scores.map { TerminalWidth.columns(of: $0.label[language]) }.max() ?? 0
            lines += scores.map { score in
                let label = score.label[language]
                let padding = String(repeating: " ", count: width - TerminalWidth.columns(of: label))
                let points = "\(score.points)"
                let room = String(repeating: " ", count: max(0, 4 - points.utf8.count))
                let most = "\(score.most)".padding(to: 4)
                return "  \(label)\(padding)  \(room)\(points) / \(most)  \(score.reason?[language] ?? "")"
                    .trimmingTail
            }
        }
        return lines + [""] + conclusion.map { $0[language] }
    }
}

/// Works out explanations from a reading.
private struct Explainer {
    let reading: CohortReading
    let ruleset: Ruleset

    private var cohort: Cohort { reading.cohort }

    func row(of id: String, _ side: Side) -> Int? { cohort[side].ids.firstIndex { $0.text == id } }

    private func name(_ side: Side, _ person: Int) -> Bilingual {
        let label = reading.programme.person(side).label
        return Bilingual(
            ja: "\(label.ja) \(cohort[side].ids[person])", en: "\(label.en) \(cohort[side].ids[person])")
    }

    private func gates(_ side: Side, _ person: Int) -> Explanation.Section {
        let table = cohort[side]
        let verdicts = ruleset.gates.filter { $0.sides.contains(side) }.map { gate in
            let isPassed = gate.passes(table, of: cohort)[person]
            let refusal = isPassed ? nil : gate.check.refusal(of: person, in: table, of: cohort)
            return Explanation.Verdict(
                isPassed: isPassed, rule: gate.label(in: cohort),
                refusal: refusal.map { refer($0, gate.route) })
        }
        return Explanation.Section(title: name(side, person), verdicts: verdicts)
    }

    private func refer(_ refusal: Bilingual, _ route: Bilingual?) -> Bilingual {
        guard let route else { return refusal }
        return Bilingual(
            ja: "\(refusal.ja)（紹介先: \(route.ja)）", en: "\(refusal.en) (refer to \(route.en))")
    }

    func pair(_ volunteer: Int, _ resident: Int) -> Explanation {
        let rules = ruleset.pairRules.map { rule in
            let isPassed = rule.test(in: cohort)(volunteer, resident)
            return Explanation.Verdict(
                isPassed: isPassed, rule: rule.label(in: cohort),
                refusal: isPassed ? nil : rule.refusal(volunteer: volunteer, resident: resident, in: cohort))
        }
        let sections = [
            gates(.resident, resident), gates(.volunteer, volunteer),
            Explanation.Section(title: Bilingual(ja: "組み合わせの条件", en: "Rules of the pair"), verdicts: rules),
        ]
        let failures = sections.flatMap(\.verdicts).count { !$0.isPassed }
        let scores = ruleset.criteria.map { criterion in
            let value = criterion.measure.values(in: cohort)(volunteer, resident)
            let missing = Bilingual(ja: "回答なし（半分の点）", en: "no answer (half the points)")
            return Explanation.Score(
                label: criterion.label, points: criterion.points(value), most: criterion.maximumPoints,
                reason: criterion.measure.reasons(in: cohort)(volunteer, resident)
                    ?? (value == nil ? missing : nil))
        }
        let fit = scores.reduce(0) { $0 + $1.points }
        let most = scores.reduce(0) { $0 + $1.most }
        return Explanation(
            title: Bilingual(
                ja: "\(name(.resident, resident).ja) と \(name(.volunteer, volunteer).ja)（基準日 \(cohort.asOf)）",
                en:
                    "\(name(.resident, resident).en) and \(name(.volunteer, volunteer).en), as of \(cohort.asOf)"
            ),
            sections: sections, scores: scores,
            conclusion: [
                failures == 0
                    ? Bilingual(
                        ja: "組める組み合わせです。適合度 \(fit) / \(most)", en: "A candidate pair; fit \(fit) of \(most).")
                    : Bilingual(
                        ja: "組めません（合わない条件 \(failures)件）。適合度は参考です。",
                        en: failures == 1
                            ? "Not possible: one rule is not met. The fit is for information."
                            : "Not possible: \(failures) rules are not met. The fit is for information.")
            ])
    }

    func person(_ side: Side, _ person: Int) -> Explanation {
        let section = gates(side, person)
        var conclusion: [Bilingual] = []
        if section.verdicts.allSatisfy(\.isPassed) {
            let others = eligibleOthers(of: side)
            let tests = ruleset.pairRules.map { $0.test(in: cohort) }
            let failures = others.map { other in
                tests.indices.filter {
                    side == .resident ? !tests[$0](other, person) : !tests[$0](person, other)
                }
            }
            conclusion = candidates(side, person, zip(others, failures).filter { $0.1.isEmpty }.map(\.0))
            conclusion += obstacles(failures)
        } else {
            conclusion = [
                Bilingual(
                    ja: "参加条件を満たさないため、今回は対象になりません。", en: "Not eligible this time.")
            ]
        }
        return Explanation(
            title: Bilingual(
                ja: "\(name(side, person).ja)（基準日 \(cohort.asOf)）",
                en: "\(name(side, person).en), as of \(cohort.asOf)"),
            sections: [
                Explanation.Section(
                    title: Bilingual(ja: "参加条件", en: "Gates"), verdicts: section.verdicts)
            ], scores: [], conclusion: conclusion)
    }

    /// People of the other side who pass every gate.
    private func eligibleOthers(of side: Side) -> [Int] {
        let table = cohort[side.opposite]
        let verdicts = ruleset.gates.map { $0.passes(table, of: cohort) }
        return table.ids.indices.filter { person in verdicts.allSatisfy { $0[person] } }
    }

    /// How many candidates there are, and the best of them.
    private func candidates(_ side: Side, _ person: Int, _ candidates: [Int]) -> [Bilingual] {
        let points = ruleset.points(in: cohort)
        let reasons = ruleset.reasons(in: cohort)
        func ends(_ other: Int) -> (Int, Int) { side == .resident ? (other, person) : (person, other) }
        let fits = candidates.map { other in
            let (volunteer, resident) = ends(other)
            return (other: other, fit: points(volunteer, resident).reduce(0, +))
        }
        let best = fits.sorted { ($1.fit, $0.other) < ($0.fit, $1.other) }.prefix(5)
        let count = Bilingual(
            ja: "候補: \(candidates.count)名",
            en: candidates.count == 1 ? "1 candidate" : "\(candidates.count) candidates")
        return [count]
            + best.map { other, fit in
                let (volunteer, resident) = ends(other)
                let id = cohort[side.opposite].ids[other]
                let reason = reasons(volunteer, resident)
                return Bilingual(ja: "  \(id)  \(fit)点  \(reason.ja)", en: "  \(id)  \(fit)  \(reason.en)")
            }
    }

    /// Which rules stand in the way, those that do it alone first.
    private func obstacles(_ failures: [[Int]]) -> [Bilingual] {
        let counts = ruleset.pairRules.indices.map { rule in
            (
                rule: rule, alone: failures.count { $0 == [rule] }, all: failures.count { $0.contains(rule) }
            )
        }
        let removing = counts.filter { $0.all > 0 }.sorted {
            ($1.alone, $1.all, $0.rule) < ($0.alone, $0.all, $1.rule)
        }
        guard !removing.isEmpty else { return [] }
        return [Bilingual(ja: "外れた方（うち、その条件だけで外れた方）:", en: "Ruled out (of them by this rule alone):")]
            + removing.map { rule, alone, all in
                let label = ruleset.pairRules[rule].label(in: cohort)
                return Bilingual(
                    ja: "  \(all)名（\(alone)名） \(label.ja)", en: "  \(all) (\(alone))  \(label.en)")
            }
    }
}

extension String {
    /// The text with spaces before it, so many bytes wide.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }

    /// Without spaces at its end.
    fileprivate var trimmingTail: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
