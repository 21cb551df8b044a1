import Compatibility
import Intake
import Programmes
package import Records
import Reporting

/// What `check` finds: every issue of the files, and settings that do something else than they seem to.
package struct CohortCheck: Sendable {
    package let reading: CohortReading
    /// Eligible people of each side, and pairs that no rule forbids.
    package let eligible: [Side: Int]
    package let candidatePairs: Int
    package let residentsWithCandidates: Int
    /// Eligible people of each side who have no candidate.
    package let withoutCandidates: [Side: Int]
    let pairsLookedAt: Int
    let laps: [Timings.Lap]
    /// Remarks on the programme in the light of the data.
    package let remarks: [Bilingual]
    /// The examples of the programme file.
    package let examples: [ExampleVerdict]

    /// Reads everything and solves nothing.
    ///
    /// - Throws: `PipelineError`.
    package static func run(
        _ files: InputFiles, asOf: CivilDate, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> CohortCheck {
        var clock = Stopwatch()
        let reading = try CohortReading.read(files, asOf: asOf, progress: progress)
        clock.lap("read")
        progress(Bilingual(ja: "候補の組み合わせを調べています", en: "finding the candidate pairs"))
        let ruleset = reading.ruleset
        let candidates = ruleset.candidates(in: reading.cohort)
        clock.lap("candidates")
        // Locks are refused here with the same words as in a run.
        _ = try LockedPairs.edges(reading, ruleset: ruleset, candidates: candidates)
        let cohort = reading.cohort
        let eligible = Dictionary(
            uniqueKeysWithValues: Side.allCases.map { side in
                (side, cohort[side].ids.indices.count { candidates.isEligible(side, $0) })
            })
        let degrees: [Side: [Int]] = [
            .resident: cohort.residents.ids.indices.map { candidates.edges(ofResident: $0).count },
            .volunteer: candidates.volunteerDegrees,
        ]
        let without = Dictionary(
            uniqueKeysWithValues: Side.allCases.map { side in
                let degrees = degrees[side] ?? []
                return (side, degrees.indices.count { degrees[$0] == 0 && candidates.isEligible(side, $0) })
            })
        let remarks =
            ruleRemarks(candidates, cohort, eligible)
            + criterionRemarks(ruleset.criteria, candidates, cohort)
        clock.lap("remarks")
        return CohortCheck(
            reading: reading, eligible: eligible, candidatePairs: candidates.edges.count,
            residentsWithCandidates: (eligible[.resident] ?? 0) - (without[.resident] ?? 0),
            withoutCandidates: without, pairsLookedAt: candidates.pairsLookedAt, laps: clock.laps,
            remarks: remarks,
            examples: ExampleCheck(
                programme: reading.programme, ruleset: ruleset, cohort: cohort, asOf: asOf,
                places: reading.places, closedDays: cohort.closedDays
            ).verdicts())
    }

    /// Writes every issue of the files as a list for a spreadsheet, and beside it the rows in quarantine.
    ///
    /// - Throws: `PipelineError`.
    package func writeQuarantine(
        to path: String, replacing: Bool, language: Language
    ) throws(PipelineError) {
        try reading.quarantine.write(
            issues: reading.issues, to: path, replacing: replacing, language: language)
    }

    /// Rules that remove everybody.
    private static func ruleRemarks(
        _ candidates: Candidates, _ cohort: Cohort, _ eligible: [Side: Int]
    ) -> [Bilingual] {
        let pairs = (eligible[.volunteer] ?? 0) * (eligible[.resident] ?? 0)
        return candidates.tallies.compactMap { tally in
            let all: Int =
                switch tally.scope {
                case .gate(let side): cohort[side].count
                // Of the near pairs alone it is not known how many there are.
                case .pair: pairs
                case .nearPair: 0
                }
            guard all > 0, tally.removed == all else { return nil }
            return Bilingual(
                ja: "ルール「\(tally.label.ja)」（\(tally.id)）が全員を除いています",
                en: "the rule “\(tally.label.en)” (\(tally.id)) removes everybody")
        }
    }

    /// Criteria that give every candidate pair the same points.
    private static func criterionRemarks(
        _ criteria: [Criterion], _ candidates: Candidates, _ cohort: Cohort
    ) -> [Bilingual] {
        guard candidates.edges.count > 1 else { return [] }
        return criteria.compactMap { criterion in
            let value = criterion.measure.values(in: cohort)
            func points(_ edge: Candidates.Edge) -> Int {
                criterion.points(value(edge.volunteer, edge.resident))
            }
            let first = points(candidates.edges[0])
            guard criterion.maximumPoints > 0, candidates.edges.allSatisfy({ points($0) == first }) else {
                return nil
            }
            return Bilingual(
                ja: "基準「\(criterion.label.ja)」（\(criterion.name)）はどの組み合わせでも同じ点なので、結果に影響しません",
                en:
                    "the criterion “\(criterion.label.en)” (\(criterion.name)) gives every pair the same points"
            )
        }
    }

    /// The findings as lines: counts, remarks, and the issues of the files, most frequent first.
    package func lines(in language: Language) -> [String] {
        let cohort = reading.cohort
        var lines = Side.allCases.map { side -> String in
            let label = reading.programme.person(side).label
            let rows = reading.rowCounts[side] ?? 0
            let quarantined = reading.quarantined[side] ?? 0
            return Bilingual(
                ja: "\(label.ja): \(rows)行、うち使えない行 \(quarantined)、参加条件を満たす方 \(eligible[side] ?? 0)",
                en:
                    "\(label.en)s: \(rows) rows, \(quarantined) in quarantine, \(eligible[side] ?? 0) eligible"
            )[language]
        }
        lines.append(
            Bilingual(
                ja: "組める組み合わせ: \(candidatePairs)（候補者のいる方 \(residentsWithCandidates)名、基準日 \(cohort.asOf)）",
                en:
                    "candidate pairs: \(candidatePairs) (\(residentsWithCandidates) residents have a candidate, as of \(cohort.asOf))"
            )[language])
        let without = Side.allCases.map { side in
            let label = reading.programme.person(side).label
            let count = withoutCandidates[side] ?? 0
            return Bilingual(ja: "\(label.ja) \(count)名", en: "\(label.en)s: \(count)")
        }
        lines.append(
            Bilingual(
                ja: "参加条件を満たすが候補者のいない方: \(Bilingual.join(without).ja)",
                en: "eligible but without a candidate: \(Bilingual.join(without).en)")[language])
        lines += reading.programme.warnings.map { $0.text(in: language) }
        lines += ProgrammeCheck.lines(of: examples, in: language)
        lines += remarks.map { Bilingual(ja: "注意: \($0.ja)", en: "warning: \($0.en)")[language] }
        return lines + reading.issues.map { CohortCheck.line($0, language) }
    }

    /// `residents.csv, row 12, 申込日: unreadable date — write it as 2026-11-01`, without the value: a terminal
    /// is a log, and the list written by `--out` has it.
    static func line(_ issue: DataIssue, _ language: Language) -> String {
        let row = issue.row.map { Bilingual(ja: "\($0)行目", en: "row \($0)")[language] }
        let place = [issue.file, row, issue.column].compactMap { $0 }.joined(separator: ", ")
        let mark: Bilingual =
            switch issue.severity {
            case .error: Bilingual(ja: "使えない行", en: "error")
            case .warning: Bilingual(ja: "注意", en: "warning")
            }
        return "\(mark[language]): \(place): \(issue.problem[language]) — \(issue.cure[language])"
    }
}
