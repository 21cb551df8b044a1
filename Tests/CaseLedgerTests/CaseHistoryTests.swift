import CaseLedger
import Records
import Testing

@Suite("a ledger's snapshot as cases") struct CaseHistoryTests {
    /// V1–R1 accepted on 5 November 2026 and ended on 3 January, R2's proposal open, R3 without one.
    private func history(asOf: String) throws -> CaseHistory {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run())
        _ = try ledger.record(decisions: [.accepted("V1", "R1", "2026-11-05")], programme: "neighbours")
        let contacts = [
            ContactEntry(
                row: 2, pair: pair2("V1", "R1"), date: day("2026-11-08"), kind: .meeting, isMade: false),
            ContactEntry(
                row: 3, pair: pair2("V1", "R1"), date: day("2026-11-12"), kind: .online, isMade: true),
            ContactEntry(row: 4, pair: pair2("V1", "R1"), date: day("2026-12-05"), kind: .call, isMade: true),
        ]
        _ = try ledger.record(contacts: contacts, programme: "neighbours")
        _ = try ledger.record(outcomes: [.of("V1", "R1", "2027-01-03", .moved)], programme: "neighbours")
        return try ledger.snapshot().caseHistory(of: "neighbours", asOf: day(asOf))
    }

    @Test("people, entries, proposals and pairs are those of the ledger, with the reason of an end")
    func cases() throws {
        let history = try history(asOf: "2027-03-31")
        #expect(history.people.count == 6)
        #expect(history.people.count { $0.side == .resident } == 3)
        #expect(history.proposals.count { $0.decision == .accepted } == 1)
        #expect(history.proposals.count { $0.decision == nil } == 1)
        let pair = try #require(history.pairs.first)
        #expect(pair.start == day("2026-11-05"))
        // The meeting that did not take place is none.
        #expect(pair.firstMeeting == day("2026-11-12"))
        #expect(pair.end?.reason == "moved" && pair.end?.isExcused == true)
        #expect(history.word("moved").ja == "転居")
        // The coordinator's call is a follow-up; the pair's own meetings are not.
        #expect(history.contacts.map(\.date) == [day("2026-12-05")])
    }

    @Test("who got a partner did not withdraw; a group with two answers of one person overlaps")
    func entriesAndGroups() throws {
        let history = try history(asOf: "2027-03-31")
        #expect(history.entries.allSatisfy { $0.withdrew == nil && $0.isEligible == true })
        #expect(history.dimensions.allSatisfy { $0.key != "languages" || !$0.isExclusive })
    }

    @Test("what was decided or ended after the day has not happened yet")
    func asOf() throws {
        let early = try history(asOf: "2026-11-04")
        #expect(early.pairs.isEmpty)
        #expect(early.proposals.allSatisfy { $0.decision == nil })
        #expect(early.contacts.isEmpty)
        let later = try history(asOf: "2027-01-02")
        #expect(later.pairs.map(\.end) == [nil])
    }

    @Test("a programme that the ledger does not know has no cases")
    func stranger() throws {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run())
        let history = try ledger.snapshot().caseHistory(of: "other", asOf: day("2027-03-31"))
        #expect(history.people.isEmpty && history.entries.isEmpty && history.proposals.isEmpty)
    }
}
