import CaseLedger
import Records
import Testing

@Suite("contacts, outcomes and surveys in the ledger") struct PairLifeTests {
    /// V1–R1 from 5 November 2026, to end on 5 May 2027.
    private func paired() throws -> Ledger {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run())
        _ = try ledger.record(decisions: [.accepted("V1", "R1", "2026-11-05")], programme: "neighbours")
        return ledger
    }

    private func contact(
        _ date: String, _ kind: ContactKind = .meeting, made: Bool = true, resident: String = "R1",
        row: Int = 2
    ) -> ContactEntry {
        ContactEntry(row: row, pair: pair2("V1", resident), date: day(date), kind: kind, isMade: made)
    }

    @Test("contacts: the same file twice changes nothing, and a bad row leaves nothing")
    func contacts() throws {
        let ledger = try paired()
        let entries = [
            contact("2026-11-10"), contact("2026-11-10", .call, made: false), contact("2026-11-05", .chat),
        ]
        #expect(try ledger.record(contacts: entries, programme: "neighbours") == Recording(new: 3))
        let before = try ledger.snapshot()
        #expect(try ledger.record(contacts: entries, programme: "neighbours") == Recording(known: 3))
        let found = refusals {
            try ledger.record(
                contacts: [
                    contact("2026-12-01", row: 2), contact("2026-11-04", row: 3),
                    contact("2026-12-01", resident: "R2", row: 4), contact("2026-11-10", made: false, row: 5),
                ], programme: "neighbours")
        }
        #expect(found.map(\.row) == [3, 4, 5])
        #expect(found[0].problem.en == "The day lies before the start of the pair (2026-11-05).")
        #expect(found[1].problem.en == "The ledger has no pair of these two.")
        #expect(found[2].problem.en == "The ledger holds something else (made).")
        #expect(try ledger.snapshot() == before)
    }

    @Test(
        "an outcome before the start, a completion before the planned end and an early end on it are refused")
    func outcomeDates() throws {
        let ledger = try paired()
        let before = try ledger.snapshot()
        let found = refusals {
            try ledger.record(
                outcomes: [
                    .of("V1", "R1", "2026-11-04", .moved, row: 2), .of("V1", "R1", "2027-05-04", row: 3),
                    .of("V1", "R1", "2027-05-05", .moved, row: 4),
                ], programme: "neighbours")
        }
        #expect(found.map(\.row) == [2, 3, 4])
        #expect(found[1].problem.en.contains("not completed before its planned end (2027-05-05)"))
        #expect(try ledger.snapshot() == before)
        #expect(
            try ledger.record(outcomes: [.of("V1", "R1", "2027-05-05")], programme: "neighbours").new == 1)
    }

    @Test("moving and leaving the country are excused, other reasons are not, unless the row says so")
    func excused() throws {
        for (reason, said, expected) in [
            (EndReason.moved, nil, true), (.leftCountry, nil, true), (.mismatch, nil, false),
            (.family, true, true), (.moved, false, false),
        ] {
            let ledger = try paired()
            var entry = OutcomeEntry.of("V1", "R1", "2026-12-20", reason)
            entry.isExcused = said
            _ = try ledger.record(outcomes: [entry], programme: "neighbours")
            #expect(try ledger.snapshot().outcomes.map(\.ended?.isExcused) == [expected], "\(reason)")
        }
    }

    @Test("outcomes: twice changes nothing, 'they go on' may follow later, anything else contradicts")
    func outcomes() throws {
        let ledger = try paired()
        var entry = OutcomeEntry.of("V1", "R1", "2027-05-05")
        #expect(try ledger.record(outcomes: [entry], programme: "neighbours") == Recording(new: 1))
        #expect(try ledger.record(outcomes: [entry], programme: "neighbours") == Recording(known: 1))
        entry.continued = true
        #expect(try ledger.record(outcomes: [entry], programme: "neighbours") == Recording(new: 1))
        #expect(try ledger.record(outcomes: [entry], programme: "neighbours") == Recording(known: 1))
        #expect(try ledger.snapshot().outcomes.map(\.continued) == [true])
        entry.continued = false
        let found = refusals { try ledger.record(outcomes: [entry], programme: "neighbours") }
        #expect(found.first?.problem.en == "The ledger holds something else (completed on 2027-05-05).")
    }

    private func survey(
        _ respondent: SurveyEntry.Respondent, _ wave: SurveyWave, score: Int, row: Int = 2,
        date: String = "2026-12-01"
    ) -> SurveyEntry {
        SurveyEntry(
            row: row, respondent: respondent, wave: wave, item: "satisfaction", score: score, scale: 5,
            date: day(date))
    }

    @Test(
        "surveys of a person, of one of a pair and of the pair are different answers; twice changes nothing")
    func surveys() throws {
        let ledger = try paired()
        let pair = pair2("V1", "R1")
        let entries = [
            survey(.person(.resident, PersonID("R1")), .before, score: 2),
            survey(.member(.resident, pair), .early, score: 4),
            survey(.member(.volunteer, pair), .early, score: 5), survey(.pair(pair), .early, score: 3),
            survey(.member(.resident, pair), .before, score: 2, date: "2026-11-03"),
        ]
        #expect(try ledger.record(surveys: entries, programme: "neighbours") == Recording(new: 5))
        let before = try ledger.snapshot()
        #expect(before.surveys.map(\.score) == [2, 4, 5, 3, 2])
        #expect(before.surveys.map { $0.pair != nil } == [false, true, true, true, true])
        #expect(try ledger.record(surveys: entries, programme: "neighbours") == Recording(known: 5))
        let found = refusals {
            try ledger.record(
                surveys: [
                    survey(.person(.resident, PersonID("R9")), .after, score: 1, row: 2),
                    survey(.pair(pair), .early, score: 4, row: 3),
                    survey(.pair(pair), .early, score: 4, row: 4, date: "2026-11-01"),
                ], programme: "neighbours")
        }
        #expect(found.map(\.row) == [2, 3, 4])
        #expect(found[1].problem.en == "The ledger holds something else (2026-12-01, 3 of 5).")
        #expect(try ledger.snapshot() == before)
    }
}
