import Evidence
import Records
import Reporting
import Simulation
import Testing

/// Whether the intervals of an annual report hold the truth as often as they claim.
///
/// Cohorts with known true rates are drawn and reported; an interval at 95% should hold the true rate in about 95 of 100.
@Suite("Intervals of the annual report cover the true rates") struct CoverageTests {
    private static let cohorts = 500
    private static let proposals = 200

    /// The cases of one cohort as a ledger would tell them: proposals spread over a fiscal year, known up to a day.
    private func history(seed: UInt64, from first: CivilDate, asOf: CivilDate) -> CaseHistory {
        let simulator = CaseSimulator(seed: seed, months: 6)
        var history = CaseHistory()
        for number in 0..<Self.proposals {
            let day = CivilDate(dayNumber: first.dayNumber + number * 330 / Self.proposals)
            let key = PairKey(volunteer: PersonID("V\(number)"), resident: PersonID("R\(number)"))
            let course = simulator.course(of: key, proposed: day)
            let (volunteer, resident) = (2 * number, 2 * number + 1)
            history.people += [
                CasePerson(number: volunteer, side: .volunteer),
                CasePerson(number: resident, side: .resident),
            ]
            history.entries.append(CaseEntry(person: resident, entered: day))
            history.proposals.append(
                CaseProposal(
                    volunteer: volunteer, resident: resident, date: day,
                    decision: course.decided > asOf
                        ? nil
                        : course.reason.map { .declined(by: "resident", reason: $0.rawValue) } ?? .accepted))
            guard let life = course.life, life.start <= asOf else { continue }
            let isOver = life.end.date <= asOf
            history.pairs.append(
                CasePair(
                    number: number, volunteer: volunteer, resident: resident, start: life.start,
                    end: isOver
                        ? CasePair.End(
                            date: life.end.date, reason: life.end.reason, isExcused: life.end.isExcused) : nil
                ))
            history.answers += life.answers.filter { $0.date <= asOf && $0.wave != "early" }.map {
                CaseAnswer(
                    person: resident, item: "ease", isBefore: $0.wave == "before", score: $0.score,
                    date: $0.date)
            }
        }
        return history
    }

    @Test("acceptance, completion of mature pairs, Kaplan–Meier and the mean change: 92 to 98 of 100 cohorts")
    func coverage() throws {
        let rates = CaseRates()
        let completion = Double(rates.completion(months: 6)) / 1_000_000
        let truths = [
            "success.proposal": Double(rates.accepted) / 1000, "completion.mature": completion,
            "completion.survival": completion, "survey.ease.change": Double(rates.meanChange) / 1000,
        ]
        let first = try #require(CivilDate(iso: "2025-04-01"))
        let asOf = try #require(CivilDate(iso: "2026-03-31"))
        let request = AnnualRequest(
            programmeID: "family-friend", programmeName: Bilingual("Family friend"),
            fiscalYear: FiscalYear(containing: first), asOf: asOf, edition: .internal, version: "test")
        var covered: [String: Int] = [:]
        var coveredByError = 0
        for seed in 1...UInt64(Self.cohorts) {
            let report = try AnnualReport(history(seed: seed, from: first, asOf: asOf), request)
            for (id, truth) in truths {
                let interval = try #require(report[id]?.interval, "\(id), seed \(seed)")
                if interval.contains(truth) { covered[id, default: 0] += 1 }
            }
            // A rate that is not the true one is mostly seen to be wrong.
            if report["completion.survival"]?.interval?.contains(0.78) ?? true { coveredByError += 1 }
        }
        for id in truths.keys.sorted() {
            let share = Double(covered[id] ?? 0) / Double(Self.cohorts)
            #expect(share >= 0.92 && share <= 0.98, "\(id): \(share)")
        }
        #expect(coveredByError < Self.cohorts / 10)
    }
}
