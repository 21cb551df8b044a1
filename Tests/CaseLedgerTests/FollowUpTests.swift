import CaseLedger
import Records
import Testing

@Suite("who needs a call") struct FollowUpTests {
    /// V1–R1 from 5 November 2026 to 5 May 2027.
    private func ledger(cadence: Int? = nil) throws -> Ledger {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run())
        let decision = DecisionEntry(
            row: 2, pair: pair2("V1", "R1"), decision: .accepted, date: day("2026-11-05"),
            cadenceDays: cadence)
        _ = try ledger.record(decisions: [decision], programme: "neighbours")
        return ledger
    }

    private func record(_ contacts: [(String, ContactKind)], _ ledger: Ledger) throws {
        let entries = contacts.map {
            ContactEntry(row: 2, pair: pair2("V1", "R1"), date: day($0.0), kind: $0.1, isMade: true)
        }
        _ = try ledger.record(contacts: entries, programme: "neighbours")
    }

    private func reasons(_ ledger: Ledger, _ asOf: String) throws -> [FollowUpReason] {
        FollowUpList(try ledger.snapshot(), asOf: day(asOf)).items.flatMap(\.reasons)
    }

    @Test("no first meeting: from the fourteenth day on, a call by the coordinator is none")
    func firstMeeting() throws {
        let ledger = try ledger()
        try record([("2026-11-06", .call), ("2026-11-07", .chat)], ledger)
        #expect(try reasons(ledger, "2026-11-18").isEmpty)
        #expect(try reasons(ledger, "2026-11-19") == [.noFirstMeeting(days: 14)])
        try record([("2026-11-18", .online)], ledger)
        #expect(try reasons(ledger, "2026-11-19").isEmpty)
    }

    @Test("silence: longer than twice the agreed days, the pair's own after three meetings, or fourteen")
    func silence() throws {
        let agreed = try ledger(cadence: 7)
        try record([("2026-11-10", .meeting)], agreed)
        #expect(try reasons(agreed, "2026-11-24").isEmpty)
        #expect(try reasons(agreed, "2026-11-25") == [.silence(days: 15, cadence: 7)])

        let usual = try ledger()
        try record([("2026-11-10", .meeting), ("2026-11-20", .meeting)], usual)
        #expect(try reasons(usual, "2026-12-18").isEmpty)
        #expect(try reasons(usual, "2026-12-19") == [.silence(days: 29, cadence: 14)])

        // Gaps of 10, 5 and 8 days: the median is 8.
        let own = try ledger()
        try record(
            [
                ("2026-11-10", .meeting), ("2026-11-20", .online), ("2026-11-25", .meeting),
                ("2026-12-03", .meeting),
            ], own)
        #expect(try reasons(own, "2026-12-19").isEmpty)
        #expect(try reasons(own, "2026-12-20") == [.silence(days: 17, cadence: 8)])
        // A chat is a sign of life; a call of the coordinator is none.
        try record([("2026-12-15", .chat), ("2026-12-19", .call)], own)
        #expect(try reasons(own, "2026-12-20").isEmpty)
    }

    @Test("a low early survey counts, of the pair or of one of the two after the start; a good one does not")
    func surveys() throws {
        func survey(_ score: Int, _ wave: SurveyWave = .early, date: String = "2026-11-15") -> SurveyEntry {
            SurveyEntry(
                row: 2, respondent: .person(.resident, PersonID("R1")), wave: wave, item: "q\(score)",
                score: score, scale: 5, date: day(date))
        }
        let ledger = try ledger()
        try record([("2026-11-14", .meeting)], ledger)
        _ = try ledger.record(
            surveys: [survey(3), survey(2), survey(1, date: "2026-11-01"), survey(0, .before)],
            programme: "neighbours")
        #expect(try reasons(ledger, "2026-11-14").isEmpty, "not yet answered")
        #expect(try reasons(ledger, "2026-11-15") == [.lowSurvey(score: 2, scale: 5, item: "q2")])
    }

    @Test("the planned end is near from thirty days before, and overdue after it until there is an outcome")
    func end() throws {
        let ledger = try ledger(cadence: 366)
        try record([("2026-11-10", .meeting)], ledger)
        #expect(try reasons(ledger, "2027-04-04").isEmpty)
        #expect(try reasons(ledger, "2027-04-05") == [.endNear(days: 30)])
        #expect(try reasons(ledger, "2027-05-05") == [.endNear(days: 0)])
        #expect(try reasons(ledger, "2027-05-06") == [.overdue(days: 1)])
        _ = try ledger.record(outcomes: [.of("V1", "R1", "2027-05-05")], programme: "neighbours")
        #expect(try reasons(ledger, "2027-05-06").isEmpty)
        #expect(try reasons(ledger, "2027-05-04") == [.endNear(days: 1)], "as it stood on that day")
    }

    @Test("the list is ordered by risk")
    func order() throws {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run())
        let decisions = [
            DecisionEntry.accepted("V1", "R1", "2026-11-05"), .accepted("V2", "R2", "2026-11-06", row: 3),
        ]
        _ = try ledger.record(decisions: decisions, programme: "neighbours")
        _ = try ledger.record(
            surveys: [
                SurveyEntry(
                    row: 2, respondent: .pair(pair2("V2", "R2")), wave: .early, item: "q", score: 1, scale: 5,
                    date: day("2026-11-20"))
            ], programme: "neighbours")
        let list = FollowUpList(try ledger.snapshot(), asOf: day("2026-11-25"))
        #expect(list.running == 2 && list.items.map(\.risk) == [7, 3])
        #expect(list.items.map { $0.resident?.text } == ["R2", "R1"])
        #expect(FollowUpList(try ledger.snapshot(), asOf: day("2026-11-05")).running == 1)
        #expect(
            FollowUpList(try ledger.snapshot(), asOf: day("2026-11-25"), programme: "other").running == 0)
    }

    @Test(
        "due contacts: one a month of each pair, of the fiscal year, made where a follow-up reached the pair")
    func due() throws {
        let ledger = try ledger()
        // November–December made, December–January not, January–February made, February–March a meeting only.
        try record(
            [("2026-12-04", .call), ("2027-01-05", .mail), ("2027-02-10", .meeting)], ledger)
        func share(_ asOf: String) throws -> [Int] {
            let list = FollowUpList(try ledger.snapshot(), asOf: day(asOf))
            return [list.made, list.due]
        }
        #expect(try share("2026-12-04") == [0, 0])
        #expect(try share("2026-12-05") == [1, 1])
        #expect(try share("2027-03-31") == [2, 4])
        #expect(try share("2027-04-05") == [0, 1], "a new fiscal year")
        _ = try ledger.record(outcomes: [.of("V1", "R1", "2027-01-20", .moved)], programme: "neighbours")
        #expect(try share("2027-03-31") == [1, 2], "nothing is due after the end")
    }
}
